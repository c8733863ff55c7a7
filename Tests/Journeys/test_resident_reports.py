"""A resident without an account reports what is wrong, and follows it."""

import re

import pytest
from playwright.sync_api import expect

from visitor import VILLAGE, photo

WORDS = {
    "zh": {
        "village": "石桥村",
        "report": "我要反映",
        "what": "什么事",
        "where": "具体位置",
        "contact": "留个电话",
        "name": "怎么称呼您",
        "phone": "电话",
        "next": "下一步",
        "preview": "看一下再提交",
        "first": "石桥村先看",
        "send": "提交反映",
        "thanks": "谢谢",
        "track": r"您的反映 \d{8}",
        "state": "还没有分流",
        "add": "要补充或更正的内容",
        "add_send": "发给村里",
        "added": "谢谢您的补充",
        "withdraw": "撤回这条反映",
        "withdraw_now": "撤回",
        "withdrawn": "您已撤回",
        "errors": r"还有 2 处",
        "missing": "请写一句是什么事",
        "kept": "内容已存在这台设备上",
        "restored": "这是您上次没写完的内容",
        "danger": "先打电话",
        "fire": "火警",
        "text": "二组水井边的盖板裂了一条缝，晚上走过去很怕踩空。",
        "burning": "邻居家的柴房着火了",
    },
    "en": {
        "village": "Shiqiao Village",
        "report": "Report a problem",
        "what": "What is wrong",
        "where": "Exactly where",
        "contact": "Leave a telephone",
        "name": "Your name",
        "phone": "Telephone",
        "next": "Next",
        "preview": "Have a look",
        "first": "Shiqiao Village reads it first",
        "send": "Send the report",
        "thanks": "we have it",
        "track": r"Your report \d{8}",
        "state": "have not sorted it yet",
        "add": "What to add or correct",
        "add_send": "Send it",
        "added": "thank you for adding",
        "withdraw": "Withdraw this report",
        "withdraw_now": "Withdraw",
        "withdrawn": "You withdrew it",
        "errors": "2 things need",
        "missing": "Please say in a sentence",
        "kept": "Kept on this device",
        "restored": "This is what you wrote last time",
        "danger": "Call first",
        "fire": "Fire and rescue",
        "text": "The cover of the well in group 2 has a crack and I fear to step through it at night.",
        "burning": "The shed next door is on fire",
    },
}


def open_report(page, words):
    """From the village's page to the form."""
    page.goto(f"/v/{VILLAGE}")
    page.get_by_role("link", name=words["report"]).click()
    expect(page.get_by_role("heading", level=1, name=words["report"])).to_be_visible()


def heading(page, name):
    return page.get_by_role("heading", level=1, name=re.compile(name))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_reports_follows_and_withdraws(visit, language, scripts):
    words = WORDS[language]
    page = visit(language=language, scripts=scripts)
    open_report(page, words)
    page.get_by_label(words["what"]).fill(words["text"])
    page.get_by_label(words["where"]).fill("水井旁")
    page.locator("input[type=file]").set_input_files(photo())
    page.get_by_text(words["contact"]).click()
    page.get_by_label(words["name"]).fill("王大娘")
    page.get_by_role("textbox", name=words["phone"]).fill("13800138000")
    page.get_by_role("button", name=words["next"]).click()

    expect(heading(page, words["preview"])).to_be_visible()
    expect(page.get_by_text(words["first"])).to_be_visible()
    expect(page.get_by_text(words["text"])).to_be_visible()
    expect(page.locator("main img")).to_have_count(1)
    page.get_by_role("button", name=words["send"]).click()

    expect(heading(page, words["track"])).to_be_visible()
    expect(page.get_by_text(words["thanks"])).to_be_visible()
    expect(page.get_by_text(words["state"])).to_be_visible()
    expect(page.locator("main svg[role=img]")).to_be_visible()  # the QR code
    assert len(page.url.split("/r/")[1].split("?")[0]) >= 22  # 128 bits

    page.get_by_label(words["add"]).fill("今天又掉了一块")
    page.get_by_role("button", name=words["add_send"]).click()
    expect(page.get_by_text(words["added"])).to_be_visible()
    expect(page.get_by_text("今天又掉了一块")).to_be_visible()

    page.get_by_role("link", name=words["withdraw"]).click()
    page.get_by_role("button", name=words["withdraw_now"], exact=True).click()
    expect(page.get_by_text(words["withdrawn"]).first).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_survives_a_reload(visit, language):
    words = WORDS[language]
    page = visit(language=language)
    open_report(page, words)
    page.get_by_label(words["what"]).press_sequentially(words["text"][:12])
    expect(page.get_by_text(words["kept"])).to_be_visible()
    page.reload()
    expect(page.get_by_text(words["restored"])).to_be_visible()
    expect(page.get_by_label(words["what"])).to_have_value(words["text"][:12])


