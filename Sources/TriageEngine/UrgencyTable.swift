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

enum UrgencyTable {
  static let life: [UrgencyRow] = [
    UrgencyRow(
      .life,
      "on..fire burning explosion exploded gas..leak drowning unconscious electrocuted trapped suicide kidnap stabb not..breathing",
      unless: "drill fired", ring: .fire, .ambulance, .police,
      zh: "用英文说的是人命危险", en: "speaks of danger to life"),
    UrgencyRow(
      .life, "着火 着了火 起火 失火 发生火灾 发生了火灾 大火 火烧起来 燃起来 烧起来了 火苗 烧着了 房子|屋|楼|车|棚|山..烧起来",
      unless: "消防演练 易发生火灾 发生火灾时 大火腿", ring: .fire, .ambulance,
      zh: "说的是着火", en: "speaks of a fire"),
    UrgencyRow(
      .life, "爆炸 炸了 炸伤", unless: "爆炸性 知识爆炸 信息爆炸 油锅 油炸 爆炸隐患", ring: .fire, .ambulance, .police,
      zh: "说的是爆炸", en: "speaks of an explosion"),
    UrgencyRow(
      .life, "漏气 煤气味 燃气味 液化气味 煤气中毒 一氧化碳 煤气|燃气|天然气|液化气|气管|气罐|气瓶..漏|嘶嘶|泄漏|泄露 灶|灶房|厨房|瓶..嘶嘶 嘶嘶..味",
      unless: "轮胎 车胎 气球", ring: .fire, .ambulance, zh: "说的是漏气", en: "speaks of escaping gas"),
    UrgencyRow(
      .life, "触电 电着了 电到人 被电..倒|死|伤|麻", ring: .ambulance, .fire,
      zh: "说的是触电", en: "speaks of an electric shock"),
    UrgencyRow(
      .life, "溺水 落水 淹死 掉..河里|水里|塘里|井里|湖里|江里|渠里|水库 冲走..人 被水..冲走", ring: .ambulance, .fire, .police,
      zh: "说的是有人落水", en: "speaks of somebody in the water"),
    UrgencyRow(
      .life, "被埋 埋在 埋住 活埋 埋了..人 房|屋|墙|楼|棚|矿|洞|窑|桥..塌了|塌下|倒塌|垮了|垮塌 塌了 压在..下面|底下",
      unless: "埋在心 埋在地下 路塌 路..塌 沟..塌 田坎..塌 坟 管..埋在 线..埋在", ring: .fire, .ambulance,
      zh: "说的是倒塌或有人被压", en: "speaks of a collapse or somebody buried"),
    UrgencyRow(
      .life, "被困 困住 困人 困在..电梯|屋|车|水|山|里面|楼 关在电梯 卡在电梯 出不来了", unless: "困住了手脚 贫困 屡次 多次 经常 几次 常常 频繁 老是", ring: .fire,
      .ambulance,
      zh: "说的是有人被困", en: "speaks of somebody trapped"),
    UrgencyRow(
      .life,
      "昏迷 晕倒 昏倒 昏过去 晕过去 没呼吸 没有呼吸 没气了 不省人事 叫不醒 喊不醒 大出血 血流不止 抽搐 心跳停 翻白眼",
      ring: .ambulance, zh: "说的是昏迷、没呼吸或大出血", en: "speaks of lost consciousness, breath or blood"),
    UrgencyRow(
      .life,
      "自杀 不想活 轻生 跳楼 跳河 跳桥 上吊 割腕 寻短见 寻死 跳江 跳井 跳塘 要跳下 想死 活不下去 活着没意思 死了算了 喝药 喝了药 "
        + "喝..农药|百草枯|敌敌畏 吃..安眠药",
      unless: "想死你 跳楼价 喝药调理 中药 按时喝药 吃药喝药", ring: .police, .ambulance,
      zh: "说的是想自杀", en: "speaks of suicide"),
    UrgencyRow(
      .life, "砍人 砍伤 砍死 持刀 拿刀 拿着刀 提刀 捅了 捅人 捅伤 杀人 杀了..人 要杀 开枪 绑架 劫持", unless: "杀人案告破",
      ring: .police, .ambulance, zh: "说的是持刀或伤人", en: "speaks of a weapon or a stabbing"),
    UrgencyRow(
      .life, "失踪 走失 走丢 失联 人不见了 找遍了 到现在..没回 一天一夜没 痴呆..没回 孩子|娃|老人|老爷子|老太|奶奶|爷爷..不见了|丢了|没回家",
      unless: "狗..丢了 猫..丢了 狗..走失 猫..走失 证..丢了 卡..丢了 羊..走失 牛..走失", ring: .police,
      zh: "说的是有人走失", en: "speaks of a missing person"),
    UrgencyRow(
      .life,
      "决口 溃坝 溃堤 垮坝 泥石流 山洪 山体滑坡 山体滑动 山体下滑 山垮 山在动 坡|山|坎|崖..在动|动了|往下滚|往下塌|往下垮|滑下来 石头|树..往下滚|滚下来|整排倒 "
        + "山在裂 山..滑下来|垮下来 坝|堤..渗水|冒水|漏水|管涌|浑水",
      unless: "预防泥石流 防泥石流", ring: .fire, .police, zh: "说的是决口、泥石流或滑坡", en: "speaks of a breach or a landslide"),
    UrgencyRow(
      .life, "食物中毒 集体中毒 中毒..人 人..中毒 吃|席|饭..又吐又拉|上吐下泻|都吐|都拉", ring: .ambulance,
      zh: "说的是多人中毒", en: "speaks of poisoning"),
    UrgencyRow(
      .life, "车祸 撞了人 撞死 撞伤 撞飞 翻车 车翻 车..翻下|翻进|掉下|冲下", unless: "车祸多发 易发车祸 车祸赔偿", ring: .traffic, .ambulance,
      zh: "说的是车祸伤人", en: "speaks of a road accident"),
  ]

