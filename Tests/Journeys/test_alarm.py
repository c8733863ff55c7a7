"""A life is in danger: every open page of the clerks tells it at once, until somebody takes it."""

import re

import pytest
from playwright.sync_api import expect

from visitor import KEEPER, TOWN, VILLAGE

DUTY = "qingshan.duty"
ASKS = 11_000  # milliseconds: the pages ask every 10 s; their clocks are put forward
WORDS = {
    "zh": ("什么事", re.compile("下一步"), "提交反映", "件紧急事项还没人接手", "我来处理"),
    "en": ("What is wrong", re.compile("Next"), "Send the report", "urgent matters wait", "I will take it"),
}


def on_duty(visit, login, **more):
    page = visit(login, **more)
    page.clock.install()
    take_everything(page)
    return page


def take_everything(page):
    """What the demonstration left ringing is taken first."""
    page.goto("/home")
    box = page.locator(".alarm")
    while True:
        alarms = page.request.get("/alarms.json").json()["alarms"]
        if not alarms:
            return
        expect(box).to_be_visible()
        box.get_by_role("button", name=re.compile("我来处理|I will take it")).first.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.goto("/home")


@pytest.mark.parametrize(
    "language, text",
    [("zh", "五组有人掉进鱼塘，溺水了，快救命！"), ("en", "二组的柴房着火了，有人没出来！")],
    ids=["zh", "en"],
)
def test_an_urgent_report_alarms_every_open_page(visit, language, text):
    what, forward, send, alarm, take = WORDS[language]
    keeper = on_duty(visit, KEEPER, device="desktop", language=language)
    duty = on_duty(visit, DUTY, device="phone", language=language)
    keeper.goto(f"/v/{VILLAGE}/matters")  # any page
    duty.goto("/home")
    expect(keeper.locator(".alarm")).to_have_count(0)

    resident = visit(language=language)
    resident.goto(f"/v/{VILLAGE}/report")
    resident.get_by_label(what).fill(text)
    resident.get_by_role("button", name=forward).click()
    expect(resident.get_by_role("link", name=re.compile("119")).first).to_be_visible()
    resident.get_by_role("button", name=send).click()
    expect(resident.get_by_role("link", name=re.compile("119")).first).to_be_visible()

    for page in [keeper, duty]:
        page.clock.fast_forward(ASKS)
        box = page.get_by_role("alert").filter(has_text=alarm)
        expect(box).to_be_visible()
        expect(box).to_contain_text(text[:10])
        assert box.locator("a[href^='tel:']").count() > 0
    keeper.get_by_role("alert").get_by_role("button", name=take).click()
    expect(keeper).to_have_url(re.compile(f"/v/{VILLAGE}/concerns/"))
    expect(keeper.locator("main")).to_contain_text(text)
    expect(keeper.locator(".alarm")).to_have_count(0)
    duty.clock.fast_forward(ASKS)
    expect(duty.locator(".alarm")).to_have_count(0)


def test_who_is_not_on_duty_hears_nothing(visit):
    page = visit("shiqiao.supervisor", device="desktop")
    assert page.request.get("/alarms.json").status == 403
    page.goto(f"/v/{VILLAGE}/matters")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("body[data-alarm]")).to_have_count(0)
