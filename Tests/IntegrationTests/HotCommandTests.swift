import Foundation
import Testing

@testable import sanshi

/// `sanshi triage hot`, run as from a shell.
@Suite struct HotCommandTests {
  private static let messages = """
    id\tdate\tuser\ttitle\tbody\tlikes\tdislikes
    a\t2026/9/1 8:00:00\tu1\t柳林小区夜间施工噪音大\t柳林小区旁边工地夜里打桩,噪音大睡不着\t3\t0
    b\t2026-09-03\tu2\t柳林小区工地夜间施工扰民\t柳林小区旁边工地夜间施工打桩,噪音大,孩子睡不着\t0\t0
    c\t2026-09-04 10:11:12\tu3\t柳林小区夜间施工噪音扰民\t柳林小区旁边工地夜里还在打桩施工,噪音大睡不着\t0\t1
    d\t2026/8/30\tu4\t想办一张残疾证\t我妈中风了,想办残疾证,要什么材料\t0\t0
    e\t\tu5\t\t河水发臭,没人管\t0\t0

    """

  @Test func theHottestComesFirstWithPeriodPlaceAndWords() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let file = try program.write("messages.tsv", Self.messages)
    let said = try program.runs(["triage", "hot", file], inFolder: false)
    #expect(said.lines.map { $0[0] } == ["1", "2", "3"])
    #expect(said.lines.allSatisfy { $0.count == 7 })
    let first = said.lines[0]
    #expect(first[1] == "1" && first[3] == "2026-09-01" && first[4] == "2026-09-04", "\(first)")
    #expect(first[5].contains("柳林小区") && first[6].contains("夜间施工"), "\(first)")
    let scores = try said.lines.map { try required(Double($0[2])) }
    #expect(scores == scores.sorted(by: >) && scores[0] > scores[1])
    let last = try required(said.lines.first { $0[6].contains("河水") })
    #expect(last[3].isEmpty && last[4].isEmpty)
    let groups = try program.runs(["triage", "group", file], inFolder: false)
    #expect(groups.lines.first?[1] == first[1])
  }

  @Test func aPeriodNarrowsIt() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let file = try program.write("messages.tsv", Self.messages)
    let september = try program.runs(
      ["triage", "hot", file, "--from", "2026-09-02", "--to", "2026-09-30", "--limit", "1"], inFolder: false)
    #expect(september.lines.map { [$0[3], $0[4]] } == [["2026-09-03", "2026-09-04"]])
    #expect(
      try program.runs(["triage", "hot", file, "--to", "2025-01-01", "--from", "2025-01-01"], inFolder: false).output
        .isEmpty)
    #expect(try program.run(["triage", "hot", file, "--from", "gestern"], inFolder: false).status != 0)
    #expect(
      try program.run(["triage", "hot", file, "--from", "2026-09-02", "--to", "2026-09-01"], inFolder: false).status
        != 0)
  }

  @Test func anEmptyFileIsNoError() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let empty = try program.write("empty.tsv", "id\ttitle\tbody\n")
    #expect(try program.runs(["triage", "hot", empty], inFolder: false).output.isEmpty)
    let broken = try program.write("broken.tsv", "a\tb\n1\t2\n")
    #expect(try program.run(["triage", "hot", broken], inFolder: false).status != 0)
  }
}
