import ArgumentParser

/// The program: one command a task, exit code 0 only on success, data to standard output, messages to standard error.
@main
struct Sanshi: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanshi", abstract: "Sanshi 三事通 — community governance by responsibility.",
    version: "0.1.0",
    subcommands: [
      Serve.self, Setup.self, Demo.self, Import.self, Export.self, Triage.self, Backup.self, Restore.self, Verify.self,
      Migrate.self, AccountCommand.self, ExchangeCommand.self, Routes.self,
    ])
}
