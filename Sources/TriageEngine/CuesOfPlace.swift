import Values

enum CueTable {
  /// How people name their group: 一组 to 十组, 1组 to 9组.
  private static let groups = "一组 二组 三组 四组 五组 六组 七组 八组 九组 十组 1组 2组 3组 4组 5组 6组 7组 8组 9组 山组 屋组"

  /// The same thing in another place belongs to another class (codebook §4; hard cases 9, 10, 11, 23, 24, 26).
  static let places: [Cue] = [
    Cue(
      .hardCase(9), "表前 水表前 主管 大管 总管 干管 水厂 水管站 管网 供水站 自来水公司 全组..水 全村..水 整个..水 十几户 几十户 家家户户..水 都停水 全..停水",
      with: "水 管", unless: "污水 排水 下水 雨水 电 粪", "GM0902 +4 PM0101 -3", zh: "水表以前的管道由供水单位管",
      en: "the pipe before the meter is the utility's"),
    Cue(
      .hardCase(10), "表后 水表后 灶房 厨房 卫生间 屋里 室内 家里 我家 自家 我屋", with: "龙头 马桶 坐便 水管漏 管子漏 漏水 灯泡 插座 闸 跳闸 热水器 堵了 下不去",
      unless: "楼上 隔壁 邻居 全村 全组 小区 街上 整栋 物业 开发商 别家都", "PM0101 +4 GM0902 -2 GM0907 -1",
      zh: "水表以后和屋里的自己修", en: "after the meter, inside the home"),
    Cue(
      .hardCase(10), "别家都有 隔壁都有 只有我家 就我家 就我屋 别人家都好 隔壁左右都 只我一家", with: "水 电 灯 闸 管", "PM0101 +4 GM0902 -3 GM0903 -3",
      zh: "只有一家出问题，多半在屋里", en: "one home only: likely inside it"),
    Cue(
      .section(4), "路灯 灯..不亮 灯..坏 灯..黑 没有灯 没装灯 灯..瞎", with: "楼道 单元 楼梯 楼栋 声控 感应 电梯间 小区",
      "CM0307 +8 GM0905 -2 CM0302 -2 PM0101 -5", zh: "楼道里的灯归业主和物业", en: "a lamp in the stairwell is the owners'"),
    Cue(
      .section(4), "路灯 灯..不亮 灯..坏 灯..黑 没有灯 没装灯 灯..瞎", with: "巷 组 村里 湾 寨 院子 进村 屋场 村口 队里",
      unless: "楼道 单元 主街 大街 大道 集镇 国道 省道", "CM0302 +4 GM0905 -2 PM0101 -3", zh: "村里巷道的灯归村组",
      en: "a lamp in the village lane is the village's"),
    Cue(
      .section(4), "路灯 灯..不亮 灯..坏 灯..黑 没有灯", with: "主街 大街 大道 街道 集镇 广场 镇上 公园 桥上 公路 路口 马路",
      unless: "楼道 单元 组里 巷子", "GM0905 +3 CM0302 -2 PM0101 -3", zh: "主街和广场的灯归镇里",
      en: "a lamp on the main street is the town's"),
    Cue(
      .section(4), "路灯 街灯 太阳能灯 灯杆 校门口|学校门口|市场门口|医院门口|卫生院门口|车站门口|车站|桥头|村口|路口|路上|街上|外头..灯..不亮|坏|黑|瞎|熄|灭",
      unless: "楼道 单元 楼梯 屋里 我家里 客厅 卧室 厨房 厕所灯 打光 光线 照进 信号灯 红绿灯",
      "GM0905 +2 CM0302 +2 PM0101 -8", zh: "路边的灯不是一家的灯", en: "a lamp by the road is no household's"),
    Cue(
      .hardCase(23), "乡道 县道 省道 国道 公路 大道 马路 街道 主街 主干道 城区..路 村与村 通往..县|镇", with: "坑 烂 破 塌 修 坏 断 硬化 泥 拓宽 改造 不平 凹 积灰",
      unless: "组道 入户路 组里 停车 摆摊 公交", "GM0901 +3 CM0302 -2", zh: "公路和街道归政府",
      en: "a county road or street is the government's"),
    Cue(
      .ruling(6), "通车 断头路 施工进度 年久失修 桥梁 天桥 大桥", with: "路 桥 隧道 道 工程", unless: "小区 组道 公交 规划", "GM0901 +2",
      zh: "路和桥的修建养护", en: "building and care of roads and bridges"),
    Cue(
      .hardCase(23), "组道 组里..路 队里..路 湾里..路 入户路 村道 村里..路 组..路 巷子..路 田间..路 屋场..路 进村..路 村路 泥巴路 泥路 机耕道 通组路 土路",
      with: "修 烂 坑 硬化 水泥 窄 泥 拓宽 不好走 断 打通", unless: "县道 乡道 国道 省道 征地 拆迁", "CM0302 +4 GM0901 -1",
      zh: "组里和村内的路归村组", en: "a path inside the village is the village's"),
    Cue(
      .ruling(6), "\(groups) 农村公路 村民小组 自然村 村组 通组 组与 户门口", with: "烂路 修路 硬化 路烂 烂泥 坑洼 泥泞 水泥路 公路 路面 烂了 打水泥",
      unless: "乡道 县道 省道 国道 大道 城区 公交 征 拆 车祸 补偿", "CM0302 +4 GM0901 -3", zh: "村组里的路，等级不明先归村组",
      en: "a road of a group, or of unknown grade inside a village"),
    Cue(
      .hardCase(26), "化粪池 粪坑 粪池 污水井", with: "自家 我家 我屋 自己家", unless: "街 小区 院子 公用 单元 改厕", "PM0101 +3 GM0907 -1",
      zh: "自家的化粪池自己清", en: "one's own pit"),
    Cue(
      .hardCase(26), "化粪池 粪坑 粪池 污水井", with: "院子 公用 合用 共用 几家 宿舍 院里", unless: "街上..冒 主街", "CM0304 +7 GM0907 -1 PM0101 -4",
      zh: "院子共用的化粪池大家管", en: "a pit the yard shares"),
    Cue(
      .hardCase(26), "下水道 化粪池 污水 井盖..冒 排水 粪水 脏水 管子堵", with: "街 路面 马路 门面 店 公路 主街 集镇 路上", unless: "院子 自家 养",
      "GM0907 +5 PM0101 -2 GM0204 -2", zh: "街上的管网归政府", en: "the street's sewer is the government's"),
    Cue(
      .ruling(10), "停水 关水 断水 停电 断电 关..阀 拉闸", with: "物业", unless: "供电局 水厂", "CM0307 +4 GM0902 -1 GM0903 -1",
      zh: "物业拿停水停电逼人，是业主与物业的事", en: "a valve shut by the property company"),
    Cue(
      .ruling(10), "停水 断水 没水 冇水 冇得水 没得水 一滴..不出 水压 自来水 黄泥水 停自来水 供水 通水 水质", unless: "物业..关 排水 污水 灌溉 田", "GM0902 +2",
      zh: "说的是公共供水", en: "speaks of the public supply"),
    Cue(
      .ruling(10), "停电 断电 电压 变压器 电表 供电 跳闸 电线杆 电网 通电 高压线 输电 千伏 kv", unless: "物业 电动车 就我家 只有我家", "GM0903 +3", zh: "说的是供电",
      en: "speaks of the power supply"),
    Cue(
      .section(4), "停车 乱停 车..停 停满 违停 占..车道", with: "小区 院子 院里 大院 车库 宿舍 地下 业主 车位",
      unless: "路边 公路 马路 街 大道 人行道", "CM0306 +3 GM0302 -2", zh: "院子和小区里的停车大家商量", en: "parking inside the estate"),
    Cue(
      .section(4), "停车 乱停 车..停 停满 违停 占..车道", with: "街 路口 马路 公路 大道 人行道 巷口 路边 校门口 两边 路上 道路",
      unless: "车位费 小区内 小区里 地下", "GM0302 +3 CM0306 -2", zh: "公共道路上的停车由交警管", en: "parking on the public road"),
    Cue(
      .section(4), "垃圾", with: "车 清运 拉 运 池 桶 公路 街 路边 转运 站", unless: "建筑垃圾 装修垃圾 渣土 焚烧 烧垃圾 物业", "GM0205 +2",
      zh: "垃圾的收运归镇里",
      en: "collecting refuse is the town's"),
    Cue(
      .section(4), "垃圾 杂草 卫生 打扫 保洁", with: "院 值日 轮流 保洁员 分类 卫生费 我们组 巷子里", unless: "公路 街 转运 清运 没车 物业",
      "CM0304 +3 GM0205 -1", zh: "院落卫生大家约定", en: "the yard's cleaning is settled together"),
    Cue(
      .hardCase(11), "楼上 邻居 隔壁", with: "漏水 漏到 渗水 渗到 滴水 屋檐 流到我 排到我", unless: "立管 公用 公共管 主管 维修资金 都漏",
      "PM0302 +5 PM0101 -2 CM0307 -1", zh: "两家之间的漏水和滴水先商量调解", en: "water between two homes"),
    Cue(
      .hardCase(11), "立管 公用..管 公共..管 主立管 公共部分 楼顶..漏 屋面..漏 外墙..渗", unless: "不是公用", "CM0307 +4 PM0302 -2",
      zh: "公共部分归全体业主",
      en: "a common part belongs to the owners"),
  ]

