import Testing
import TriageEngine
import Values

/// Wordings of one kind: lamps by a road, dangers told in dialect or as speech recognition hears them, and words of
/// danger that tell of none. The sentences are ours.
struct TriageWordingTests {
  @Test(arguments: [
    "路灯不亮", "学校门口的路灯不亮", "菜市场门口的路灯不亮", "卫生院门口那盏灯不亮了", "桥头太阳能灯不亮", "车站边的街灯不亮了",
  ])
  func aLampByTheRoadIsNoHouseholds(text: String) {
    #expect(["GM0905", "CM0302"].contains(Shipped.codes(text).first))
  }

  @Test(arguments: ["我家客厅灯不亮", "屋里灯不亮，换了灯泡也没用"]) func aLampAtHomeIs(text: String) {
    #expect(Shipped.codes(text).first == "PM0101")
  }

  @Test(arguments: [
    "小孩两小时没见人影，到处都找了", "电梯卡在六楼了，里头还有两个人出不来", "我家厨房着起来了", "天燃气管子被挖断了，呼呼地往外冒气",
    "老汉倒在地上喊不答应了", "挖机把燃气管铲断了，味道大得很", "柴房烧燃了，快喊人", "她喊都不答应，嘴巴发乌", "电梯不动了，我们几个人出不去",
  ])
  func life(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .life)
  }

  @Test(arguments: [
    "路口的窨井盖子没得了，黑咕隆咚一个洞", "降压药胰岛素都吃完了，封路出不去买不到", "音井盖遭人偷了，娃娃些差点踩进去", "老娘心脏病药打完了，雪封山买不着",
  ])
  func danger(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .danger)
  }

  @Test func waterForTheSeedlingsWaits() {
    #expect(Shipped.engine.urgency(of: "眼看要栽秧了，堰塘的水放不下来").level == .soon)
  }

  @Test(arguments: [
    "宣传防溺水", "希望学校多开展防溺水教育", "建议在水库边立防溺水牌子", "写作业把我气得要跳楼", "前几年有个娃掉进堰塘淹死了，建议装栏杆",
    "失踪人口的宅基地怎么处理", "没有人被打，是两口子吵架", "高考考完了", "反家暴宣传什么时候来我们村", "前些年山火烧过一次，想修防火道",
  ])
  func noDanger(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .normal)
    #expect(Shipped.engine.scope(of: text)?.reason != .emergencyOnly)
  }

  /// Pressed by money and not meant, as it seems: still for a person to ask, but no alarm.
  @Test(arguments: ["逼得要跳楼了，物业费一年涨三回", "这个房价要把人逼得跳楼"]) func inDoubtDanger(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .danger)
  }

  @Test(arguments: [
    "他站在楼顶要跳楼", "被逼得要跳楼，人已经在楼顶了", "老婆留了遗书说要跳河", "欠债逼得我活不下去了，今晚就喝农药", "气得她要跳河，你们快来",
    "防溺水的牌子倒了，有个娃掉进水里",
  ])
  func meant(text: String) {
    #expect(Shipped.engine.urgency(of: text).level == .life)
  }

  @Test(arguments: ["管一管吧", "你们管一下嘛", "帮帮忙吧"]) func neitherWhatNorWhere(text: String) {
    #expect(Shipped.engine.scope(of: text)?.reason == .noContent)
  }

  @Test(arguments: ["路管一管吧", "低保处理一下吧"]) func aThingIsNamed(text: String) {
    #expect(Shipped.engine.scope(of: text) == nil)
  }
}
