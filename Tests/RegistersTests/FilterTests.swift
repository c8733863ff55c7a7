import Governance
import Testing
import Values
import Web

@testable import Registers

@Suite struct FilterTests {
  private func view(_ fields: [String: [String]]) -> (RegisterView, FieldErrors) {
    var errors = FieldErrors()
    let view = RegisterView(Form(fields: fields), now: day("2026-11-24").start, &errors)
    return (view, errors)
  }

  @Test func everyErrorIsNamedAtOnce() {
    let (_, errors) = view([
      "state": ["gone"], "category": ["x!"], "from": ["20226-01-01"], "channel": ["pigeon"], "group": ["abc"],
      "columns": ["shoe"], "q": ["!!"],
    ])
    #expect(Set(errors.all.map(\.field)) == ["state", "category", "from", "channel", "group", "columns", "q"])
    #expect(view(["from": ["2026-02-01"], "to": ["2026-01-31"]]).1.all.map(\.field) == ["to"])
    #expect(view(["from": ["2026-02-01"], "to": ["2026-02-01"]]).1.isEmpty)
  }

  @Test func theQuerySurvivesItsWayThroughALink() {
    let (asked, errors) = view([
      "q": ["路灯 不亮&x=1"], "state": ["closed"], "lead": ["村（居）委会"], "columns": ["due,reply", "state"],
      "sort": ["oldest"], "density": ["compact"], "fold": ["0"],
    ])
    #expect(errors.isEmpty)
    var fields: [String: [String]] = [:]
    for pair in asked.query().dropFirst().split(separator: "&") {
      let halves = pair.split(separator: "=").map { String($0).removingPercentEncoding ?? "" }
      fields[halves[0]] = [halves[1]]
    }
    #expect(view(fields).0 == asked)
    #expect(RegisterView().query() == "")
    #expect(asked.columns == RegisterColumn.customary + [.state, .due, .reply])
  }

  @Test func oneFilterReadsAnIndexAndTwoTheTags() {
    #expect(!view([:]).0.filter.usesTags)
    #expect(!view(["state": ["closed"], "from": ["2026-01-01"]]).0.filter.usesTags)
    #expect(view(["state": ["closed"], "category": ["GM09"]]).0.filter.usesTags)
    #expect(view(["q": ["路灯"]]).0.filter.usesTags)
    #expect(view(["state": ["closed"], "category": ["gm0902"]]).0.filter.tags == ["sclosed", "kGM0902"])
  }

  @Test func thePeriodIsSaidAsOnPaper() {
    let today = day("2026-11-24")
    var filter = RegisterFilter()
    #expect(periodWords(filter, today: today).zh == "截至 2026-11-24")
    filter.from = day("2026-01-01")
    #expect(periodWords(filter, today: today).zh == "2026-01-01 至 2026-11-24")
    filter.to = day("2026-03-31")
    #expect(periodWords(filter, today: today).zh == "2026-01-01 至 2026-03-31")
  }
}