  static let danger: [UrgencyRow] = [
    UrgencyRow(
      .danger,
      "家暴 虐待 遗弃 性侵 猥亵 强奸 打|揍|殴打|骂..老人|孩子|娃|老婆|妻子|媳妇|奶奶|爷爷|老娘|老爹|公公|婆婆|爸妈|父母 "
        + "老公|丈夫|男人|我男的..打我|动手|又打 被..儿子|丈夫|老公|男人|家里人|女婿..打 身上|胳膊|手腕|脸上|腿上|额头..伤|青|印|缝 锁在..屋|房|家|里 "
        + "关在..屋里|房里|家里 淤青 伤痕 皮带..打|抽|印",
      unless: "打电话 打扰 打针 打工 打扫 打算 打听 打游戏 打球 打字 打印 打预防针 打疫苗 打听", standing: true, ring: .police,
      zh: "说的是家暴、虐待或遗弃", en: "speaks of violence or neglect at home"),
    UrgencyRow(
      .danger, "不给..饭吃 顿没吃 天没吃饭 没吃东西 断粮 饿着 饿了..天 没饭吃 没人管..老人..饿 断药 没药了 药..断了", unless: "没饭吃饭", standing: true,
      ring: .police, .ambulance, zh: "说的是断粮断药", en: "speaks of lacking food or medicine"),
    UrgencyRow(
      .danger,
      "狗咬 被..狗..咬 咬伤 恶犬 野狗..追|围|咬|扑 流浪狗..追|围|咬|扑 狗..扑|咬..人|孩子|娃|老人 狗|犬...扑倒|咬了|追着|追人|追小孩|追孩子|拦路 疯狗 狂犬",
      unless: "狂犬疫苗", ring: .police, .ambulance, zh: "说的是狗伤人", en: "speaks of dogs that hurt people"),
    UrgencyRow(
      .danger,
      "电线垂 电线掉 电线断 电线..垂|掉|断|耷拉|落地|漏电 电杆|电线杆..倒|歪|斜|断 漏电 带电..线", unless: "电线断续",
      standing: true, ring: .fire, zh: "说的是电线垂落或漏电", en: "speaks of a fallen or leaking power line"),
    UrgencyRow(
      .danger, "井盖..没了|不见|丢|缺|被偷|破|塌|掉 没..井盖 没有井盖 窨井..没盖|敞|张着 掉进..井|坑|沟", standing: true,
      zh: "说的是没盖的井", en: "speaks of an open manhole"),
    UrgencyRow(
      .danger,
      "墙|屋|房|楼|围墙..要倒|快倒|要塌|快塌|要垮|快垮|摇摇欲坠|随时倒|随时会|随时要 裂缝|裂口|口子..变|越来越|加大|扩大|宽得|还在 咔咔响 墙|屋|房..鼓|歪 "
        + "随时倒塌 随时会倒 随时垮塌 严重..危房 墙..外鼓 外墙..脱落|掉落|砸 砸..头|人|车",
      unless: "倒贴 砸锅", standing: true, ring: .fire, zh: "说的是房屋要倒或外墙掉落", en: "speaks of a building about to fall"),
    UrgencyRow(
      .danger, "路|沟|坎|堤|岸|坡..塌了|塌方|垮塌|垮了|塌陷 滑坡 落石 掉石头 滚石 山体..裂", standing: true, ring: .fire,
      zh: "说的是塌方、滑坡或落石", en: "speaks of slipping ground or falling rocks"),
    UrgencyRow(
      .danger, "电梯...关在里头|关在里面|困住|合不拢|没关门|关人 电梯..困|坠|急降|下坠|突然下|卡住|掉下 电梯..多次..故障 电梯..经常..停", standing: true, ring: .fire,
      zh: "说的是电梯困人或下坠", en: "speaks of a lift that traps or drops"),
    UrgencyRow(
      .danger, "停水|停电|断电|断水|没水|没电...透析|呼吸机|制氧机|氧气|吸氧 透析|吸氧...停水|停电|断水|断电|没水|没电 呼吸机|制氧机|氧气机..停电|断电|没电", ring: .ambulance,
      zh: "医疗用电用水断了", en: "water or power for medical use is cut"),
    UrgencyRow(
      .danger,
      "好几家|好几个|好多|多人|一班|全班|几个|一个院子|十几..发烧|发热|拉肚子|腹泻|呕吐|出疹 传染病暴发 集体..发烧|腹泻|呕吐 手足口 个人..上吐下泻|又吐又拉 个|几..手足口|水痘|流感|麻疹",
      ring: .ambulance, zh: "说的是多人同时发病", en: "speaks of several people falling ill"),
    UrgencyRow(
      .danger, "猪瘟 禽流感 口蹄疫 炭疽 猪|鸡|鸭|牛|羊..死了..头|只 连着死 一窝死", unless: "猪瘟疫苗",
      zh: "说的是动物疫病", en: "speaks of animal disease"),
    UrgencyRow(
      .danger, "放火 点火烧..家|房 要烧..家|房 烧死 弄死 打死 威胁..杀|烧|死 要我命 砸门 拿棍", unless: "气死 打死也不 打死都不 打死我也",
      ring: .police, zh: "说的是威胁要伤人放火", en: "speaks of a threat of arson or harm"),
    UrgencyRow(
      .danger, "三步一个洞 栈道|走廊|木板|桥板|桥面|栏杆|护栏|扶手..松|断|洞|烂|塌|朽|少|没了|掉 悬空..桥|路", standing: true,
      zh: "说的是走上去会摔的桥或栈道", en: "speaks of a bridge or boardwalk that gives way"),
    UrgencyRow(
      .danger, "行凶 殴打..致|伤|住院 欧打..致|伤 打成..轻伤|重伤|骨折 把..打伤|打骨折|打进医院", unless: "演练", standing: true,
      ring: .police, .ambulance, zh: "说的是有人打伤人", en: "speaks of somebody beaten and hurt"),
    UrgencyRow(
      .danger, "护栏|栏杆|扶手|窗户|阳台..跌落|坠落|坠楼|掉下去|摔下去|摔死", standing: true,
      zh: "说的是拦不住人的护栏", en: "speaks of a railing that does not hold"),
    UrgencyRow(
      .danger, "毒狗 投毒 下毒 毒死 农药..水源|井 水源..污染|毒", ring: .police, zh: "说的是投毒", en: "speaks of poison"),
  ]

