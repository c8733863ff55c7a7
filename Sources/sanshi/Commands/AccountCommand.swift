import ArgumentParser
import People
import Store
import Values

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Look after accounts from the command line.",
    subcommands: [Code.self, List.self])

  struct Code: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give an account a one-time paper code, as when its password is forgotten.")
    @OptionGroup var options: Options
    @Argument(help: "The login.") var login: String

    func run() async throws {
      let program = try await Program.open(options.configuration())
      let code = try PaperCode()
      let name = login.lowercased()
      let isKnown = try await program.app.write { w in
        guard let row = try w.tx.row("SELECT id FROM account WHERE login = \(name) AND closed_at IS NULL") else {
          return false
        }
        try w.issuePaperCode(to: row.id("id"), hash: code.hash)
        return true
      }
      guard isKnown else { throw ValidationError("没有这个账号 / No such account: \(login)") }
      print(code.shown)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the accounts: login, name, whether closed.")
    @OptionGroup var options: Options

    func run() async throws {
      let program = try await Program.open(options.configuration())
      var last = Int64(0)
      while true {
        let after = last
        let rows = try await program.app.database.read { tx in
          try tx.rows("SELECT id, login, name, closed_at FROM account WHERE id > \(after) ORDER BY id LIMIT 500")
        }
        for row in rows {
          print(
            "\(try row.text("login"))\t\(try row.text("name"))\t\(row.optionalInt64("closed_at") == nil ? "" : "closed")"
          )
          last = try row.int64("id")
        }
        if rows.isEmpty { return }
      }
    }
  }
}
