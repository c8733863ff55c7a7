import Values

/// A line of the urgency table (codebook §1): patterns as in `Pattern`, separated by spaces.
struct UrgencyRow: Sendable {
  let level: Urgency
  let patterns: String
  /// Words near by (same sentence) with which the row does not count.
  let unless: String
  /// True where the danger stands and does not pass, so that "last year" does not lower it.
  let standing: Bool
  let numbers: [EmergencyNumber]
  let why: Text

  init(
    _ level: Urgency, _ patterns: String, unless: String = "", standing: Bool = false, ring: EmergencyNumber...,
    zh: String, en: String
  ) {
    (self.level, self.patterns, self.unless, self.standing) = (level, patterns, unless, standing)
    (numbers, why) = (ring, Text(zh: zh, en: en))
  }
}

/// The signs of danger to life stand in `UrgencyOfLife`, those of danger in `UrgencyOfDanger`.
enum UrgencyTable {
  static let soon: [UrgencyRow] = [
    UrgencyRow(
      .soon, "高考 中考 明天考试 要考试", unless: "高考完 考完 高考结束 高考过后 高考后 中考完 高考成绩 高考分数 高考志愿 高考..加分 高考移民 高考政策 高考报名条件 高考..录取 高考改革",
      zh: "赶着考试", en: "an examination is near"),
    UrgencyRow(
      .soon, "要手术 上手术台 二次手术 后天|明天|明早|今天..手术 截肢 等..手术 做手术..钱 手术费 透析 化疗 等钱救命 救命钱", zh: "赶着治病", en: "a treatment waits"),
    UrgencyRow(
      .soon,
      "春耕 插秧 栽秧 打田 泡田..水 育秧..水 堰塘|水库|渠|沟...水..放不下来|下不来|放不进|上不来|进不了田 秧苗|秧子|禾苗..干|枯|黄 等水..种|插|栽 苗|秧|田|菜|谷..救不活|干得|干死|旱|枯|蔫|黄尖 抢水 抢收 抗旱 田..干裂|开裂 防汛 汛期",
      zh: "赶着农时或汛期",
      en: "the season does not wait"),
    UrgencyRow(
      .soon, "停暖 没暖气 没有暖气 暖气..不热|停 老人..冻 独居..冷", zh: "老人停暖", en: "an elder without heating"),
    UrgencyRow(
      .soon,
      "明天..截止|到期|最后|就要 今天..截止|到期|最后 后天..截止|到期 明天|后天|明早|今晚...截止|关了|到期|出殡|开学|报到 期限..明天|今天|快到 快过期 最后一天 明天就..拆|停|关",
      zh: "期限快到了", en: "the time limit is near"),
    UrgencyRow(
      .soon,
      "停水 断水 没水 没有水 冇水 冇得水 没得水 一滴..不出|没有|没得|冇得 停电 断电 没电 没有电 没自来水 没吃上水 没水吃 没水喝 关..水阀 水阀..关 "
        + "水管|主管|大管|管子..爆 整栋|整片|全组|集体|整个..跳闸|没电 黑灯瞎火 冇电 没得电 水..停了 电..停了 滴水..没有|不出 水来不了 不来水 不出水",
      unless: "停水通知 停电通知 没水平 没电话 没电梯 没水表 停水停电..威胁", zh: "停水停电", en: "water or power is off"),
    UrgencyRow(
      .soon, "黄泥水 水..发黄|浑|黑|臭..喝|饮用|自来水 自来水..发黄|浑|黄泥|黑|臭|异味|不达标 饮用水..污染|不达标",
      unless: "河 塘 沟", zh: "饮水不干净", en: "the drinking water is not clean"),
  ]

  static let all = life + danger + soon

  /// Said in anger, joy or habit: what looks like danger inside them is none.
  static let idioms =
    "气死 吓死 笑死 急死 累死 热死 冷死 冻死了 饿死了 烦死 吵死 臭死 想死你 想死我 爱死 美死 忙死 恨死 渴死 困死 "
    + "死活 死板 死循环 跳楼价 火爆 人气爆 爆炸头 火烧眉毛 打死也不 打死都不 打死我也 爆炸性 信息爆炸 知识爆炸 群里..炸 "
    + "锅都炸 炸了锅 炸锅 气炸 要爆炸 快爆炸 都爆炸 肺..炸 心里..着火 嗓子..冒火 着火点 房价..塌 天..塌 "
    + "昏了头 气得..昏 穷得..揭不开 骨头埋 埋怨 埋头 掩埋 埋单 自燃村 落水管 落水狗 落水洞 雷死 埋没 想死的心 火气 发火 火大 "
    + "眼睛..冒火 心里..火 压得..喘不过气 忙得..喘不过气 累得..倒下 打不着火 点不着火 打着火 架起火 生起火 燃起..希望 笑得..倒 "
    + "眼睛..掉 掉价 掉链子 掉队 摔跟头 困住..手脚 电死鱼 酒还没醒 睡..不醒 翻白眼说 还翻白眼 翻了个白眼 出门被狗咬"

