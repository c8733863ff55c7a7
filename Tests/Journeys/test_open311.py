"""Open311 GeoReport v2 by a client of other makers (georeport, from PyPI), which only reads; reports are sent as the
specification's examples show."""

import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest
import requests
from georeport import GeoReport
from playwright.sync_api import expect

from things import send
from visitor import KEEPER, TOWN, VILLAGE, json_of

ADMIN = "qingshan.admin"


@pytest.fixture(params=["json", "xml"])
def client(request, server):
    return GeoReport(f"{server.address}/open311/v2", jurisdiction=TOWN, output_format=request.param)


def report(server, form, ending="json"):
    """POST requests as the specification's example does it; the text of the answer."""
    sent = {"jurisdiction_id": TOWN, "attribute[village]": VILLAGE} | form
    address = f"{server.address}/open311/v2/requests.{ending}"
    with urlopen(Request(address, urlencode(sent).encode())) as answer:
        return answer.read().decode()


def listed(found):
    """The requests that the client gives: of XML with one request it makes no list."""
    return found if isinstance(found, list) else [found]


def test_the_client_reads_services_and_their_definition(client):
    services = client.get_service_list()
    codes = [service["service_code"] for service in services]
    assert "CM0302" in codes and not any(code.startswith(("PM", "GM06")) for code in codes)
    definition = client.get_service_definition("CM0302")
    attributes = definition["attributes"]
    attributes = attributes["attribute"] if isinstance(attributes, dict) else attributes
    village = next(each for each in attributes if each["code"] == "village")
    values = village["values"]
    values = values["value"] if isinstance(values, dict) else values
    assert VILLAGE in [value["key"] for value in values]
    with pytest.raises(requests.HTTPError) as missing:
        client.get_service_definition("none")
    assert missing.value.response.status_code == 404


def test_the_client_reads_what_was_released(client):
    found = listed(client.get_service_requests())
    assert len(found) > 1 and all(each["description"] for each in found)
    times = [each["requested_datetime"] for each in found]
    assert times == sorted(times, reverse=True)
    one = client.get_service_request(found[0]["service_request_id"])
    assert one == found[0]
    open_ones = listed(client.get_service_requests(status="open"))
    assert {each["status"] for each in open_ones} == {"open"}
    code = found[0]["service_code"]
    assert {each["service_code"] for each in listed(client.get_service_requests(service_code=code))} == {code}
    two = ",".join(each["service_request_id"] for each in found[:2])
    assert len(listed(client.get_service_requests(service_request_id=two))) == 2


def test_a_report_is_followed_from_its_token_to_its_release(server, visit):
    answer = json.loads(
        report(server, {"service_code": "CM0302", "description": "戏台边的路灯一直闪，晚上看不清。", "first_name": "三", "last_name": "张"})
    )[0]
    token = answer["token"]
    client = GeoReport(f"{server.address}/open311/v2", jurisdiction=TOWN)
    assert client.get_service_request(token)["status"] == "open"
    page = visit()
    page.goto(answer["service_notice"].split("：")[-1].replace(server.address, ""))
    page.get_by_text("您写的", exact=True).click()
    expect(page.get_by_text("戏台边的路灯一直闪").first).to_be_visible()

    keeper = visit(KEEPER)
    concerns = json_of(keeper, f"/v/{VILLAGE}/concerns")["items"]
    concern = next(each["id"] for each in concerns if each["words"].startswith("戏台边的路灯"))
    decision = {"target": "new", "title": "戏台路灯", "leaf": "CM0302", "lead": "村（居）委会", "limit_days": "5"}
    decision |= {"urgency": "U0", "reason": "村里的路灯"}
    matter = send(keeper, f"/v/{VILLAGE}/concerns/{concern}/triage", decision)["matters"][0]["id"]
    send(
        keeper,
        f"/v/{VILLAGE}/matters/{matter}/release",
        {"public": "1", "public_title": "戏台路灯闪", "public_place": "戏台"},
    )
    with urlopen(f"{server.address}/open311/v2/tokens/{token}.xml?jurisdiction_id={TOWN}") as found:
        tree = ElementTree.fromstring(found.read())
    assert tree.findtext("request/service_request_id") == matter
    assert client.get_service_request(matter)["description"] == "戏台路灯闪"


def test_danger_in_a_report_brings_the_numbers(server):
    text = report(server, {"service_code": "CM0302", "description": "变压器着火了"}, ending="xml")
    notice = ElementTree.fromstring(text).findtext("request/service_notice")
    assert "119" in notice


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_the_administrator_asks_apps_for_a_key(server, visit, device):
    page = visit(ADMIN, device)
    page.goto(f"/t/{TOWN}/open311")
    page.get_by_text("只收带令牌的", exact=True).click()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("存好了")).to_be_visible()
    refused = requests.post(
        f"{server.address}/open311/v2/requests.json",
        data={"jurisdiction_id": TOWN, "service_code": "CM0302", "description": "灯", "attribute[village]": VILLAGE},
        timeout=20,
    )
    assert refused.status_code == 403 and refused.json()[0]["code"] == 403
    page.get_by_text("谁都可以", exact=True).click()
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("存好了")).to_be_visible()


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_a_keeper_takes_an_address_for_the_calendar_and_withdraws_it(server, visit, device):
    page = visit(KEEPER, device)
    page.goto("/account")
    page.get_by_role("link", name="看期限").click()
    page.get_by_role("button", name="领一个日历地址").click()
    address = page.locator(".shown-once").inner_text()
    answer = requests.get(address, timeout=20)
    assert answer.ok and answer.headers["content-type"].startswith("text/calendar")
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and max(map(len, lines)) <= 75
    page.get_by_role("link", name="回到期限").click()
    first = page.locator(".row-link").first.inner_text()
    assert first in answer.text.replace("\r\n ", "").replace("\\,", ",")
    page.get_by_role("button", name="撤销地址").click()
    # What ends something asks for a second tap.
    page.get_by_role("button", name="再按一次就撤销").click()
    expect(page.get_by_role("button", name="领一个日历地址")).to_be_visible()
    assert requests.get(address, timeout=20).status_code == 404
