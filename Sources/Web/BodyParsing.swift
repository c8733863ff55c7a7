import Foundation
import Values

/// Reads the body of a request into a `Form`.
enum BodyParsing {
  /// `application/x-www-form-urlencoded`, `multipart/form-data` and `application/json`.
  static func form(_ bytes: [UInt8], contentType: String) throws -> Form {
    if bytes.isEmpty { return Form() }
    if contentType.hasPrefix("application/json") { return try json(bytes) }
    if contentType.hasPrefix("multipart/form-data") {
      guard let boundary = parameter("boundary", of: contentType), !boundary.isEmpty else { throw broken }
      return try multipart(bytes, boundary: boundary)
    }
    return try urlEncoded(bytes)
  }

  private static let broken = FieldErrors("body", WebWords.badForm)

  static func query(_ text: String?) -> Form { (try? urlEncoded(Array((text ?? "").utf8))) ?? Form() }

  static func urlEncoded(_ bytes: [UInt8]) throws -> Form {
    var fields: [String: [String]] = [:]
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decoded(halves[0]), let value = decoded(halves.count > 1 ? halves[1] : []) else {
        throw FieldErrors(decoded(halves[0]) ?? "body", WebWords.badEncoding)
      }
      fields[name, default: []].append(value)
    }
    return Form(fields: fields)
  }

  /// Nil when the bytes are not UTF-8.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        result.append(32)
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func json(_ bytes: [UInt8]) throws -> Form {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw FieldErrors("body", WebWords.badJSON)
    }
    var fields: [String: [String]] = [:]
    for (name, value) in object {
      let list = value as? [Any] ?? [value]
      fields[name] = try list.compactMap { try text(of: $0, name) }
    }
    return Form(fields: fields)
  }

  private static func text(of value: Any, _ name: String) throws -> String? {
    if value is NSNull { return nil }
    if let text = value as? String { return text }
    if let number = value as? NSNumber {
      return CFBooleanCheck.isBoolean(number) ? (number.boolValue ? "1" : "0") : number.stringValue
    }
    // An object (a mapping of columns) is kept as its JSON text.
    guard JSONSerialization.isValidJSONObject(value), let data = try? JSONSerialization.data(withJSONObject: value)
    else {
      throw FieldErrors(name, WebWords.badJSON)
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func multipart(_ bytes: [UInt8], boundary: String) throws -> Form {
    let data = Data(bytes)
    let mark = Data("--\(boundary)".utf8)
    let gap = Data("\r\n\r\n".utf8)
    var fields: [String: [String]] = [:]
    var files: [String: [Upload]] = [:]
    guard var start = data.range(of: mark)?.upperBound else { throw broken }
    while true {
      guard data.count >= start + 2 else { throw broken }
      if data[start] == UInt8(ascii: "-"), data[start + 1] == UInt8(ascii: "-") { break }
      guard let end = data.range(of: Data("\r\n".utf8) + mark, in: start..<data.count),
        let head = data.range(of: gap, in: start..<end.lowerBound)
      else { throw broken }
      guard let headers = String(validating: data[start..<head.lowerBound], as: UTF8.self) else {
        throw FieldErrors("body", WebWords.badEncoding)
      }
      let content = data[head.upperBound..<end.lowerBound]
      let lines = headers.split(separator: "\r\n").map(String.init)
      let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") } ?? ""
      guard let name = parameter("name", of: disposition) else { throw broken }
      if let file = parameter("filename", of: disposition) {
        let type = lines.first { $0.lowercased().hasPrefix("content-type:") }?.dropFirst(13) ?? ""
        files[name, default: []].append(
          Upload(name: Form.cleaned(file), type: type.trimmingCharacters(in: .whitespaces), bytes: Array(content)))
      } else {
        guard let value = String(validating: content, as: UTF8.self) else {
          throw FieldErrors(name, WebWords.badEncoding)
        }
        fields[name, default: []].append(value)
      }
      start = end.upperBound
    }
    return Form(fields: fields, files: files)
  }

  /// `key="value"` or `key=value` of a header.
  private static func parameter(_ key: String, of header: String) -> String? {
    for part in header.split(separator: ";").dropFirst() {
      let trimmed = part.trimmingCharacters(in: .whitespaces)
      guard trimmed.lowercased().hasPrefix(key + "=") else { continue }
      return trimmed.dropFirst(key.count + 1).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    }
    return nil
  }
}

/// Tells JSON's true and false from numbers, which Foundation gives as the same class.
private enum CFBooleanCheck {
  static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
