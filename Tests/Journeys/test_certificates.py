"""Mail out and in that is encrypted from the first byte, and certificates that are not trusted."""

import pytest
from playwright.sync_api import expect

from imap_server import Mailbox
from program import Server
from receivers import PASSWORD, USER, MailServer, certificate
from test_inbound import letter
from things import send
from visitor import TOWN, Visits, json_of

ADMIN = "qingshan.admin"
NOTICES, INBOUND = f"/t/{TOWN}/notices", f"/t/{TOWN}/inbound"


@pytest.fixture
def office(demonstration, tmp_path, browser):
    server = Server(demonstration.copy(tmp_path / "data"))
    visits = Visits(browser, server.address, demonstration.password, {})
    yield visits
    visits.close()
    server.stop()


@pytest.fixture
def mail_server(tmp_path):
    server = MailServer(tmp_path, implicit=True)
    yield server
    server.stop()


@pytest.fixture
def mailbox(tmp_path):
    mailbox = Mailbox(tmp_path, implicit=True)
    yield mailbox
    mailbox.stop()


@pytest.fixture
def stranger(tmp_path):
    """A certificate that nobody here uses."""
    folder = tmp_path / "stranger"
    folder.mkdir()
    return certificate(folder)[0].read_text()


def mail_form(mail_server, **changes):
    form = {"kind": "mail", "name": "青山镇", "host": "127.0.0.1", "port": str(mail_server.port), "security": "tls"}
    form |= {"from": "town@qingshan.example", "user": USER, "password": PASSWORD, "allows_private": "1", "is_on": "1"}
    return form | changes


def mailbox_form(mailbox, village, **changes):
    form = {"address": "town@qingshan.example", "host": "127.0.0.1", "port": str(mailbox.port), "security": "tls"}
    form |= {"user": USER, "password": PASSWORD, "allows_private": "1", "is_on": "1", "default_village": village}
    return form | changes


def first_village(admin):
    admin.goto(INBOUND)
    return admin.get_by_label("没写明是哪个村的").locator("option").nth(1).get_attribute("value")


def test_mail_goes_out_encrypted_from_the_first_byte(office, mail_server):
    admin = office(ADMIN, device="desktop")
    made = send(admin, f"{NOTICES}/transports", mail_form(mail_server, authorities=mail_server.certificate))
    send(admin, f"{NOTICES}/transports/{made['id']}/test", {"to": "li@example.org"})
    to, arrived = mail_server.next()
    assert to == ["li@example.org"] and arrived["Subject"] == "三事通测试消息"


@pytest.mark.parametrize("authorities", ["stranger", "system"])
def test_mail_is_not_given_to_a_server_that_is_not_trusted(office, mail_server, stranger, authorities):
    admin = office(ADMIN, device="desktop")
    trusted = stranger if authorities == "stranger" else ""
    made = send(admin, f"{NOTICES}/transports", mail_form(mail_server, authorities=trusted))
    send(admin, f"{NOTICES}/transports/{made['id']}/test", {"to": "li@example.org"})
    for _ in range(100):
        if json_of(admin, f"{NOTICES}/deliveries")["items"][0]["answer"]:
            break
        admin.wait_for_timeout(200)
    admin.goto(NOTICES)
    expect(admin.get_by_text("对方的证书信不过").first).to_be_visible()
    assert mail_server.letters.empty()
    # Put right, the same letter goes out.
    send(admin, f"{NOTICES}/transports/{made['id']}", mail_form(mail_server, authorities=mail_server.certificate))
    to, _ = mail_server.next()
    assert to == ["li@example.org"]


def test_letters_come_in_encrypted_from_the_first_byte(office, mailbox):
    admin = office(ADMIN, device="desktop")
    village = first_village(admin)
    send(admin, INBOUND, mailbox_form(mailbox, village, authorities=mailbox.certificate))
    mailbox.put(letter("石桥村晒谷场的灯坏了三天了。", key="<tls@example.org>"))
    assert "fault" not in send(admin, f"{INBOUND}/reading")
    assert [item["outcome"] for item in json_of(admin, INBOUND)["items"]] == ["taken"]


@pytest.mark.parametrize("authorities", ["stranger", "system"])
def test_no_password_is_given_to_a_mailbox_that_is_not_trusted(office, mailbox, stranger, authorities):
    admin = office(ADMIN, device="desktop")
    village = first_village(admin)
    send(admin, INBOUND, mailbox_form(mailbox, village, authorities=stranger if authorities == "stranger" else ""))
    mailbox.put(letter("石桥村晒谷场的灯坏了三天了。", key="<tls@example.org>"))
    assert send(admin, f"{INBOUND}/reading")["fault"]
    admin.goto(INBOUND)
    expect(admin.get_by_text("没收成：对方的证书信不过")).to_be_visible()
    assert json_of(admin, INBOUND)["items"] == []
    # A line that is no certificate is refused when it is saved.
    admin.get_by_text("设定收信的邮箱").click()
    admin.get_by_text("内网、证书和旧信").click()
    admin.get_by_label("自己的证书").fill("no certificate")
    admin.get_by_role("button", name="保存").click()
    expect(admin.get_by_text("-----BEGIN CERTIFICATE-----").first).to_be_visible()
