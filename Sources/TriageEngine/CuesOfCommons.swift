import Values

extension CueTable {
  /// What a group has in common (codebook §4, question 4).
  static let commons: [Cue] = [
    Cue(
      .section(4), "章程 议事规则 开会..规矩 表决..规则 几个人..算数 代表..资格 投票..规则", unless: "公司", "CM0101 +4", zh: "自治章程和议事规则",
      en: "charter and rules of procedure"),
    Cue(
      .section(4), "村规民约 公约 民约 村规 随礼 人情钱 份子钱", with: "写进 定 上限 封顶 罚 约定 违反 遵守 改 统一 规定 写", unless: "合同",
      "CM0102 +4 CM0105 -1",
      zh: "写进村规民约", en: "into the convention"),
    Cue(
      .section(4), "村|农村|湾里|组里|镇里..广播|大喇叭 广播..村|吵", with: "早 晚 时间 几点 点 作息 调", unless: "商店 摊 叫卖 超市 卖",
      "CM0105 +4 GM0203 -2",
      zh: "村里的广播什么时候响，大家约定", en: "when the village loudspeaker plays is settled together"),
    Cue(
      .section(4), "大操大办 攀比 酒席 彩礼 放炮 放鞭炮 放烟花 红白 人情风 风气 升学宴", unless: "退 借桌 要回 离婚 怎么办酒 存放 卖", "CM0105 +3",
      zh: "移风易俗大家约定", en: "customs settled together"),
    Cue(
      .section(4), "误工 补贴..组长 组长..补贴 办公经费 村干部..补助 代表..补贴 自治经费 误工费", "CM0103 +4", zh: "自治经费和误工补贴",
      en: "committee funds"),
    Cue(
      .section(4), "集体..钱 集体..资金 集体..收入 村里..万 组里..万 分红 入股 集体..收益 卖..的钱", with: "用 投 存 分 开会 决定 怎么 商量 借",
      unless: "征地 补偿 账 物业 诈骗 查",
      "CM0201 +4", zh: "集体的钱由成员决定", en: "collective money"),
    Cue(
      .section(4), "老村小 村小 旧学校 旧村部 老村部 门面 鱼塘 闲置 集体..房 集体..果园 集体..山 仓库", with: "租 承包 招租 发包 空着 处置 到期 竞标 改",
      unless: "公租 廉租",
      "CM0202 +4", zh: "集体资产的租赁处置", en: "letting collective assets"),
    Cue(
      .section(4), "流转 承包地 调地 租地 延包 租..田 租..地 换地 承包田 包..田", with: "租金 年限 合同 商量 老板 公司 年 到期 种 亩 地", unless: "征地 被征 公租",
      "CM0203 +4", zh: "土地承包与流转", en: "land contracting"),
    Cue(
      .section(4), "宅基地 屋基 地基 老屋场 宅地", with: "分 安排 没有 要一块 空着 调剂 退出 分户 村里 挤", unless: "审批 建房手续 证 翻建 违 占 确权 裂",
      "CM0205 +4 GM0101 -1",
      zh: "宅基地由集体安排", en: "homestead allocation"),
    Cue(
      .section(4), "成员 股权 上门女婿 入赘 户口迁回 名册 空挂 股份 股民", with: "算 资格 集体 村 组 股 身份 漏 福利", unless: "家庭成员 党员 公司 业委会",
      "CM0206 +4 GM0401 -2",
      zh: "集体成员身份", en: "collective membership"),
    Cue(
      .section(4), "凑钱 凑一点 筹资 筹劳 集资 一事一议 捐款 众筹 每户出 每家出 摊派 出工 摊钱", unless: "非法集资 养老 兄弟 医药", "CM0301 +4",
      zh: "公益事业的筹集", en: "funds for public works"),
    Cue(
      .section(4), "水渠 堰塘 轮水 放水 沟渠 毛渠 抽水 灌溉 山塘 水沟 截水 进水口", with: "田 水 秧 清淤 堵 抢 漏 修 轮 种", unless: "水库 干渠 街 污水 臭 雨水 小区",
      "CM0303 +4 GM0908 -1", zh: "小型水利大家管", en: "small irrigation"),
    Cue(
      .section(4), "楼道..堆 楼梯..堆 杂物 圈地 围地 种菜 占..公共 公共..占 占用..绿地 占..晒场 占..楼道 架空层 霸占..公共|过道|平台 围起来",
      unless: "自家 征 消防 充电 邻居..我家", "CM0305 +4", zh: "公共空间被占", en: "use of shared space"),
    Cue(
      .section(4), "晚会 比赛 联欢 电影 文艺 篮球 舞龙 运动会 书屋 唱戏 重阳 演出 龙舟 腰鼓", with: "办 搞 想 组织 支持 建议 参加 开放 放 请 活动",
      unless: "成立 注册 噪 吵",
      "CM0401 +4", zh: "文体活动", en: "culture and sports"),
    Cue(
      .section(4), "快递 代收 代办 代缴 打印 复印 取款 便民点 便民服务点 开证明 盖章", with: "村 设 社区 点 老人 代 办 没人 开门", unless: "网购 丢件 退货",
      "CM0402 +4",
      zh: "便民服务点", en: "convenience point"),
    Cue(
      .section(4), "成立 协会 老协 合作社 志愿队 理事会 队伍 换届", with: "手续 备案 登记 想 组织 成立 怎么 挂牌 老年 地方", unless: "业委会 公司 工作组 执法 成立专班 物业",
      "CM0403 +3",
      zh: "社会组织培育", en: "local organisations"),
    Cue(
      .section(4), "空巢 独居 孤寡 志愿者 探访 送餐 看望 敲门 陪", with: "老人 婆婆 爷爷 奶奶 排 关爱 组织 冬天 没人 轮流", unless: "被打 断粮 低保 儿子不 儿女不 兄弟",
      "CM0404 +4", zh: "志愿探访和关爱", en: "care visits"),
  ]

