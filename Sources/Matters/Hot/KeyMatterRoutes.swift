import Governance
import Markup
import Mechanism
import Store
import Values
import Web

/// `POST …/key-mark` and `…/key-mark/end`.
func keyMatterRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    keyRoute("key-mark", HotStrings.mark, catalogues) { w, id, key, ofTown, reason, version in
      try w.markKey(id, in: key, ofTown: ofTown, reason: reason, version: version)
    },
    keyRoute("key-mark/end", HotStrings.unmark, catalogues) { w, id, key, ofTown, reason, _ in
      try w.unmarkKey(id, in: key, ofTown: ofTown, reason: reason)
    },
  ]
}

private typealias KeyWrite = @Sendable (Write, ID<Matter>, VillageKey, Bool, KeyReason, Int?) throws -> Void

private func keyRoute(
  _ address: String, _ summary: Text, _ catalogues: Catalogues, _ body: @escaping KeyWrite
) -> Route {
  .post(
    "/v/{village}/matters/{matter}/\(address)", needs: .can(.markKeyMatter), summary,
    takes: [
      Parameter("reason", HotStrings.reason, required: true), Parameter("version", MatterStrings.version),
    ], gives: MatterJSON.sample,
    rejected: { request, errors in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, errors: errors))
    }
  ) { request in
    let (key, id) = (try request.village(), try request.id("matter", as: Matter.self))
    let (reason, version) = (try KeyReason(request.form), try request.seenVersion())
    let (code, ofTown) = (request.place?.code ?? "", request.marksForTown)
    return try await request.write(orShow: { refusal in
      request.matterPage(
        try await request.matterView(catalogues), typed: Typed(form: request.form, refusal: refusal))
    }) { w in
      try body(w, id, key, ofTown, reason, version)
      return Outcome(Link.matter(code, id), json: MatterJSON(try w.tx.matter(id, in: key)))
    }
  }
}

extension Request {
  /// Whether the person marks for the town: holds the right by a post above the village.
  var marksForTown: Bool {
    postsHere.contains {
      ($0.place.level == .town || $0.place.level == .county) && capabilities(of: $0.role).contains(.markKeyMatter)
    }
  }

  /// Whether the matter is key and hard, and why; with the form to mark it or to take the mark back.
  func keySection(_ view: MatterView, _ village: String, _ typed: Typed) -> HTML {
    let matter = view.matter
    guard matter.mergedInto == nil else { return .empty }
    let reasons = hardReasons(view.hardFacts, at: now)
    let mayMark = may(.markKeyMatter) && (matter.state.isOpen || !view.keyMarks.isEmpty)
    guard !reasons.isEmpty || !view.keyMarks.isEmpty || mayMark else { return .empty }
    return section("stack", ["id": "key"]) {
      h2 { reader(HotStrings.keyAndHard) }
      for mark in view.keyMarks {
        p {
          keyChip(reader.language)
          " " + mark.reason
        }
        p("hint") { reader(HotStrings.markedBy(isTown: mark.isOfTown, on: mark.at.day)) }
      }
      for reason in reasons {
        p {
          hardChip(reader.language)
          " " + reader(reason.words(at: now, reader.calendar))
        }
      }
      if mayMark { keyForm(view, village, typed) }
    }
  }

  private func keyForm(_ view: MatterView, _ village: String, _ typed: Typed) -> HTML {
    let isKey = !view.keyMarks.isEmpty
    if isKey, !marksForTown, view.keyMarks.contains(where: \.isOfTown) {
      return p("hint") { reader(HotRefusals.markOfTown.reason) }
    }
    let wrong = typed.isOfKeyMark
    let words = isKey ? HotStrings.unmark : HotStrings.mark
    return dialogDetails(summary: words, open: wrong, reader.language) {
      Web.form(
        action: isKey ? Link.keyMarkEnd(village, view.matter.id) : Link.keyMark(village, view.matter.id),
        reader: reader,
        key: Secrets.token(bits: 80), errors: wrong ? typed.errors : nil
      ) {
        hiddenField("version", String(view.matter.version))
        textField(
          name: "reason", label: isKey ? HotStrings.unmarkReason : HotStrings.reason,
          value: wrong ? typed.form["reason"] : "",
          example: isKey ? HotStrings.unmarkExample : HotStrings.reasonExample, errors: wrong ? typed.errors : nil,
          required: true,
          maxlength: 200, reader: reader)
        actions { submitButton(words, tone: isKey ? .danger : .primary, reader.language) }
      }
    }
  }
}

extension Typed {
  /// Whether it came from the form of the mark, not from that of the steps.
  var isOfKeyMark: Bool { errors?.message(for: "reason") != nil }
}

/// 重点, as a chip with its word.
func keyChip(_ l: Language) -> HTML { stateChip(HotStrings.key, tone: .active, l) }
/// 难点.
func hardChip(_ l: Language) -> HTML { stateChip(HotStrings.hard, tone: .red, l) }

extension DecisionRow {
  /// Whether it gave the matter to another responsible body.
  var handsOn: Bool { kind == "reclassified" && differences.contains { $0.field == "lead" && !$0.before.isEmpty } }
}
