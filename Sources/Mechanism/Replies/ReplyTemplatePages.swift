import Governance
import Markup
import Seeds
import Store
import Values
import Web

extension Catalogue {
  /// The name of what templates may belong to: all, a top, a leaf; nil when there is none of this code.
  func replyName(_ code: String) -> Text? {
    code == ReplyKey.general ? ReplyStrings.general : top(code)?.name ?? duty(code)?.name
  }

  /// The leaves under which offices get orders, and others for which the town wrote templates.
  func replyLeaves(of top: DutyTop, _ templates: ReplyTemplates) -> [Duty] {
    let written = templates.codes
    return leaves(of: top.code).filter { $0.matterClass == .government || written.contains($0.code) }
  }
}

extension Request {
  /// What is general, and the tops with their leaves.
  func replyTemplatesPage(_ templates: ReplyTemplates, _ catalogue: Catalogue, town: String) -> HTMLPage {
    let l = reader.language
    return page(ReplyStrings.title, current: Link.wordings(town)) {
      breadcrumbs([(Link.wordings(town), WordingStrings.wordings)], current: ReplyStrings.title, l)
      pageTitle(ReplyStrings.title, lead: .text(reader(ReplyStrings.lead)), l)
      rowList(topRows(templates, catalogue, town))
    }
  }

  private func topRows(_ templates: ReplyTemplates, _ catalogue: Catalogue, _ town: String) -> [HTML] {
    var rows = [codeRow(ReplyKey.general, ReplyStrings.general, [ReplyStrings.generalMeta], templates, town)]
    for top in catalogue.tops {
      let leaves = catalogue.replyLeaves(of: top, templates)
      guard !leaves.isEmpty else { continue }
      let meta = [ReplyStrings.count(leaves.count)]
      rows.append(codeRow(top.code, top.name, meta, templates, town, within: leaves.map(\.code)))
    }
    return rows
  }

  private func codeRow(
    _ code: String, _ name: Text, _ meta: [Text], _ templates: ReplyTemplates, _ town: String, within: [String] = []
  ) -> HTML {
    let changed = ([code] + within).flatMap(templates.keys).count(where: templates.isTownsOwn)
    return listRow(
      href: Link.replyTemplates(town, code), title: .text(reader(name)), meta: meta.map { .text(reader($0)) },
      trailing: changed == 0 ? .empty : stateChip(ReplyStrings.changed(changed), tone: .active, reader.language))
  }

  /// The templates of one code; of a top also its leaves.
  func replyCodePage(_ code: String, _ templates: ReplyTemplates, _ catalogue: Catalogue, town: String) -> HTMLPage {
    let (l, name) = (reader.language, catalogue.replyName(code) ?? Text(same: code))
    return page(name, current: Link.wordings(town)) {
      breadcrumbs(replyCrumbs(code, catalogue, town), current: name, l)
      pageTitle(name, lead: .text(reader(ReplyStrings.title)), l)
      for part in ReplyPart.allCases where part.isOutcome || code == ReplyKey.general {
        replyPart(part, of: code, templates, catalogue, town)
      }
      if let top = catalogue.top(code) {
        section {
          h2 { reader(ReplyStrings.leaves) }
          rowList(
            catalogue.replyLeaves(of: top, templates).map { leaf in
              codeRow(leaf.code, leaf.name, [Text(same: leaf.code)], templates, town)
            })
        }
      }
    }
  }

  private func replyCrumbs(_ code: String, _ catalogue: Catalogue, _ town: String) -> [(href: String, text: Text)] {
    var crumbs = [
      (href: Link.wordings(town), text: WordingStrings.wordings),
      (href: Link.replyTemplates(town), text: ReplyStrings.title),
    ]
    if let top = catalogue.duty(code).flatMap({ catalogue.top($0.parent) }) {
      crumbs.append((href: Link.replyTemplates(town, top.code), text: top.name))
    }
    return crumbs
  }

