import Foundation
import Values

/// The style sheets, scripts and icons that come with the program; read once.
enum AssetFiles {
  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png",
    "webmanifest": "application/manifest+json",
  ]

  private static let all: [String: [UInt8]] = {
    guard let root = Bundle.module.resourceURL?.appendingPathComponent("Assets"),
      let walk = FileManager.default.enumerator(atPath: root.path)
    else { return [:] }
    var found: [String: [UInt8]] = [:]
    for case let path as String in walk {
      var isFolder: ObjCBool = false
      let full = root.appendingPathComponent(path).path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      found[path] = FileManager.default.contents(atPath: full).map { Array($0) }
    }
    // One request instead of one a component, in the order of the cascade.
    found["css/all.css"] = Assets.stylesheets.flatMap { found["css/" + $0] ?? [] }
    return found
  }()

  static let route = Route.get(
    "/assets/{kind}/{file}", needs: .anybody, Text(zh: "样式与脚本", en: "Style sheets and scripts"), mount: .page
  ) { request in
    let path = "\(request.parameters["kind"] ?? "")/\(request.parameters["file"] ?? "")"
    guard let bytes = all[path], let type = types[String(path.split(separator: ".").last ?? "")] else {
      throw NotFound()
    }
    return .bytes(bytes, type: type, name: nil, cache: true)
  }
}