  /// Words that deny what follows them at once, and what may stand between.
  static let negators = "没有 没 并没有 并未 未 不是 并不是 并非 不会 没见 没发生 没听说 从没 从未 不再 未曾 无人 没人 没有人 无"
  /// Words that ask and only look like a denial: "是不是着火了".
  static let doubts = "是不是 有没有 会不会 该不会 怕不是 莫不是 别不是"
  static let fillers = "发生 出现 人 再 被 有 真的 真 过 什么 啥 任何 了 让"

  /// A drill, a play, a thing told: in the same sentence they make danger words a story.
  static let stories =
    "演练 演习 电影 电视剧 小说 故事 段子 梦见 梦到 做梦 游戏 讲座 宣传片 培训 教程 知识竞赛 作文 歌里 戏里 新闻里 抖音上 听说书 "
    + "宣传说 宣传里 宣传栏 排的戏 唱的戏 节目 新闻说 新闻上 广播里 短视频 视频里 报警器 探测器 急救课 急救知识 教一教 教教 学一学 讲一讲 剧情 剧本 课文 舞台剧 那一幕 这一幕"
  /// Long past: they lower a danger that has passed.
  static let past =
    "去年 前年 几年前 年前 多年前 小时候 以前 那年 那次 那回 那晚 那夜 当年 上世纪 曾经 有一回 有一次 上次 上回 前几天 前段时间 上个月 上半年 "
    + "救回来 救转来 救上来 扑灭 灭了 已经找到 找到了 找回来 后来没事 早就没事 脱险 "
    + "十几年 几十年 好些年 当初 早塌 早就塌 早年 旧社会 以往 往年 "
    + "前几年 前些年 头几年 头年 上半年 上一年 早几年 前两年 大前年 往些年 早些年 去年子 前年子"
  /// Words of anger about ends that nobody means; around the word of danger they make it none.
  static let exaggerations =
    "气得|气到|急得|愁得|烦得|累得|吵得|热得|笑得|作业..跳楼|跳河|上吊|自杀|想死|撞墙|吐血|发疯"
  /// The same of one who is pressed: in doubt danger, no longer life.
  static let pressed = "逼得|逼到|逼我|逼着|逼人..跳楼|跳河|上吊|自杀|想死|不想活|活不下去"
  /// Signs that it is meant: then neither lowers.
  static let meant =
    "楼顶 天台 窗台 栏杆外 桥上 河边 遗书 农药 安眠药 百草枯 不想活 活不下去 活够了 真的要跳 已经 现在 正 站在 今晚 留了话 交代后事 劝不住 拦不住 抑郁"
  /// Words of rules, teaching and wishes against a danger: what is named in them is not happening.
  static let wishes =
    "防溺水 防火 防盗 防触电 防走失 防中毒 防煤气中毒 防一氧化碳 防溺亡 反家暴 防家暴 反诈 溺水教育 溺水宣传 溺水警示 溺水知识 溺水安全 防溺 溺水事故..防 "
    + "落水..救生圈|救生杆 灭火器 消防栓 消防水带 消防通道 消防知识 失踪人口 失踪人员 失踪多年 宣告失踪 走失老人..手环 "
    + "预防溺水 预防火灾 预防触电 预防煤气 预防家暴 防止溺水 杜绝溺水 自杀干预..培训 自杀预防"
  /// So long past that even a danger that stands is told as history.
  static let history = "年前 小时候 当年 旧社会 上世纪 抗战 解放前 那年 早年"
  /// Things feared, not happening. Before the danger word in its clause they make it a risk.
  static let feared = "万一 如果 要是 假如 一旦 担心 害怕 怕 容易 易 预防 防止 避免 以免 免得 否则 不然 迟早 早晚 会不会 引起 引发"
  /// The same, in the clause before.
  static let supposed = "万一 如果 要是 假如 一旦"
  /// The same, right after the danger word.
  static let risks = "隐患 的隐患 的风险 风险 的危险 的可能 事故隐患 保险"
  /// Now: in the clause of the danger word neither the past nor a fear lowers it.
  static let present = "现在 正在 正 刚才 刚刚 今天 此刻 马上 又 还在 昨晚 今早 今晚 怕是 恐怕 只怕"
  /// A cry for help, anywhere.
  static let cries = "救命 快来 快派 快救 救护车 快点来 赶紧来 赶快来 来人啊 求求快"
}