  /// One household's or one family's own affair (codebook §4, question 6).
  static let families: [Cue] = [
    Cue(
      .hardCase(17), "赡养 养老 轮流 照顾 伺候 护工 跟谁住 养娘 养爹 接老人 轮到", with: "兄弟 姐妹 兄妹 姊妹 老娘 母亲 父亲 爹 妈 老人 儿女 大哥 老二 儿子 小弟",
      unless: "断粮 打 没饭 养老保险 养老金 养老院 饿 敬老院 五保 轮水", "PM0201 +4", zh: "子女怎么赡养是家里的事", en: "a family duty"),
    Cue(
      .hardCase(18), "都不管 没人管 不给饭 断粮 不养", with: "老人 老娘 爹 妈 奶奶 爷爷 婆婆", unless: "垃圾 物业 意见 狗", "GM0505 +3 PM0201 +1",
      zh: "老人没人管、断粮，要马上管",
      en: "neglect is not private"),
    Cue(
      .hardCase(20), "孩子 娃 儿子 女儿 崽 伢子 小孩", with: "手机 游戏 作业 不听话 叛逆 厌学 顶嘴 早恋 管不住 不想上学 怎么管 辅导",
      unless: "学校 老师布置 培训 打伤 楼上 邻居",
      "PM0202 +4", zh: "管教孩子是家里的事", en: "raising children"),
    Cue(
      .hardCase(20), "没去上学 不去学校 辍学 不读了 休学在家 没上学", with: "孩子 娃 初中 小学 岁 学生", unless: "大学", "GM0802 +3 PM0202 -1",
      zh: "义务教育年龄没上学",
      en: "absent in compulsory-school age"),
    Cue(
      .section(4), "离婚 分家 遗产 继承 婆媳 夫妻 婆婆..骂|嫌|怨|管 彩礼..退 退..彩礼 两口子 过不下去", unless: "打我 家暴 证明 登记处 过户 办证 征地 分钱 外嫁 双胞",
      "PM0203 +4", zh: "婚姻和家庭财产", en: "marriage and family property"),
    Cue(
      .section(4), "分家 房子怎么分 老屋..分 瓦房..分 爹妈..房", with: "兄弟 老二 老大 大哥 姐 谈不拢 份 平分", unless: "征地", "PM0203 +4", zh: "分家产",
      en: "sharing family property"),
    Cue(
      .section(4), "办酒 丧事 白事 灵堂 办席 接亲 做寿 出殡 抬棺 喜事 老人..走了 老人..过世 结婚..办", with: "借 帮 怎么 请 桌 找 搭 办 规矩 多少",
      unless: "大操大办 攀比 公墓 随礼",
      "PM0204 +4", zh: "自家办红白事", en: "one family's wedding or funeral"),
    Cue(
      .section(4), "找工作 找活 零工 打短工 兼职 找个事做 没事做 学手艺 找份工作 开个店 摆个小店 学门", unless: "欠 工资 就业补贴 执照 社保", "PM0104 +4",
      zh: "自己找工作", en: "job hunting"),
    Cue(
      .section(4), "手机..不会 不会用 搬家 买票 网购 网上买 挂号 坐车..怎么 租车 订票 教我 学用手机 买保险", unless: "信号 欠费 诈骗 退票 医院挂号难 报销 退款",
      "PM0102 +4", zh: "个人消费与出行", en: "shopping and travel"),
    Cue(
      .section(4), "帮忙 搭车 搭便车 顺路 代买 照看 帮我 借个 借把 搭把手 帮着 代接 帮带", with: "我 腿 家里 谁 哪位 有人 邻居 半天 几天 孩子 车 药 工具",
      unless: "领导 政府 丧事 办酒 执法 投诉 部门 请帮忙解决 解决 查 低保 医保",
      "PM0303 +3", zh: "请邻里帮个忙", en: "asks for a neighbour's help"),
    Cue(
      .section(4), "找谁修 谁会修 哪个会修 谁能修 修一下多少钱 师傅 上门修", unless: "路 桥 物业 公路 渠 小区", "PM0101 +3", zh: "找人修东西",
      en: "looks for a repairer"),
  ]
}
