import Testing
import Values

/// Codebook §1 on `UrgencySentences`: no danger is missed, and few calm sentences are taken for one.
@Suite struct UrgencySentenceTests {
  @Test(arguments: UrgencySentences.life + UrgencySentences.danger) func noDangerIsMissed(text: String) {
    #expect(Shipped.engine.urgency(of: text).level >= .danger)
  }

  @Test func ofTheCalmAtMostOneInTwentyIsTakenForDanger() {
    let calm = UrgencySentences.soon + UrgencySentences.normal
    let taken = calm.filter { Shipped.engine.urgency(of: $0).level >= .danger }
    #expect(taken.count * 20 <= calm.count, "\(taken)")
  }

  /// A table never holds every way to tell of danger: of the ways that nobody wrote down three in four must be found.
  @Test func mostDangersInUnseenWordsAreFound() {
    let found = UrgencySentences.unseenDanger.filter { Shipped.engine.urgency(of: $0).level >= .danger }
    #expect(found.count * 4 >= UrgencySentences.unseenDanger.count * 3, "\(found.count)")
    let taken = UrgencySentences.unseenCalm.filter { Shipped.engine.urgency(of: $0).level >= .danger }
    #expect(taken.count * 20 <= UrgencySentences.unseenCalm.count, "\(taken)")
  }

  @Test func thereAreTwoHundredAndNoneTwice() {
    let all = UrgencySentences.life + UrgencySentences.danger + UrgencySentences.soon + UrgencySentences.normal
    #expect(all.count >= 200 && Set(all).count == all.count)
    let shipped = Set(Shipped.rows("urgent.tsv").map { $0[1] })
    #expect(shipped.count >= 400 && shipped.isDisjoint(with: all))
    #expect(shipped.isDisjoint(with: UrgencySentences.unseenDanger + UrgencySentences.unseenCalm))
  }

  /// Dangers told in words that no line of the table knows: the sentences teach them.
  @Test(arguments: [
    "儿子把老爹赶到屋檐下过夜，不许进门", "一条恶狗把送信的扑翻在地", "心口痛，气都出不赢", "我不想在这个世上了", "我要把村委会点了", "我男人又要回来了，身上没得一块好肉",
    "我娃儿遭同学逼到厕所打，不敢去上学", "隔壁老王屋头三天没开门，有股臭味", "树要倒了，压到房子上",
  ]) func whatTheTableDoesNotKnow(text: String) {
    #expect(Shipped.engine.urgency(of: text).level >= .danger)
  }

  @Test func whatIsLearntSaysWhatItSaw() throws {
    let text = "小孩沉在池子底，脸白得像纸"
    let finding = Shipped.engine.urgency(of: text)
    let reason = try #require(finding.reasons.first)
    #expect(finding.level == .danger && !reason.found.isEmpty && finding.emergencyNumbers.contains(.ambulance))
    for found in reason.found { #expect(String(Array(text)[found.range]) == found.words) }
  }
}
