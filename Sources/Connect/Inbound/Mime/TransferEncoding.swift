/// The content of a part without its transfer encoding (RFC 2045, 6). What is no letter of base64 is passed over, as
/// forwarded letters hold spaces and blank lines within it.
func decoded(_ bytes: some Collection<UInt8>, encoding: String) -> [UInt8] {
  switch encoding.lowercased() {
  case "base64": base64(bytes)
  case "quoted-printable": quotedPrintable(Array(bytes))
  default: Array(bytes)
  }
}

private let base64Values: [UInt8] = {
  var values = [UInt8](repeating: 255, count: 256)
  let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  for (value, letter) in letters.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
  return values
}()

func base64(_ bytes: some Collection<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count * 3 / 4)
  var (buffer, held) = (0, 0)
  for byte in bytes {
    // The end of a piece; another may follow where a program joined two.
    if byte == UInt8(ascii: "=") {
      (buffer, held) = (0, 0)
      continue
    }
    let value = base64Values[Int(byte)]
    if value == 255 { continue }
    buffer = buffer << 6 | Int(value)
    held += 6
    if held >= 8 {
      held -= 8
      result.append(UInt8(buffer >> held & 255))
      buffer &= (1 << held) - 1
    }
  }
  return result
}

/// - Parameter isHeader: in words of a header "_" stands for a space (RFC 2047, 4.2).
func quotedPrintable(_ bytes: [UInt8], isHeader: Bool = false) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var at = 0
  while at < bytes.count {
    let byte = bytes[at]
    at += 1
    guard byte == UInt8(ascii: "=") else {
      result.append(isHeader && byte == UInt8(ascii: "_") ? 32 : byte)
      continue
    }
    if at + 1 < bytes.count, let high = hexValue(bytes[at]), let low = hexValue(bytes[at + 1]) {
      result.append(high << 4 | low)
      at += 2
    } else if let end = softBreak(bytes, at) {
      at = end
    } else {
      result.append(byte)
    }
  }
  return result
}

/// The place after a line end that belongs to the encoding alone; nil where there is none.
private func softBreak(_ bytes: [UInt8], _ start: Int) -> Int? {
  var at = start
  while at < bytes.count, bytes[at] == 32 || bytes[at] == 9 || bytes[at] == 13 { at += 1 }
  if at == bytes.count { return at }
  return bytes[at] == 10 ? at + 1 : nil
}

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 48...57: byte - 48
  case 65...70: byte - 55
  case 97...102: byte - 87
  default: nil
  }
}
