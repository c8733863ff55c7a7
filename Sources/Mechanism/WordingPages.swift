import Markup
import Seeds
import Store
import Values
import Web

extension WordingKey {
  /// What the wording is for: the leaf, the reason, or the step.
  var title: Text {
    switch kind {
    case .answer:
      let code = String(name.dropFirst("answer.".count))
      if let matterClass = MatterClass(rawValue: code) { return WordingStrings.ofClass(matterClass.name) }
      return Catalogue.shippedDuty(code)?.name ?? Text(same: code)
    case .refusal:
      return Shipped.current.refusals.first { "refusal." + $0.reason.rawValue == name }?.name ?? Text(same: name)
    case .message: return WordingStrings.message(String(name.dropFirst("message.".count)))
    case .called: return WordingStrings.step(String(name.dropFirst("call_".count)))
    case .told: return WordingStrings.step(name)
    }
  }
}

extension Request {
  /// All wordings of a town under four headings.
  func wordingsPage(_ wordings: Wordings, town: String) -> HTMLPage {
    let l = reader.language
    return page(WordingStrings.wordings, current: Link.wordings(town)) {
      pageTitle(WordingStrings.wordings, lead: .text(reader(WordingStrings.lead)), l)
      rowList([
        listRow(
          href: Link.replyTemplates(town), title: .text(reader(ReplyStrings.title)),
          meta: [.text(reader(ReplyStrings.fromWordings))])
      ])
      sectionLinks(WordingKey.Kind.allCases.map { ("\($0)", WordingStrings.heading($0)) }, l)
      for kind in WordingKey.Kind.allCases {
        section {
          h2(nil, ["id": "\(kind)"]) { reader(WordingStrings.heading(kind)) }
          rowList(
            Wordings.keys.filter { $0.kind == kind }.map { key in
              listRow(
                href: Link.wording(town, key), title: .text(reader(key.title)),
                meta: [.text((wordings.template(key) ?? key.title)(l))],
                trailing: wordings.isTownsOwn(key) ? stateChip(WordingStrings.own, tone: .active, l) : .empty)
            })
        }
      }
    }
  }

  /// One wording with its form; `text` is what stands in the fields.
  func wordingPage(_ key: WordingKey, _ text: Text, town: String, errors: FieldErrors? = nil) -> HTMLPage {
    let l = reader.language
    let shipped = Wordings.shippedText(key) ?? Text(same: "")
    return page(key.title, current: Link.wordings(town)) {
      breadcrumbs([(Link.wordings(town), WordingStrings.wordings)], current: key.title, l)
      pageTitle(key.title, lead: .text(reader(WordingStrings.heading(key.kind))), l)
      definitionList(
        [
          (WordingStrings.shipped, .text(shipped(l))),
          (
            WordingStrings.braces,
            .text(key.kind.placeholders.map { "{\($0)} \(WordingStrings.meaning($0)(l))" }.joined(separator: " · "))
          ),
        ], l)
      Web.form(action: Link.wording(town, key), reader: reader, key: Secrets.token(bits: 80), errors: errors) {
        textArea(
          name: "text_zh", label: WordingStrings.zh, value: text.zh, hint: WordingStrings.emptyHint, errors: errors,
          maxlength: 600, reader: reader)
        textArea(
          name: "text_en", label: WordingStrings.en, value: text.en, hint: WordingStrings.emptyEnglishHint,
          errors: errors, maxlength: 1200, reader: reader)
        stickyActions {
          submitButton(WordingStrings.save, l)
          submitButton(WordingStrings.look, tone: .plain, name: "preview", value: "1", l)
        }
      }
      wordingPreview(key, text)
    }
  }

  /// How the words read with an example of everything that is filled in.
  private func wordingPreview(_ key: WordingKey, _ text: Text) -> HTML {
    let example = Wordings(own: [key: text.zh.isEmpty ? Wordings.shippedText(key) ?? text : text])
    let shown =
      key.kind == .message
      ? example.message(String(key.name.dropFirst("message.".count)), WordingStrings.examples)
      : example.text(key, WordingStrings.examples)
    return section {
      h2 { reader(WordingStrings.preview) }
      for (language, words) in [("zh-Hans", shown.zh), ("en", shown.en)] {
        noticeBox(tone: .neutral) { p("said", ["lang": language]) { words } }
      }
    }
  }
}
