import Foundation
import Values

/// The host of an address to which messages are sent: "https://host/…". Over plain http only where private addresses are
/// allowed; never with a user in it.
/// - Throws: what is wrong with it, in words.
package func hostOfWebAddress(_ text: String, allowsPrivate: Bool) throws(WebAddressError) -> String {
  guard text.utf8.count <= 1000, text.utf8.allSatisfy({ (33...126).contains($0) }),
    let parts = URLComponents(string: text),
    let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil
  else { throw WebAddressError(words: WebAddressError.form) }
  guard parts.scheme == "https" || parts.scheme == "http" && allowsPrivate else {
    throw WebAddressError(words: WebAddressError.secure)
  }
  return host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
}

package struct WebAddressError: Error, Sendable, Hashable {
  package let words: Text

  static let form = Text(
    zh: "网址像这样写：https://example.org/send", en: "Please give an address such as https://example.org/send")
  static let secure = Text(
    zh: "网址要以 https:// 开头；允许内网地址时可以用 http://",
    en: "The address begins with https://; http:// only where private addresses are allowed")
  static let isPrivate = Text(
    zh: "这个地址在内网里。确实要用的话，请勾上“允许内网地址”",
    en: "This address lies in a private network. If that is meant, tick “allow private addresses”")
}
