import Governance
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
  static func kind(_ kind: String) -> Text { kinds[kind] ?? orderStep(kind) ?? Text(same: kind) }

  /// "order_accept" and its like: the steps of work orders have their words in the rules.
  private static func orderStep(_ kind: String) -> Text? {
    guard kind.hasPrefix("order_"), let step = OrderStep(rawValue: String(kind.dropFirst(6))) else { return nil }
    return Text(zh: "工单：", en: "Work order: ") + step.name
  }

  /// A table of the database as people say it.
  static func subject(_ table: String) -> Text {
    switch table {
    case "concern": Text(zh: "诉求", en: "concern")
    case "matter": Text(zh: "事项", en: "matter")
    case "photo": Text(zh: "照片", en: "photo")
    case "person": Text(zh: "反映人", en: "reporter")
    case "key_matter": Text(zh: "重点标记", en: "mark as key")
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
    case "work_order": Text(zh: "工单", en: "work order")
    case "order_step": Text(zh: "工单步骤", en: "step of an order")
    case "order_helper": Text(zh: "协办", en: "co-handling")
    case "rating": Text(zh: "评价", en: "rating")
    case "office": Text(zh: "单位", en: "office")
    case "absence": Text(zh: "请假", en: "absence")
    case "duty": Text(zh: "目录条目", en: "catalogue entry")
    case "wording": Text(zh: "文字", en: "wording")
    case "reply_template": Text(zh: "答复范本", en: "reply template")
    case "keeping_rule": Text(zh: "保存期限", en: "keeping rule")
    case "calendar_year": Text(zh: "放假安排", en: "year of the work calendar")
    case "keeper_term": Text(zh: "登记员任期", en: "register keeper's term")
    case "api_token": Text(zh: "程序令牌", en: "API token")
    case "grouping_run": Text(zh: "成批归并", en: "grouping")
    case "import_job": Text(zh: "导入", en: "import")
    case "exchange_connector": Text(zh: "外部系统", en: "other system")
    case "exchange_message": Text(zh: "发给外部系统的工单", en: "order told to another system")
    case "exchange_callback": Text(zh: "外部系统的通知", en: "answer of another system")
    case "exchange_file": Text(zh: "和外部系统来回的文件", en: "file to or from another system")
    case "transport": Text(zh: "发送方式", en: "way of sending")
    case "mailbox": Text(zh: "收信的邮箱", en: "mailbox for letters")
    case "inbound_hook": Text(zh: "接入的系统", en: "system that hands in")
    case "notice_choice": Text(zh: "怎么告诉反映人", en: "how a reporter is told")
    case "notice_preference": Text(zh: "怎么通知同事", en: "how a colleague is told")
    case "entry_note": Text(zh: "录入备注", en: "note of an entry")
    case "suggestion": Text(zh: "建议和决定", en: "suggestion and decision")
    case "open311_setting": Text(zh: "Open311 设置", en: "setting of Open311")
    case "deadline_feed": Text(zh: "期限日历", en: "calendar of deadlines")
    case "suggestion_switch": Text(zh: "自动建议开关", en: "switch of suggestions")
    case "learnt_model": Text(zh: "学习版本", en: "learnt version")
    default: Text(same: table)
    }
  }

  /// Whether a kind has words here.
  static func hasWords(kind: String) -> Bool { kinds[kind] != nil || orderStep(kind) != nil }

  private static let kinds: [String: Text] = [
    "mailboxChanged": Text(zh: "设定收信的邮箱", en: "Mailbox for letters set"),
    "inboundHookChanged": Text(zh: "设定接入的系统", en: "System that hands in set"),
    "inboundHookClosed": Text(zh: "不再接一个系统", en: "System that hands in removed"),
    "transportChanged": Text(zh: "设置发送方式", en: "Way of sending set"),
    "exchangeChanged": Text(zh: "设置外部系统", en: "Other system set"),
    "exchangeClosed": Text(zh: "不再对接外部系统", en: "Other system removed"),
    "exchangeQueued": Text(zh: "工单等着发给外部系统", en: "Order queued for another system"),
    "exchangeSent": Text(zh: "工单交到外部系统", en: "Order told to another system"),
    "exchangeFailed": Text(zh: "工单没发到外部系统", en: "Order not taken by another system"),
    "exchangeDropped": Text(zh: "工单不用发给外部系统了", en: "Order no longer sent to another system"),
    "exchangeMoved": Text(zh: "发给外部系统的方式改了", en: "Way to another system changed"),
    "exchangeEnded": Text(zh: "工单不再由外部系统办", en: "Order no longer with another system"),
    "exchangeRetried": Text(zh: "再发给外部系统", en: "Order sent again to another system"),
    "exchangeContacts": Text(zh: "给外部系统联系方式", en: "Contact data given to another system"),
    "exchangeTold": Text(zh: "外部系统办了一步", en: "Step taken by another system"),
    "exchangeFileBegun": Text(zh: "给外部系统的文件正在放", en: "File for another system begun"),
    "exchangeFileOut": Text(zh: "给外部系统的文件放好了", en: "File for another system laid out"),
    "exchangeFileDropped": Text(zh: "给外部系统的文件不用放了", en: "File for another system not needed"),
    "exchangeFileTaken": Text(zh: "收下外部系统的文件", en: "File of another system taken"),
    "exchangeFileRefused": Text(zh: "外部系统的文件没有全收", en: "File of another system not wholly taken"),
    "exchangeRefused": Text(zh: "没收外部系统的一步", en: "Step of another system refused"),
    "transportClosed": Text(zh: "去掉发送方式", en: "Way of sending removed"),
    "noticeTested": Text(zh: "发测试消息", en: "Test message sent"),
    "noticeRetried": Text(zh: "再发一次消息", en: "Message sent again"),
    "noticePreferenceChanged": Text(zh: "改了怎么通知自己", en: "Own way of notices changed"),
    "noticeChoiceChanged": Text(zh: "反映人选了怎么告诉", en: "Reporter chose how to be told"),
    "addressConfirmed": Text(zh: "反映人确认了号码或邮箱", en: "Reporter confirmed a number or mail address"),
    "concern_received": Text(zh: "收到诉求", en: "Concern received"),
    "concern_triaged": Text(zh: "分流诉求", en: "Concern triaged"),
    "concerns_grouped": Text(zh: "成批归并为一件事项", en: "Concerns grouped into one matter"),
    "grouping_begun": Text(zh: "开始成批归并", en: "Grouping begun"),
    "grouping_proposed": Text(zh: "成批归并提出建议", en: "Grouping proposed"),
    "grouping_failed": Text(zh: "成批归并没做成", en: "Grouping failed"),
    "grouping_confirming": Text(zh: "开始一起确认", en: "Confirming together begun"),
    "grouping_confirmed": Text(zh: "一起确认完成", en: "Confirming together done"),
    "grouping_undoing": Text(zh: "开始撤销成批归并", en: "Undoing a grouping begun"),
    "grouping_undone": Text(zh: "撤销成批归并完成", en: "Undoing a grouping done"),
    "group_dismissed": Text(zh: "不采用一组归并", en: "Proposed group dismissed"),
    "group_undone": Text(zh: "撤销一组归并", en: "Group undone"),
    "concern_refused": Text(zh: "不予纳入", en: "Concern not taken up"),
    "concern_appealed": Text(zh: "收到申诉", en: "Appeal received"),
    "appeal_decided": Text(zh: "决定申诉", en: "Appeal decided"),
    "concern_added": Text(zh: "补充情况", en: "Information added"),
    "concern_corrected": Text(zh: "更正诉求", en: "Concern corrected"),
    "concern_withdrawn": Text(zh: "撤回诉求", en: "Concern withdrawn"),
    "concern_withdrawn_by_staff": Text(zh: "代为撤回诉求", en: "Concern withdrawn for its reporter"),
    "urgency_raised": Text(zh: "调高紧急程度", en: "Urgency raised"),
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
    "calendarYearEntered": Text(zh: "录入放假安排", en: "Year of the work calendar entered"),
    "matter_holidaysChanged": Text(zh: "放假安排改了，事项期限重算", en: "The holidays changed a matter's limit"),
    "concern_holidaysChanged": Text(zh: "放假安排改了，受理期限重算", en: "The holidays changed the limit for accepting"),
    "appeal_holidaysChanged": Text(zh: "放假安排改了，申诉答复期限重算", en: "The holidays changed an appeal's limit"),
    "wordingChanged": Text(zh: "修改文字", en: "Wording changed"),
    "replyTemplateChanged": Text(zh: "修改部门答复范本", en: "Reply template changed"),
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
    "matter_marked_key": Text(zh: "列为重点事项", en: "Marked as key"),
    "matter_unmarked_key": Text(zh: "取消重点事项", en: "Mark as key taken back"),
    "family_made": Text(zh: "归为同类", en: "Family made"),
    "family_changed": Text(zh: "调整同类", en: "Family changed"),
    "family_reclassified": Text(zh: "同类一起改类", en: "Family reclassified"),
    "photo_released": Text(zh: "公开照片", en: "Photo released"),
    "photo_taken_back": Text(zh: "收回照片", en: "Photo taken back"),
    "personAdded": Text(zh: "登记反映人", en: "Reporter entered"),
    "personNamed": Text(zh: "补登反映人姓名", en: "Reporter's name filled in"),
    "roleGiven": Text(zh: "授予任职", en: "Role given"),
    "roleProposed": Text(zh: "提出任职，等确认", en: "Role proposed"),
    "roleConfirmed": Text(zh: "确认任职", en: "Role confirmed"),
    "roleDeclined": Text(zh: "不同意任职", en: "Role declined"),
    "roleEnded": Text(zh: "结束任职", en: "Role ended"),
    "order_attachment_removed": Text(zh: "删掉附件", en: "File taken away"),
    "order_made": Text(zh: "交办", en: "Handed over"),
    "order_rated": Text(zh: "评价办理", en: "Work rated"),
    "office_opened": Text(zh: "增加单位", en: "Office added"),
    "office_changed": Text(zh: "修改单位", en: "Office changed"),
    "office_dissolved": Text(zh: "撤销单位", en: "Office dissolved"),
    "absence_entered": Text(zh: "登记请假", en: "Absence entered"),
    "absence_ended": Text(zh: "销假", en: "Absence ended"),
    "placeOpened": Text(zh: "设立地方", en: "Place opened"),
    "placeChanged": Text(zh: "修改地方", en: "Place changed"),
    "placeClosed": Text(zh: "停用地方", en: "Place closed"),
    "open311_anonymous_on": Text(zh: "Open311 谁都可以反映", en: "Open311 opened to anybody"),
    "open311_anonymous_off": Text(zh: "Open311 只收带令牌的反映", en: "Open311 limited to keys"),
    "deadlineFeedMade": Text(zh: "领取期限日历的地址", en: "Address of a calendar made"),
    "deadlineFeedEnded": Text(zh: "撤销期限日历的地址", en: "Address of a calendar withdrawn"),
    "suggestions_on": Text(zh: "打开自动建议", en: "Suggestions turned on"),
    "suggestions_off": Text(zh: "关掉自动建议", en: "Suggestions turned off"),
    "learnt": Text(zh: "从决定中学习", en: "Learnt from decisions"),
    "erased": Text(zh: "按保存期限删除", en: "Erased by a keeping rule"),
  ]
}
