import Values

/// The words of the page of events.
enum EventStrings {
  static let title = Text(zh: "操作记录", en: "Events")
  static let lead = Text(
    zh: "谁在什么时候做了什么。只记动作，不记原话和联系方式；每一条都连着前一条，改动会被发现。",
    en: "Who did what and when: no words, no contact data. Each is chained to the one before, so a change is found.")
  static let none = Text(zh: "还没有记录。", en: "No events yet.")
  static let number = Text(zh: "序号", en: "No.")
  static let when = Text(zh: "时间", en: "When")
  static let who = Text(zh: "谁", en: "Who")
  static let what = Text(zh: "做了什么", en: "What")
  static let about = Text(zh: "对象", en: "About")
  static let nobody = Text(zh: "居民或系统", en: "A resident or the program")

  /// What an event of a kind says; the kind itself where it has no words here.
  static func kind(_ kind: String) -> Text { kinds[kind] ?? Text(same: kind) }

  /// A table of the database as people say it.
  static func subject(_ table: String) -> Text {
    switch table {
    case "concern": Text(zh: "诉求", en: "concern")
    case "matter": Text(zh: "事项", en: "matter")
    case "photo": Text(zh: "照片", en: "photo")
    case "person": Text(zh: "反映人", en: "reporter")
    case "family": Text(zh: "同类", en: "family")
    case "alarm": Text(zh: "警报", en: "alarm")
    case "membership": Text(zh: "任职", en: "membership")
    case "account": Text(zh: "账号", en: "account")
    case "place": Text(zh: "地方", en: "place")
    case "appeal": Text(zh: "申诉", en: "appeal")
    case "concern_addition": Text(zh: "补充", en: "addition")
    case "matter_concern": Text(zh: "归并关系", en: "link of concern and matter")
    case "matter_join": Text(zh: "“我也遇到”", en: "“me too”")
    case "decision": Text(zh: "决定", en: "decision")
    case "progress": Text(zh: "进展", en: "progress")
    case "merging": Text(zh: "合并", en: "merge")
    case "landmark": Text(zh: "地标", en: "landmark")
    case "village_map": Text(zh: "村界图", en: "village map")
    case "duty": Text(zh: "目录条目", en: "catalogue entry")
    case "wording": Text(zh: "文字", en: "wording")
    case "keeping_rule": Text(zh: "保存期限", en: "keeping rule")
    case "keeper_term": Text(zh: "登记员任期", en: "register keeper's term")
    case "api_token": Text(zh: "程序令牌", en: "API token")
    case "import_job": Text(zh: "导入", en: "import")
    case "entry_note": Text(zh: "录入备注", en: "note of an entry")
    default: Text(same: table)
    }
  }

  /// Whether a kind has words here.
  static func hasWords(kind: String) -> Bool { kinds[kind] != nil }

