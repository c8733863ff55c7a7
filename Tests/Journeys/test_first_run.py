"""The first run of an empty program: from the code on the console to the administrator's page."""

import re

import pytest
from playwright.sync_api import expect

from program import Server
from visitor import Visits

WORDS = {
    "zh": {
        "title": "第一次使用",
        "code": "启动码",
        "county": ("县（区）名称", "县（区）代码"),
        "town": ("镇（乡、街道）名称", "镇（乡、街道）代码"),
        "login": "登录名",
        "name": "姓名",
        "password": "密码",
        "begin": "开始使用",
        "wrong": "启动码不对",
        "line": "第 3 行",
    },
    "en": {
        "title": "First run",
        "code": "Setup code",
        "county": ("Name of the county", "Code of the county"),
        "town": ("Name of the town", "Code of the town"),
        "login": "Login",
        "name": "Name",
        "password": "Password",
        "begin": "Begin",
        "wrong": "This is not the code",
        "line": "Line 3",
    },
}
VILLAGES = ["红岩村", "柳坝村", "河街社区"]
# As copied from a table and a letter; the first with a line without a name.
WRONG = "序号\t村名\n1\t红岩村\n510998101201"
LIST = "序号\t村名\n1\t红岩村\n2、柳坝村\n（3）河街社区"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sets_up_an_empty_program(browser, tmp_path, language):
    server = Server(tmp_path / "data")
    visits = Visits(browser, server.address, "", {})
    try:
        set_up(visits(device="desktop", language=language), server, WORDS[language])
    finally:
        visits.close()
        server.stop()


def set_up(page, server, words):
    code = re.search(r"one-time code: (\S+)", "".join(server.printed))[1]
    page.goto("/")
    expect(page.get_by_role("heading", level=1, name=words["title"])).to_be_visible()

    def fill(password, with_code, villages):
        page.get_by_label(words["code"]).fill(with_code)
        page.locator("#field-county_name").fill("青石县")
        page.locator("#field-county_code").fill("510998")
        page.locator("#field-town_name").fill("红岩镇")
        page.locator("#field-town_code").fill("510998101")
        page.locator("textarea").fill(villages)
        page.locator("#field-name").fill("周管理")
        page.locator("#field-login").fill("admin")
        page.locator("#field-password").fill(password)
        page.get_by_role("button", name=words["begin"]).click()

    fill("山高水长路不平", "00000000", WRONG)  # a wrong code, a short password, a wrong line: nothing is lost
    expect(page.locator(".error-summary")).to_contain_text(words["line"])
    expect(page.locator("#field-town_name")).to_have_value("红岩镇")
    expect(page.locator("textarea")).to_have_value(WRONG)

    fill("山高水长路不平路上慢慢走", code, LIST)
    expect(page).to_have_url(re.compile(r"/admin/510998101$"))
    for village in VILLAGES:
        expect(page.locator("main")).to_contain_text(village)
    # The code works once: the page is gone.
    page.goto("/setup")
    expect(page).not_to_have_url(re.compile(r"/setup$"))
