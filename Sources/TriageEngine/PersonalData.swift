/// Takes out of a text what tells who somebody is, before anything is learnt from it or compared with what was learnt
/// (issue 4, "In the product"): numbers of every kind (telephones, identity cards, houses, number plates), addresses of
/// e-mail, and names of persons where the words around them give them away. What it takes out becomes `blank`, which is
/// no word, so that no run of characters holds it or crosses it. Rather too much than too little.
enum PersonalData {
  /// Stands for a character that was taken out.
  static let blank: UInt32 = 0x25A1

  /// Folded codes, as many as were given. `names`: folded names that are known, of the reporter for one.
  /// `keepsPlaces`: numbers shorter than a telephone's stay, since those of houses tell one place from another, and
  /// surnames alone ("王大爷").
  static func masked(
    _ codes: some RandomAccessCollection<UInt32>, names: [[UInt32]] = [], keepsPlaces: Bool = false
  ) -> [UInt32] {
    var masked = Array(codes)
    maskNumbers(&masked, keepsShort: keepsPlaces)
    maskSpokenNumbers(&masked, keepsPlaces: keepsPlaces)
    PersonName.mask(&masked, surnames: !keepsPlaces)
    for name in names where name.count > 1 { mask(name, in: &masked) }
    return masked
  }

  /// Each run of letters and digits with a digit in it, with the province of a number plate before it; and addresses of
  /// e-mail.
  private static func maskNumbers(_ codes: inout [UInt32], keepsShort: Bool) {
    var start = 0
    while start < codes.count {
      guard FoldedText.isWordASCII(codes[start]) else {
        start += 1
        continue
      }
      var end = start
      var (digits, row, longest, isAddress) = (0, 0, 0, false)
      while end < codes.count, FoldedText.isWordASCII(codes[end]) || joins(codes, at: end) {
        row = isDigit(codes[end]) ? row + 1 : 0
        digits += isDigit(codes[end]) ? 1 : 0
        longest = max(longest, row)
        if codes[end] == at { isAddress = true }
        end += 1
      }
      let isPlate = start > 0 && end - start >= 6 && digits > 0 && provinces.contains(codes[start - 1])
      // A telephone has seven digits in a row, or more than a date in groups.
      let isNumber = keepsShort ? longest >= 7 || digits >= 9 : digits > 0
      if isNumber || isAddress || isPlate {
        for index in start..<end { codes[index] = blank }
        if isPlate { codes[start - 1] = blank }
      }
      start = end
    }
  }

  /// A mark between letters and digits that belongs to them: of an address, a plate, or a number in groups.
  private static func joins(_ codes: [UInt32], at index: Int) -> Bool {
    marks.contains(codes[index]) && index > 0 && index + 1 < codes.count && FoldedText.isWordASCII(codes[index + 1])
  }

  /// Numbers in Chinese figures: five and more in a row, as a telephone is said, and those of houses and rooms.
  private static func maskSpokenNumbers(_ codes: inout [UInt32], keepsPlaces: Bool) {
    var start = 0
    while start < codes.count {
      guard figures.contains(codes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < codes.count, figures.contains(codes[end]) { end += 1 }
      let isOfHouse = !keepsPlaces && end < codes.count && houses.contains(codes[end])
      if end - start >= 5 || isOfHouse { for index in start..<end { codes[index] = blank } }
      start = end
    }
  }

  private static func mask(_ name: [UInt32], in codes: inout [UInt32]) {
    var start = 0
    while start + name.count <= codes.count {
      if codes[start] == name[0], codes[start..<(start + name.count)].elementsEqual(name) {
        for index in start..<(start + name.count) { codes[index] = blank }
      }
      start += 1
    }
  }

  private static func isDigit(_ code: UInt32) -> Bool { (48...57).contains(code) }
  private static let at: UInt32 = 64
  private static let marks = CodeSet("@._-+·•#/ ")
  private static let provinces = CodeSet("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
  private static let figures = CodeSet("零〇一二三四五六七八九十百幺两")
  private static let houses = CodeSet("号栋幢座弄室房")
}
