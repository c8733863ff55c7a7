import Governance
import Markup
import Mechanism
import Seeds
import Store
import Values
import Web

/// Who is to be responsible from now on: a leaf of the catalogue with what is changed of it, and the reason.
struct NewClass: Sendable {
  let leaf: String
  /// Another lead body than the catalogue's; "" = the catalogue's.
  let lead: String
  /// Other working days than the catalogue's.
  let limitDays: Int?
  /// Nil: as it was.
  let urgency: Urgency?
  let reason: String

  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    leaf = form.required("leaf", max: 12, &errors) ?? ""
    lead = form.text("lead", max: 60, &errors)
    limitDays = form.int("limit_days", in: 1...90, &errors)
    urgency = form["urgency"].isEmpty ? nil : Urgency(code: form["urgency"])
    if !form["urgency"].isEmpty, urgency == nil { errors.add("urgency", ClassificationStrings.noSuchUrgency) }
    reason = form.required("reason", max: 500, &errors, missing: ClassificationStrings.reasonMissing) ?? ""
    guard errors.isEmpty else { throw errors }
  }

  /// The routing by the catalogue in force. `FieldErrors` of `leaf` when it has no such leaf in use, of `lead` for a body
  /// that is not known.
  func routing(in catalogue: Catalogue, _ bodies: KnownBodies, was old: Routing) throws(FieldErrors) -> Routing {
    guard let duty = catalogue.leaves.first(where: { $0.code == leaf }) else {
      throw FieldErrors("leaf", ClassificationStrings.noSuchLeaf)
    }
    guard let lead = lead.isEmpty ? duty.lead : bodies.name(of: lead) else {
      throw FieldErrors("lead", TriageStrings.noSuchBody(lead))
    }
    return Routing(
      matterClass: duty.matterClass, leaf: duty.code, lead: lead, co: duty.coHandlers,
      path: duty.path.rawValue, basis: duty.basis?.zh ?? "", basisMark: duty.basisMark?.rawValue ?? "",
      limitDays: limitDays ?? duty.days, urgency: urgency ?? old.urgency, reason: reason)
  }
}

enum ClassificationStrings {
  static let title = Text(zh: "改类", en: "Reclassify")
  static let lead = Text(
    zh: "选新的类目，写明理由。分类、负责单位、路径、时限和依据按责任目录跟着变，反映人会收到告知。",
    en: "Choose the category and say why. Class, body, path, limit and basis follow the catalogue; reporters are told.")
  static let leafHint = Text(zh: "后面写着分类和负责单位", en: "With class and responsible body")
  static let otherLead = Text(zh: "改由别的单位负责", en: "Another responsible body")
  static let otherLeadHint = Text(zh: "不填就按责任目录", en: "Left empty, as in the catalogue")
  static let days = Text(zh: "办理时限（工作日）", en: "Limit (working days)")
  static let urgency = Text(zh: "紧急程度", en: "Urgency")
  static let reason = Text(zh: "理由", en: "Reason")
  static let reasonExample = Text(zh: "现场看过，坏的是村里自己装的灯", en: "Seen on site: the lamp is the village's own")
  static let reasonMissing = Text(zh: "请写明为什么改", en: "Please say why")
  static let submit = Text(zh: "确认改类", en: "Reclassify")
  static let now = Text(zh: "现在", en: "Now")
  static let noSuchLeaf = Text(zh: "责任目录里没有在用的这个类目", en: "The catalogue has no such category in use")
  static let noSuchUrgency = Text(zh: "请选 U0 到 U3", en: "Please choose U0 to U3")
  static let unchanged = Text(zh: "不变", en: "Unchanged")
}

