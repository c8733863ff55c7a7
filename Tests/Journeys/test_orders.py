"""A government matter's way: report, triage, hand-over, office, co-handler, reply, rating, reopened, satisfied."""

import pytest
from playwright.sync_api import expect

from things import Things, send
from visitor import KEEPER, TOWN, VILLAGE, paper

WORDS = "二组水管爆了，三天没有水，老人挑不动水。"
REPLY = "二组的水管爆裂处已经换了新管，现在恢复供水，水压正常。还有疑问请打水务站电话 83310116。"
SECOND = "二组水管又漏的一段也换了，三户都看过，水压正常。还有疑问请打水务站电话 83310116。"


def take(page, step, text=None, again=False):
    """Chooses a step, fills in its words, sends it."""
    heading = page.locator("#next-step").get_by_role("heading", level=2, name=step, exact=True)
    if not heading.is_visible():
        page.locator("#next-step").get_by_role("link", name=step, exact=True).click()
        expect(heading).to_be_visible()
    if text is not None:
        page.locator("#next-step textarea[name=text]").fill(text)
    page.locator("#next-step form").get_by_role("button", name=step, exact=True).click()
    if again:
        page.locator("#next-step form").get_by_role("button", name="再点一次就" + step, exact=True).click()


def state(page, word):
    expect(page.locator(".headline").get_by_text(word, exact=True)).to_be_visible()


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_a_matter_of_the_government_goes_its_way(visit, device):
    things = Things(visit)
    words = WORDS if device == "phone" else WORDS.replace("二组", "四组")
    track = things.report(words)
    decision = {"target": "new", "title": words[:6], "leaf": "GM0902", "reason": "自来水归水务站管"}
    concern = things.find(words[:8])
    matter = send(things.keeper, f"/v/{VILLAGE}/concerns/{concern}/triage", decision)["matters"][0]["id"]
    keeper = visit(KEEPER, device=device)
    keeper.goto(f"/v/{VILLAGE}/matters/{matter}")
    keeper.get_by_role("link", name="交给负责的单位").click()
    expect(keeper.get_by_role("radio", name="水务站", exact=True)).to_be_checked()  # as the duty catalogue says
    keeper.get_by_role("button", name="交办", exact=True).click()
    state(keeper, "待签收")
    order = keeper.url

    handler = visit("qingshan.water", device=device)
    handler.goto(f"/t/{TOWN}/orders")
    handler.get_by_role("link", name=words[:6]).first.click()
    take(handler, "签收")
    state(handler, "办理中")
    handler.locator("#next-step").get_by_role("link", name="请协办单位", exact=True).click()
    handler.get_by_label("请哪些单位协办").select_option(label="规划建设办")
    take(handler, "请协办单位", "请看一下路面开挖")
    state(handler, "待协办")
    helper = visit("qingshan.planning", device=device)
    helper.goto(f"/t/{TOWN}/orders")
    helper.locator("section", has=helper.get_by_role("heading", name="请我们协办的")).get_by_role(
        "link", name=words[:6]
    ).first.click()
    take(helper, "协办完成", "路面已回填")
    handler.reload()

    # A paper comes with a step and is read again by the office.
    handler.locator("#next-step input[name=files]").set_input_files(paper("施工图.pdf"))
    take(handler, "记录进展", "管子挖出来了")
    with handler.expect_download() as saved:
        handler.locator("#files").get_by_role("link", name="施工图.pdf").click()
    assert saved.value.suggested_filename == "施工图.pdf"

    # A template left unfilled comes back with what was typed.
    handler.locator("#next-step").get_by_role("link", name="答复", exact=True).click()
    handler.locator("#next-step form").get_by_role("button", name="答复", exact=True).click()
    expect(handler.locator(".error-summary")).to_contain_text("还没有填")
    take(handler, "答复", REPLY.replace("二组", words[:2]))
    state(handler, "已答复")
    take(handler, "办结", again=True)
    state(handler, "已办结")

    resident = visit(device=device)
    resident.goto(f"/r/{track}")
    resident.get_by_role("link", name="办得怎么样").click()
    resident.get_by_text("没解决", exact=True).click()
    resident.get_by_text("不满意", exact=True).click()
    resident.get_by_label("想说的话").fill("修了两天又漏了")
    resident.get_by_role("button", name="提交").click()
    expect(resident.get_by_text("原来的单位重新办").first).to_be_visible()

    handler.goto(order)
    state(handler, "重新办理")
    take(handler, "签收")
    handler.locator("#next-step").get_by_role("link", name="答复", exact=True).click()
    take(handler, "答复", SECOND.replace("二组", words[:2]))
    take(handler, "办结", again=True)
    state(handler, "已办结")
    resident.goto(f"/r/{track}/rating")
    resident.get_by_text("解决了", exact=True).click()
    resident.get_by_text("很满意", exact=True).click()
    resident.get_by_role("button", name="提交").click()
    expect(resident.get_by_text("谢谢，记下了。")).to_be_visible()
    keeper.goto(order)
    expect(keeper.get_by_text("解决了 · 很满意")).to_be_visible()


def test_the_officer_sees_the_whole_board_and_takes_it_home(visit):
    page = visit("qingshan.officer", device="desktop")
    page.goto(f"/t/{TOWN}/orders")
    page.get_by_label("红黄绿灯").select_option("red")
    page.get_by_role("button", name="筛选").click()
    expect(page.get_by_text("已超期").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="下载 Excel").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.locator("main .rows a").first.click()
    take(page, "催办", "请本周内答复")
    expect(page.get_by_text("请本周内答复").first).to_be_visible()
