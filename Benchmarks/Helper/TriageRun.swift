import ArgumentParser
import Foundation
import TriageEngine

/// What `./bench triage` measures of the engine itself, on one core, as a line of JSON.
struct TriageRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage", abstract: "Measure similar matters, learning and grouping.",
    subcommands: [SimilarRun.self, LearnRun.self, GroupRun.self])
}

/// Looks for each query among all matters, which come on standard input: lines of id, village, text.
struct SimilarRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "similar")
  struct Found: Encodable {
    let matters: Int
    let indexSeconds: Double
    let bytesAMatter: Double
    let peakBytesAMatter: Double
    let milliseconds: [Double]
    /// Time of the processor alone, for a machine with other work.
    let processorMilliseconds: [Double]
    /// Of each query, ten ids at most, best first.
    let answers: [[Int64]]
  }
  @Option(help: "In so many indexes, by the village's number.") var villages = 1
  @Argument(help: "Lines of the id that is meant, village, text.") var queries: String

  func run() async throws {
    var indexes = (0..<villages).map { _ in SimilarIndex(capacity: 10_000_000) }
    let before = memory("VmRSS")
    let begin = ContinuousClock.now
    var count = 0
    while let line = readLine() {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let id = Int64(fields[0]), let village = Int(fields[1]) else { continue }
      indexes[village % villages].add(SimilarItem(id: id, signature: Signature(of: String(fields[2])), day: 0))
      count += 1
    }
    let indexing = seconds(since: begin)
    let (after, peak) = (memory("VmRSS"), memory("VmHWM"))
    var (times, processor, answers): ([Double], [Double], [[Int64]]) = ([], [], [])
    for line in try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, let village = Int(fields[1]) else { continue }
      let text = String(fields[2])
      let (start, used) = (ContinuousClock.now, processorSeconds())
      let found = indexes[village % villages]
        .similar(to: SimilarItem(id: 0, signature: Signature(of: text), day: 0), limit: 10, atLeast: 0)
      times.append(seconds(since: start) * 1000)
      processor.append((processorSeconds() - used) * 1000)
      answers.append(found.map(\.id))
    }
    try printJSON(
      Found(
        matters: count, indexSeconds: indexing, bytesAMatter: (after - before) / Double(max(1, count)),
        peakBytesAMatter: (peak - before) / Double(max(1, count)), milliseconds: times,
        processorMilliseconds: processor, answers: answers))
  }
}

/// Learns the labels of messages, and tells them.
struct LearnRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "learn")
  struct Found: Encodable {
    let trainSeconds: Double
    let labelledASecond: Double
    /// Of each message, by the model that did not learn from its fifth.
    let told: [String]
  }
  @Argument(help: "Lines of label, title, body.") var messages: String

  func run() async throws {
    let rows = try String(contentsOfFile: messages, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let begin = ContinuousClock.now
    let model = LinearModel(rows.map { ($0[0], Sample(title: $0[1], body: $0[2])) }, background: [])
    let training = seconds(since: begin)
    let start = ContinuousClock.now
    for row in rows { _ = model.label(of: Sample(title: row[1], body: row[2])) }
    let labelling = seconds(since: start)
    var told = rows.map { _ in "" }
    for part in 0..<5 {
      let known = rows.indices.filter { $0 % 5 != part }
      let model = LinearModel(
        known.map { (rows[$0][0], Sample(title: rows[$0][1], body: rows[$0][2])) }, background: [])
      for index in rows.indices where index % 5 == part {
        told[index] = model.label(of: Sample(title: rows[index][1], body: rows[index][2])).label
      }
    }
    try printJSON(Found(trainSeconds: training, labelledASecond: Double(rows.count) / labelling, told: told))
  }
}

/// Groups messages.
struct GroupRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "group")
  struct Found: Encodable {
    let messages: Int
    let seconds: Double
    let groups: Int
  }
  @Argument(help: "A text a line.") var texts: String

  func run() async throws {
    let lines = try String(contentsOfFile: texts, encoding: .utf8).split(separator: "\n").map(String.init)
    let begin = ContinuousClock.now
    let items = lines.enumerated().map { SimilarItem(id: Int64($0), signature: Signature(of: $1), day: 0) }
    let groups = Grouping.groups(of: items)
    try printJSON(Found(messages: lines.count, seconds: seconds(since: begin), groups: Set(groups).count))
  }
}

private func seconds(since begin: ContinuousClock.Instant) -> Double {
  let (whole, rest) = (ContinuousClock.now - begin).components
  return Double(whole) + Double(rest) / 1e18
}

private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Bytes, of a line of the process's status.
private func memory(_ name: String) -> Double {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
  return (Double(line.filter(\.isNumber)) ?? 0) * 1024
}

private func printJSON(_ found: some Encodable) throws {
  print(String(decoding: try JSONEncoder().encode(found), as: UTF8.self))
}
