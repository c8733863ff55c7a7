import Testing
import Values

@testable import Mechanism

@Suite struct PublicBasisTests {
  @Test(arguments: [
    ("《民法典》第二百七十八条", "《民法典》"),
    ("《农村集体经济组织法》第二十六条、第二十七条、第二十八条、《妇女权益保障法》", "《农村集体经济组织法》、《妇女权益保障法》"),
    ("《村民委员会组织法》第二十四条（2018年文本，2026年新文本待核）；一事一议办法", "《村民委员会组织法》；一事一议办法"),
    ("《民法典》第二百七十八条（小区的共有部分）", "《民法典》（小区的共有部分）"),
    ("《刑法》第三百零三条之一第一款", "《刑法》"), ("《水法》", "《水法》"),
  ])
  func articlesFallAwayInChinese(basis: String, expected: String) {
    #expect(publicBasis(Text(zh: basis, en: "")).zh == expected)
  }

  @Test(arguments: [
    ("Civil Code art. 278; Property Management Regulation arts 13, 14", "Civil Code; Property Management Regulation"),
    (
      "Organic Law of Villagers' Committees arts 24, 28 (2018 text; to be checked against the 2026 text)",
      "Organic Law of Villagers' Committees"
    ),
    (
      "Opinion on consultation (General Offices, 2015 No. 41)", "Opinion on consultation (General Offices, 2015 No. 41)"
    ),
    ("Civil Code art. 278 (common parts of an estate)", "Civil Code (common parts of an estate)"),
  ])
  func articlesFallAwayInEnglish(basis: String, expected: String) {
    #expect(publicBasis(Text(zh: "", en: basis)).en == expected)
  }

  @Test func noShippedBasisShowsAnArticleToResidents() {
    for duty in Catalogue.shipped.leaves {
      guard let basis = duty.publicBasis else { continue }
      #expect(!basis.zh.isEmpty && !basis.en.isEmpty, "\(duty.code)")
      #expect(basis.zh.firstMatch(of: #/第.{1,8}条/#) == nil, "\(duty.code): \(basis.zh)")
      #expect(basis.en.firstMatch(of: #/\barts?\b/#) == nil, "\(duty.code): \(basis.en)")
      #expect(!basis.zh.contains("待核"), "\(duty.code)")
    }
  }

  @Test func anAmendedLawWarnsInOffices() throws {
    let warned = Catalogue.shipped.leaves.filter { $0.basisWarning == DutyStrings.checkAgainst2026 }
    #expect(warned.allSatisfy { $0.basis?.zh.contains("委员会组织法") ?? false })
    #expect(warned.count == Catalogue.shipped.leaves.count { $0.basis?.zh.contains("民委员会组织法") ?? false })
    #expect(try #require(Catalogue.shippedDuty("PM0301")).basisWarning == nil)
    #expect(try #require(Catalogue.shippedDuty("PM0303")).basisWarning == DutyStrings.noBasis)
  }
}
