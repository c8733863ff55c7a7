import Values

/// A line of the scope table (codebook §2). One of `any` must occur; with `with`, one of those too; none of `unless`.
struct ScopeRow: Sendable {
  let reason: ScopeReason
  let any: String
  let with: String
  let unless: String
  /// The text must not be longer than this many characters, marks and spaces not counted.
  let longest: Int
  let why: Text

  init(
    _ reason: ScopeReason, _ any: String, with: String = "", unless: String = "", longest: Int = .max,
    zh: String, en: String
  ) {
    (self.reason, self.any, self.with, self.unless) = (reason, any, with, unless)
    (self.longest, why) = (longest, Text(zh: zh, en: en))
  }
}

enum ScopeTable {
  /// First line that holds decides; the sealed kind stands first.
  static let rows: [ScopeRow] = [
    ScopeRow(
      .litigation,
      "法院..判决|判了|裁定|受理|立案|开庭|起诉|执行 起诉到 已经起诉 已起诉 已经立案 一审 二审 终审 再审 判决书 判决..生效 强制执行 "
        + "仲裁结果 仲裁..裁决|受理|开庭|裁了|胜诉|赢了|生效|不执行 仲裁裁决 上诉状 传票 中院..审|判 法院..审 行政复议..受理|决定|申请 复议决定 打赢了官司 官司..赢了|输了 判我赢|判他赢|判我输 上诉期 法院|法庭|执行局..没动静|没消息|说没|在查 在打官司 正在打官司 官司..打到",
      unless:
        "想起诉 要不要起诉 准备起诉 起诉离婚 能不能起诉 怎么起诉 想打官司 要打官司 建议..起诉 去法院起诉 法律途径 离婚判决 可以起诉 看不懂 应诉 哪里找律师 法律援助 援助律师 顾问 收到该 该咋弄 不受理社保 原判决书 父母..服刑",
      longest: 400, zh: "事情正在或已经由法院、仲裁或复议处理", en: "the matter is or was before a court, arbitration or review"),
    ScopeRow(
      .petition,
      "信访..受理|告知书|答复意见|复查|复核|终结|办结 信访局..受理|登记|答复|办理 信访件 信访编号 息访 息诉罢访 复核意见书 信访积案 接访..登|收|交 信访..登记过|登过记|登了记 告知书..信访 已经上访 国家信访",
      unless: "没..受理 不..受理 信访..不理", longest: 300, zh: "同一件事信访已经受理或办结",
      en: "the same facts are with the petition office"),
    ScopeRow(
      .infoRequest,
      "政府信息公开申请 信息公开申请 依申请公开 申请公开..信息|文件|合同|批文|决算 申请..公开..信息 申请获取..文件|信息|书|批文|合同 "
        + "要|想|申请|索取..文件|批文|合同|中标|结算..复印件|副本|原件 依法申请公开 信息公开条例..申请",
      unless: "村务公开 公开栏", zh: "要的是政府信息公开", en: "asks for a government document"),
    ScopeRow(
      .stateSecret, "机密 绝密 国家秘密 军工..图纸|资料 军事..机密|图 涉密 商业秘密 配方..底价|偷|拷 内部..配方|底价|客户名单",
      with: "拍 发 给你们 有 拷 拿 附件 寄 复印 偷", unless: "怕泄密 防泄密 保密工作", zh: "说到涉密材料", en: "holds secret material"),
    ScopeRow(
      .otherPrivacy,
      "曝光|晒|把..公开|发上来|发出来|贴出来|人肉..身份证|住址|电话|病历|照片|离婚|聊天记录|隐私|艾滋 "
        + "身份证|住址|病历|离婚|聊天记录|艾滋|流产|私生活..曝光|公开|晒|发上来|发出来|贴出来|让大家看|让大家都知道|给大家看 病历|化验单|体检单|诊断书|B超单|挂号单..拍了|拍来|贴出|贴给|发给你|发给大家|传上|附上|晒 得过|得了..脏病|性病|艾滋病|梅毒 跟|和..相好|偷情 偷拍 人肉",
      unless: "公开的 公开电话 公布的 我的病 我家 冒出来 推销 骗 我的身份证 我的电话 我的信息 我的隐私 被..曝光 泄露 村务 财务", longest: 200, zh: "把别人的隐私写了出来",
      en: "exposes private facts of others"),
    ScopeRow(
      .unlawful,
      "办|弄|搞|买|卖|做..假的..证 办|弄|搞|买|卖|做..假证|假发票|假章|假结婚证|假离婚证|假文凭 代开发票 买..枪|毒品|冰毒|麻果|迷药 卖..毒品|枪 "
        + "叫人|找人|帮我..打断|揍他|打他一顿|教训他 把..赶出去|赶走..不管用什么|哪怕动手 断他家..水|电 停他家..水|电 "
        + "替考 代考 放高利贷..帮 偷逃税 改..年龄|成绩..多少钱 睁只眼闭只眼 睁一只眼 好处..少不了|不会少 神不知鬼不觉 打个招呼..别查|别抓|别管 别来查 "
        + "出生年月|出生日期|年纪|岁数..往前挪|往后挪|改大|改小|改成 看他搬不搬 看他们搬不搬 门..焊死|封死..搬 先砍后补 电表..调慢 偷偷..迁|接水|接电|过户 不用他|不让她..签字|知道..过户|迁 "
        + "水电|水|电..掐了|掐断..他|她|他家|那家 谁举报..告诉我|名单给我 告状..名单给我",
      unless: "举报 有人 被人 怀疑 他们卖 物业", longest: 200, zh: "要办的事违反法律", en: "asks for what the law forbids"),
    ScopeRow(
      .advertising,
      "加微信 加我微信 无抵押..当场|当天|到账|借 当场到账 量大从优 货到付款 先到先得 预约从速 非诚勿扰 价格面谈 价格面议 有意者 包教包会 送货到家|送货到屋|送货上门..打我|电话|联系 "
        + "想借的|想买的|想要的|要的|需要的|有需要..联系我|打我电话|私聊|加我|找我 元|块|毛..一斤|一只|一瓶..送|起送|量大|要的|打我 本店 我司..专|代|承 名额有限 高价回收 诚信婚介 厂家直供 包邮 "
        + " 加v 加薇 薇信 扫码..领|进群|送 诚招 招聘..月薪|日结|底薪 高薪..日结|联系 日结..联系|电话|微信|进群 代理加盟 招代理 加盟..热线 优惠..速来|抢购|电话 "
        + "特价..电话|联系|速|卖 清仓..电话|联系|速|欢迎 甩卖 贷款..秒到|当天放款|无抵押|黑户 刷单 免费领取 点击..链接 http..优惠|领|赚 限时..优惠|抢 包过 包治 "
        + "轻松赚 日赚 月入过万 大量出售 大量批发 厂家直销 上门..回收..电话 专业..办理|疏通|开锁|贷款..电话|微信",
      unless: "骗 被 投诉 举报 小广告 怀疑 上当 真的假的 整治 打击 有人 摆摊 下乡 喇叭 群解散 拖成 没给 想找 谁有 号码 喝了 要介绍 他说", longest: 160, zh: "是广告或拉人",
      en: "sells or recruits"),
    ScopeRow(
      .outsideArea,
      "外省|外县|别的县|邻县|隔壁县|隔壁镇|隔壁乡|外市|省城|省会|老家在..的路|的学校|的医院|的政府|那边政府|那边派出所|那边的 国家..应该|能不能..延迟退休|房价|个税|法定假|放假 "
        + "全国..应该|都该|能不能 国务院..应该 国家|全国|教育部|人社部|央行|人大|工信部|公安部|财政部|民法典|婚姻法..应该|能不能|什么时候|建议|统一|取消|提到|提高|放开|不要|别再|管一管 建议国家 建议全国 "
        + "那边|当地..不理|不管|没下文|不立案|不认账|说管不了 你们..打个电话|转告|转一下|转过去|帮忙联系|说说话..那边|他们|对方 不归..咱们镇|我们镇|你们镇|这个镇",
      unless: "报销 医保 社保 户口 转学 来我们 嫁到 迁 回来 我们村 我们镇 我们县 我们市 异地", longest: 200,
      zh: "不是本地能办的事", en: "concerns another place or national policy"),
    ScopeRow(
      .answeredBefore,
      "上次..答复|回复..不满意|还是老话|再反映一遍|再问一遍 同样的问题|同样的事|老问题|原话|一字不|一字未..再|又|改..发|反映|提交|寄|问 一字不改 答复..不服|不认|不满意|不接受..再|又|还|重新|继续 答过|回过|答复过|回复过|解释过|讲清楚..还是|再|又|照样..问|提|写|来 答复|回复..没变|没新|没补充 没新话 没有新材料 没新材料",
      longest: 200,
      zh: "像是答复过的老问题", en: "looks like what was answered before"),
    ScopeRow(
      .thanks,
      "感谢 谢谢 多谢 点赞 表扬 送锦旗 锦旗 辛苦了 祝..新年|节日|身体|工作顺利 拜年 新年好 节日快乐 好样的 带个好 大拇指 为..点个赞 感激 捎了 道个谢 道声谢 道谢 说声谢 拜个早年 拜早年 竖大拇指 记一功 感恩 过年好 安康 敬个礼 暖心",
      unless:
        "望 请 希望 建议 能否 能不能 可否 投诉 反映 要求 什么时候 怎么 如何 吗 没有人 没人 不 麻烦 求 急 咨询 何时 哪 但 可是 但是 只是 还是 坏了 问 "
        + "为什么 恳请 给个 解决 处理 尽快 多少 需要 想 谁 啥",
      longest: 220, zh: "只是感谢或问候", en: "only thanks or a greeting"),
    ScopeRow(
      .abuse,
      "混蛋 王八蛋 狗日的 狗东西 去死 傻逼 去你妈 操你 你妈的 放屁 龟儿子 畜生 不要脸 滚蛋 废物 饭桶 垃圾东西 一群猪 吃屎 白痴 砍死你 弄死你 蠢驴 蠢货 猪脑子 孬种 断子绝孙 不得好死 缩头乌龟 酒囊饭袋 吃闲饭 龟孙 鳖孙 瓜娃子 憨批 草包 脑残 贱货 祖宗 扑街 养头猪 养条狗 连狗都不如 窝囊废 王八羔子 混账",
      unless:
        things,
      longest: 80, zh: "只有辱骂，没有事情", en: "only insults, no matter in it"),
  ]

