import Documents
import Governance
import Store
import Values

/// The words of importing files.
enum ImportStrings {
  static let imports = Text(zh: "导入文件", en: "Import files")
  static let oneImport = Text(zh: "一次导入", en: "An import")
  static let lead = Text(
    zh: "旧登记簿、清单、热线导出的表，都可以一次导进来。同一个文件导两次也不会重复。",
    en: "Old registers, lists and hotline exports come in at once. The same file twice adds nothing.")
  static let file = Text(zh: "选文件", en: "File")
  static let fileHint = Text(
    zh: ".xlsx、.csv 或 .tsv，最大 50 MB。有几张工作表的，取第一张有表头的；表头上面有标题行也没关系。",
    en:
      ".xlsx, .csv or .tsv, at most 50 MB. Of several sheets the first with a header is read; title rows above it do no harm."
  )
  static let upload = Text(zh: "上传并查看", en: "Upload and look")
  static let earlier = Text(zh: "以前导入的", en: "Earlier imports")
  static let none = Text(zh: "还没有导入过文件。导入的结果会列在这里。", en: "Nothing was imported yet. Results will be listed here.")
  static let another = Text(zh: "再导一个文件", en: "Import another file")
  static let toGrouping = Text(zh: "成批归并这些诉求", en: "Group these concerns")
  static let toConcerns = Text(zh: "看诉求", en: "See the concerns")

  // MARK: Columns
  static let headerRow = Text(zh: "哪一行是表头", en: "Which row is the header")
  static let useRow = Text(zh: "用这一行", en: "Use this row")
  static let columns = Text(zh: "每一列是什么", en: "What each column is")
  static let columnMeaning = Text(
    zh: "第 1 列是什么（column_1 为第 2 列，依次类推）；都不写就用建议的",
    en: "What column 1 is (column_1 is column 2, and so on); none: as proposed")
  static let notTaken = Text(zh: "不导入", en: "Leave out")
  static let preview = Text(zh: "前 10 行导进来是这样", en: "How the first 10 rows will come in")
  static let start = Text(zh: "开始导入", en: "Start the import")
  static let toTriage = Text(zh: "待分流", en: "To be sorted")
  static let noDay = Text(zh: "导入当天", en: "Day of import")
  static func columnNumber(_ number: Int) -> Text { Text(zh: "第 \(number) 列", en: "Column \(number)") }
  static func willBeRejected(_ reason: Text) -> Text {
    Text(zh: "这一行导不进来：\(reason.zh)", en: "This row will be left out: \(reason.en)")
  }
  static func state(_ state: RowState) -> Text {
    switch state {
    case .received: Text(zh: "已收到", en: "Received")
    case .inProgress: Text(zh: "办理中", en: "In progress")
    case .awaitingDeliberation: Text(zh: "待协商", en: "Awaiting deliberation")
    case .inPublication: Text(zh: "公示中", en: "In publication")
    case .answered: Text(zh: "已答复", en: "Answered")
    case .closed: Text(zh: "已办结", en: "Closed")
    case .refused: Text(zh: "不予纳入", en: "Not taken up")
    }
  }

  /// What a column, from 1, is taken for; nil: left out.
  static func use(_ number: Int, _ header: String, _ column: ConcernColumn?) -> Text {
    Text(
      zh: "第 \(number) 列“\(header)”：\(column.map { "\($0.name.zh)（\($0.rawValue)）" } ?? "不导入")",
      en: "column \(number) “\(header)”: \(column.map { "\($0.name.en) (\($0.rawValue))" } ?? "not used")")
  }

  // MARK: While it runs, and after
  static let progress = Text(zh: "导入进度", en: "Progress of an import")
  static let running = Text(zh: "正在导入", en: "Importing")
  static let taken = Text(zh: "导入的", en: "Taken in")
  static let asMatters = Text(zh: "其中成为事项", en: "Of these, matters")
  static let already = Text(zh: "以前就有", en: "There before")
  static let rejected = Text(zh: "没导进来", en: "Left out")
  static let rejectedTitle = Text(zh: "没导进来的行", en: "Rows left out")
  static let line = Text(zh: "行号", en: "Line")
  static let reason = Text(zh: "原因", en: "Reason")
  static let row = Text(zh: "内容", en: "Content")
  static let download = Text(zh: "下载没导进来的行", en: "Download the rows left out")
  static let downloadHint = Text(
    zh: "在表里改好以后，把这个文件再导一次就行。30 天后删除。",
    en: "Put the rows right and import that file. It is deleted after 30 days.")
  static let failedWayOut = Text(
    zh: "已经导进来的都在。请看看原因，再按一次“开始导入”，会接着导。",
    en: "What was taken in stays. Look at the reason and start the import again; it goes on from there.")
  static let fileGone = Text(zh: "这个文件已经不在了，请再上传一次。", en: "The file is gone; please upload it again.")
  static let broken = Text(zh: "导入中断了，请再试一次。", en: "The import was broken off; please try again.")
  static func undated(_ count: Int) -> Text {
    Text(zh: "有 \(count) 行没有日期，按导入当天登记。", en: "\(count) rows had no date; the day of the import stands for it.")
  }
  static func summary(_ job: ImportJob) -> Text {
    Text(
      zh: "导入 \(job.taken) 行，以前就有 \(job.already) 行，没导进来 \(job.rejected) 行",
      en: "\(job.taken) taken in, \(job.already) there before, \(job.rejected) left out")
  }

