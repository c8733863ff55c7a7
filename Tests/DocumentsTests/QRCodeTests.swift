import Testing

@testable import Documents

@Suite struct QRCodeTests {
  @Test func drawsTheThreeFinderPatterns() throws {
    let modules = try QRCode("https://example.org/v/1?q=青山村").modules
    let size = modules.count
    #expect((size - 17).isMultiple(of: 4) && modules.allSatisfy { $0.count == size })
    for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)] {
      for y in 0..<7 {
        for x in 0..<7 {
          let ring = min(x, y, 6 - x, 6 - y)
          #expect(modules[top + y][left + x] == (ring != 1))
        }
      }
    }
    // The dark module, and level M (format bits 00, masked with 10) in two places alike.
    #expect(modules[size - 8][8])
    #expect(modules[8][0] && !modules[8][1])
    #expect(modules[size - 1][8] == modules[8][0] && modules[size - 2][8] == modules[8][1])
  }

  @Test func pictureShowsEachModule() throws {
    let code = try QRCode("12345")
    let svg = code.svg(label: "签到\"<码>")
    #expect(svg.contains("viewBox=\"0 0 \(code.size) \(code.size)\"") && code.size == code.modules.count + 8)
    #expect(svg.contains("aria-label=\"签到&quot;&lt;码>\""))
    let runs = svg.split(separator: "fill=\"#000\" d=\"")[1].split(separator: "z").filter { $0.hasPrefix("M") }
    var drawn = code.modules.map { $0.map { _ in false } }
    for run in runs {
      let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
      for x in numbers[0]..<(numbers[0] + numbers[2]) { drawn[numbers[1] - 4][x - 4] = true }
    }
    #expect(drawn == code.modules)
  }

  @Test func refusesWhatDoesNotFit() throws {
    #expect(throws: DocumentError.tooLongForQR) { try QRCode("") }
    #expect(throws: DocumentError.tooLongForQR) { try QRCode(String(repeating: "a", count: 2332)) }
    #expect(try QRCode(String(repeating: "a", count: 2331)).modules.count == 177)
  }
}