  private static let kinds: [String: Text] = [
    "concern_received": Text(zh: "收到诉求", en: "Concern received"),
    "concern_triaged": Text(zh: "分流诉求", en: "Concern triaged"),
    "concern_refused": Text(zh: "不予纳入", en: "Concern not taken up"),
    "concern_appealed": Text(zh: "收到申诉", en: "Appeal received"),
    "appeal_decided": Text(zh: "决定申诉", en: "Appeal decided"),
    "concern_added": Text(zh: "补充情况", en: "Information added"),
    "concern_corrected": Text(zh: "更正诉求", en: "Concern corrected"),
    "concern_withdrawn": Text(zh: "撤回诉求", en: "Concern withdrawn"),
    "concern_withdrawn_by_staff": Text(zh: "代为撤回诉求", en: "Concern withdrawn for its reporter"),
    "urgency_lowered": Text(zh: "调低紧急程度", en: "Urgency lowered"),
    "entry_noted": Text(zh: "记下录入备注", en: "Note of an entry"),
    "reporter_called": Text(zh: "电话告知反映人", en: "Reporter told by telephone"),
    "contacts_read": Text(zh: "查看整本联系方式", en: "Contact details of a register shown"),
    "reply_imported": Text(zh: "导入旧答复", en: "Old reply imported"),
    "history_closed": Text(zh: "登记旧事项已办结", en: "Old matter entered as closed"),
    "history_set": Text(zh: "登记旧事项的状态", en: "Old matter's state entered"),
    "history_refused": Text(zh: "登记旧诉求不予纳入", en: "Old concern entered as not taken up"),
    "import_uploaded": Text(zh: "上传导入文件", en: "File uploaded for import"),
    "import_started": Text(zh: "开始导入", en: "Import started"),
    "import_done": Text(zh: "导入完成", en: "Import done"),
    "import_failed": Text(zh: "导入失败", en: "Import failed"),
    "keeper_named": Text(zh: "指定登记员", en: "Register keeper named"),
    "keepingRuleChanged": Text(zh: "修改保存期限", en: "Keeping rule changed"),
    "wordingChanged": Text(zh: "修改文字", en: "Wording changed"),
    "dutyAdded": Text(zh: "新增目录条目", en: "Catalogue entry added"),
    "dutyChanged": Text(zh: "修改目录条目", en: "Catalogue entry changed"),
    "dutyRetired": Text(zh: "停用目录条目", en: "Catalogue entry retired"),
    "landmark_added": Text(zh: "新增地标", en: "Landmark added"),
    "landmark_closed": Text(zh: "停用地标", en: "Landmark closed"),
    "village_map_set": Text(zh: "上传村界图", en: "Village map uploaded"),
    "village_map_removed": Text(zh: "移除村界图", en: "Village map removed"),
    "accountOpened": Text(zh: "开设账号", en: "Account opened"),
    "accountClosed": Text(zh: "停用账号", en: "Account closed"),
    "accountLocked": Text(zh: "账号因多次输错被锁", en: "Account locked after wrong passwords"),
    "paperCodeIssued": Text(zh: "发放登录纸条", en: "Sign-in slip issued"),
    "signedIn": Text(zh: "登录", en: "Signed in"),
    "paperCodeUsed": Text(zh: "用登录纸条登录", en: "Signed in with a slip"),
    "passwordSet": Text(zh: "设置密码", en: "Password set"),
    "tokenMade": Text(zh: "开出程序令牌", en: "API token made"),
    "tokenRevoked": Text(zh: "撤销程序令牌", en: "API token revoked"),
    "contact_read": Text(zh: "查看联系方式", en: "Contact details shown"),
    "alarm_acknowledged": Text(zh: "接手警报", en: "Alarm acknowledged"),
    "alarm_passed_on": Text(zh: "警报升级", en: "Alarm passed on"),
    "matter_recordProgress": Text(zh: "记录进展", en: "Progress recorded"),
    "matter_answer": Text(zh: "答复", en: "Answered"),
    "matter_close": Text(zh: "办结", en: "Closed"),
    "matter_closeWithdrawn": Text(zh: "因撤回办结", en: "Closed as withdrawn"),
    "matter_reopen": Text(zh: "重新办理", en: "Reopened"),
    "matter_startDeliberation": Text(zh: "提交协商", en: "Sent to deliberation"),
    "matter_startPublication": Text(zh: "开始公示", en: "Publication began"),
    "matter_carryOut": Text(zh: "开始落实", en: "Carrying out began"),
    "matter_reclassified": Text(zh: "改类", en: "Reclassified"),
    "matter_released": Text(zh: "公开发布", en: "Released to the public"),
    "matter_taken_back": Text(zh: "收回公开", en: "Taken back from the public"),
    "matter_joined": Text(zh: "居民点了“我也遇到”", en: "“Me too” by a resident"),
    "matters_merged": Text(zh: "合并事项", en: "Matters merged"),
    "merge_undone": Text(zh: "撤销合并", en: "Merge undone"),
    "family_made": Text(zh: "归为同类", en: "Family made"),
    "family_changed": Text(zh: "调整同类", en: "Family changed"),
    "family_reclassified": Text(zh: "同类一起改类", en: "Family reclassified"),
    "photo_released": Text(zh: "公开照片", en: "Photo released"),
    "photo_taken_back": Text(zh: "收回照片", en: "Photo taken back"),
    "personAdded": Text(zh: "登记反映人", en: "Reporter entered"),
    "personNamed": Text(zh: "补登反映人姓名", en: "Reporter's name filled in"),
    "roleGiven": Text(zh: "授予任职", en: "Role given"),
    "roleEnded": Text(zh: "结束任职", en: "Role ended"),
    "placeOpened": Text(zh: "设立地方", en: "Place opened"),
    "placeChanged": Text(zh: "修改地方", en: "Place changed"),
    "placeClosed": Text(zh: "停用地方", en: "Place closed"),
    "erased": Text(zh: "按保存期限删除", en: "Erased by a keeping rule"),
  ]
}
