import Values

extension Capability {
  /// What it lets one do, for the page of API tokens and the list of roles.
  package var name: Text {
    switch self {
    case .readMatters: Text(zh: "查看事项", en: "Read matters")
    case .readConcerns: Text(zh: "查看诉求原文", en: "Read concerns")
    case .enterConcern: Text(zh: "录入诉求", en: "Enter concerns")
    case .readOwnEntries: Text(zh: "查看自己录入的诉求", en: "Read own entries")
    case .triage: Text(zh: "三事分流", en: "Triage")
    case .refuseConcern: Text(zh: "决定不予纳入", en: "Decide not to take up")
    case .decideAppeal: Text(zh: "决定第一次申诉", en: "Decide first appeals")
    case .decideSecondAppeal: Text(zh: "决定第二次申诉", en: "Decide second appeals")
    case .mergeMatters: Text(zh: "合并事项、撤销合并", en: "Merge matters and undo it")
    case .manageFamilies: Text(zh: "归并同类事项", en: "Manage families of matters")
    case .reclassify: Text(zh: "改类", en: "Reclassify matters")
    case .recordProgress: Text(zh: "记录进展、答复", en: "Record progress and answer")
    case .closeMatter: Text(zh: "办结、重新办理", en: "Close and reopen matters")
    case .releaseMatter: Text(zh: "公开发布事项", en: "Release matters to the public")
    case .readContacts: Text(zh: "查看联系方式", en: "Read contact details")
    case .callReporters: Text(zh: "电话告知反映人", en: "Call reporters")
    case .readRegister: Text(zh: "查看登记簿", en: "Read registers")
    case .exportRegister: Text(zh: "导出、打印登记簿", en: "Export and print registers")
    case .readAnnex: Text(zh: "查看反映人附表", en: "Read the annex of reporters")
    case .importFile: Text(zh: "导入文件", en: "Import files")
    case .readSealed: Text(zh: "查看密封件", en: "Read sealed concerns")
    case .acknowledgeAlarm: Text(zh: "确认警报", en: "Acknowledge alarms")
    case .readTownDuty: Text(zh: "查看全镇值班警报", en: "Read the town's alarms")
    case .seeTown: Text(zh: "查看全镇情况", en: "See the whole town")
    case .readCatalogue: Text(zh: "查看责任目录", en: "Read the duty catalogue")
    case .editCatalogue: Text(zh: "修改责任目录", en: "Edit the duty catalogue")
    case .nameKeeper: Text(zh: "明确登记人", en: "Name the register keeper")
    case .editVillage: Text(zh: "设置村海报、地标和地图", en: "Edit a village's poster, landmarks and map")
    case .managePlaces: Text(zh: "管理镇村组", en: "Manage places")
    case .manageAccounts: Text(zh: "管理账号和任职", en: "Manage accounts and memberships")
    case .manageKeepingRules: Text(zh: "管理保存期限", en: "Manage keeping rules")
    case .manageTemplates: Text(zh: "管理答复范本", en: "Manage templates")
    case .readEvents: Text(zh: "查看操作记录", en: "Read the event log")
    }
  }
}
