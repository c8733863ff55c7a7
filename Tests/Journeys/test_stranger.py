"""Who has no right to a page does not get it: strangers, and the clerks of another village or town."""

import pytest
from playwright.sync_api import expect

from visitor import KEEPER, TOWN, VILLAGE, json_of

OFFICE = [
    "/home",
    f"/v/{VILLAGE}/concerns",
    f"/v/{VILLAGE}/matters",
    f"/v/{VILLAGE}/registers/government",
    f"/v/{VILLAGE}/registers/private/export.csv",
    f"/v/{VILLAGE}/imports",
    f"/t/{TOWN}",
    f"/t/{TOWN}/sealed",
    f"/admin/{TOWN}",
]
OF_THE_VILLAGE = [path for path in OFFICE if path.startswith(f"/v/{VILLAGE}")]


@pytest.mark.parametrize("language, words", [("zh", "登录"), ("en", "Sign in")])
def test_a_stranger_is_led_to_the_sign_in(visit, language, words):
    page = visit(language=language)
    for path in OFFICE:
        page.goto(path)
        expect(page.get_by_role("heading", level=1, name=words)).to_be_visible()
    # The password is asked for, and the way back is kept.
    page.goto(f"/v/{VILLAGE}/concerns")
    page.locator("#field-login").fill(KEEPER)
    page.locator("#field-password").fill("not the password at all")
    page.locator("main").get_by_role("button", name=words).click()
    expect(page.locator(".error-summary")).to_be_visible()


def test_signing_in_leads_back_to_where_one_wanted_to_go(visit, demonstration):
    page = visit()
    page.goto(f"/v/{VILLAGE}/matters")
    page.locator("#field-login").fill(KEEPER)
    page.locator("#field-password").fill(demonstration.password)
    page.locator("main").get_by_role("button", name="登录").click()
    expect(page).to_have_url(page.url.split("/v/")[0] + f"/v/{VILLAGE}/matters")
    page.get_by_text("更多", exact=True).click()
    page.get_by_role("button", name="退出").last.click()
    page.goto(f"/v/{VILLAGE}/matters")
    expect(page.get_by_role("heading", level=1, name="登录")).to_be_visible()


@pytest.mark.parametrize("login", ["baishuwan.keeper", "dukou.keeper", "linjiang.officer"])
def test_the_clerk_of_another_place_is_refused(visit, login):
    page = visit(login, device="desktop")
    for path in OF_THE_VILLAGE:
        answer = page.goto(path)
        assert answer.status == 403, path
        expect(page.get_by_role("heading", level=1, name="您不能看这一页")).to_be_visible()


def test_the_ids_of_another_village_open_nothing(visit):
    keeper = visit(KEEPER, device="desktop")
    matter = json_of(keeper, f"/v/{VILLAGE}/matters")["items"][0]["id"]
    concern = json_of(keeper, f"/v/{VILLAGE}/concerns")["items"][0]["id"]
    other = visit("baishuwan.keeper", device="desktop")
    for path in [f"matters/{matter}", f"concerns/{concern}"]:
        assert other.goto(f"/v/510999101202/{path}").status == 404
        expect(other.get_by_role("heading", level=1, name="没有找到这一页")).to_be_visible()


def test_a_collector_sees_what_they_entered_and_nothing_else(visit):
    page = visit("shiqiao.police", device="desktop")
    assert page.goto(f"/v/{VILLAGE}/mine").status == 200
    assert page.goto(f"/v/{VILLAGE}/concerns/new").status == 200
    for path in ["concerns", "registers/government"]:
        assert page.goto(f"/v/{VILLAGE}/{path}").status == 403
