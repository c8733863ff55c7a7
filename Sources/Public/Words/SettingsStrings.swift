import Values

/// The words of a village's settings, poster and map.
enum SettingsStrings {
  static let title = Text(zh: "村页面设置", en: "Village page")
  static let lead = Text(
    zh: "大家在村的公开页和海报上看到的联系方式、地标和小地图。",
    en: "Contact, landmarks and map as people see them on the public page and poster.")
  static let summary = Text(zh: "村的联系方式、地标和地图", en: "Contact, landmarks and map of a village")
  static let toPage = Text(zh: "看公开页", en: "See the public page")

  // MARK: Contact

  static let contact = Text(zh: "联系方式", en: "Contact")
  static let saveContact = Text(zh: "保存联系方式", en: "Save the contact")
  static let phone = Text(zh: "村（居）委会电话", en: "Telephone of the committee")
  static let phoneHint = Text(zh: "不填就显示镇里的电话", en: "Left empty, the town's telephone is shown")
  static let address = Text(zh: "办公地址", en: "Office address")
  static let addressExample = Text(zh: "青山村二组，村小学对面", en: "Qingshan group 2, opposite the school")

  // MARK: Poster

  static let poster = Text(zh: "海报", en: "Poster")
  static let posterLead = Text(
    zh: "一张 A4 纸，贴在村委会、小卖部、公告栏。扫码就到村的公开页。",
    en: "One A4 page for the office, shop and notice board; its code opens the public page.")
  static let openPoster = Text(zh: "打开海报", en: "Open the poster")
  static let posterHint = Text(
    zh: "用浏览器的“打印”打出来，纸选 A4、竖排，不缩放。", en: "Print it with your browser: A4, upright, not scaled.")
  static let posterCode = Text(zh: "村公开页的二维码", en: "QR code of the village's page")
  static let posterTitle = Text(zh: "有事请说", en: "Tell us")
  static let posterSteps = [
    Text(zh: "扫码，点“我要反映”", en: "Scan the code and report"),
    Text(zh: "写一句话，可以拍照", en: "Write a line, add a photo"),
    Text(zh: "留好链接，随时查进度", en: "Keep the link to follow it"),
  ]

  // MARK: Landmarks

  static let landmarks = Text(zh: "地标", en: "Landmarks")
  static let landmarksLead = Text(
    zh: "大家都知道的地方：学校、桥、晒坝。反映时可以直接选。",
    en: "Places that all know: school, bridge, drying ground. Reporters choose from them.")
  static let landmarksSummary = Text(zh: "添加一个地标", en: "Add a landmark")
  static let noLandmarks = Text(zh: "还没有地标。", en: "There are no landmarks yet.")
  static let name = Text(zh: "名称", en: "Name")
  static let nameZh = Text(zh: "名称", en: "Name in Chinese")
  static let nameZhExample = Text(zh: "石桥", en: "石桥")
  static let nameEn = Text(zh: "英文名称", en: "Name in English")
  static let point = Text(zh: "在地图上的位置", en: "Its place on the map")
  static let onMap = Text(zh: "地图上有", en: "On the map")
  static let notOnMap = Text(zh: "没标位置", en: "Not on the map")
  static let addLandmark = Text(zh: "添加地标", en: "Add the landmark")
  static let closeLandmark = Text(zh: "停用", en: "Take off the list")
  static let closeLandmarkAgain = Text(zh: "停用后反映时选不到", en: "Reporters can no longer choose it")
  static let doWhat = Text(zh: "操作", en: "Action")
  static let bothDegrees = Text(zh: "纬度和经度要一起填", en: "Please give both latitude and longitude")
  static let listFull = Text(
    zh: "一个村最多 200 个地标，请先停用不用的", en: "A village has at most 200 landmarks; take some off the list first")
  static func nameTaken(_ name: String) -> Text {
    Text(zh: "已经有叫“\(name)”的地标", en: "There is a landmark “\(name)” already")
  }

  // MARK: Map

  static let map = Text(zh: "小地图", en: "Small map")
  static let mapLead = Text(
    zh: "村的轮廓，让大家点一下标出地点。不从外面的网站取图。", en: "The outline on which people tap the place. Nothing is fetched from outside.")
  static let hasMap = Text(zh: "已有地图，再传一份就换掉。", en: "There is a map; a new file replaces it.")
  static let noMap = Text(zh: "还没有地图。没有也能反映，地点用文字写。", en: "There is no map yet. Reports work without it.")
  static let mapFile = Text(zh: "GeoJSON 文件", en: "GeoJSON file")
  static let mapFileHint = Text(
    zh: "FeatureCollection，坐标为 WGS-84（先经度后纬度），不超过 1 MB。只留形状和名称。",
    en: "A FeatureCollection in WGS-84 (longitude first), at most 1 MB. Only shapes and names are kept.")
  static let mapSummary = Text(zh: "上传村的轮廓图（GeoJSON）", en: "Upload the outline of the village (GeoJSON)")
  static let uploadMap = Text(zh: "上传地图", en: "Upload the map")
  static let removeMap = Text(zh: "去掉地图", en: "Remove the map")
  static let removeMapAgain = Text(zh: "去掉后要重新上传", en: "It must be uploaded again afterwards")

  static let noFile = Text(zh: "请选一个 GeoJSON 文件", en: "Please choose a GeoJSON file")
  static let mapTooLarge = Text(
    zh: "文件大于 1 MB，请简化轮廓后再传", en: "The file is larger than 1 MB; please simplify the outline")
  static let notJSON = Text(zh: "这个文件不是 JSON，请另存为 GeoJSON", en: "The file is no JSON; please save it as GeoJSON")
  static let notCollection = Text(
    zh: "需要 GeoJSON 的 FeatureCollection，里面是 Feature", en: "A GeoJSON FeatureCollection of Features is needed")
  static let otherSystem = Text(
    zh: "坐标系不是 WGS-84，请转换（EPSG:4326）后再传", en: "The coordinates are not WGS-84; please convert them (EPSG:4326)")
  static let noShape = Text(zh: "文件里没有图形", en: "The file has no shapes")
  static let badCoordinates = Text(
    zh: "有坐标不在 WGS-84 范围里：先经度（-180 到 180），后纬度（-90 到 90）",
    en: "Some coordinates are not WGS-84: longitude first (-180 to 180), then latitude (-90 to 90)")
  static func otherShape(_ type: String) -> Text {
    Text(
      zh: "不认识图形“\(type.prefix(30))”；可以用点、线、面（Point、LineString、Polygon 及多个的）",
      en:
        "Shape “\(type.prefix(30))” is not known; Point, LineString, Polygon and their Multi forms of lines and areas are"
    )
  }
  static func tooManyPoints(_ most: Int) -> Text {
    Text(zh: "轮廓太细，最多 \(most) 个点，请简化后再传", en: "The outline is too fine; at most \(most) points, please simplify it")
  }
}
