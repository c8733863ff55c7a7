/// The columns that an import of concerns (诉求) knows, and the headers people write over them.
package enum ConcernColumn: String, Sendable, Hashable, CaseIterable {
  case number, date, title, text, category
  /// 大事, 小事 or 私事.
  case matterClass = "class"
  case reporter, phone, group, place, channel, state
  /// How it went in free words, of which some tell the state.
  case handling
  case lead, reply, closed

  package var synonyms: [String] {
    switch self {
    case .number: ["编号", "序号", "工单编号", "id", "number"]
    case .date: ["日期", "时间", "登记日期", "登记时间", "反映日期", "反映时间", "受理时间", "date"]
    case .title: ["标题", "主题", "title"]
    case .text:
      ["事项", "内容", "诉求", "诉求内容", "反映内容", "反映事项", "事项内容", "问题", "反映问题", "body", "text", "matter", "description"]
    case .category: ["类目", "归口", "类别", "分类", "事项类别", "leaf", "category", "routing"]
    case .matterClass: ["大事小事私事", "三事", "三事类型", "三事分类", "类型", "class"]
    case .reporter: ["反映单位（个人）", "反映单位", "反映人", "诉求人", "姓名", "user", "name", "reporter"]
    case .phone: ["联系方式", "联系电话", "电话", "手机", "手机号", "phone", "telephone", "contact"]
    case .group: ["组", "村民小组", "小组", "组别", "group"]
    case .place: ["地点", "地址", "住址", "place", "address"]
    case .channel: ["渠道", "来源", "反映渠道", "channel", "source"]
    case .state: ["状态", "办理状态", "state", "status"]
    case .handling: ["办理情况", "处理情况", "办理进度", "进展情况", "handling"]
    case .lead:
      [
        "责任单位", "承办单位", "办理单位", "责任人", "归口单位", "归口部门", "责任部门", "lead", "responsible body", "responsible office",
      ]
    case .reply: ["答复", "处理结果", "办理结果", "回复", "答复内容", "回复内容", "reply"]
    case .closed: ["办结日期", "办结时间", "回复时间", "答复时间", "reply_date", "closed", "closed on"]
    }
  }

  /// For `HeaderFinder`.
  package static var known: [KnownColumn] { allCases.map { KnownColumn($0.rawValue, $0.synonyms) } }
}
