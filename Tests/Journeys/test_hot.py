"""A committee marks a key matter; an officer finds it on the town's page of hot matters and downloads the Excel."""

import re
import zipfile

import pytest
from playwright.sync_api import expect

from visitor import COMMITTEE, TOWN, VILLAGE

OFFICER = "qingshan.officer"
REASON = "汛期前必须办好"
WORDS = {
    "zh": {
        "hot": "热点",
        "key": "重点",
        "hard": "难点",
        "mark": "列为重点",
        "unmark": "取消重点",
        "why": "为什么列为重点",
        "end": "为什么取消",
        "excel": "下载 Excel",
        "quarter": "本季度",
        "people": re.compile(r"\d+ 人反映"),
    },
    "en": {
        "hot": "Hot",
        "key": "Key",
        "hard": "Hard",
        "mark": "Mark as key",
        "unmark": "Take the mark back",
        "why": "Why it is key",
        "end": "Why the mark goes",
        "excel": "Download Excel",
        "quarter": "This quarter",
        "people": re.compile(r"\d+ (person|people)"),
    },
}


def open_matter(page):
    """The first open matter of the village; its title."""
    page.goto(f"/v/{VILLAGE}/matters?class=community&state=inProgress")
    page.locator(".rows .row-link").first.click()
    return page.get_by_role("heading", level=1).inner_text()


@pytest.mark.parametrize("language, device", [("zh", "phone"), ("en", "desktop")])
def test_a_key_matter_reaches_the_town_and_its_excel(visit, language, device):
    words = WORDS[language]
    committee = visit(COMMITTEE, device=device, language=language)
    title = open_matter(committee)
    matter = committee.url
    key = committee.locator("#key")
    key.get_by_text(words["mark"], exact=True).first.click()
    key.get_by_role("button", name=words["mark"]).click()
    expect(committee.locator(".error-summary")).to_be_visible()
    committee.locator("#key").get_by_label(words["why"]).fill(REASON)
    committee.locator("#key").get_by_role("button", name=words["mark"]).click()
    expect(committee.locator("#key")).to_contain_text(REASON)
    expect(committee.locator(".headline .chip", has_text=words["key"])).to_be_visible()

    officer = visit(OFFICER, device="desktop", language=language)
    officer.goto(f"/t/{TOWN}/hot")
    officer.locator("#field-period").select_option(label=words["quarter"])
    officer.locator(".filters button[type=submit]").click()
    rows = officer.locator(".hot-rows .row")
    expect(rows.first).to_contain_text(words["people"])
    rows.first.locator("summary").click()
    expect(rows.first.get_by_role("table")).to_be_visible()
    officer.get_by_role("link", name=re.compile(rf"^{words['key']} \d+$")).click()
    expect(officer.locator(".rows")).to_contain_text(REASON)
    expect(officer.locator(".rows")).to_contain_text(title)

    with officer.expect_download() as download:
        officer.get_by_role("link", name=words["excel"]).click()
    with zipfile.ZipFile(download.value.path()) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        cells = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/worksheets/sheet2.xml").decode())
    assert names == [words["hot"], words["key"], words["hard"]]
    assert REASON in cells and title in cells

    committee.goto(matter)
    key = committee.locator("#key")
    key.get_by_text(words["unmark"], exact=True).first.click()
    key.get_by_label(words["end"]).fill("已经办好")
    key.get_by_role("button", name=words["unmark"]).click()
    expect(committee.locator("#key")).not_to_contain_text(REASON)