  /// Words that say what a text is about; with none of them a short text says neither what nor where.
  static let vague =
    "那个事 那件事 这个事 这件事 上次的事 上回的事 还没弄好 还没搞 看着办 管不管 老样子 你懂的 有人吗 在吗 测试 test 你好 您好 咋回事 怎么回事 "
    + "快点处理 尽快处理 反映情况 反映问题 反映个事 说个事 看起办 情况属实 别的..不讲 别的..不多讲 一直那样 还是那样 说了也白说"
  /// Words that only ask to act; with no thing named beside them they say neither.
  static let bare = "管一管 管管吧 管管嘛 管一下 管下嘛 快管管 帮帮忙吧 帮一下忙 帮个忙吧 处理一下 处理下嘛 弄一下吧 搞一下吧 来看看吧 来看一下"

  /// Dangers that an office deals with besides: gas, smoke, animals, what is only feared.
  static let offices = "气 味 嘶 烟子 灭火 羊 猪 牛 鸡 鸭 真要 桥 栏杆 塌了 要塌 电梯 塘埂 打桩 线 电"

  /// Insults with one of these in them speak of a matter.
  static let things =
    "路 水 电 垃圾没 房 地 灯 狗咬 邻居 噪 吵 补 钱 款 车 医 学 村务 账 办 证 低保 桥 沟 拆 违 摊 占 臭 老人 孩子 井 网 树 堵 修 报 厂"