  /// The templates of a code for one outcome, or what it uses instead.
  private func replyPart(
    _ part: ReplyPart, of code: String, _ templates: ReplyTemplates, _ catalogue: Catalogue, _ town: String
  ) -> HTML {
    let l = reader.language
    let own = templates.keys(of: code).filter { $0.part == part }
    let used = templates.nearest(part, leaf: code, top: catalogue.duty(code)?.parent ?? code)
    return section("stack") {
      h2 { reader(ReplyStrings.name(part)) }
      if own.isEmpty, let used {
        p("quiet") { reader(ReplyStrings.uses(catalogue.replyName(used.code) ?? ReplyStrings.general)) }
        p("said") { (templates.text(used) ?? Text(same: ""))(l) }
      } else {
        rowList(
          own.map { key in
            listRow(
              href: Link.replyTemplate(town, key), title: .text(reader(ReplyStrings.name(key))),
              meta: [.text((templates.text(key) ?? Text(same: ""))(l))],
              trailing: templates.isTownsOwn(key) ? stateChip(ReplyStrings.own, tone: .active, l) : .empty)
          })
      }
      if let next = templates.next(code, part) {
        actions {
          linkButton(Link.replyTemplate(town, next), own.isEmpty ? ReplyStrings.write : ReplyStrings.add, l)
        }
      }
    }
  }

  /// One template with its form; `text` is what stands in the fields.
  func replyTemplatePage(_ view: ReplyTemplateView, _ text: Text, town: String, errors: FieldErrors? = nil) -> HTMLPage
  {
    let (l, key) = (reader.language, view.key)
    let of = view.catalogue.replyName(key.code) ?? Text(same: key.code)
    return page(of, current: Link.wordings(town)) {
      breadcrumbs(
        replyCrumbs(key.code, view.catalogue, town) + [(href: Link.replyTemplates(town, key.code), text: of)],
        current: ReplyStrings.name(key), l)
      pageTitle(of, lead: .text(reader(ReplyStrings.name(key))), l)
      definitionList(facts(view), l)
      Web.form(
        action: Link.replyTemplate(town, key), reader: reader, key: Secrets.token(bits: 80), errors: errors
      ) {
        hiddenField("version", String(view.templates.version(key)))
        textArea(
          name: "text_zh", label: ReplyStrings.zh, value: text.zh, errors: errors, rows: 7, maxlength: 600,
          reader: reader)
        textArea(
          name: "text_en", label: ReplyStrings.en, value: text.en, hint: ReplyStrings.enHint, errors: errors, rows: 7,
          maxlength: 1000, reader: reader)
        stickyActions {
          submitButton(ReplyStrings.save, l)
          submitButton(ReplyStrings.look, tone: .plain, name: "preview", value: "1", l)
          if view.templates.isTownsOwn(key) { resetButton(view) }
        }
      }
      replyPreview(view, text)
      if !view.versions.isEmpty { replyHistory(view) }
    }
  }

  private func facts(_ view: ReplyTemplateView) -> [(Text, HTML)] {
    let l = reader.language
    let braces = ReplyValue.allCases.map { "{\($0.rawValue)} \(ReplyStrings.meaning($0)(l))" }
    var facts: [(Text, HTML)] = []
    if let shipped = ReplyTemplates.shippedText(view.key) { facts.append((ReplyStrings.shipped, .text(shipped(l)))) }
    facts.append((ReplyStrings.braces, .text(braces.joined(separator: " · "))))
    facts.append((ReplyStrings.blanks, .text(reader(ReplyStrings.blanksHint))))
    return facts
  }

  private func resetButton(_ view: ReplyTemplateView) -> HTML {
    let isShipped = ReplyTemplates.shippedText(view.key) != nil
    return submitButton(
      isShipped ? ReplyStrings.reset : ReplyStrings.remove, tone: .plain, name: "reset", value: "1",
      confirm: isShipped ? ReplyStrings.resetAgain : ReplyStrings.removeAgain, reader.language)
  }

  /// How a whole reply reads with an example of everything that is filled in.
  private func replyPreview(_ view: ReplyTemplateView, _ text: Text) -> HTML {
    let shown = view.templates.with(view.key, text).reply(view.key, ReplyStrings.examples)
    return section("stack") {
      h2 { reader(ReplyStrings.preview) }
      for (language, words) in [("zh-Hans", shown.zh), ("en", shown.en)] {
        noticeBox(tone: .neutral) { p("said", ["lang": language]) { words } }
      }
    }
  }

  private func replyHistory(_ view: ReplyTemplateView) -> HTML {
    let l = reader.language
    return section {
      h2 { reader(ReplyStrings.versions) }
      timeline(
        view.versions.map { version in
          let words = version.text.zh.isEmpty ? ReplyStrings.backToShipped : version.text
          return TimelineEntry(
            who: version.madeBy,
            what: strong { reader(ReplyStrings.version(version.version)) } + p("said") { words(l) },
            when: version.madeAt)
        }, l)
    }
  }
}
