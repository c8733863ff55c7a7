"""A resident finds while writing that others have said the same, and joins them with one tap."""

import re

import pytest
from playwright.sync_api import expect

from visitor import KEEPER, VILLAGE, json_of

LAMP = "石桥头路灯不亮"  # released in the demonstration, two reporters
WORDS = {
    "zh": ("什么事", "我也遇到", "记下了", "大概由"),
    "en": ("What is wrong", "Me too", "Noted, thank you", "Likely responsible:"),
}


def lamp(keeper):
    """The matter as its clerk sees it."""
    found = json_of(keeper, f"/v/{VILLAGE}/matters?q=路灯")["items"]
    return next(matter for matter in found if matter["title"] == LAMP)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_one_tap_joins_what_others_reported(visit, language):
    what, join, noted, likely = WORDS[language]
    keeper = visit(KEEPER, device="desktop")
    before = lamp(keeper)
    page = visit(language=language)
    page.goto(f"/v/{VILLAGE}/report")
    page.get_by_label(what).press_sequentially("石桥头那盏路灯黑了十来天，晚上差点踩空")
    suggestion = page.get_by_role("listitem").filter(has_text=LAMP)
    expect(suggestion).to_be_visible()
    expect(page.get_by_text(likely)).to_be_visible()
    suggestion.get_by_role("button", name=join).click()

    expect(page.get_by_text(noted)).to_be_visible()
    expect(page.get_by_role("heading", level=1, name=LAMP)).to_be_visible()
    after = lamp(keeper)
    assert after["joins"] == before["joins"] + 1
    assert after["reporters"] == before["reporters"]


def test_without_scripts_the_preview_offers_it(visit):
    page = visit(scripts=False)
    page.goto(f"/v/{VILLAGE}/report")
    page.get_by_label("什么事").fill("石桥头那盏路灯黑了十来天，晚上差点踩空")
    page.get_by_role("button", name=re.compile("下一步")).click()
    expect(page.get_by_role("heading", name=re.compile("是不是同一件事"))).to_be_visible()
    page.get_by_role("listitem").filter(has_text=LAMP).get_by_role("button", name="我也遇到").click()
    expect(page.get_by_text("记下了")).to_be_visible()
    # A second look of the same device counts nothing twice: the button is gone.
    page.reload()
    expect(page.get_by_role("button", name="我也遇到")).to_have_count(0)


def test_private_and_protected_matters_are_never_suggested(visit):
    page = visit()
    page.goto(f"/v/{VILLAGE}/report")
    with page.expect_response("**/suggestions") as answer:
        page.get_by_label("什么事").fill("四组有人打老婆，家庭暴力，打得很凶")
    assert answer.value.json()["similar"] == []
    expect(page.get_by_role("link", name=re.compile("110"))).to_be_visible()


@pytest.mark.parametrize(
    "language, own", [("zh", "这多半是自己家的事，村（居）委会会帮您想办法"), ("en", "your family's own affair")]
)
def test_the_hint_says_what_is_ones_own(visit, language, own):
    what, _, _, likely = WORDS[language]
    page = visit(language=language)
    page.goto(f"/v/{VILLAGE}/report")
    page.get_by_label(what).press_sequentially("亲戚借了我两万块，三年不还怎么办？")
    expect(page.get_by_text(own)).to_be_visible()
    expect(page.get_by_text(likely)).to_have_count(0)
