import Governance
import Values

/// The words of reporting, before and while sending.
enum ReportingStrings {
  static let report = Text(zh: "我要反映", en: "Report a problem")
  static let lead = Text(
    zh: "写一句就行：什么事，在哪里。不用注册，可以不留名字。",
    en: "One sentence is enough: what is wrong, and where. No account, no name needed.")
  static let textLabel = Text(zh: "什么事？", en: "What is wrong?")
  static let textExample = Text(
    zh: "三组晒坝边的路灯坏了，晚上看不见路。", en: "The street light by the drying ground of group 3 is out.")
  static let textMissing = Text(
    zh: "请写一句是什么事，比如“水管漏水”", en: "Please say in a sentence what is wrong, such as “a pipe leaks”")
  static func textTooLong(_ most: Int) -> Text {
    Text(zh: "最多 \(most) 个字，请写短一点", en: "At most \(most) characters; please write less")
  }
  static let place = Text(zh: "地点", en: "Place")
  static let groupLabel = Text(zh: "哪个组？", en: "Which group?")
  static let landmarkLabel = Text(zh: "在哪里附近？", en: "Near which place?")
  static let notChosen = Text(zh: "不选", en: "Not chosen")
  static let placeTextLabel = Text(zh: "具体位置", en: "Exactly where")
  static let placeTextExample = Text(zh: "村口第二根电杆旁", en: "by the second pole at the village entrance")
  static let mapLabel = Text(zh: "在地图上点一下", en: "Tap the place on the map")
  static let coordinateSystem = Text(
    zh: "坐标系：wgs84（默认）或 gcj02", en: "Coordinate system: wgs84 (the default) or gcj02")
  static let noSuchGroup = Text(zh: "这个村没有这个组，请重新选", en: "This village has no such group; please choose again")
  static let noSuchLandmark = Text(zh: "这个地点已经不在名单上，请重新选", en: "This place is no longer listed; please choose again")
  static let badLatitude = Text(
    zh: "纬度请填 -90 到 90 的数字，如 28.87", en: "Please give a latitude from -90 to 90, such as 28.87")
  static let badLongitude = Text(
    zh: "经度请填 -180 到 180 的数字，如 105.44", en: "Please give a longitude from -180 to 180, such as 105.44")
  static let bothDegrees = Text(zh: "纬度和经度要一起填", en: "Please give both latitude and longitude")
  static let photosLabel = Text(zh: "照片", en: "Photos")
  static func photosHint(_ most: Int) -> Text {
    Text(
      zh: "最多 \(most) 张。照片里藏着的位置信息会去掉。", en: "At most \(most). The place hidden in a photo file is removed.")
  }
  static func tooManyPhotos(_ most: Int) -> Text {
    Text(zh: "最多 \(most) 张照片，多出的没有收下", en: "At most \(most) photos; those beyond were not taken")
  }
  static func photo(_ name: String, _ what: Text) -> Text { Text(same: name.isEmpty ? "" : name + ": ") + what }
  static let photoNotKept = Text(zh: "没有存下来，请再选一次", en: "It could not be kept; please choose it again")
  static func photoNumber(_ number: Int) -> Text { Text(zh: "第 \(number) 张照片", en: "Photo \(number)") }
  static let dropPhotos = Text(zh: "不要的照片", en: "Photos to leave out")
  static func dropPhoto(_ number: Int) -> Text { Text(zh: "去掉第 \(number) 张", en: "Leave out photo \(number)") }
  static let contact = Text(zh: "留个电话，办好告诉您（可不填）", en: "Leave a telephone to be told the result (optional)")
  static let privacyAll = Text(zh: "个人信息怎么用，全文", en: "How we use your data, in full")
  static let nameLabel = Text(zh: "怎么称呼您", en: "Your name")
  static let phoneLabel = Text(zh: "电话", en: "Telephone")
  static let under14 = Text(zh: "我不满 14 岁", en: "I am under 14")
  static let guardianAgrees = Text(zh: "爸爸妈妈或监护人同意我留电话", en: "A parent or guardian agrees that I leave my telephone")
  static let guardianHint = Text(
    zh: "不满 14 岁才要勾。有人伤害你，不用等谁同意，马上打 110。",
    en: "Only for those under 14. If somebody hurts you, wait for nobody: call 110.")
  static let aboutStaff = Text(zh: "这件事涉及在这里工作的人", en: "This is about somebody who works here")
  static let aboutStaffHint = Text(
    zh: "勾上就密封，只有镇里有权的人能看，村里的人看不到。",
    en: "Tick this to seal it: only the person in charge at the town reads it, nobody in the village.")
  static let website = Text(zh: "网址", en: "Website")
  static let leaveEmpty = Text(zh: "这一栏请留空", en: "Please leave this empty")
  static let look = Text(zh: "下一步：看看谁来办", en: "Next: see who deals with it")
  static let lookupInstead = Text(zh: "反映过了？凭编号查进度", en: "Reported before? Look it up by its number")
  static let tooManyReports = Text(
    zh: "您刚才提交得太多，请过几分钟再按一次。写的内容还在。急事请直接打电话。",
    en: "That was a lot at once. Please press again in a few minutes; what you wrote is kept. If it is urgent, call.")

  // MARK: The preview

