import Testing
import Values

@Suite struct ClockTimeTests {
  @Test(arguments: [(0, "00:00"), (510, "08:30"), (1439, "23:59"), (1440, "24:00")])
  func minutesAreWrittenAsAClock(minutes: Int, text: String) { #expect(minutes.clock == text) }

  @Test(
    arguments: [
      ("08:30", 510), ("8:30", 510), ("8：30", 510), ("0:0", 0), ("23:59", 1439), ("24:00", nil), ("8:60", nil),
      ("8", nil), ("", nil), ("8:30:00", nil), ("+8:30", nil), ("-1:30", nil), ("08:3a", nil), ("008:30", nil),
    ] as [(String, Int?)])
  func aClockIsRead(text: String, minutes: Int?) { #expect(Int(clock: text) == minutes) }
}
