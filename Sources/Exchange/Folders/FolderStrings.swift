import Values

/// The words of exchanging by folder.
enum FolderStrings {
  static let way = Text(zh: "怎么来回", en: "How orders go and answers come")
  static func way(_ way: ConnectorWay) -> Text {
    switch way {
    case .web: Text(zh: "对方有接口", en: "They have an interface")
    case .folder: Text(zh: "本机的文件夹", en: "A folder of this machine")
    case .sftp: Text(zh: "对方的 SFTP", en: "Their SFTP server")
    case .file: Text(zh: "用文件，人工来回", en: "Files, carried by people")
    }
  }
  static func hint(_ way: ConnectorWay) -> Text {
    switch way {
    case .web: Text(zh: "自动发到网址，对方签名回", en: "Sent to an address, answered under signature")
    case .folder: Text(zh: "工单文件自动放进去，回的文件自动收", en: "Order files are put there, answer files are collected")
    case .sftp: Text(zh: "同上，文件夹在对方那里", en: "The same, with the folder on their side")
    case .file: Text(zh: "在这一页下载和交回", en: "Downloaded and given back on this page")
    }
  }
  static func short(_ way: ConnectorWay) -> Text {
    switch way {
    case .web: ExchangeStrings.goesByWeb
    case .folder: Text(zh: "文件夹", en: "Folder")
    case .sftp: Text(same: "SFTP")
    case .file: ExchangeStrings.goesByFile
    }
  }
  static let noWay = Text(zh: "请选一种", en: "Please choose one")
  static let interface = Text(zh: "接口（对方有接口的填这里）", en: "Interface, if they have one")
  static let folderFields = Text(zh: "文件夹（用文件夹或者 SFTP 的填这里）", en: "Folder, for a folder or SFTP")
  static let machineFields = Text(zh: "SFTP 服务器（用 SFTP 的填这里）", en: "SFTP server, for SFTP")

  // Fields.
  static let forInterface = Text(zh: "用接口时必填。", en: "Required with an interface. ")
  static let forFolder = Text(zh: "用文件夹或者 SFTP 时必填。", en: "Required with a folder or SFTP. ")
  static let forMachine = Text(zh: "用 SFTP 时必填。", en: "Required with SFTP. ")
  static let oneOfTwo = Text(zh: "用 SFTP 时，密码和私钥填一样。", en: "With SFTP give the password or the key.")
  static let format = Text(zh: "工单写成", en: "Orders are written as")
  static let noFormat = Text(zh: "只能选 Excel 或 JSON", en: "Please choose Excel or JSON")
  static func format(_ format: OrderFileFormat) -> Text {
    switch format {
    case .xlsx: Text(same: "Excel")
    case .json: Text(same: "JSON")
    }
  }
  static let root = Text(zh: "放在哪里", en: "Where")
  static let dataFolder = Text(zh: "程序的数据文件夹", en: "The program's data folder")
  static let rootNotAllowed = Text(
    zh: "这个位置没有许可，请管机器的人写进 SANSHI_EXCHANGE_ROOTS",
    en: "This place is not allowed; whoever runs the machine adds it to SANSHI_EXCHANGE_ROOTS")
  static let folder = Text(zh: "文件夹的名字", en: "Name of the folder")
  static let folderHint = Text(
    zh: "里面会有 out（发出的工单）、in（对方放回的）、done 和 refused（看过的）",
    en: "In it: out (orders), in (their answers), done and refused (answers that were read)")
  static let notAFolder = Text(
    zh: "只用字母、数字、汉字和 - _ .，不能以点开头；多层用 / 隔开",
    en: "Letters, figures and - _ . alone, no dot at the beginning; / between folders")
  static let taken = Text(zh: "这个文件夹已经给另一个系统用了", en: "Another system uses this folder")
  static let host = Text(zh: "主机", en: "Host")
  static let notAHost = Text(zh: "主机名像这样写：sftp.example.org", en: "Please give a host such as sftp.example.org")
  static let port = Text(zh: "端口（空着是 22）", en: "Port (22 when empty)")
  static let user = Text(zh: "用户名", en: "User")
  static let password = Text(zh: "密码", en: "Password")
  static let privateKey = Text(zh: "或者私钥", en: "Or a private key")
  static let privateKeyHint = Text(
    zh: "ssh-keygen -t ed25519 生成的那个文件的全部内容。加密存放，不再显示",
    en: "The whole file that ssh-keygen -t ed25519 makes. Stored sealed, never shown again")
  static let passphrase = Text(zh: "私钥的口令（没有就空着）", en: "Passphrase of the key, if any")
  static let notAKey = Text(
    zh: "私钥以 -----BEGIN 开头，以 PRIVATE KEY----- 结尾", en: "A private key from -----BEGIN to PRIVATE KEY-----")
  static let noLogin = Text(zh: "请填密码或者私钥", en: "Please give a password or a private key")
  static let fingerprint = Text(zh: "主机指纹", en: "Fingerprint of the host")
  static let fingerprintHint = Text(
    zh: "请对方用 ssh-keygen -lf 念出来，以 SHA256: 开头。对不上就什么也不发",
    en: "They read it with ssh-keygen -lf; it begins with SHA256:. To another host nothing is sent")
  static let notAFingerprint = Text(zh: "指纹是 SHA256: 加 43 个字母数字", en: "A fingerprint is SHA256: and 43 characters")

