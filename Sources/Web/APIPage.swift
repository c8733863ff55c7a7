import Markup
import Values

/// The description of the API for people: how to call it, and every address with what it does and who may.
enum APIPage {
  /// `routes`: those of all slices. Stands beside `OpenAPI.route(for:)` in the server.
  static func route(for routes: [Route]) -> Route {
    let listed = routes.filter(\.isForPrograms).sorted {
      ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue)
    }
    return Route.get("/api", needs: .anybody, APIWords.title, mount: .page) { request in .page(page(listed, request)) }
  }

  private static func page(_ routes: [Route], _ request: Request) -> HTMLPage {
    let l = request.reader.language
    return request.plainPage(APIWords.title) {
      pageTitle(APIWords.title, lead: .text(APIWords.lead(l)), l)
      actions { linkButton("/api/v1/openapi.json", APIWords.openAPI, icon: .file, l) }
      h2 { APIWords.how(l) }
      ul("stack") { for line in APIWords.rules { li { line(l) } } }
      h2 { APIWords.addresses(l) }
      table(routes, l)
    }
  }

  private static func table(_ routes: [Route], _ l: Language) -> HTML {
    dataTable(
      caption: APIWords.addresses,
      columns: [
        Column(title: APIWords.address, width: .text), Column(title: APIWords.does, width: .name),
        Column(title: APIWords.who, width: .name),
      ],
      rows: routes.map { route in
        [
          element("code") { "\(route.method.rawValue) \(route.apiPath)" }, .text(route.summary(l)),
          .text(who(route.needs)(l)),
        ]
      }, compact: true, l)
  }

  private static func who(_ need: Need) -> Text {
    switch need {
    case .anybody: APIWords.anybody
    case .signedIn: APIWords.signedIn
    case .can(let capability): capability.name + APIWords.here
    case .canSomewhere(let capability): capability.name + APIWords.somewhere
    }
  }
}

/// The words of the API's page.
private enum APIWords {
  static let title = Text(zh: "开放接口", en: "API")
  static let lead = Text(
    zh: "页面上能做的事，程序也能做：同样的规则，同样的权限。",
    en: "What people do on pages, programs do here: by the same rules and rights.")
  static let openAPI = Text(zh: "OpenAPI 3.1 说明文件", en: "OpenAPI 3.1 description")
  static let how = Text(zh: "怎么用", en: "How to call it")
  static let rules = [
    Text(
      zh: "身份：登录后在“账号”页领一个令牌，放在请求头 Authorization: Bearer 令牌。公开的地址不用。",
      en:
        "Identity: take a token on your account page and send it as Authorization: Bearer TOKEN. Public addresses need none."
    ),
    Text(
      zh: "内容：POST 收 JSON 对象或表单，有文件时用 multipart/form-data；回 JSON，字段名用下划线，编号是文字。",
      en:
        "Content: POST takes a JSON object or a form, with files multipart/form-data; answers are JSON in snake_case, ids are texts."
    ),
    Text(
      zh: "翻页：列表每次给一页和 next，下一页加上 ?after=next 的值。",
      en: "Pages: a list gives one page and next; the following page takes ?after= with that value."),
    Text(
      zh: "重发：POST 带上 Idempotency-Key，同一个键再发一次不会重复写。",
      en: "Sending again: with an Idempotency-Key a repeated POST changes nothing."),
    Text(
      zh: "同时修改：读到的 ETag 放在 If-Match 里，别人改过就不会被盖掉。",
      en: "Two at once: send the ETag you read as If-Match, and another's change is not overwritten."),
    Text(
      zh: "出错：application/problem+json,422 列出每个字段的问题，409 说明哪条规则和怎么办。",
      en:
        "Errors: application/problem+json; 422 lists what is wrong with each field, 409 names the rule and the way out."
    ),
  ]
  static let addresses = Text(zh: "全部地址", en: "All addresses")
  static let address = Text(zh: "地址", en: "Address")
  static let does = Text(zh: "做什么", en: "What it does")
  static let who = Text(zh: "谁可以", en: "Who may")
  static let anybody = Text(zh: "任何人", en: "Anybody")
  static let signedIn = Text(zh: "登录的人", en: "Signed-in people")
  static let here = Text(zh: "（在这个地方）", en: " (at that place)")
  static let somewhere = Text(zh: "（在任何地方）", en: " (at any place)")
}
