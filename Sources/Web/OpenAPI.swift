import Foundation
import Values

/// The description of the API (OpenAPI 3.1), made from the same declarations as the routes.
enum OpenAPI {
  static func route(for routes: [Route]) -> Route {
    Route.get(
      "/openapi.json", needs: .anybody, Text(zh: "接口说明", en: "Description of the API"), mount: .api
    ) { request in
      let data = try JSONSerialization.data(
        withJSONObject: description(of: routes, request.reader.language),
        options: [.sortedKeys, .withoutEscapingSlashes])
      return .json(Array(data), status: 200, etag: nil)
    }
  }

  static func description(of routes: [Route], _ language: Language) -> [String: Any] {
    var paths: [String: [String: Any]] = [:]
    for route in routes where route.isForPrograms {
      paths[route.apiPath, default: [:]][route.method.rawValue.lowercased()] = operation(route, language)
    }
    return [
      "openapi": "3.1.0",
      "info": ["title": language == .zh ? "三事通接口" : "Sanshi API", "version": "1"],
      "paths": paths,
      "components": [
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        "schemas": ["Problem": problemSchema],
      ],
    ]
  }

  private static func operation(_ route: Route, _ language: Language) -> [String: Any] {
    var operation: [String: Any] = [
      "summary": route.summary(language), "operationId": identifier(route),
      "parameters": parameters(route, language), "responses": responses(route),
      "security": route.needs == .anybody ? [] : [["token": [String]()]],
    ]
    if route.method == .post { operation["requestBody"] = body(route, language) }
    return operation
  }

  /// "post_v_village_matters_matter_closure"
  private static func identifier(_ route: Route) -> String {
    let words = route.path.split(separator: "/").map { $0.filter { $0.isLetter || $0.isNumber } }
    return ([route.method.rawValue.lowercased()] + words).joined(separator: "_")
  }

  private static func parameters(_ route: Route, _ language: Language) -> [[String: Any]] {
    let inPath: [[String: Any]] = route.pathParameters.map {
      ["name": $0, "in": "path", "required": true, "schema": text(oneOf: choicesInPaths[$0] ?? [])]
    }
    guard route.method == .get else {
      return inPath + [
        ["name": "Idempotency-Key", "in": "header", "required": false, "schema": ["type": "string"]],
        ["name": "If-Match", "in": "header", "required": false, "schema": ["type": "string"]],
      ]
    }
    return inPath
      + route.takes.map {
        [
          "name": $0.name, "in": "query", "required": $0.isRequired, "description": $0.meaning(language),
          "schema": schema(of: $0),
        ]
      }
  }

  /// The names in paths that stand for one of a few values.
  private static let choicesInPaths = ["class": MatterClass.allCases.map(\.rawValue)]

  private static func schema(of parameter: Parameter) -> [String: Any] {
    if parameter.isFile { return ["type": "string", "format": "binary"] }
    let one = text(oneOf: parameter.choices)
    return parameter.isList ? ["type": "array", "items": one] : one
  }

  private static func text(oneOf choices: [String]) -> [String: Any] {
    choices.isEmpty ? ["type": "string"] : ["type": "string", "enum": choices]
  }

  /// A file comes as a part of a form; where it may be left out, the other fields come in any of the three ways.
  private static func body(_ route: Route, _ language: Language) -> [String: Any] {
    let (fields, files) = (route.takes.filter { !$0.isFile }, route.takes.filter(\.isFile))
    var content: [String: Any] = [:]
    for type in route.bodyTypes { content[type] = ["schema": ["type": "object"]] }
    if route.bodyTypes.isEmpty {
      if !files.isEmpty { content["multipart/form-data"] = ["schema": schema(of: fields + files, language)] }
      if !files.contains(where: \.isRequired) {
        for type in ["application/json", "application/x-www-form-urlencoded"] {
          content[type] = ["schema": schema(of: fields, language)]
        }
      }
    }
    return ["content": content]
  }

  private static func schema(of fields: [Parameter], _ language: Language) -> [String: Any] {
    var properties: [String: Any] = [:]
    for field in fields {
      properties[field.name] = schema(of: field).merging(["description": field.meaning(language)]) { $1 }
    }
    return ["type": "object", "properties": properties, "required": fields.filter(\.isRequired).map(\.name)]
  }

  private static func responses(_ route: Route) -> [String: Any] {
    let ok: [String: Any] = ["description": "OK", "content": content(route)]
    switch route.mount {
    case .page:
      return ["200": ok, "default": ["description": "Error, as a page", "content": ["text/html; charset=utf-8": [:]]]]
    case .standard:
      let types = Dictionary(uniqueKeysWithValues: route.answerTypes.map { ($0, [String: String]()) })
      return ["200": ok, "default": ["description": "Error, in the standard's form", "content": types]]
    case .both, .api: break
    }
    let problem: [String: Any] = [
      "description": "Problem",
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]
    let failures = ["401", "403", "404", "422", "default"] + (route.method == .post ? ["409", "412"] : [])
    var responses: [String: Any] = Dictionary(uniqueKeysWithValues: failures.map { ($0, problem) })
    responses["200"] = ok
    if route.method == .post { responses["201"] = ok }
    return responses
  }

  /// What a call that went well answers with, by media type.
  private static func content(_ route: Route) -> [String: Any] {
    if let file = route.file { return [file: ["schema": ["type": "string", "format": "binary"]]] }
    guard let sample = route.gives else { return [:] }
    let types = route.answerTypes.isEmpty ? ["application/json"] : route.answerTypes
    return Dictionary(uniqueKeysWithValues: types.map { ($0, ["schema": schema(of: sample)]) })
  }

  /// The schema of a sample's JSON: objects, arrays and the types of the values.
  private static func schema(of sample: any Encodable) -> [String: Any] {
    guard let bytes = try? JSON.bytes(sample),
      let object = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    else { return [:] }
    return schema(ofJSON: object)
  }

  private static func schema(ofJSON value: Any) -> [String: Any] {
    switch value {
    case let object as [String: Any]: ["type": "object", "properties": object.mapValues(schema(ofJSON:))]
    case let list as [Any]: ["type": "array", "items": list.map(schema(ofJSON:)).reduce([:], joined)]
    case is String: ["type": "string"]
    case let number as NSNumber:
      String(cString: number.objCType) == "c" ? ["type": "boolean"] : ["type": "number"]
    default: [:]
    }
  }

  /// What the items of a sample list have among them: each may show properties that another lacks.
  private static func joined(_ one: [String: Any], _ other: [String: Any]) -> [String: Any] {
    guard let mine = one["properties"] as? [String: [String: Any]],
      let others = other["properties"] as? [String: [String: Any]]
    else { return one.isEmpty ? other : one }
    return one.merging(["properties": mine.merging(others, uniquingKeysWith: joined)]) { $1 }
  }

  private static var problemSchema: [String: Any] {
    [
      "type": "object",
      "properties": [
        "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
        "detail": ["type": "string"],
        "errors": [
          "type": "array",
          "items": ["type": "object", "properties": ["field": ["type": "string"], "message": ["type": "string"]]],
        ],
      ],
    ]
  }
}
