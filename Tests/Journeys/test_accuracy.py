"""A keeper decides otherwise than suggested; the page of accuracy shows it; an administrator turns suggestions off."""

import re

from playwright.sync_api import expect

from visitor import KEEPER, OTHER_VILLAGE, VILLAGE, json_of

ADMIN = "qingshan.admin"
WORDS = [
    "四组晒坝边上的路灯坏了三天，晚上一片漆黑。",
    "四组拐弯那里路灯不亮，老人晚上不敢出门。",
    "五组水井旁边的路灯一闪一闪，快坏了。",
]


def enter(page, words):
    """A slip; gives the address of its concern."""
    page.goto(f"/v/{VILLAGE}/concerns/new")
    page.get_by_label("反映的是什么事").fill(words)
    page.get_by_label("怎么来的").select_option("paperSlip")
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="回执")).to_be_visible()
    return page.get_by_role("link", name="看这条诉求").get_attribute("href")


def test_what_was_decided_otherwise_is_shown(visit):
    page = visit(KEEPER, device="desktop")
    address = f"/v/{VILLAGE}/accuracy"
    before = json_of(page, address)
    for words in WORDS:
        page.goto(enter(page, words))
        expect(page.get_by_role("article").get_by_text("村内道路、桥涵与路灯").first).to_be_visible()
        page.get_by_label("类目").select_option("GM0905")
        page.get_by_role("button", name=re.compile("按所选类目")).click()
        expect(page.get_by_label("类目")).to_have_value("GM0905")
        page.get_by_role("textbox", name="理由").fill("这几盏灯归集镇")
        page.get_by_role("button", name="确认分流", exact=True).click()
        expect(page.get_by_role("heading", name="经过")).to_be_visible()

    page.get_by_role("link", name="建议准不准").first.click()
    expect(page.get_by_role("heading", level=1, name="建议准不准")).to_be_visible()
    after = json_of(page, address)
    assert after["decisions"] == before["decisions"] + 3 and after["agreed"] == before["agreed"]
    pairs = page.get_by_role("region", name="最常改成什么")
    row = pairs.get_by_role("row").filter(has_text="CM0302").filter(has_text="GM0905")
    expect(row).to_contain_text("3")
    expect(page.get_by_role("region", name="建议的类目").first).to_contain_text("CM0302")


def test_an_administrator_turns_suggestions_off(visit):
    page = visit(ADMIN, device="desktop")
    page.goto(f"/v/{OTHER_VILLAGE}/settings")
    page.get_by_role("button", name="在本村关掉建议").click()
    expect(page.get_by_text("现在：关着")).to_be_visible()

    reporter = visit(None)
    reporter.goto(f"/v/{OTHER_VILLAGE}/report")
    with reporter.expect_response("**/report/suggestions") as answer:
        reporter.get_by_label("什么事").first.fill("三组路口的路灯坏了好几天，晚上漆黑一片")
    told = answer.value.json()
    assert told["off"] and told.get("likely") is None and told["similar"] == []

    page.get_by_role("button", name="在本村打开建议").click()
    expect(page.get_by_text("现在：开着")).to_be_visible()
