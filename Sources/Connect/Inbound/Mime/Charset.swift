import Foundation

/// Bytes of a letter as text, by the charset that it names. Letters from phones name none or a wrong one: what is UTF-8
/// is read as UTF-8, what is not by the name, else as GB18030, which holds GB2312 and GBK. What cannot be read becomes "?".
package func text(of bytes: [UInt8], charset: String) -> String {
  let name = charset.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
  // ISO-2022-JP and UTF-7 are pure ASCII to look at: their name alone tells.
  let isShifted = name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("hz")
  if !isShifted, let text = String(validating: bytes, as: UTF8.self) { return text }
  let isChinese = ["gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "", "us-ascii", "ascii", "utf-8", "utf8"]
    .contains(name)
  let wanted = isChinese ? "GB18030" : name
  return converted(bytes, from: wanted) ?? converted(bytes, from: "GB18030") ?? String(decoding: bytes, as: UTF8.self)
}

/// By iconv, "?" for each byte that has no meaning; nil where the charset is unknown.
private func converted(_ bytes: [UInt8], from charset: String) -> String? {
  guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
  defer { iconv_close(converter) }
  var (input, result) = (bytes, [UInt8]())
  var piece = [UInt8](repeating: 0, count: 8192)
  input.withUnsafeMutableBytes { source in
    var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = source.count
    while left > 0 {
      let before = left
      let written = piece.withUnsafeMutableBytes { target in
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        _ = iconv(converter, &from, &left, &to, &room)
        return target.count - room
      }
      result += piece.prefix(written)
      if left == before, written == 0 {
        result.append(UInt8(ascii: "?"))
        from = from?.advanced(by: 1)
        left -= 1
      }
    }
  }
  return String(decoding: result, as: UTF8.self)
}
