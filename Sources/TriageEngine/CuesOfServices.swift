import Values

extension CueTable {
  /// Public services: roads, school, health, works (rulings 1 to 6, 9, 12).
  static let services: [Cue] = [
    Cue(
      .ruling(1), "物业 业委会 业主委员会 维修资金 维修基金 业主大会 保安 物管", unless: "没有物业 开发商..交房 员工 工资 辞退 社保 路灯..路", "CM0307 +3",
      zh: "物业和业主共同的事由业主决定", en: "property company and owners' affairs"),
    Cue(
      .ruling(1), "物业..形同虚设|不作为|不管|不尽责|不管理|不履行|没人管 小区..乱象|脏乱差|混乱", with: "小区 业主 楼 保安 保洁", unless: "开发商 交房 地产",
      "CM0307 +4 GM0301 -3 GM0305 -3 GM0302 -2", zh: "小区整个没人打理，主要说物业",
      en: "an estate run down, mainly against the property company"),
    Cue(
      .ruling(1), "车位 停车费 停车位 充电桩 地下车库 地锁", unless: "开发商 捆绑 购房 售楼 路边 漏水 渗水 质量 起砂", "CM0306 +3", zh: "小区停车归停车秩序",
      en: "estate parking"),
    Cue(
      .ruling(1), "消防通道 消防车 消防栓 消火栓 灭火器 飞线 电瓶车..充电 电动车..充电 电动车..楼道 电线..乱 烟花爆竹 鞭炮 裸露..电 临时电线",
      "GM0502 +4 CM0305 -1 CM0306 -1", zh: "消防隐患由政府管", en: "a fire hazard is the state's"),
    Cue(
      .hardCase(24), "充电", with: "车棚 建个 装个 集中 桩 位置", unless: "飞线 楼道 火", "CM0306 +3 GM0502 -1", zh: "建车棚大家商量",
      en: "a shed is the lasting, common answer"),
    Cue(
      .ruling(2), "开发商 楼盘 售楼 交房 购房 买房 期房 精装 首付 认筹 五证 预售 收房 房地产 地产 置业 商铺 烂尾 交楼",
      unless: "物业费 业委会 公积金 限购 征收", "GM0105 +4 GM1004 -2", zh: "和开发商的买房纠纷", en: "a quarrel with a developer"),
    Cue(
      .ruling(2), "质量问题 房屋质量 房屋品质 房子质量 工程质量 建筑质量 偷工减料 豆腐渣 质保期 保修期 地产商 建设时 交付..渗|漏|裂",
      with: "小区 房屋 楼盘 楼房 业主 车库 地下室 外墙 渗水 漏水 地产 开发 入住 收房", unless: "电动车 手机 家具 电器 衣服 医院 食品 改造 旧改 安置",
      "GM0105 +4 CM0307 -3 CM0306 -4 GM1004 -2", zh: "房子本身的质量找建房卖房的",
      en: "defects of the house itself are the builder's and seller's"),
    Cue(
      .ruling(2), "开发商..漏水|渗水|漏|渗|裂|整改|维修|没作为|没有作为|推 地产|置业..漏|渗|裂|整改|维修|没作为|没有作为|推 漏水|渗水|渗漏|开裂...开发商|地产|置业",
      unless: "旧改 改造 维修基金", "GM0105 +4 CM0307 -2 CM0306 -3", zh: "和开发商的买房纠纷", en: "a quarrel with a developer"),
    Cue(
      .ruling(2), "开发商", with: "产权证 房产证 不动产证 办证 违约 质量 承诺 欺", "GM0105 +2 GM1105 -1", zh: "卖方扣着不办的证算买房纠纷",
      en: "title held back by the seller"),
    Cue(
      .ruling(3), "房产证 不动产 产权证 宅基地证 土地证 确权 过户 办证 房屋产权 土地使用证", unless: "开发商 驾驶 身份 残疾 营业执照 失业 户口",
      "GM1105 +3", zh: "办证归不动产登记", en: "a title deed"),
    Cue(
      .ruling(3), "公积金 公租房 廉租房 保障房 经适房 经济适用 限价房 租房补贴 人才公寓 安居房", "GM0707 +4", zh: "住房保障和公积金",
      en: "housing fund and public rental"),
    Cue(
      .ruling(3), "驾照 驾驶证 上牌 行驶证 年检 驾考 驾校 科目 科一 科二 科三 车管所 车牌 违章处理 从业资格 摩托车证", "GM0508 +4", zh: "车辆和驾驶证",
      en: "plates and licences"),
    Cue(
      .ruling(3), "限购 婚假 产假 报考条件 购房资格 落户政策 人才补贴 结婚登记 老年证 优待证", with: "请问 咨询 吗 怎么 条件 能否 需要 政策",
      unless: "退伍 军人", "GM1005 +3", zh: "没有专门类目的政策咨询", en: "a policy question without a leaf of its own"),
    Cue(
      .ruling(4), "油烟 烟道 烧秸秆 冒黑烟 刺鼻 扬尘 粉尘 烧垃圾 焚烧 废气 灰尘 尘土 臭气 异味 空气 烧稻草 熏", unless: "养猪 养鸡 养牛 垃圾站 河..臭 下水 猪",
      "GM0202 +4", zh: "烟、尘、气味", en: "smoke, dust and fumes"),
    Cue(
      .ruling(4), "餐饮 饭店 烧烤 火锅 餐馆 酒楼", with: "油烟 污染 反对 烟", unless: "噪 吵 食品 卫生", "GM0202 +3 CM0307 -3", zh: "餐馆的油烟",
      en: "fumes of an eatery"),
    Cue(
      .ruling(4), "住改商 没有执照 无照 无证经营 没有证 黑作坊 民宿 日租房 居民楼..开 住宅..开 住宅..改 没执照 没有营业执照", with: "店 楼 房 经营 作坊 宾馆 幼儿园 公司 馆",
      unless: "建房 盖房 房产证 开发商", "GM0305 +4", zh: "没有证照或住房改店", en: "missing licence or a home turned shop"),
    Cue(
      .ruling(4), "摆摊 摊子 摊贩 占道经营 占道 马路市场 流动..摊 夜市 早市 地摊 出店", "GM0301 +4 GM0302 -1", zh: "占道摆摊",
      en: "stalls on the street"),
    Cue(
      .ruling(6), "红绿灯 信号灯 斑马线 减速带 标线 标志牌 超速 急弯 限速 人行横道 反光镜 护栏..开口 隔离栏 限高 电子眼 单行 禁行 堵车 拥堵",
      unless: "校门口", "GM0503 +4", zh: "交通信号和安全", en: "signs, signals, road safety"),
    Cue(
      .ruling(6), "公交 班车 末班车 中巴 客运 公交站 公交线路 班车线路 的士 出租车 发车 候车 地铁口 城际 黑车 头班车", unless: "有轨 规划 资格证 站台..坏 噪",
      "GM0909 +4", zh: "线路和站点归公交客运", en: "lines and stops"),
    Cue(
      .ruling(6), "规划 选址 控规 地铁..修 建设..规划 什么时候..开工 何时..动工 何时..修建 何时..建设 改道 拟建", unless: "老旧 拆迁 公交 旧改",
      "GM0104 +3", zh: "新路新线的选址归规划", en: "siting of new roads and works"),
    Cue(
      .ruling(6), "旧改 提质改造 老旧小区..改|翻|换|纳入|提质|政策 棚改 改造..范围 三供一业 改造..进度 外墙..改造 小区改造 旧城改造", unless: "物业", "GM0106 +4",
      zh: "老旧小区改造",
      en: "renewal of old estates"),
    Cue(
      .ruling(9), "工资 欠薪 工钱 劳动合同 加班 辞退 工伤 拖欠..款 社保..单位 单位..社保 编制 招聘 公务员 事业单位 包工头 劳务 离职 老板..跑 上班..时间..小时 五险 下岗 待遇 职称",
      unless: "养老金 退休 公积金 学校收费 退役", "GM0704 +3 PM0103 -1", zh: "劳动法给了部门职责", en: "labour law gives an office a duty"),
    Cue(
      .ruling(9), "学校 老师 班主任 校长 教室 晚自习 补课 校服 资料费 大学 中学 小学 寝室 学院",
      with: "收费 交钱 强制 体罚 打学生 分班 作业 补课 管理 乱 放假 实习 毕业 住校 教学 空调",
      unless: "托管 培训班 培训机构 入学 学位 校门口 施工 食堂 噪", "GM0805 +3", zh: "学校的管理和收费", en: "conduct and fees of schools"),
    Cue(
      .ruling(9), "培训 托管 机构 补习 辅导班 早教 兴趣班", with: "退费 退款 跑路 关门 不退 收费 无证 办学 卷款", unless: "驾校 中介", "GM0804 +4",
      zh: "校外培训", en: "paid classes by others"),
    Cue(
      .ruling(9), "入学 学位 学区 转学 招生 报名 插班 入园 读书 上学 就读 划片 配套..学校 配套..幼儿园 建..学校", unless: "助学 欠 补课 校车 不上学 考试报名 驾",
      "GM0801 +3", zh: "入学和学位", en: "school places"),
    Cue(
      .ruling(9), "医院 手术 误诊 病历 住院部 急诊 医疗事故", unless: "报销 医保 村卫生 停车 公交 低保 救助 建..医院", "GM0605 +3",
      zh: "医院服务和医疗纠纷", en: "hospitals and treatment disputes"),
    Cue(
      .ruling(9), "医保 报销 新农合 合作医疗 慢性病 慢病 异地..医 转诊", unless: "车票", "GM0601 +4 GM0605 -2", zh: "医保和报销",
      en: "medical insurance"),
    Cue(
      .ruling(9), "卫生室 村医 卫生院 家庭医生", unless: "厕所", "GM0602 +3", zh: "村和镇的日常诊疗",
      en: "daily service of village and town clinics"),
    Cue(
      .ruling(12), "采石 采砂 挖沙 挖砂 偷采 开采 采矿 矿 石场 电鱼 毒鱼 炸鱼 地笼 洗沙 洗砂 打鱼 河沙", unless: "矿泉水 煤矿退休 矿工 工资 矿..宿舍",
      "GM1205 +4", zh: "采矿采砂和捕捞", en: "mining, sand and fishing"),
    Cue(
      .ruling(12), "改厕 旱厕 户厕 厕所革命 新厕所 三格 改..厕所", unless: "公厕 公共厕所", "GM1206 +5 GM0907 -1", zh: "农村改厕",
      en: "rural toilets"),
    Cue(
      .ruling(12), "公墓 坟 墓 火葬 火化 殡仪 骨灰 殡葬 陵园", unless: "抬棺 办酒 征地 文物 古墓 席", "GM0708 +4 PM0204 -1", zh: "墓地和殡葬",
      en: "graveyards and ashes"),
    Cue(
      .ruling(12), "文物 古桥 牌坊 石碑 祠堂 古建 故居 古城 古镇 古村 历史建筑 石雕 老祠", "GM0107 +4", zh: "有价值的老建筑", en: "heritage"),
    Cue(
      .section(5), "河..臭 河..黑 水..发黑 污水..河 污水..塘 排污 废水 鱼..死 偷排 水体 黑臭 溪..黑 湖..臭 井水..味", unless: "自来水 养猪 街 小区",
      "GM0201 +4", zh: "水体被污染", en: "polluted waters"),
    Cue(
      .section(5), "养猪 猪场 养鸡 养鸭 养牛 猪粪 鸡粪 养殖 粪水 猪栏 牛粪 养羊", with: "臭 味 污 粪 苍蝇 脏 居民 近 环境 排", unless: "补贴 办厂 想养 贷款",
      "GM0204 +4 GM0202 -1 GM0201 -1", zh: "养殖的污染", en: "livestock pollution"),
    Cue(
      .section(5), "山体 滑坡 塌方 泥石流 落石 掉石头 滚石 涨水 漫堤 坝..渗|冒|漏 地面裂 屋后..坡 屋后..山", unless: "项目", "GM0506 +4",
      zh: "地质灾害和汛情", en: "geological and flood danger"),
  ]
}