def test_what_is_kept_goes_when_it_has_arrived(visit):
    words = WORDS["zh"]
    page = visit()
    open_report(page, words)
    page.get_by_label(words["what"]).fill(words["text"])
    expect(page.get_by_text(words["kept"])).to_be_visible()
    page.get_by_role("button", name=words["next"]).click()
    page.get_by_role("button", name=words["send"]).click()
    expect(heading(page, words["track"])).to_be_visible()
    open_report(page, words)
    expect(page.get_by_label(words["what"])).to_have_value("")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_rejected_form_keeps_what_was_typed(visit, language, scripts):
    words = WORDS[language]
    page = visit(language=language, scripts=scripts)
    open_report(page, words)
    page.get_by_label(words["where"]).fill("水井旁")
    page.locator("input[type=file]").set_input_files(photo())
    page.get_by_text(words["contact"]).click()
    page.get_by_role("textbox", name=words["phone"]).fill("1380")
    page.get_by_role("button", name=words["next"]).click()

    summary = page.locator(".error-summary")
    expect(summary).to_contain_text(re.compile(words["errors"]))
    expect(summary).to_contain_text(words["missing"])
    expect(page.get_by_label(words["where"])).to_have_value("水井旁")
    expect(page.get_by_role("textbox", name=words["phone"])).to_have_value("1380")
    expect(page.locator("main img").first).to_be_visible()  # the photo is kept as well

    page.get_by_label(words["what"]).fill(words["text"])
    page.get_by_role("textbox", name=words["phone"]).fill("13800138000")
    page.get_by_role("button", name=words["next"]).click()
    expect(heading(page, words["preview"])).to_be_visible()
    expect(page.locator("main img")).to_have_count(1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_words_of_danger_show_the_numbers_at_once(visit, language):
    words = WORDS[language]
    page = visit(language=language)
    open_report(page, words)
    page.route("**/suggestions", lambda route: route.abort())  # without any answer of the server
    page.get_by_label(words["what"]).press_sequentially(words["burning"])
    box = page.get_by_role("alert").filter(has_text=words["danger"])
    expect(box).to_be_visible()
    expect(box.get_by_role("link", name=words["fire"])).to_have_attribute("href", "tel:119")
    assert box.bounding_box()["y"] < page.get_by_label(words["what"]).bounding_box()["y"]


def test_danger_stands_above_everything_without_scripts(visit):
    words = WORDS["zh"]
    page = visit(scripts=False)
    open_report(page, words)
    page.get_by_label(words["what"]).fill(words["burning"])
    page.get_by_role("button", name=words["next"]).click()
    expect(page.locator("main > *").first).to_contain_text("119")


def test_about_staff_is_sealed(visit):
    words = WORDS["zh"]
    page = visit()
    open_report(page, words)
    page.get_by_label(words["what"]).fill("会计把补助款记在他亲戚名下，我看过那本账。")
    page.get_by_label("这件事涉及在这里工作的人").check()
    page.get_by_role("button", name=words["next"]).click()
    expect(page.get_by_text("这条会密封")).to_be_visible()
    page.get_by_role("button", name=words["send"]).click()
    expect(page.get_by_text("谢谢")).to_be_visible()

    keeper = visit("shiqiao.keeper", device="desktop")
    keeper.goto(f"/v/{VILLAGE}/concerns")
    expect(keeper.get_by_role("heading", level=1)).to_be_visible()
    expect(keeper.get_by_text("补助款记在他亲戚名下")).to_have_count(0)
    reader = visit("qingshan.discipline", device="desktop")
    reader.goto("/t/510999101/sealed")
    expect(reader.get_by_text("补助款记在他亲戚名下")).to_be_visible()


def test_large_text_stays_on_the_next_page(visit):
    page = visit()
    page.goto(f"/v/{VILLAGE}")
    before = page.locator("main p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    page.get_by_role("button", name="大字").click()
    expect(page.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name="我要反映").click()
    expect(heading(page, "我要反映")).to_be_visible()
    after = page.locator("main p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert before < 22 <= after