  // MARK: What is wrong with a file
  static let noFile = Text(zh: "请选一个文件", en: "Please choose a file")
  static let wrongKind = Text(zh: "请选 .xlsx、.csv 或 .tsv 文件", en: "Please choose an .xlsx, .csv or .tsv file")
  static let tooLarge = Text(zh: "文件太大，最大 50 MB。请分成几个文件", en: "The file is too large; at most 50 MB. Please split it")
  static let emptyFile = Text(zh: "文件里没有内容", en: "There is nothing in the file")
  static let noHeader = Text(
    zh: "没认出表头。请选哪一行是表头，再选每一列是什么。表头最好有“日期”“事项”这样的字。",
    en: "No header was recognised. Choose its row and what each column is; headers such as “date” and “text” help.")
  static let noTextColumn = Text(zh: "请选哪一列是事项或内容", en: "Please choose the column with the words")
  static let columnTwice = Text(zh: "这一项已选给别的列", en: "Another column is this already")
  static let unknownColumn = Text(zh: "请从给出的选项里选一个", en: "Please choose one of those given")
  static func noSuchColumn(_ column: String, _ header: [String]) -> Text {
    let names = header.enumerated().map { $1.isEmpty ? "\($0 + 1)" : $1 }
    return Text(
      zh: "文件里没有“\(column)”这一列，有：\(names.joined(separator: "、"))",
      en: "The file has no column “\(column)”; it has: \(names.joined(separator: ", "))")
  }
  static func noSuchKey(_ key: String) -> Text {
    let keys = ConcernColumn.allCases.map(\.rawValue)
    return Text(
      zh: "“\(key)”不对，请写成 列名=用途，用途是：\(keys.joined(separator: "、"))；不导入的写成 列名=",
      en:
        "“\(key)” is not right; write COLUMN=USE, the use one of: \(keys.joined(separator: ", ")); COLUMN= leaves it out"
    )
  }
  static func noSuchRow(_ most: Int) -> Text {
    Text(zh: "表头是第 1 到 \(most) 行里的一行", en: "The header is one of rows 1 to \(most)")
  }
  static let startedBefore = Refusal(
    rule: "importStarted", reason: Text(zh: "这个文件已经在导入或导完了。", en: "This file is running or done."),
    wayOut: Text(zh: "请返回看结果。", en: "Go back to see the result."))

  // MARK: What is wrong with a row
  static let noText = Text(zh: "没有写是什么事", en: "There are no words in it")
  static func textTooLong(_ count: Int) -> Text {
    Text(zh: "内容最多 20000 个字，这一行有 \(count) 个", en: "At most 20,000 characters of text; this row has \(count)")
  }
  static let replyTooLong = Text(zh: "答复最多 20000 个字", en: "At most 20,000 characters of reply")
  static let noDate = Text(zh: "没有日期，也没有编号", en: "There is neither a date nor a number")
  static func badDate(_ cell: String) -> Text {
    Text(
      zh: "看不懂日期“\(cell)”。请写成 2026-03-05 这样，年份从 1990 年起",
      en: "The date “\(cell)” cannot be read. Please write it like 2026-03-05, from 1990 on")
  }
  static func badClosingDate(_ cell: String) -> Text {
    Text(
      zh: "看不懂办结日期“\(cell)”。请写成 2026-03-05 这样",
      en: "The closing date “\(cell)” cannot be read. Please write it like 2026-03-05")
  }
  static func closedBefore(_ closed: Day, _ date: Day) -> Text {
    Text(
      zh: "办结日期 \(closed.iso) 早于反映日期 \(date.iso)，请改对",
      en: "It was closed on \(closed.iso), before it was reported on \(date.iso); please put it right")
  }
  static func unknownState(_ cell: String) -> Text {
    let known = RowState.allCases.map(state)
    return Text(
      zh: "不认识状态“\(cell)”。请写：\(known.map(\.zh).joined(separator: "、"))；别的话写在“办理情况”或“答复”一列",
      en:
        "The state “\(cell)” is not known. Write one of: \(known.map(\.en).joined(separator: ", ")); other words belong in the column for how it went or the reply"
    )
  }
  static func unknownClass(_ cell: String) -> Text {
    let known = MatterClass.allCases.map(\.name)
    return Text(
      zh: "不认识三事分类或类目“\(cell)”，这一行又有状态或答复。请写：\(known.map(\.zh).joined(separator: "、"))，或类目的名称、代码（如 GM0902）",
      en:
        "The class or category “\(cell)” is not known, and the row has a state or a reply. Write one of: \(known.map(\.en).joined(separator: ", ")), or the name or code of a category (such as GM0902)"
    )
  }
  static func futureDate(_ day: Day) -> Text {
    Text(zh: "日期 \(day.iso) 还没到", en: "The date \(day.iso) is still to come")
  }
  static func badPhone(_ error: Text) -> Text { Text(zh: "联系方式：\(error.zh)", en: "Contact: \(error.en)") }
  static let repeatedNumber = Text(
    zh: "编号和前面一行一样，内容却不同", en: "An earlier row has the same number with other words")
  static let noRefusalReason = Text(
    zh: "不予纳入要写明原因，如“不归这里管”“已经答复过”", en: "“Not taken up” needs its reason, such as “Belongs elsewhere”")

  // MARK: Kept with what came in
  static let routingReason = Text(zh: "按导入的登记簿归类。", en: "Sorted as in the imported register.")
  static let committee = Text(zh: "村（居）委会", en: "Village committee")
}
