import Values

/// A basis as public pages, prints and replies cite it: laws by name, without articles, since several moved in the
/// texts of 2026 (rules.md §0). "《民法典》第二百七十八条" becomes "《民法典》", "Civil Code art. 278" "Civil Code".
package func publicBasis(_ basis: Text) -> Text {
  Text(zh: withoutChineseArticles(basis.zh), en: withoutEnglishArticles(basis.en))
}

private func withoutChineseArticles(_ text: String) -> String {
  let number = "[〇零一二三四五六七八九十百千两0-9]+"
  let article = "[、,，和及至]?第\(number)条(之\(number))?(第\(number)[款项])*"
  guard let articles = try? Regex("(\(article))+"), let doubts = try? Regex("（[^（）]*待核[^（）]*）") else { return "" }
  return text.replacing(doubts, with: "").replacing(articles, with: "")
}

private func withoutEnglishArticles(_ text: String) -> String {
  let numbers = "[0-9]+(\\s*(,|and|to|-|–)\\s*[0-9]+)*"
  guard let articles = try? Regex(",?\\s*\\b([Aa]rts?\\.?|[Aa]rticles?)\\s*\(numbers)"),
    let doubts = try? Regex("\\s*\\([^()]*to be checked[^()]*\\)")
  else { return "" }
  return text.replacing(doubts, with: "").replacing(articles, with: "")
}

/// Whether the basis names a law whose amended text, in force since 2026-01-01, has not been entered (rules.md §0).
func citesAmendedLaw(_ basis: Text) -> Bool {
  basis.zh.contains("村民委员会组织法") || basis.zh.contains("居民委员会组织法")
}
