import Values

extension CueTable {
  /// Benefits, land, offices, trade (hard cases 15, 16, 21, 22, 25; rulings 3, 7, 8).
  static let rights: [Cue] = [
    Cue(
      .ruling(7), "征地 占地 占了..地|田|山 征收..土地|地|田 征用 青苗 占..亩 占用..地|田 高压塔 铁塔..占", with: "补偿 补 钱 标准 款 没给 公告 签字 亩 赔",
      unless: "怎么分 分配 分钱 外嫁 拆迁 安置房 占道 社保 绿地", "GM1101 +4 CM0204 -1", zh: "征地的数额和程序归政府",
      en: "amount and procedure of taking"),
    Cue(
      .ruling(7), "怎么分 分钱 分配 人头 外嫁女 嫁出去 分红名单 没分 按人分 分款 没我的份 有没有份", with: "征地 土地 补偿 款 组 队 钱 占 份",
      unless: "分家 遗产 工资", "CM0204 +4 GM1101 -2", zh: "组里怎么分由成员决定", en: "sharing is the members'"),
    Cue(
      .ruling(7), "拆迁 拆了 安置房 过渡费 强拆 房屋征收 回迁 搬迁 拆除..我 安置小区 动迁 征拆", unless: "违建 违章 失地 怎么分",
      "GM1102 +4 GM1101 -1", zh: "拆房和安置房", en: "house taking and resettlement"),
    Cue(
      .section(5), "失地 被征地 地被征", with: "社保 保险 养老 名单 参保 补贴", "GM1103 +5 GM0702 -2 GM1101 -1", zh: "被征地农民社保",
      en: "insurance of land-lost farmers"),
    Cue(
      .ruling(8), "态度 推诿 踢皮球 不接电话 没人接 刁难 跑了..趟 不作为 敷衍 爱理不理 推来推去 办事慢 互相推 官僚", with: "窗口 大厅 工作人员 政府 部门 干部 局 镇 村 街道 热线 单位",
      unless: "物业 医院 开发商 老师 路灯 垃圾 噪", "GM1001 +2", zh: "重点是干部作风", en: "conduct is the point"),
    Cue(
      .hardCase(22), "账目 村账 村务 收支 明细 公开栏 公示栏 财务 看账 账 开支", with: "看 公开 公布 公示 贴 明细 清单 说明 多久 没更新",
      unless: "查一查 审计 假 镇里查 贪 物业 不肯 拒绝 赌账 欠账 要账 账户",
      "CM0104 +4", zh: "先由村里公开和答疑", en: "the village answers first"),
    Cue(
      .hardCase(22), "账目 村账 村务 财务 村里的账 集体..钱 项目款 账", with: "查 审计 镇里 假 白条 拒绝 不肯 不公开 贪 几年没 不清",
      unless: "物业 欠账 要账 账户 查账..小区",
      "GM1002 +4 CM0104 -1", zh: "不公开或有疑问的由镇里查", en: "refused or doubtful accounts: the town"),
    Cue(
      .section(5), "执法队 城管 交警 执法人员 执法局 执法", with: "扣 没收 罚款 打人 处罚 单据 开票 粗暴 暴力 收走 拉走 罚单 乱罚", unless: "希望城管 请城管 摆摊扰民",
      "GM1003 +4", zh: "说的是执法行为", en: "the conduct of enforcement"),
    Cue(
      .hardCase(15), "借..不还 借条 欠条 借款 借了..钱 还钱 担保", unless: "工资 工钱 老板 银行 贷款 集体 集资 助学", "PM0103 +4 GM0704 -2", zh: "私人借贷",
      en: "a private loan"),
    Cue(
      .section(5), "进站费 强制收 乱收 强行收", unless: "学校 物业 水费 电费 培训 村 路费", "GM1004 +2", zh: "经营者乱收费",
      en: "a business that overcharges"),
    Cue(
      .section(5), "职业资格 取证补贴 技能补贴 就业补贴 失业 就业培训 技能培训", "GM0704 +3", zh: "就业和职业技能", en: "employment and skills"),
    Cue(
      .section(5), "低保 五保 特困 临时救助 救助 困难补助 救济 贫困户 建档立卡 困难..补", unless: "救助站..狗 流浪", "GM0701 +4", zh: "低保和救助",
      en: "social assistance"),
    Cue(
      .section(5), "养老金 养老保险 社保 退休金 退休 农保 老龄..补 高龄补贴 高龄津贴 补缴", unless: "失地 被征地 单位不 公司不 老板 医保", "GM0702 +3",
      zh: "养老保险和待遇", en: "pension insurance"),
    Cue(
      .section(5), "残疾 评残 轮椅 残联 护理补贴 盲道 助听器 自闭症", unless: "残疾车..撞", "GM0703 +4", zh: "残疾人保障",
      en: "support for disabled persons"),
    Cue(
      .section(5), "退伍 退役 老兵 军属 复员 转业 参战 烈士 优抚 当过兵 光荣牌 军人", "GM0705 +4", zh: "退役军人", en: "veterans"),
    Cue(
      .section(5), "孤儿 留守..孩|儿|娃 父母都不在 爸妈都不在 没人带..孩 孩子..没人管 弃婴 流浪..孩", unless: "小区", "GM0706 +4", zh: "困境和留守儿童",
      en: "children in difficulty"),
    Cue(
      .section(5), "助学 学费 贫困生 营养餐 辍学 不去上学 奖学金 考上..大学 考取..大学", with: "贷款 困难 补助 没钱 交不起 资助 发 辍学 上学 钱", unless: "培训 托管 乱收",
      "GM0802 +4", zh: "学生资助和控辍保学", en: "student aid"),
    Cue(
      .section(5), "校门口 放学 校园 校车 食堂 欺凌 霸凌 被同学", with: "车 安全 打 欺负 危险 超载 饭 吃 堵 卖", unless: "退费", "GM0803 +3",
      zh: "校园及周边安全", en: "school safety"),
    Cue(
      .section(5), "户口 落户 身份证 居住证 上户 迁户 户籍 分户", unless: "征地 补偿 分钱 集体成员 宅基地 报名 入学 股 医保 低保", "GM0401 +4", zh: "户籍",
      en: "household registration"),
    Cue(
      .section(5), "独生子女 计生 准生 生育 奖扶 失独 二胎 三胎 二孩 社会抚养费", "GM0402 +4", zh: "生育登记和奖扶",
      en: "birth registration and support"),
    Cue(
      .section(5), "种粮 直补 休耕 耕地补贴 油菜..补 生态..补 地力补贴 农机补贴 一卡通 惠农 农业保险 粮补 补贴..田 稻谷..补", unless: "残疾 低保 公交", "GM1201 +4",
      zh: "涉农补贴",
      en: "farm subsidies"),
    Cue(
      .section(5), "猪..死 鸡..死 鸭..死 猪瘟 虫 庄稼..病 种子 兽医 农药 防疫站 稻..病 果树..病", unless: "食品 面包 小区 学校", "GM1202 +4",
      zh: "农技和动物防疫", en: "farm advice and animal health"),
    Cue(
      .section(5), "野猪 砍树 偷砍 古树 退耕还林 山林..砍 护林 野生动物 砍伐 林木 猴子", unless: "争", "GM1203 +4", zh: "林业和野生动物",
      en: "forestry and wildlife"),
    Cue(
      .section(5), "被偷 小偷 盗窃 赌 诈骗 被骗 吸毒 打架 传销 非法集资 撬 巡逻 抢劫 寻衅 保护费 恐吓 监控..装", unless: "井盖 牌坊 文物 保健品 开发商 学生 培训 买房 古",
      "GM0501 +4", zh: "治安线索", en: "public-order lead"),
    Cue(
      .hardCase(19), "老公|丈夫|男人|儿子|媳妇|女婿|后妈|继父..打|揍|虐 家暴 虐待 遗弃 打老婆 打老人 不给..吃 身上..伤|青 断粮 饿..老人",
      unless: "打工 打麻将 打电话 打游戏 打牌", "GM0505 +5 PM0201 -2 PM0203 -2 PM0202 -2", zh: "伤害家人不是私事",
      en: "violence is never private"),
    Cue(
      .section(5), "法律援助 律师 公证 法律咨询 司法所 打官司", with: "申请 想 怎么 哪里 请 免费 不要钱 帮 援助", "GM0507 +4", zh: "法律援助和指导",
      en: "legal aid"),
    Cue(
      .section(5), "退款 不退 假货 缺斤 预付 办卡 会员卡 退卡 涨价 乱收费 消费者 质量问题 保修 强制消费 上当 价格 充值 门票",
      unless: "开发商 学校 托管 培训 物业 水费 电费 楼盘 房 医院 彩礼 停车 种子", "GM1004 +3", zh: "消费维权和价格", en: "consumer rights"),
    Cue(
      .section(5), "过期 变质 屠宰 假冒伪劣 吃坏 吃..拉 不卫生 假药 食品 食物中毒 私宰 馊 保健品 发霉 餐饮..卫生", unless: "证..过期 牌..过期 过期..证 学生",
      "GM0604 +4", zh: "食品药品安全", en: "food and drug safety"),
    Cue(
      .section(5), "疫苗 预防针 传染 消毒 疫情 流感 好几个..发烧 拉肚子 疾控 接种 水痘 蚊子", unless: "猪 鸡 狗咬 吃了", "GM0603 +4", zh: "公共卫生",
      en: "public health"),
    Cue(
      .section(5), "信号 宽带 断网 光纤 基站 网络..慢 电信 移动..公司 联通 上网 网速 有线电视 信号塔", unless: "红绿灯 信号灯 网络诈骗 网吧",
      "GM0904 +4", zh: "通信网络", en: "telecoms"),
    Cue(
      .section(5), "天然气 煤气 燃气 液化气 气罐 漏气 气表", unless: "轮胎", "GM0906 +4 PM0101 -1", zh: "燃气供应和安全", en: "gas"),
    Cue(
      .section(5), "危房 房子..裂 墙..裂 要倒 屋顶..塌 漏雨 房屋..倾斜 房..要塌 墙体..开裂 住房..倒塌", unless: "开发商 新房 收房 交房 采石 炸",
      "GM0103 +4", zh: "危房鉴定和改造", en: "dangerous housing"),
    Cue(
      .section(5), "建房 翻建 盖房 起房 重建 砌房 修房 起新屋", with: "批 手续 申请 审批 证 许可 材料 指标 能不能", unless: "没手续 违 偷偷 举报 邻居 隔壁",
      "GM0101 +4",
      zh: "农村建房审批", en: "house-building permit"),
    Cue(
      .section(5), "河堤 水库 河道 干渠 大坝 水闸 泵站 清淤 护坡 堤坝 堤防", unless: "臭 污染 跳 淹死 组里", "GM0908 +3 CM0303 -1",
      zh: "河道水库和干渠", en: "rivers and reservoirs"),
    Cue(
      .section(5), "渣土 建筑垃圾 装修垃圾 弃土 碎砖 烂砖 翻斗车 渣土车 泥头车..撒", unless: "噪 轰鸣 深夜施工", "GM0304 +4 GM0205 -1", zh: "渣土和建筑垃圾",
      en: "spoil and building waste"),
    Cue(
      .section(5), "广告牌 小广告 招牌 横幅 牛皮癣 牌子..掉 灯箱", unless: "虚假 售楼", "GM0303 +4", zh: "广告牌和乱贴", en: "billboards"),
    Cue(
      .section(5), "公园 公厕 健身器材 座椅 绿化带 广场 步道 栈道 走廊 阅览室", with: "坏 脏 没 少 破 修 装 建 松 枯 不亮 烂 洞", unless: "广场舞 小区里 物业 停车",
      "GM0905 +3", zh: "集镇公共设施", en: "town facilities"),
    Cue(
      .section(5), "办厂 办个厂 加工厂 营业执照 创业 招商 企业", with: "申请 补贴 贷款 手续 扶持 政策 怎么 办理", unless: "没有 无照 举报 工资 污染 噪",
      "GM1204 +3", zh: "项目和企业服务", en: "business services"),
    Cue(
      .section(5), "请问 咨询 怎么办理 要什么材料 需要什么 带什么 在哪里办 哪里办 几点上班 流程", unless: "医保 社保 低保 户口 学 房 残 军 驾 车 补贴 宅 地 养老",
      "GM1005 +2", zh: "问怎么办事", en: "asks how a thing is done"),
  ]
}