  static let preview = Text(zh: "看一下再提交", en: "Have a look, then send")
  static let villageCommittee = Text(zh: "村（居）委会", en: "the village committee")
  static let likelyPrivate = Text(
    zh: "这多半是自己家的事，村（居）委会会帮您想办法。",
    en: "This is likely your family's own affair; the village committee will help you find a way.")
  static func likelyLead(_ lead: Text) -> Text {
    Text(zh: "大概由\(lead.zh)来办。", en: "Likely responsible: \(lead.en).")
  }
  static func likelyDue(_ due: Instant, urgent: Bool) -> Text {
    urgent
      ? Text(zh: "最迟 \(due.day.spoken.zh) \(due.clock) 答复。", en: "An answer by \(due.day.spoken.en) \(due.clock).")
      : Text(zh: "最迟 \(due.day.spoken.zh) 答复。", en: "An answer by \(due.day.spoken.en).")
  }
  static func readBy(_ village: Text, _ by: Instant, urgent: Bool) -> Text {
    let (zh, en) = urgent ? (" \(by.clock)", " \(by.clock)") : ("", "")
    return Text(
      zh: "\(village.zh)先看，最迟 \(by.day.spoken.zh)\(zh) 分清由谁负责，再告诉您。",
      en: "\(village.en) reads it first and tells you by \(by.day.spoken.en)\(en) who is responsible.")
  }
  static let dutyHears = Text(
    zh: "提交后，村里和镇里的值班人员会马上收到提醒。", en: "When you send it, those on duty in the village and the town are alerted at once."
  )
  static let willBeSealed = Text(
    zh: "这条会密封，直接交给镇里有权处理的人。村里的人看不到，也不会出现在任何名单上。",
    en: "This will be sealed and goes straight to the person in charge at the town. "
      + "Nobody in the village sees it, and it stands in no list.")
  static let sameAsThese = Text(zh: "是不是同一件事？", en: "Is it one of these?")
  static let meToo = Text(zh: "我也遇到", en: "Me too")
  static let joinHint = Text(
    zh: "点一下就加上您一个，不用再写。进展在村的公开页上看。",
    en: "One tap adds you; no need to write. Progress stands on the village's public page.")
  static let erased = Text(
    zh: "您写的内容涉及秘密，已按规定清除，不再保存。编号和答复还在。",
    en: "What you wrote held secret material and was erased; number and answer remain.")
  static let youWrote = Text(zh: "您写的", en: "What you wrote")
  static let contactGiven = Text(zh: "联系方式", en: "Contact")
  static let anonymous = Text(zh: "没有留，照样办", en: "None given; it is dealt with all the same")
  static let send = Text(zh: "提交反映", en: "Send the report")
  static let change = Text(zh: "返回修改", en: "Go back and change")

  static func openFacts(reporters: Int, joins: Int, state: MatterState) -> Text {
    let many = max(1, reporters)
    return Text(
      zh: "这件事已有 \(many) 人反映，\(openState(state, joins: joins).zh)",
      en: "Reported by \(many) so far; \(openState(state, joins: joins).en)")
  }
  /// "正在办理", with the taps of "me too" apart.
  static func openState(_ state: MatterState, joins: Int) -> Text {
    let word: Text =
      switch state {
      case .awaitingDeliberation: Text(zh: "等大家商量", en: "waits for people to talk it over")
      case .inPublication: Text(zh: "商量的结果正在公示", en: "the result is being published")
      case .answered: Text(zh: "已经答复", en: "answered")
      case .closed: Text(zh: "已经办完", en: "done")
      case .pending, .inProgress, .merged: Text(zh: "正在办理", en: "being dealt with")
      }
    guard joins > 0 else { return word }
    return word + Text(zh: "，另有 \(joins) 人点了“我也遇到”", en: "; \(joins) more tapped “me too”")
  }

  // MARK: Joining

  static let joined = Text(zh: "记下了，谢谢您。", en: "Noted, thank you.")
  static let joinedNext = Text(
    zh: "想办好时有人打电话告诉您，或者还有情况要说，可以再写一条、留个电话。",
    en: "To be called when it is done, or to tell us more, write a line and leave your telephone.")
  static let reportWithContact = Text(zh: "写一条，留个电话", en: "Write a line and leave a telephone")
  static let toVillage = Text(zh: "看村里公开的事项", en: "See what the village has published")

  // MARK: Numbers for danger

  static let police = Text(zh: "报警", en: "Police")
  static let fire = Text(zh: "火警和救援", en: "Fire and rescue")
  static let ambulance = Text(zh: "急救", en: "Ambulance")
  static let traffic = Text(zh: "交通事故", en: "Road accidents")

  // MARK: What the routes do

  static let reportSummary = Text(
    zh: "反映页：组、地标、有没有地图", en: "The report page: groups, landmarks, whether there is a map")
  static let sendSummary = Text(
    zh: "反映一件事；没有 confirmed=1 时只预览", en: "Report a concern; without confirmed=1 it is only previewed")
  static let confirmedMeaning = Text(zh: "1：提交；没有：只预览", en: "1 files the report; without it, it is only previewed")
  static let suggestionsSummary = Text(
    zh: "边写边提示：急救电话、相同的公开事项、大概谁来办",
    en: "While writing: emergency numbers, the same public matters, who is likely to deal with it")
  static let photoSummary = Text(zh: "还没提交的照片", en: "A photo that is not yet sent")
  static let mapSummary = Text(zh: "村的轮廓图（GeoJSON，WGS-84）", en: "The outline of the village (GeoJSON, WGS-84)")
  static let joinPageSummary = Text(zh: "一件公开事项，可以说“我也遇到”", en: "A public matter to which one may say “me too”")
  static let joinSummary = Text(zh: "说“我也遇到”", en: "Say “me too”")
}
