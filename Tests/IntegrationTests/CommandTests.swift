import Foundation
import Store
import Testing
import Values
import Web

@testable import sanshi

/// The commands, run as from a shell: data to standard output, messages to standard error, exit code 0 only on success.
@Suite struct CommandTests {
  private static let messages = """
    id\ttitle\tbody
    1\t路灯\t村里三组的路灯不亮了,晚上看不见路
    2\t\t三组那盏路灯坏了,天黑走路害怕
    3\t漏气\t厨房煤气味很重,漏气了
    4\t\t养鸡场的粪水流到我家菜地里。另外村口的小桥栏杆断了,要修。
    5\t\t卖茶叶,需要的加微信,优惠多多
    6\t\t我家厨房水龙头漏水,找谁修?

    """

  /// The demonstration county; its first village's code.
  private func demonstration(_ program: BuiltProgram) throws -> String {
    let said = try program.runs(["demo"])
    let village = said.lines.first { $0.count > 2 && $0[1] == "village" }
    return try required(village).first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
  }

  @Test func aMistypedFolderOrPortIsNoneOfOurs() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    for command in [["verify"], ["backup", "copy.tar"]] {
      let said = try program.run(command)
      #expect(said.status != 0 && said.errors.contains("event.key"), "\(said.errors)")
    }
    let far = try program.run(["serve", "--port", "99999"])
    #expect(far.status != 0 && far.errors.contains("65535"), "\(far.errors)")
  }

  @Test func aDatabaseIsFilledVerifiedBrokenAndFoundBroken() async throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let village = try demonstration(program)
    #expect(!village.isEmpty)
    let again = try program.run(["demo"])
    #expect(again.status != 0 && again.output.isEmpty && again.errors.contains("The database already holds something"))
    let sound = try program.run(["verify"])
    #expect(sound.status == 0, "\(sound.errors)")
    let head = try required(sound.lines.first { $0.count == 3 })[2]
    #expect(try program.run(["verify", "--head", head]).status == 0)
    let unknown = try program.run(["verify", "--head", String(repeating: "0", count: 64)])
    #expect(unknown.status == 1 && unknown.errors.contains("known head"))

    let csv = try program.runs(["export", "--village", village, "--class", "government", "--format", "csv"])
    #expect(csv.output.contains("日期") && csv.output.contains("联系方式") && csv.errors.isEmpty)
    #expect(csv.output.contains("****"))
    #expect(csv.output.firstMatch(of: /1[3-9][0-9]{9}/) == nil, "a whole telephone number")
    #expect(try program.run(["export", "--village", "none", "--class", "government"]).status != 0)

    let logins = try program.runs(["account", "list"])
    #expect(logins.lines.count >= 16)
    let login = try required(logins.lines.first)[0]
    #expect(try program.runs(["account", "code", login]).output.contains("-"))
    #expect(try program.run(["account", "code", "nobody-here"]).status != 0)

    let database = try Database(url: "sqlite:\(program.folder)/data/sanshi.sqlite")
    // What stood when nobody objected was closed then, fifteen working days after the answer, not today.
    let stood = try await database.read { tx in
      try tx.rows(
        """
        SELECT o.answered_at, o.closed_at, m.closed_at AS matter_closed_at FROM work_order o
        JOIN order_step s ON s.work_order = o.id AND s.step = 'answerStands' JOIN matter m ON m.id = o.matter
        WHERE o.state = 'closed'
        """
      ).map { row in
        (
          days: try row.instant("closed_at").day.number - row.instant("answered_at").day.number,
          isOfMatter: try row.instant("closed_at") == row.instant("matter_closed_at")
        )
      }
    }
    #expect(stood.count > 20 && stood.allSatisfy { (18...40).contains($0.days) && $0.isOfMatter }, "\(stood)")
    _ = try await database.write { tx in
      try tx.run("UPDATE matter SET title = title || 'x' WHERE id = (SELECT MIN(id) FROM matter)")
    }
    await database.close()
    let broken = try program.run(["verify"])
    #expect(broken.status == 1 && broken.errors.contains("matter "), "\(broken.errors)")
  }

  @Test func importingTwiceAddsNothing() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let village = try demonstration(program)
    let file = try program.write(
      "list.tsv", "日期\t内容\t姓名\t电话\n2026.3.5\t三组路灯不亮\t张三\t19900001234\n20226-01-01\t桥栏杆断了\t\t\n3月5日\t水沟堵了\t李四\t\n")
    let first = try program.run(["import", "concerns", file, "--village", village])
    #expect(first.status == 0 && first.output.isEmpty, "\(first.errors)")
    #expect(first.errors.contains("taken: 2"), "\(first.errors)")
    let rejected = FileManager.default.contents(atPath: file + ".rejected.tsv").map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(try required(rejected).contains("桥栏杆断了"))
    // Put right, it is taken as it stands.
    let lines = try required(rejected).split(separator: "\n").map(String.init)
    #expect(lines.first == "line\treason_zh\treason_en\t日期\t内容\t姓名\t电话", "\(lines)")
    let mended = try program.write("mended.tsv", try required(rejected).replacing("20226-01-01", with: "2026-01-01"))
    let again = try program.run(["import", "concerns", mended, "--village", village])
    #expect(again.status == 0 && again.errors.contains("taken: 1"), "\(again.errors)")
    let second = try program.run(["import", "concerns", file, "--village", village])
    #expect(
      second.status == 0 && second.errors.contains("taken: 0") && second.errors.contains("already there: 2"),
      "\(second.errors)")
    #expect(try program.run(["import", "concerns", "\(program.folder)/none.tsv", "--village", village]).status != 0)
    let old = try program.write("old.xls", "\u{D0}\u{CF}")
    #expect(try program.run(["import", "concerns", old, "--village", village]).status != 0)
    #expect(try program.run(["verify"]).status == 0)
  }

  @Test func theColumnsCanBeSaid() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let village = try demonstration(program)
    let file = try program.write("odd.csv", "时候,甲,乙,类别\n2026-03-05,桥面破了,规划建设办,政府管理的大事\n")
    let command = ["import", "concerns", file, "--village", village]
    #expect(try program.run(command).status != 0)
    let wrong = try program.run(command + ["--column", "丙=text"])
    #expect(wrong.status != 0 && wrong.errors.contains("column: ") && wrong.errors.contains("时候"), "\(wrong.errors)")
    let none = try program.run(command + ["--column", "甲=text", "--sheet", "登记"])
    #expect(none.status != 0 && none.errors.contains("登记"), "\(none.errors)")
    let said = try program.run(
      command + ["--column", "时候=date", "--column", "2=text", "--column", "乙=category", "--header", "1"])
    #expect(said.status == 0 && said.errors.contains("matters: 1"), "\(said.errors)")
    #expect(said.errors.contains("第 3 列“乙”：") && said.errors.contains("column 4 “类别”: Class (class)"), "\(said.errors)")
    let help = try program.run(["import", "concerns", "--help"])
    #expect(help.output.contains("--column") && help.output.contains("handling"), "\(help.output)")
  }

  @Test func suggestionsComeOneLineAMessageInOrder() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let file = try program.write("messages.tsv", Self.messages)
    let said = try program.runs(["triage", "suggest", file], inFolder: false)
    #expect(said.lines.map { $0[0] } == ["1", "2", "3", "4", "5", "6"])
    for line in said.lines {
      #expect(line.count == 8, "\(line)")
      #expect(["government", "community", "private", "out"].contains(line[1]), "\(line)")
      #expect(try required(Double(line[5])) >= 0 && required(Double(line[5])) <= 1)
      #expect(["U0", "U1", "U2", "U3"].contains(line[6]) && ["yes", "no"].contains(line[7]), "\(line)")
    }
    #expect(said.lines[2][6] == "U3")
    #expect(said.lines[3][7] == "yes")
    #expect(said.lines[4][1] == "out" && said.lines[4][2] == "advertising")
    let broken = try program.write("broken.tsv", "a\tb\n1\t2\n")
    #expect(try program.run(["triage", "suggest", broken], inFolder: false).status != 0)
  }

  @Test func similarityComesOneLineAPair() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let file = try program.write("messages.tsv", Self.messages)
    for header in ["a\tb", "id_a\tid_b"] {
      let pairs = try program.write("pairs.tsv", "\(header)\n1\t2\n1\t3\n")
      let said = try program.runs(["triage", "similar", "--messages", file, pairs], inFolder: false)
      #expect(said.lines.map { Array($0.prefix(2)) } == [["1", "2"], ["1", "3"]])
      let scores = try said.lines.map { try required(Double($0[2])) }
      #expect(scores[0] > scores[1] && scores.allSatisfy { (0...1).contains($0) })
    }
    let unknown = try program.write("pairs.tsv", "a\tb\n1\t99\n")
    #expect(try program.run(["triage", "similar", "--messages", file, unknown], inFolder: false).status != 0)
  }

  @Test func anEmptyDatabaseIsSetUpByACodeOnce() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let migrated = try program.runs(["migrate"])
    #expect(migrated.lines.count > 5)
    #expect(try program.runs(["migrate"]).output.isEmpty)
    let code = try program.runs(["setup"]).output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(code.count >= 8)
    let file = "\(program.folder)/backup.tar"
    #expect(try program.run(["backup", file]).status == 0)
    #expect(try program.run(["restore", file]).status != 0, "there is something already")
    let target = "\(program.folder)/other"
    #expect(try program.run(["restore", file, "--data", target], inFolder: false).status == 0)
    #expect(try program.run(["verify", "--data", target], inFolder: false).status == 0)
  }

  @Test func everyAddressIsListedWithTheProgramsOwn() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let listed = Set(try program.runs(["routes"], inFolder: false).lines.map { $0.prefix(2).joined(separator: " ") })
    #expect(listed.isSuperset(of: allSlices.flatMap(\.routes).map { "\($0.method.rawValue) \($0.path)" }))
    for own in ["/health", "/metrics", "/api", "/openapi.json", "/assets/{kind}/{file}"] {
      #expect(listed.contains("GET \(own)"), "\(own)")
    }
  }

  @Test func labelsGroupsAndMeasuresComeInOrder() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let file = try program.write("messages.tsv", Self.messages)
    let known = try program.write(
      "known.tsv", "title\tbody\tlabel\n没水\t水管爆了没水\t水\n停水\t龙头不出水\t水\n没电\t变压器烧了没电\t电\n跳闸\t电压低老跳闸\t电\n")
    let told = try program.runs(
      ["triage", "predict", "--train", known, "--label", "label", "--background", file, "--", file], inFolder: false)
    #expect(told.lines.map { $0[0] } == ["1", "2", "3", "4", "5", "6"])
    for line in told.lines {
      let confidence = try required(Double(line[2]))
      #expect(["水", "电"].contains(line[1]) && (0...1).contains(confidence), "\(line)")
    }
    let wrong = ["triage", "predict", "--train", known, "--label", "colour", file]
    #expect(try program.run(wrong, inFolder: false).status != 0)
    let backlog = try program.write(
      "backlog.tsv", "id\ttitle\tbody\na\t\t三组路口的路灯坏了，晚上漆黑\nb\t\t想办残疾证\nc\t\t三组路口路灯坏了好几天，晚上漆黑\n")
    let groups = try program.runs(["triage", "group", backlog], inFolder: false)
    #expect(groups.lines == [["a", "1"], ["b", "2"], ["c", "1"]])
    let measured = try program.runs(
      ["triage", "evaluate", "--task", "predict", "--label", "label", known], inFolder: false)
    #expect(measured.output.contains("macro F1, five-fold") && measured.output.contains("certainty\trows"))
  }

  @Test func everyCommandExplainsItself() throws {
    let program = try BuiltProgram()
    defer { program.remove() }
    let commands = [
      ["serve"], ["setup"], ["demo"], ["import", "concerns"], ["export"], ["triage", "suggest"], ["triage", "similar"],
      ["triage", "predict"], ["triage", "group"], ["triage", "evaluate"],
      ["backup"], ["restore"], ["verify"], ["migrate"], ["account", "code"], ["account", "list"],
    ]
    for command in commands {
      let said = try program.run(command + ["--help"], inFolder: false)
      #expect(said.status == 0 && said.output.contains("USAGE:"), "\(command)")
    }
    let unknown = try program.run(["nonsense"], inFolder: false)
    #expect(unknown.status != 0 && unknown.output.isEmpty)
  }
}
