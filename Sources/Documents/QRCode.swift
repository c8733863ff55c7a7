import CQrencode

/// A QR code of level M: readable with 15% of it covered, as on a poster outdoors.
package struct QRCode: Sendable, Hashable {
  /// Light modules around the code, which a reader needs.
  static let quietZone = 4

  /// Rows of modules, true is dark; without the quiet zone. 21 to 177 each way.
  package let modules: [[Bool]]

  /// - Parameter text: 1 to 2,331 bytes in UTF-8.
  /// - Throws: `DocumentError.tooLongForQR`; also for an empty text.
  package init(_ text: String) throws(DocumentError) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 2331,
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
    else { throw .tooLongForQR }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let data = code.pointee.data else { throw .tooLongForQR }
    modules = (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
  }

  /// Modules each way, with the quiet zone.
  package var size: Int { modules.count + 2 * Self.quietZone }

  /// An SVG picture that fills the space it is given: one path, a unit a module, dark on white.
  /// - Parameter label: what a screen reader says, "签到二维码".
  package func svg(label: String = "") -> String {
    let named = label.isEmpty ? " aria-hidden=\"true\"" : " role=\"img\" aria-label=\"\(Self.escaped(label))\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size) \(size)" shape-rendering="crispEdges"\(named)>\
      <path fill="#fff" d="M0 0h\(size)v\(size)H0z"/><path fill="#000" d="\(path)"/></svg>
      """
  }

  /// Runs of dark modules in a row, each a rectangle.
  private var path: String {
    var path = ""
    for (y, row) in modules.enumerated() {
      var x = 0
      while x < row.count {
        guard row[x] else {
          x += 1
          continue
        }
        let length = row[x...].prefix { $0 }.count
        path += "M\(x + Self.quietZone) \(y + Self.quietZone)h\(length)v1h-\(length)z"
        x += length
      }
    }
    return path
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