  /// Something is asked for: then thanks are not the point.
  static let requests =
    "请 希望 望 建议 能否 能不能 可否 投诉 反映 要求 什么时候 何时 怎么办 怎样 如何 恳请 请求 打击 尽快 解决一下 盼 咨询 求"

  /// People who work in the village or town office.
  static let staff =
    "支书 书记 村主任 主任 村长 组长 队长 会计 出纳 文书 村干部 干部 镇长 乡长 副镇长 局长 所长 站长 科长 处长 股长 院长 校长 主席 "
    + "村委 村委会 居委会 村支两委 两委 镇政府 驻村 网格员 妇联主任 民政专干 专干 工作人员 公务员 民警 警察 辅警 城管打 城管殴 城管动手 城管队 执法队 领导 村官 委员"
  /// Wrong use of office or money.
  static let graft =
    "贪污 贪了 贪钱 贪官 腐败 挪用 侵占 私分 吃回扣 拿回扣 回扣 受贿 收受 行贿 索贿 索要..红包|好处|钱 收..红包|好处费|黑钱|礼金|烟酒 "
    + "冒领 虚报 套取 骗取 截留 克扣 中饱私囊 装进..口袋|腰包|荷包 进了..口袋|腰包|荷包 塞..红包|钱|烟 要..好处费|好处 优亲厚友 "
    + "吃空饷 卖官 买官 贿选 保护伞 官商勾结 勾结..开发商|老板 以权谋私 权钱交易 私吞 独吞 吞了 揣..口袋|腰包|荷包|自己 滥用职权 徇私 "
    + gifts + " " + relatives + " " + withheld + " " + beaten

