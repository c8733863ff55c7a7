import Foundation

/// Why bytes cannot be read as a letter.
package enum LetterFault: Error, Sendable, Hashable {
  case tooLarge
  /// Parts within parts, or more of them than any letter needs.
  case tooDeep
  case noHeader
}

/// A letter that came: its header, its text, its photos (RFC 2045, 2046). Reads what it understands and passes over the
/// rest: no letter stops it, and none makes it use more than a few times its own size.
package struct ReceivedLetter: Sendable {
  /// Bytes of a letter, parts within parts, parts altogether, photos that are looked at.
  package static let (mostBytes, mostDepth, mostParts, mostPhotos) = (10 << 20, 10, 200, 20)
  /// Bytes of one part of text that are read.
  private static let mostText = 400_000

  package let header: MailHeader
  /// Plain text as it was written, with what was quoted and the signature; "" without any.
  package private(set) var text = ""
  /// Files that say that they are pictures, as they came, at most 20.
  package private(set) var photos: [[UInt8]] = []
  /// Whether it reports on the delivery of another letter.
  package private(set) var isReport = false

  private var html = ""
  private var parts = 0

  /// - Throws: `LetterFault`.
  package init(_ bytes: [UInt8]) throws(LetterFault) {
    guard bytes.count <= Self.mostBytes else { throw .tooLarge }
    let (header, body) = Self.split(bytes[...])
    guard header.has("from") || header.has("received") || header.has("date") else { throw .noHeader }
    self.header = header
    try read(header, body, depth: 0)
    if text.allSatisfy(\.isWhitespace) { text = plainText(ofHTML: html) }
  }

  /// The header alone, of a letter that is too large to be read.
  package init(headerOf bytes: [UInt8]) { header = MailHeader(bytes[...]) }

  package var from: MailBoxName? { mailNames(header["from"]).first }
  package var subject: String { header.words("subject") }

  /// The key of the letter without its angle brackets; "" without one.
  package var messageID: String { Self.keys(header["message-id"]).first ?? "" }

  /// The letters that this one answers.
  package var answers: [String] { Self.keys(header["in-reply-to"]) + Self.keys(header["references"]).reversed() }

  /// All addresses to which it came.
  package var recipients: [String] {
    ["to", "cc", "delivered-to", "x-original-to", "envelope-to"].flatMap(header.all).flatMap(mailNames).map(\.address)
  }

  private static func keys(_ field: String) -> [String] {
    field.split(whereSeparator: { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "," }).prefix(50)
      .map(String.init).filter { $0.contains("@") && $0.utf8.count <= 300 }
  }

  private mutating func read(_ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int) throws(LetterFault) {
    parts += 1
    guard depth <= Self.mostDepth, parts <= Self.mostParts else { throw .tooDeep }
    let type = header.value("content-type")
    if type == "multipart/report" { isReport = true }
    let boundary = header.parameter("boundary", of: "content-type")
    if type.hasPrefix("multipart/"), !boundary.isEmpty {
      for part in Self.parts(of: body, boundary) {
        let (header, body) = Self.split(part)
        try read(header, body, depth: depth + 1)
      }
    } else if type != "message/rfc822" {
      // A letter within the letter is somebody else's.
      take(header, body, type)
    }
  }

  private mutating func take(_ header: MailHeader, _ body: ArraySlice<UInt8>, _ type: String) {
    let isFile = header.value("content-disposition") == "attachment"
    let encoding = header.value("content-transfer-encoding")
    if type.hasPrefix("image/") || (type == "application/octet-stream" && Self.isPicture(header)) {
      if photos.count < Self.mostPhotos { photos.append(decoded(body, encoding: encoding)) }
    } else if !isFile, type.isEmpty || type == "text/plain" || type == "text/html" {
      let charset = header.parameter("charset", of: "content-type")
      let content = Connect.text(of: Array(decoded(body, encoding: encoding).prefix(Self.mostText)), charset: charset)
      if type == "text/html" { html += content } else { text += (text.isEmpty ? "" : "\n") + content }
    }
  }

  private static func isPicture(_ header: MailHeader) -> Bool {
    let name = header.parameter("filename", of: "content-disposition") + header.parameter("name", of: "content-type")
    return [".jpg", ".jpeg", ".png", ".webp", ".heic", ".gif"].contains(where: name.lowercased().hasSuffix)
  }

  /// Header and body; an empty line stands between them.
  private static func split(_ bytes: ArraySlice<UInt8>) -> (MailHeader, ArraySlice<UInt8>) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.endIndex
      let line = bytes[at..<end]
      let next = end < bytes.endIndex ? end + 1 : end
      if line.isEmpty || (line.count == 1 && line.first == 13) {
        return (MailHeader(bytes[bytes.startIndex..<at]), bytes[next...])
      }
      at = next
    }
    return (MailHeader(bytes), bytes[bytes.endIndex...])
  }

  /// What stands between the lines "--boundary"; without a last one up to the end.
  private static func parts(of body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var (found, start): ([ArraySlice<UInt8>], Int?) = ([], nil)
    var at = body.startIndex
    while at < body.endIndex {
      let end = body[at...].firstIndex(of: 10) ?? body.endIndex
      let next = end < body.endIndex ? end + 1 : end
      if body[at..<end].starts(with: mark) {
        let rest = body[at..<end].dropFirst(mark.count).filter { $0 != 13 && $0 != 32 && $0 != 9 }
        if rest.isEmpty || rest.starts(with: "--".utf8) {
          if let start { found.append(withoutLineEnd(body[start..<at])) }
          start = rest.isEmpty ? next : nil
          if start == nil || found.count > mostParts { return found }
        }
      }
      at = next
    }
    if let start { found.append(body[start...]) }
    return found
  }

  /// The line end before a boundary belongs to the boundary.
  private static func withoutLineEnd(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let part = part.last == 10 ? part.dropLast() : part
    return part.last == 13 ? part.dropLast() : part
  }
}
