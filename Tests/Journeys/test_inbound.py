"""Letters to the town: read from a real mailbox, answered, answered again, and what is nobody's letter."""

from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from imap_server import Mailbox
from program import PUBLIC
from receivers import PASSWORD, USER
from things import send
from visitor import KEEPER, TOWN, VILLAGE, json_of, photo

ADMIN = "qingshan.admin"
OWN = "town@qingshan.example"


@pytest.fixture
def mailbox(tmp_path):
    mailbox = Mailbox(tmp_path)
    yield mailbox
    mailbox.stop()


def letter(text, subject="反映", sender="李婶 <li@example.org>", charset="utf-8", **headers):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, OWN, subject
    message["Message-ID"] = headers.pop("key", f"<{abs(hash((text, sender)))}@example.org>")
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text, charset=charset)
    return message


def set_up(admin, mailbox, mail_server):
    admin.goto(f"/t/{TOWN}/inbound")
    admin.get_by_label("邮箱地址").fill(OWN)
    admin.get_by_label("收信服务器").fill("127.0.0.1")
    admin.get_by_label("STARTTLS").check()
    admin.get_by_role("textbox", name="端口").fill(str(mailbox.port))
    admin.get_by_label("用户名").fill(USER)
    admin.get_by_label("密码或授权码").fill(PASSWORD)
    admin.get_by_label("没写明是哪个村的").select_option(index=1)
    admin.get_by_role("button", name="保存").click()
    expect(admin.get_by_text("这个地址在内网里").first).to_be_visible()
    admin.get_by_label("密码或授权码").fill(PASSWORD)
    admin.get_by_label("自己的证书").fill(mailbox.certificate)
    admin.get_by_label("允许内网地址").check()
    admin.get_by_role("button", name="保存").click()
    expect(admin.get_by_text("存好了")).to_be_visible()
    form = {"kind": "mail", "name": "青山镇", "host": "127.0.0.1", "port": str(mail_server.port), "from": OWN}
    form |= {"security": "starttls", "user": USER, "password": PASSWORD, "authorities": mail_server.certificate}
    send(admin, f"/t/{TOWN}/notices/transports", form | {"allows_private": "1", "is_on": "1"})


def read_now(admin):
    """Reads, and gives how often each outcome stands in the list: the program may have read by itself just before."""
    admin.get_by_role("button", name="马上收一次").click()
    expect(admin.get_by_text("收好了")).to_be_visible()
    outcomes = [item["outcome"] for item in json_of(admin, f"/t/{TOWN}/inbound")["items"]]
    return tuple(outcomes.count(outcome) for outcome in ("taken", "added", "refused"))


def test_letters_become_concerns(office, mailbox, mail_server):
    admin = office(ADMIN, device="desktop")
    set_up(admin, mailbox, mail_server)
    first = letter("石桥村晒谷场的灯坏了三天了。\n\n-- \n李婶", subject="灯坏了", charset="gb18030", key="<one@example.org>")
    picture = photo()
    first.add_attachment(picture["buffer"], maintype="image", subtype=picture["mimeType"].split("/")[1])
    mailbox.put(first)
    mailbox.put(letter("我在休假。", sender="wang@example.org", Auto_Submitted="auto-replied"))
    assert read_now(admin) == (1, 0, 1)
    expect(admin.get_by_text("程序自动回的信").first).to_be_visible()
    found = json_of(office(KEEPER), f"/v/{VILLAGE}/concerns?state=received")["items"]
    mine = next(each for each in found if each["words"].startswith("灯坏了"))
    assert "李婶" not in mine["words"].removeprefix("灯坏了")

    # The answer leads to the concern; what is written back is added to it.
    to, answer = mail_server.next()
    assert to == ["li@example.org"]
    assert answer["In-Reply-To"] == "<one@example.org>" and answer["Auto-Submitted"] == "auto-replied"
    assert f"{PUBLIC}/r/" in answer.get_content()
    reply = letter("昨晚又灭了一盏。\n\n> 旧的话", subject="Re: 灯坏了", In_Reply_To=answer["Message-ID"])
    mailbox.put(reply)
    # Our own letter that comes back stops here.
    mailbox.put(answer)
    assert read_now(admin) == (1, 1, 2)
    track = answer.get_content().split(PUBLIC)[1].split()[0]
    resident = office()
    resident.goto(track)
    expect(resident.get_by_text("昨晚又灭了一盏。")).to_be_visible()
    expect(resident.get_by_text("旧的话")).to_have_count(0)
    # Nothing is taken twice.
    assert read_now(admin) == (1, 1, 2)


def test_a_wrong_password_is_told(office, mailbox, mail_server):
    admin = office(ADMIN)
    set_up(admin, mailbox, mail_server)
    admin.get_by_text("设定收信的邮箱").click()
    admin.get_by_label("密码或授权码").fill("wrong")
    admin.get_by_role("button", name="保存").click()
    admin.get_by_role("button", name="马上收一次").click()
    expect(admin.get_by_text("没收成")).to_be_visible()