  /// Neighbours, noise, animals, buildings (hard cases 1 to 8, 12 to 14).
  static let homes: [Cue] = [
    Cue(
      .hardCase(1), "楼上 邻居 隔壁 楼下邻居", with: "跑跳 拖椅子 拖凳子 脚步 弹琴 练琴 打麻将 麻将 吵 闹 电视声 高跟鞋 跳绳 唱歌 装修 电钻 剁",
      unless: "ktv 歌厅 酒吧 店 餐馆 烧烤 厂 工地 施工 公司 超市 火锅 健身房 广场舞", "PM0301 +4 GM0203 -1", zh: "邻居的生活噪声先商量、调解",
      en: "household noise: talk and mediation first"),
    Cue(
      .hardCase(2), "吵 闹 噪 跑跳 麻将", with: "调解..没用|无效|不听|次 调解了 调过..次 劝过..次 报警..次", unless: "店 ktv 工地 施工 厂",
      "GM0501 +6 PM0301 -4", zh: "调解无效，法律给了公安管的权", en: "mediation failed: the law gives the police a power"),
    Cue(
      .hardCase(3),
      "ktv 歌厅 歌城 酒吧 夜宵 烧烤店 工地 施工 打桩 搅拌机 泥头车 推土机 厂房 加工厂 机器 音响 喇叭 餐馆 健身房 商场 门市 卸货 切割 冷却塔",
      with: "吵 噪 闹 震 轰 扰民 睡不 深夜 半夜 凌晨 通宵 响 休息", unless: "高速 铁路 火车 油烟 拖欠", "GM0203 +4 PM0301 -3",
      zh: "经营和施工噪声有部门管", en: "business and site noise has an enforcing office"),
    Cue(
      .hardCase(3), "噪音 噪声 扰民", unless: "楼上 邻居 隔壁 车 高速 铁路 飞机 狗", "GM0203 +2", zh: "说的是噪声，没有说是邻居",
      en: "noise, not said to be a neighbour's"),
    Cue(
      .hardCase(4), "广场舞 跳舞", with: "几点 时间 商量 定个 约定 约好 音量 坐下来", unless: "执法 高音 报警 多次投诉 屡次", "CM0105 +4 GM0203 -1",
      zh: "广场舞的时间大家约定", en: "a rule for a shared place"),
    Cue(
      .ruling(5), "广场舞 跳舞", with: "报警 投诉..多次 多次..投诉 调解 高音喇叭 不听 屡教 劝..不听 噪音", "GM0203 +3", zh: "说过、调过无效后由部门管",
      en: "after failed tries an office acts"),
    Cue(
      .ruling(6), "高速 铁路 火车 高铁 高架 飞机 航线 航道 货车 大车 车流 飙车 炸街 鸣笛 国道 快速路 公交车 罐车 渣土车 隧道 摩托车", with: "噪 吵 声 隔音 声屏障 震 睡不",
      unless: "装卸 卸货 工地 卖菜喇叭", "GM0206 +4 GM0203 -1", zh: "路、铁路、飞机的声音归交通噪声",
      en: "noise of road, rail or aircraft"),
    Cue(
      .hardCase(7), "野狗 流浪狗 恶犬 狗..咬 狗..追 不牵绳 没拴 遛狗 没牵 烈性犬 流浪犬 大狼狗 狗..扑 犬只", unless: "整夜叫 叫一夜",
      "GM0504 +4", zh: "伤人或无主的狗由部门管", en: "dangerous or ownerless dogs"),
    Cue(
      .hardCase(8), "狗..叫 狗叫", with: "邻居 隔壁 楼上 楼下 对门", unless: "咬 追 野狗 流浪", "PM0301 +4 GM0504 -2", zh: "一家的狗叫先商量",
      en: "one owner's dog barks, no danger"),
    Cue(
      .hardCase(5), "电梯", with: "加装 装电梯 想装 要装 一楼 低层 分摊 加电梯 增设", unless: "困 坏 故障 坠", "CM0308 +4 GM0502 -2",
      zh: "加装电梯由业主共同决定", en: "the owners' common decision"),
    Cue(
      .ruling(1), "电梯", with: "困 坠 急降 故障 停运 悬停 突然停 经常停 出问题 检验 年检 安全 改装", unless: "加装 想装",
      "GM0502 +6 CM0308 -6 CM0307 +1",
      zh: "不安全的电梯由政府管", en: "an unsafe lift is a danger"),
    Cue(
      .hardCase(12), "没手续 没有手续 无证 没批 未批 违章 违建 违法建 私自..建|盖|搭|加 强行..建|盖 偷偷..建|盖|加 擅自..建|盖|搭|改",
      with: "房 楼 盖 建 搭 棚 层 墙 屋", unless: "店 营业 开发商 养 幼儿园 手续齐全", "GM0102 +6 PM0302 -2", zh: "没有手续的建房由执法管",
      en: "illegal building is the state's"),
    Cue(
      .hardCase(13), "邻居 隔壁 两家", with: "屋檐 滴水 挡光 采光 围墙 过道 树枝 树根 空调水 空调外机 田埂 一尺 排水 砌墙 通行 堵了我家的路",
      unless: "没手续 违建 土地证 四至", "PM0302 +4", zh: "相邻关系先商量、调解", en: "neighbour rights: talk first"),
    Cue(
      .hardCase(14), "地界 界址 界线 四至 林权 权属 山界 争山 争地 证上 归属", with: "不清 重叠 争 哪个 谁的 矛盾 重复 冲突 不一 纠纷 错", unless: "小区",
      "GM1104 +4 PM0302 -1", zh: "权属不清由自然资源部门认定", en: "unclear title needs the office"),
  ]
}
