import ArgumentParser
import Mechanism
import TriageEngine
import Values

extension Triage {
  struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure a task on a labelled file: measures, confusion table, calibration table.")

    enum Task: String, ExpressibleByArgument, CaseIterable { case suggest, learn, predict, similar, group }
    @Option(help: "suggest, learn, predict, similar or group.") var task: Task
    @Option(help: "predict: the column of the label.") var label = "label1"
    @Option(help: "similar: TSV with the messages of the pairs.") var messages: String?
    @Argument(
      help:
        "suggest and learn: columns leaf or leaf_a, class or class_a, accept; predict: the label; group: cluster; similar: same."
    )
    var file: String

    func run() async throws {
      let rows = try Messages(file: file)
      switch task {
      case .suggest: try suggest(rows)
      case .learn: try learn(rows)
      case .predict: try predict(rows)
      case .similar: try similar(rows)
      case .group: try group(rows)
      }
    }

    private func suggest(_ messages: Messages) throws {
      let leaf = messages.columns["leaf_a"] == nil ? "leaf" : "leaf_a"
      let matterClass = messages.columns["class_a"] == nil ? "class" : "class_a"
      try messages.require("body", leaf, matterClass, in: file)
      let engine = TownCatalogue.shipped.engine
      var (leaves, classes, accepted, inThree) = (Answers(), Answers(), 0, 0)
      for row in messages.rows {
        let (gold, line) = (messages.value(leaf, row), engine.suggestionLine(for: messages.text(row)))
        leaves.add(gold: gold, told: line.codes[0], certainty: line.certainty)
        classes.add(gold: messages.value(matterClass, row), told: line.matterClass, certainty: line.certainty)
        let accept = messages.value("accept", row).split { "|,; /".contains($0) }.map(String.init) + [gold]
        accepted += accept.contains(line.codes[0]) ? 1 : 0
        inThree += line.codes.contains(gold) ? 1 : 0
      }
      leaves.printInterval("leaf, top 1")
      print("leaf, top 1, defensible\t\(fixed(Double(accepted) / Double(max(1, messages.rows.count)), 3))")
      print("leaf, top 3\t\(fixed(Double(inThree) / Double(max(1, messages.rows.count)), 3))")
      classes.printInterval("class, accuracy")
      print("class, macro F1\t\(fixed(classes.macroF1, 3))")
      print("expected calibration error of the leaf\t\(fixed(leaves.calibrationError, 3))")
      classes.printConfusion()
      leaves.printCalibration()
    }

    /// As a town's confirmed decisions: five parts in turn are left out of the learning and told, without it and with it.
    private func learn(_ messages: Messages) throws {
      let leaf = messages.columns["leaf_a"] == nil ? "leaf" : "leaf_a"
      try messages.require("body", leaf, in: file)
      let engine = TownCatalogue.shipped.engine
      let lessons = messages.rows.compactMap { engine.lesson(messages.text($0), leaf: messages.value(leaf, $0)) }
      let gold = messages.rows.filter { engine.leafCodes.contains(messages.value(leaf, $0)) }
      var (shipped, learnt) = (Answers(), Answers())
      for part in 0..<5 {
        var learning = Learning(
          lessons.enumerated().filter { $0.offset % 5 != part }.map(\.element), codes: engine.leafCodes)
        for _ in 0..<Learning.rounds { learning.round() }
        let taught = engine.corrected(by: learning.corrections)
        for row in gold.enumerated().filter({ $0.offset % 5 == part }).map(\.element) {
          let (text, code) = (messages.text(row), messages.value(leaf, row))
          for (one, isLearnt) in [(engine, false), (taught, true)] {
            guard let told = one.classify(text).first else { continue }
            if isLearnt {
              learnt.add(gold: code, told: told.code, certainty: told.certainty)
            } else {
              shipped.add(gold: code, told: told.code, certainty: told.certainty)
            }
          }
        }
      }
      shipped.printInterval("leaf, top 1, as shipped")
      learnt.printInterval("leaf, top 1, with the other decisions learnt")
      print("expected calibration error, as shipped\t\(fixed(shipped.calibrationError, 3))")
      print("expected calibration error, learnt\t\(fixed(learnt.calibrationError, 3))")
    }

    /// Five parts in turn are left out of the learning and told.
    private func predict(_ messages: Messages) throws {
      try messages.require("body", label, in: file)
      let rows = messages.rows.filter { !messages.value(label, $0).isEmpty }
      var answers = Answers()
      for part in 0..<5 {
        let known = rows.enumerated().filter { $0.offset % 5 != part }.map(\.element)
        let model = LinearModel(known.map { (messages.value(label, $0), messages.sample($0)) }, background: [])
        for row in rows.enumerated().filter({ $0.offset % 5 == part }).map(\.element) {
          let told = model.label(of: messages.sample(row))
          answers.add(gold: messages.value(label, row), told: told.label, certainty: told.confidence)
        }
      }
      print("macro F1, five-fold\t\(fixed(answers.macroF1, 3))")
      answers.printInterval("accuracy")
      answers.printConfusion()
      answers.printCalibration()
    }

    private func similar(_ pairs: Messages) throws {
      guard let messages else {
        throw ValidationError(
          "--task similar 还要 --messages FILE：两列 id_a、id_b 所指的原文 / the messages that id_a and id_b name")
      }
      try pairs.require("same", in: file)
      let scores = try pairScores(of: pairs, among: try Messages(file: messages), file: messages, pairsFile: file)
      let order = zip(scores, pairs.rows).sorted { $0.0.score > $1.0.score }.map { pairs.value("same", $0.1) == "1" }
      print("average precision\t\(fixed(averagePrecision(order), 3))")
    }

    private func group(_ messages: Messages) throws {
      try messages.require("body", "cluster", in: file)
      let groups = Grouping.groups(of: messages.similarItems)
      let judged = messages.rows.indices.filter { !messages.value("cluster", messages.rows[$0]).isEmpty }
      let gold = judged.map { messages.value("cluster", messages.rows[$0]) }
      let told = judged.map { groups[$0] }
      let sizes = Dictionary(grouping: gold, by: { $0 }).mapValues(\.count)
      let largest = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      let others = gold.indices.filter { gold[$0] != largest }
      print("pairwise F1\t\(fixed(pairwiseF1(gold, told), 3))")
      print(
        "pairwise F1 without the largest\t\(fixed(pairwiseF1(others.map { gold[$0] }, others.map { told[$0] }), 3))")
      print("B-cubed F1\t\(fixed(bCubedF1(gold, told), 3))")
    }
  }
}