/// `GET` and `POST …/classification`.
func classificationRoutes(_ catalogues: Catalogues) -> [Route] {
  [
    .get(
      "/v/{village}/matters/{matter}/classification", needs: .can(.reclassify), ClassificationStrings.title,
      mount: .page
    ) { request in
      .page(request.classificationPage(try await request.matterView(catalogues)))
    },
    .post(
      "/v/{village}/matters/{matter}/classification", needs: .can(.reclassify), ClassificationStrings.title,
      takes: [
        Parameter("leaf", MatterListStrings.leaf, required: true),
        Parameter("reason", ClassificationStrings.reason, required: true),
        Parameter("lead", ClassificationStrings.otherLead), Parameter("limit_days", ClassificationStrings.days),
        Parameter("urgency", ClassificationStrings.urgency, oneOf: Urgency.allCases.map(\.code)),
        Parameter("version", MatterStrings.version),
      ], gives: MatterJSON.sample,
      rejected: { request, errors in
        request.classificationPage(
          try await request.matterView(catalogues), typed: Typed(form: request.form, errors: errors))
      }
    ) { request in
      let (key, id, day) = (try request.village(), try request.id("matter", as: Matter.self), request.now.day)
      let (new, version) = (try NewClass(request.form), try request.seenVersion())
      let code = request.place?.code ?? ""
      let bodies = try await request.knownBodies(try await request.catalogue().catalogue)
      return try await request.write(orShow: { refusal in
        request.classificationPage(
          try await request.matterView(catalogues), typed: Typed(form: request.form, refusal: refusal))
      }) { w in
        let old = try w.tx.matter(id, in: key).routing
        let catalogue = try catalogues.current(town: key.town, day: day, in: w.tx).catalogue
        try w.reclassify(id, to: try new.routing(in: catalogue, bodies, was: old), in: key, version: version)
        return Outcome(Link.matter(code, id), json: MatterJSON(try w.tx.matter(id, in: key)))
      }
    },
  ]
}

extension Request {
  func classificationPage(_ view: MatterView, typed: Typed = Typed()) -> HTMLPage {
    let (l, village, matter) = (reader.language, place?.code ?? "", view.matter)
    return page(ClassificationStrings.title, current: Link.matters(village)) {
      breadcrumbs(
        [
          (Link.matters(village), MatterListStrings.title),
          (Link.matter(village, matter.id), Text(same: matter.number)),
        ],
        current: ClassificationStrings.title, l)
      pageTitle(ClassificationStrings.title, lead: .text(reader(ClassificationStrings.lead)), l)
      if let refusal = typed.refusal { refusalBox(refusal) }
      definitionList(
        [
          (MatterStrings.matter, .text(matter.title)),
          (
            ClassificationStrings.now,
            classMark(matter.routing.matterClass, l)
              + .text(
                " " + view.catalogue.spoken("leaf", matter.routing.leaf)(l) + " · " + bodyName(matter.routing.lead)(l))
          ),
        ], l)
      Web.form(
        action: Link.matterClassification(village, matter.id), reader: reader, key: Secrets.token(bits: 80),
        errors: typed.errors
      ) {
        hiddenField("version", String(matter.version))
        classificationFields(view.catalogue, leaf: matter.routing.leaf, typed)
        stickyActions { submitButton(ClassificationStrings.submit, l) }
      }
    }
  }

  /// The fields of `NewClass`.
  func classificationFields(_ catalogue: Catalogue, leaf: String, _ typed: Typed) -> HTML {
    let (form, errors) = (typed.form, typed.errors)
    let options = catalogue.leaves.map { duty in
      (
        value: duty.code,
        label: duty.name + Text(same: " · ") + duty.matterClass.name + Text(same: " · ") + bodyName(duty.lead)
          + Text(same: " (\(duty.code))")
      )
    }
    let urgencies = Urgency.allCases.map { (value: $0.code, label: $0.name) }
    return selectField(
      name: "leaf", label: MatterListStrings.leaf, options: options,
      selected: form["leaf"].isEmpty ? leaf : form["leaf"], hint: ClassificationStrings.leafHint, errors: errors,
      required: true, reader: reader)
      + textArea(
        name: "reason", label: ClassificationStrings.reason, value: form["reason"],
        example: ClassificationStrings.reasonExample, errors: errors, rows: 3, required: true, maxlength: 500,
        reader: reader)
      + textField(
        name: "lead", label: ClassificationStrings.otherLead, value: form["lead"],
        hint: ClassificationStrings.otherLeadHint, errors: errors, maxlength: 60, reader: reader)
      + textField(
        name: "limit_days", label: ClassificationStrings.days, value: form["limit_days"],
        hint: ClassificationStrings.otherLeadHint, errors: errors, inputmode: "numeric", reader: reader)
      + selectField(
        name: "urgency", label: ClassificationStrings.urgency,
        options: [(value: "", label: ClassificationStrings.unchanged)] + urgencies, selected: form["urgency"],
        errors: errors, reader: reader)
  }
}
