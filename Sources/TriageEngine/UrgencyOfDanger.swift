extension UrgencyTable {
  static let danger = homes + things + others

  /// Harm done to those who cannot defend themselves, and want.
  private static let homes: [UrgencyRow] = [
    UrgencyRow(
      .danger,
      "家暴 虐待 遗弃 性侵 猥亵 强奸 打|揍|殴打|骂|掐|扇..老人|孩子|娃|老婆|妻子|媳妇|奶奶|爷爷|老娘|老爹|公公|婆婆|爸妈|父母 打|揍|踢|掐..小孩|女儿|学生的|病人|我妈|我爸|我娘|她妈 "
        + "老公|丈夫|男人|我男的|公公|女婿|继父|后爸|后妈|前夫..打我|动手|又打|打她|打人|踢|掐|动手动脚 又动手 人|娃|孩子|我妈|我爸|老婆..被打|遭打|挨打 被..儿子|丈夫|老公|男人|家里人|女婿|媳妇|儿媳|养子..打|揍|赶|推|锁 "
        + "身上|胳膊|手腕|脸上|腿上|额头|背上|眼睛..伤|青|血印|掐印|皮带印|缝了|针眼|肿|疤|一道一道 锁在|关在|绑在|拴在|捆在|反锁在..屋|房|家|里|柴|栏|床|圈 淤青 伤痕 "
        + "皮带|板凳|棍|扁担|扫把|烟头|开水|锄头|衣架|绳子|鞭子..打|抽|砸|扎|烫|捆|戳 拿针..扎 打断|打折..腿|手|胳膊|骨|鼻 胳膊|腿|肋骨|鼻梁..打断 砸|打..胳膊断|腿断|胳膊|肋骨..断了 动手动脚 性骚扰 摸..下身|身子 偷看..洗澡 "
        + "半夜..进..小姑娘|女儿|女孩|闺女|孩子..房|屋 赶|撵|推..猪圈|柴房|牛栏|门外|出家门|大街|倒在地 丢在|扔在|丢到|扔到|放在..桥|路边|门口|垃圾|厕所|草丛..娃|婴|孩 娃|婴儿|孩子..被丢|被扔|丢在|扔在",
      unless:
        "打电话 打扰 打针 打工 打扫 打算 打听 打游戏 打球 打字 打印 打预防针 打疫苗 打麻将 打牌 打水 打药 打卡 打车 打折 动手术 动手能力 动手做 打老人..电视 打堆 打不 打到 打给 打个招呼 打赏 打棋 陀螺 钥匙 复印 会计 太极 踢球 赔偿 砸锁 烫坏 被打回 被打断 被打乱",
      standing: true,
      ring: .police,
      zh: "说的是家暴、虐待或遗弃", en: "speaks of violence or neglect at home"),
    UrgencyRow(
      .danger,
      "不给..饭吃|吃饭|饭|水喝 顿没吃 天没吃饭 没吃东西 断粮 饿着 饿了..天 饿得..翻|捡|哭|爬|瘦 翻..垃圾..吃 垃圾桶..吃的 没饭吃 没人管..老人..饿 没人端饭|没人送饭|没人喂 天没人..送|端|喂 "
        + "断药 没药了 药..断了 胰岛素|救命药|降压药|抗癌药|氧气|药..断|进不到|买不到|没有了|配不到|停了 "
        + "胰岛素|救命药|降压药|抗癌药|氧气|心脏病药|救心丸|高血压药|糖尿病药...买不着|没地方买|买不出来|出不去|没得了|冇得了|冇了|开不到|送不进|吃完|吃光|用完|用光|打完|没了 "
        + " 粮..吃光|没有了|断 米缸..空|没米 一天..碗稀饭|一顿",
      unless: "没饭吃饭 买不到票 停了电 停了水 排队 动画 猫 狗 鸡 猪 水果", standing: true,
      ring: .police, .ambulance, zh: "说的是断粮断药", en: "speaks of lacking food or medicine"),
    UrgencyRow(
      .danger,
      "好几家|好几个|好多|好多人|多人|一班|全班|几个|一个院子|十几|不少人|很多人|几家|一家人|全家|接连|陆续|个个..发烧|发热|拉肚子|屙肚子|腹泻|呕吐|上吐下泻|出疹|又吐又拉 传染病暴发 "
        + "两个|三个|四个|五个|六个|七个|八个|九个|十个|二个|多个|几个|名..发烧|发热|拉肚子|屙肚子|腹泻|呕吐|上吐下泻|出疹|水痘|手足口|流感|麻疹 学生|孩子|娃|人|同学..都|个..发烧|拉肚子|上吐下泻|呕吐 "
        + "集体..发烧|腹泻|呕吐 手足口 个人..上吐下泻|又吐又拉|拉肚子 个|几..手足口|水痘|流感|麻疹|诺如",
      ring: .ambulance,
      zh: "说的是多人同时发病", en: "speaks of several people falling ill"),
    UrgencyRow(
      .danger,
      "停水|停电|断电|断水|没水|没一滴水|没有水|没电...透析|呼吸机|制氧机|氧气|吸氧|血透 透析|吸氧|血透...停水|停电|断水|断电|没水|没电 呼吸机|制氧机|氧气机...停电|断电|没电|停了",
      ring: .ambulance, zh: "医疗用电用水断了", en: "water or power for medical use is cut"),
    UrgencyRow(
      .danger, "行凶 殴打..致|伤|住院 欧打..致|伤 打成..轻伤|重伤|骨折 把|被|给..打伤|打骨折|打进医院|打住院|打破头|打断 打得..住院|头破|吐血|站不", unless: "演练",
      standing: true,
      ring: .police, .ambulance, zh: "说的是有人打伤人", en: "speaks of somebody beaten and hurt"),
    UrgencyRow(
      .danger,
      "放火 点火烧..家|房 要烧..家|房 烧死 弄死 打死 说要..杀|砍|放火|弄死|卸 威胁|扬言|放话|恐吓|喊着要..杀|烧|死|砍|打断|放火|弄|报复|炸 同归于尽 要我命 砸门 拿棍 堵在..门口..打|砸|骂|杀",
      unless: "气死 打死也不 打死都不 打死我也",
      ring: .police, zh: "说的是威胁要伤人放火", en: "speaks of a threat of arson or harm"),
  ]

  /// Things that stand ready to hurt: wires, pits, walls, slopes, lifts, bridges.
  private static let things: [UrgencyRow] = [
    UrgencyRow(
      .danger,
      "电线垂 电线掉 电线断 电线|高压线|电缆|火线|线路|电线皮..垂|掉|断|耷拉|落地|漏电|拖在|拖到|裸|破皮|冒火|打火|吹断|挂在树 线..吹断|皮破|耷拉|拖到|拖在|垂到 "
        + "电杆|电线杆|杆子|变压器..倒|歪|斜|断|冒火|冒烟|打火 漏电 带电..线 一碰就麻 麻手 麻人 冒火花 打火花 火花直", unless: "电线断续 网线 断线钳 停电",
      standing: true, ring: .fire, zh: "说的是电线垂落或漏电", en: "speaks of a fallen or leaking power line"),
    UrgencyRow(
      .danger,
      "窨井盖子|井盖子|阴井盖|音井盖|井盖儿|井盖|盖板|井口..没得|没的|冇得|没有了|没见了|遭偷|遭人偷|被人偷|搬走|拖走|撬走|跑偏|移位|没了|不见|丢|缺|被偷|破|塌|掉|断|碎|翻起 没..井盖 没有井盖 窨井|阴井|检查井|下水井|路|路口|路中间..黑咕隆咚|黑洞洞..洞|坑|井 窨井|检查井|下水井|井..没盖|没有盖|敞着|敞口|张着|盖不见|盖没|缺盖 掉进|踩进|摔进..井|坑|沟",
      unless: "水井水 井水 找不到",
      standing: true,
      zh: "说的是没盖的井", en: "speaks of an open manhole"),
    UrgencyRow(
      .danger,
      "墙|屋|房|楼|围墙|仓库|棚|塔|烟囱|牌坊|门楼..要倒|快倒|要塌|快塌|要垮|快垮|摇摇欲坠|随时倒|随时会|随时要|往外鼓|外鼓|鼓出|鼓起|往外斜|斜了 裂缝|裂口|口子|裂..变|越来越|加大|扩大|宽得|还在|伸进|拳头|手指宽 裂缝|裂口|裂纹...伸进|拳头|越来越|变宽|宽了 "
        + "咔咔响 墙|屋|房..鼓|歪 随时倒塌 随时会倒 随时垮塌 严重..危房 墙..外鼓 外墙|墙砖|瓷砖|墙皮|幕墙..脱落|掉落|往下掉|往下落|砸|掉下 砸到|砸中|砸伤|砸了..头|人|车|孩子 梁|楼板|天花板|房顶..断|要断|吃空|掉下|往下掉|塌 瓦..往下掉|掉了 掉了..瓦 裂纹..爬到|越来越|关不上",
      unless: "倒贴 砸锅 砸钱 斜对面 斜坡 空鼓 石鼓 烟道 玻璃 砸墙 新刷 开发", standing: true, ring: .fire, zh: "说的是房屋要倒或外墙掉落",
      en: "speaks of a building about to fall"),
    UrgencyRow(
      .danger,
      "路|沟|坎|堤|岸|坡|路基..塌了|塌方|垮塌|垮了|塌陷|悬空|掏空|塌掉|塌下 落石 掉石头 滚石 石头..往下掉|滚|砸 山体|坡|山上|屋后|后山|地面|地..裂|开裂|裂缝|条缝|道缝|下沉|往下沉 路..塌了",
      unless: "田..干 干裂 地里..干 裂口的脚 地板 地砖 墙裂", standing: true, ring: .fire, zh: "说的是塌方、滑坡或落石",
      en: "speaks of slipping ground or falling rocks"),
    UrgencyRow(.danger, "滑坡", ring: .fire, zh: "说的是塌方、滑坡或落石", en: "speaks of slipping ground or falling rocks"),
    UrgencyRow(
      .danger,
      "电梯...关在里头|关在里面|困住|合不拢|没关门|关人|掉到|掉下|直接掉|坠|失控|突然往|卡住 电梯..困|坠|急降|下坠|突然下|卡住|掉下 电梯..多次..故障 电梯..经常..停", standing: true,
      ring: .fire,
      zh: "说的是电梯困人或下坠", en: "speaks of a lift that traps or drops"),
    UrgencyRow(
      .danger,
      "三步一个洞 栈道|走廊|木板|桥板|桥面|桥墩|桥身|吊桥|栏杆|护栏|扶手..松|断|洞|烂|塌|朽|少|没了|颤|掏空 悬空..桥|路 桥|石脚..淘走|淘空|冲走|就颤 一脚踩空 踩空",
      unless: "卸掉 伸缩缝 防护栏 换成",
      standing: true,
      zh: "说的是走上去会摔的桥或栈道", en: "speaks of a bridge or boardwalk that gives way"),
    UrgencyRow(
      .danger, "护栏|栏杆|扶手|窗户|阳台..跌落|坠落|坠楼|掉下去|摔下去|摔死|松了|靠上去", standing: true,
      zh: "说的是拦不住人的护栏", en: "speaks of a railing that does not hold"),
    UrgencyRow(
      .danger, "煤气罐|煤气瓶|气瓶|气罐|液化气|阀门|减压阀|角阀..关不死|关不紧|关不严|拧不紧|怕漏|老化 胶管..老化|裂|咬", unless: "水阀 水管 水龙头", standing: true,
      ring: .fire,
      zh: "说的是关不严的煤气", en: "speaks of gas that cannot be shut off"),
  ]

  /// Animals, sickness of animals, poison.
  private static let others: [UrgencyRow] = [
    UrgencyRow(
      .danger,
      "狗咬 被..狗..咬 咬伤 恶犬 野狗|狗|流浪狗|群狗|条狗..追|围|咬|扑 狗..扑|咬..人|孩子|娃|老人 狗|犬...扑倒|咬了|追着|追人|追小孩|追孩子|拦路|又咬 疯狗 狂犬",
      unless: "狂犬疫苗 狂犬针 咬人赔偿 不咬 没咬 不会咬 没有咬 从不咬 狗叫", ring: .police, .ambulance, zh: "说的是狗伤人",
      en: "speaks of dogs that hurt people"),
    UrgencyRow(
      .danger,
      "猪瘟 禽流感 口蹄疫 炭疽 猪|鸡|鸭|牛|羊|鹅|兔..死了..头|只|百|多|几 死了|死掉|倒了|死..头|只|百只|多只..猪|鸡|鸭|羊|牛|鹅 连着死 一窝死 接一头死 一头接一头 成批死 大片死 一天倒 一天死 猪|羊|牛|鸡|鸭..一天..倒|死",
      unless: "猪瘟疫苗 锈死 气死 垃圾", zh: "说的是动物疫病", en: "speaks of animal disease"),
    UrgencyRow(
      .danger, "毒狗 投毒 下毒 毒死 农药..水源|井 水源..污染|毒 井|水源|水池|水缸|水塔..农药|毒药|老鼠药|下药|投药", unless: "打农药", ring: .police,
      zh: "说的是投毒", en: "speaks of poison"),
  ]
}
