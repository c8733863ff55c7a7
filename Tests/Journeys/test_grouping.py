"""A backlog comes in as a file, is grouped, confirmed together, and undone."""

import re

from playwright.sync_api import expect

from visitor import KEEPER, VILLAGE, json_of

ROWS = [
    "青青家园工地夜间施工到半夜，吵得睡不着",
    "青青家园旁边夜间施工，吵得孩子睡不着，请管一管",
    "我们青青家园天天夜间施工，吵得老人睡不着",
    "晒谷场的垃圾桶满了没人清运，苍蝇很多",
    "晒谷场垃圾桶没人清运，臭味飘到屋里",
    "卫生室下午总是锁着门，老人量血压找不到医生",
]
MORE = [
    "柳林小区的垃圾桶满了没人清运，门口全是苍蝇",
    "柳林小区垃圾桶没人清运，臭味飘到三楼",
]


def backlog(rows):
    text = "\n".join(["反映事项", *rows])
    return {"name": "积压.tsv", "mimeType": "text/tab-separated-values", "buffer": text.encode()}


def waiting(page):
    items = json_of(page, f"/v/{VILLAGE}/concerns?state=received&limit=200")["items"]
    return sorted(item["words"] for item in items)


def registered(page, words):
    """The lines of the three registers that say it."""
    found = []
    for name in ["government", "community", "private"]:
        page.goto(f"/v/{VILLAGE}/registers/{name}?q={words}")
        found += page.locator("tbody tr", has_text=words).all_inner_texts()
    return found


def import_backlog(page, rows):
    page.goto(f"/v/{VILLAGE}/imports")
    page.locator("input[type=file]").set_input_files(backlog(rows))
    page.get_by_role("button", name="上传并查看").click()
    page.get_by_role("button", name="开始导入").click()
    page.get_by_role("link", name="成批归并这些诉求").click()


def test_a_backlog_is_grouped_confirmed_and_undone(visit):
    page = visit(KEEPER, device="desktop")
    import_backlog(page, ROWS)
    before = waiting(page)
    page.get_by_role("button", name="开始归并").click()
    noise = page.locator(".group-card", has_text="青青家园").first
    expect(noise).to_be_visible()
    expect(noise).to_contain_text("3 条诉求")
    expect(noise).to_contain_text("同一小区：青青家园；都说“夜间施工”")
    noise.get_by_text("看原话").click()
    expect(noise.get_by_text("吵得孩子睡不着")).to_be_visible()

    # All sure ones at once, after a page that says what will happen.
    page.get_by_role("link", name=re.compile("一起确认有把握的")).click()
    expect(page.get_by_role("heading", name="会发生什么")).to_be_visible()
    page.get_by_role("button", name=re.compile("一起确认有把握的")).click()
    page.get_by_role("link", name="撤销这次成批归并").wait_for()
    noise = page.locator(".group-card", has_text="青青家园").first
    expect(noise).to_contain_text("已确认")
    assert not [words for words in waiting(page) if "夜间施工" in words]

    # In the registers it is one matter.
    grouping = page.url
    assert len(registered(page, "青青家园")) == 1
    page.goto(grouping)
    page.get_by_role("link", name="撤销这次成批归并").click()
    page.get_by_role("button", name="撤销这次成批归并").click()
    page.locator(".group-card").first.wait_for()
    expect(page.get_by_role("link", name="撤销这次成批归并")).to_have_count(0)
    assert waiting(page) == before
    assert not registered(page, "青青家园")


def test_a_phone_takes_one_concern_out_without_scripts(visit):
    import_backlog(visit(KEEPER, device="desktop"), MORE)
    page = visit(KEEPER, device="phone", scripts=False)
    page.goto(f"/v/{VILLAGE}/groupings")
    page.get_by_role("button", name="开始归并").click()
    card = page.locator(".group-card", has_text="柳林小区").first
    for _ in range(200):
        if card.count():
            break
        page.reload()
    card.get_by_role("link", name="看一看，改一改").click()
    page.get_by_label(re.compile("臭味飘到三楼")).uncheck()
    page.get_by_role("button", name="确认这一件").click()
    assert MORE[0] not in waiting(page)
    assert MORE[1] in waiting(page)
