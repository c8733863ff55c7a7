import Foundation

/// Whether an address of the internet lies outside the open internet: this machine, a network of one's own, a link, a
/// group, or one that is kept for other uses. `bytes` are the 4 of IPv4 or the 16 of IPv6; other lengths count as private.
package func isPrivateAddress(_ bytes: [UInt8]) -> Bool {
  switch bytes.count {
  case 4: return isPrivate4(bytes)
  case 16: break
  default: return true
  }
  // IPv4 in the clothes of IPv6: mapped (::ffff:0:0/96), compatible (::/96), translated (64:ff9b::/96), 6to4 (2002::/16).
  let isZero = bytes[0..<10].allSatisfy { $0 == 0 }
  if isZero, bytes[10] == 0xFF, bytes[11] == 0xFF { return isPrivate4(Array(bytes[12...])) }
  if isZero, bytes[10] == 0, bytes[11] == 0 { return true }
  if Array(bytes[0..<12]) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return isPrivate4(Array(bytes[12...])) }
  if bytes[0] == 0x20, bytes[1] == 0x02 { return isPrivate4(Array(bytes[2..<6])) }
  // Open addresses are 2000::/3 alone, without those for documents (2001:db8::/32) and tunnels (2001::/23).
  guard bytes[0] & 0xE0 == 0x20 else { return true }
  if bytes[0] == 0x20, bytes[1] == 0x01 { return bytes[2] < 2 || bytes[2] == 0x0D && bytes[3] == 0xB8 }
  return false
}

private func isPrivate4(_ b: [UInt8]) -> Bool {
  switch (b[0], b[1], b[2]) {
  case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (192, 168, _), (192, 0, 0), (192, 0, 2), (192, 88, 99),
    (198, 18, _), (198, 19, _), (198, 51, 100), (203, 0, 113):
    true
  case (100, 64...127, _), (172, 16...31, _): true
  case (224..., _, _): true
  default: false
  }
}

/// The address of a socket as bytes; nil when it is neither IPv4 nor IPv6.
func addressBytes(_ address: UnsafePointer<sockaddr>) -> [UInt8]? {
  switch Int32(address.pointee.sa_family) {
  case AF_INET:
    address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { v4 in
      withUnsafeBytes(of: v4.pointee.sin_addr) { Array($0) }
    }
  case AF_INET6:
    address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { v6 in
      withUnsafeBytes(of: v6.pointee.sin6_addr) { Array($0) }
    }
  default: nil
  }
}

/// Whether a host leads to a private address as far as this machine can tell now. False for a name that is not found:
/// each connection is checked again when it is made.
func leadsToPrivateAddress(_ host: String) -> Bool {
  var hints = addrinfo()
  hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
  var found: UnsafeMutablePointer<addrinfo>?
  guard getaddrinfo(host, nil, &hints, &found) == 0 else { return false }
  defer { freeaddrinfo(found) }
  var next = found
  while let each = next {
    if let address = each.pointee.ai_addr, let bytes = addressBytes(address), isPrivateAddress(bytes) { return true }
    next = each.pointee.ai_next
  }
  return false
}