  /// Something taken before the office does its work.
  private static let gifts =
    "收了|拿了|要了|收下..烟|酒|红包|好处|礼品|礼物|茶叶|土鸡|腊肉..才 送了|塞了|给了..条烟|烟酒|两瓶酒|红包|好处..才..办|盖章|批|签字|给我 "
    + "不送..烟|酒|礼|红包|好处..不办|不给办|不盖章|不批|不签 收了..条烟|烟酒|红包|好处|礼金 收人..烟|酒|红包|好处 "
    + "收了|要了|拿了|收我|要我..钱|块|元..才..办|盖章|批|签字|给我"
  /// What belongs to those in need, given to one's own people.
  private static let relatives =
    "名额|指标|低保|补助|救济|贫困户|公益岗|公益性岗位|危房改造|五保"
    + "..给|给了|让给|分给|留给|安排..亲戚|亲属|自己家|自己的|自家|自己人|小舅子|侄子|侄儿|关系户|他弟|他哥|他老婆|他儿子|她弟|她哥|她儿子 "
    + "\(holders)..的舅子|的小舅子|的亲戚|的侄|的兄弟|的弟|的哥|的姐夫|的妹夫|的老丈|屋里人|家里人..吃低保|拿低保|领低保|吃着低保|评上低保|是贫困户 "
    + "低保|名额|指标|补助..都是|全是|尽是..亲戚|亲属|自家人|自己人|关系户 给..亲戚|亲属|小舅子|侄子|关系户..低保|名额|指标|补助|救济|公益岗"
  private static let money = "粮补|补贴|补助|低保|救济|补偿款|征地款|抚恤金|养老金|高龄|种粮|退耕|赔偿款|工钱"
  /// A person, not an office, keeps what somebody is entitled to. What an office did is a matter to be dealt with.
  private static let withheld =
    "\(holders)..扣了|扣下|扣着|扣住|扣我|扣留|克扣|扣掉|压着|卡着|卡住..\(money) "
    + "\(money)..被..\(holders)..扣|吞|领走|拿走"
  /// Violence by somebody of the office; what stands before it tells who, so the words must touch.
  private static let beaten: String = {
    let deeds = [
      "打人", "打了人", "殴打", "打伤", "打骂", "动手打", "打村民", "打老人", "打百姓", "打群众", "打了村民", "打了老人", "打我爸", "打我妈",
      "打了我一顿", "打了我一巴掌", "打了我一拳", "打了我几", "把我打", "扇我", "踢我", "推倒",
    ]
    let close = holders.split(separator: "|").map { who in deeds.map { who + $0 }.joined(separator: "|") }
    return close.joined(separator: "|")
      + " \(holders)..带人|喝酒|喝醉|酒后|当众|竟|居然|公然|上门|动手..打人|打了人|打伤|殴打|打了我|把我打|打了村民|打了老人|推倒"
      + " 被\(holders.replacing("|", with: "|被"))..打了|打伤|打成|打得|推倒|扇|踢"
  }()
  /// Those of `staff` who are people.
  private static let holders =
    "支书|书记|主任|村长|组长|队长|会计|出纳|文书|干部|镇长|乡长|局长|所长|站长|科长|网格员|专干|工作人员|民警|警察|辅警|城管|执法队员"
}
