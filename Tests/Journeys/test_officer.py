"""A town officer changes the duty catalogue, and the villages see what changed."""

import re

import pytest
from playwright.sync_api import expect

from visitor import KEEPER, TOWN, VILLAGE

OFFICER = "qingshan.officer"
WORDS = {
    "zh": {
        "leaf": "县乡道路与桥梁",
        "edit": "修改这一项",
        "lead": "牵头",
        "days": "时限",
        "reason": "为什么改",
        "save": "保存为新版本",
        "shipped": "和出厂版本哪里不同",
        "changed": "本镇改过",
        "village": "镇里改过的",
    },
    "en": {
        "leaf": "County and township roads and bridges",
        "edit": "Change this entry",
        "lead": "Leads",
        "days": "Limit in working days",
        "reason": "Why",
        "save": "Save as a new version",
        "shipped": "Difference from the shipped version",
        "changed": "Changed by the town",
        "village": "What the town changed",
    },
}


@pytest.mark.parametrize("language, code, days", [("zh", "GM0901", "9"), ("en", "GM0902", "4")])
def test_an_officer_changes_a_leaf_and_the_village_sees_it(visit, language, code, days):
    words = WORDS[language]
    page = visit(OFFICER, device="desktop", language=language)
    page.goto(f"/t/{TOWN}/catalogue")
    page.get_by_role("searchbox").fill(code)
    page.keyboard.press("Enter")
    page.locator(f"a[href='/t/{TOWN}/catalogue/{code}']").click()
    leaf = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name=words["edit"]).click()

    # A limit that is none is rejected, and what was typed stays.
    page.get_by_label(words["lead"], exact=True).fill("镇道路管护站")
    page.get_by_label(words["days"]).fill("很快")
    page.get_by_label(words["reason"]).fill("管护站今年设立")
    page.get_by_role("button", name=words["save"]).click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_label(words["lead"], exact=True)).to_have_value("镇道路管护站")
    page.get_by_label(words["days"]).fill(days)
    page.get_by_role("button", name=words["save"]).click()

    expect(page.get_by_role("heading", level=1, name=leaf)).to_be_visible()
    expect(page.get_by_role("heading", name=words["shipped"])).to_be_visible()
    expect(page.get_by_text("管护站今年设立").first).to_be_visible()
    expect(page.get_by_role("table").first).to_contain_text("镇道路管护站")

    keeper = visit(KEEPER, device="phone", language=language)
    keeper.goto(f"/v/{VILLAGE}/catalogue")
    expect(keeper.get_by_role("heading", name=words["village"])).to_be_visible()
    entry = keeper.get_by_role("heading", level=3, name=re.compile(re.escape(leaf)))
    expect(entry).to_contain_text(words["changed"])
    expect(keeper.locator("main")).to_contain_text("镇道路管护站")


def test_the_town_sees_all_villages_side_by_side(visit):
    page = visit(OFFICER, device="desktop")
    page.goto(f"/t/{TOWN}")
    table = page.get_by_role("table").first
    for village in ["石桥村", "柏树湾村", "茶坪村", "双堰村", "青山街社区", "桂花园社区"]:
        expect(table).to_contain_text(village)
    expect(table).not_to_contain_text("渡口村")  # another town's
    table.get_by_role("link", name="石桥村").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".brand-place")).to_have_text("石桥村")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_of_the_town_fits_the_desk(visit, language):
    page = visit(OFFICER, device="desktop", language=language)
    page.goto(f"/t/{TOWN}")
    table = page.locator(".table-scroll").first
    expect(table).to_be_visible()
    widths = table.evaluate("table => [table.scrollWidth, table.clientWidth]")
    assert widths[0] <= widths[1], "scrolls sideways"