  static let soon: [UrgencyRow] = [
    UrgencyRow(
      .soon, "高考 中考 明天考试 要考试", unless: "高考..加分 高考移民 高考政策 高考报名条件 高考..录取 高考改革", zh: "赶着考试", en: "an examination is near"),
    UrgencyRow(
      .soon, "要手术 上手术台 二次手术 后天|明天|明早|今天..手术 截肢 等..手术 做手术..钱 手术费 透析 化疗 等钱救命 救命钱", zh: "赶着治病", en: "a treatment waits"),
    UrgencyRow(
      .soon, "春耕 插秧 秧苗|秧子|禾苗..干|枯|黄 等水..种|插|栽 苗|秧|田|菜|谷..救不活|干得|干死|旱|枯|蔫|黄尖 抢水 抢收 抗旱 田..干裂|开裂 防汛 汛期", zh: "赶着农时或汛期",
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
    "气死 吓死 笑死 急死 累死 热死 冷死 冻死了 饿死了 烦死 吵死 臭死 堵死 想死你 想死我 爱死 美死 忙死 恨死 渴死 困死 "
    + "死活 死板 死循环 跳楼价 火爆 人气爆 爆炸头 火烧眉毛 打死也不 打死都不 打死我也 爆炸性 信息爆炸 知识爆炸 群里..炸 "
    + "锅都炸 炸了锅 炸锅 气炸 要爆炸 快爆炸 都爆炸 肺..炸 心里..着火 嗓子..冒火 着火点 房价..塌 天..塌 "
    + "昏了头 气得..昏 穷得..揭不开 骨头埋 埋怨 埋头 掩埋 埋单 自燃村 落水管 落水狗 落水洞 雷死 埋没 想死的心"

  /// Words that deny what follows them at once, and what may stand between.
  static let negators = "没有 没 并没有 并未 未 不是 并不是 并非 不会 没见 没发生 没听说 从没 从未 不再 未曾 无人 没人 没有人 无"
  static let fillers = "发生 出现 人 再 被 有 真的 真 过 什么 啥 任何 了 让"

  /// A drill, a play, a thing told: in the same sentence they make danger words a story.
  static let stories =
    "演练 演习 电影 电视剧 小说 故事 段子 梦见 梦到 做梦 游戏 讲座 宣传片 培训 教程 知识竞赛 作文 歌里 戏里 新闻里 抖音上 听说书"
  /// Long past: they lower a danger that has passed.
  static let past =
    "去年 前年 几年前 年前 多年前 小时候 以前 那年 那次 那回 那晚 那夜 当年 上世纪 曾经 有一回 有一次 上次 上回 前几天 前段时间 上个月 上半年 "
    + "救回来 救转来 救上来 扑灭 灭了 已经找到 找到了 找回来 后来没事 早就没事 脱险"
  /// Things feared, not happening. Before the danger word in its clause they make it a risk.
  static let feared = "万一 如果 要是 假如 一旦 担心 害怕 怕 容易 易 预防 防止 避免 以免 免得 否则 不然 迟早 早晚 会不会 引起 引发"
  /// The same, in the clause before.
  static let supposed = "万一 如果 要是 假如 一旦"
  /// The same, right after the danger word.
  static let risks = "隐患 的隐患 的风险 风险 的危险 的可能 事故隐患 保险"
  /// Now: in the clause of the danger word neither the past nor a fear lowers it.
  static let present = "现在 正在 正 刚才 刚刚 今天 此刻 马上 又 还在 昨晚 今早 今晚 怕是 恐怕 只怕"
  /// A cry for help, anywhere.
  static let cries = "救命 快来 快派 快救 救护车 快点来 赶紧来 赶快来"
}