  // The page.
  static let title = Text(zh: "文件夹", en: "Folder")
  static let address = Text(zh: "位置", en: "Place")
  static let tryNow = Text(zh: "现在试一试", en: "Try now")
  static let tryLead = Text(
    zh: "看能不能用，缺的文件夹会建好；在用的话，等着的工单马上放出去，对方放回的马上收。",
    en: "Tells whether it works and makes missing folders; when in use, orders go out and answers come in at once.")
  static let busy = Text(zh: "正在来回，请过一会儿再看。", en: "A visit is under way; please look again shortly.")
  static let works = Text(zh: "能用。", en: "It works.")
  static func result(_ result: FolderResult) -> Text {
    Text(
      zh:
        "放出工单 \(result.orders) 件；看了 \(result.files) 个文件，收下 \(result.taken) 条，以前收过 \(result.already) 条，没收 \(result.refused) 条。",
      en:
        "Orders out: \(result.orders). Files read: \(result.files); rows taken: \(result.taken), taken before: \(result.already), refused: \(result.refused)."
    )
  }
  static func unfinished(_ count: Int) -> Text {
    Text(zh: "有 \(count) 个文件还没写完，先不动它。", en: "Files that are still being written: \(count).")
  }
  static func failed(_ fault: Text) -> Text { Text(zh: "没成：\(fault.zh)", en: "It failed: \(fault.en)") }
  static let files = Text(zh: "来回的文件（最近 20 个）", en: "Files (the last 20)")
  static let file = Text(zh: "文件", en: "File")
  static let direction = Text(zh: "发出还是收回", en: "Out or in")
  static let out = Text(zh: "发出", en: "Out")
  static let incoming = Text(zh: "收回", en: "In")
  static let outcome = Text(zh: "怎么样", en: "What became of it")
  static let when = Text(zh: "什么时候", en: "When")
  static let begun = Text(zh: "正在放", en: "On its way")
  static let dropped = Text(zh: "不用放了", en: "Not needed")
  static func laidOut(_ orders: Int) -> Text { Text(zh: "工单 \(orders) 件", en: "Orders: \(orders)") }
  static let tooLarge = Text(zh: "文件大于 16 MB", en: "The file is larger than 16 MB")
  static let wholeFile = Text(zh: "整个文件", en: "The whole file")

  static func words(of fault: FolderFault) -> Text {
    switch fault {
    case .noFolder(let name):
      Text(
        zh: "没有“\(name)”这个文件夹，或者它是个链接。点“现在试一试”会建好。",
        en: "There is no folder “\(name)”, or it is a link. “Try now” makes it.")
    case .denied(let name): Text(zh: "“\(name)”不让读写。请对方看看权限。", en: "“\(name)” may not be read or written.")
    case .full: Text(zh: "磁盘满了。", en: "The disk is full.")
    case .isPrivate: Text(zh: "这个地址在内网里，没有允许。", en: "The address is private, and that is not allowed.")
    case .stranger(let shown) where shown.isEmpty:
      Text(zh: "主机指纹对不上，什么也没有发。", en: "The host has another fingerprint; nothing was sent.")
    case .stranger(let shown):
      Text(
        zh: "主机指纹对不上，什么也没有发。它出示的是 SHA256:\(shown)，和对方当面核对了再改。",
        en: "The host has another fingerprint: SHA256:\(shown). Nothing was sent. Ask them before you change it.")
    case .login: Text(zh: "用户名、密码或者私钥不对。", en: "The user, password or key is wrong.")
    case .unreachable: Text(zh: "连不上这台主机。", en: "The host cannot be reached.")
    case .hangs(let name):
      Text(
        zh: "“\(name)”这个文件夹一直没有回应，先不等了，过一会儿再试。",
        en: "The folder “\(name)” gives no answer. It is left for now and tried again later.")
    case .other(let words): Text(zh: "出错了：\(words)", en: "It failed: \(words)")
    }
  }
}
