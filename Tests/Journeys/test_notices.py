"""News that leaves the program: the administrator sets mail up, a clerk closes a matter, the reporter's mail arrives."""

import re

from playwright.sync_api import expect

from program import PUBLIC
from receivers import PASSWORD, USER
from things import Things, send
from visitor import KEEPER, TOWN, VILLAGE, json_of

ADMIN = "qingshan.admin"


def set_mail_up(page, mail_server):
    page.goto(f"/t/{TOWN}/notices")
    page.get_by_role("link", name="电子邮件").click()
    page.get_by_label("发件人显示的名字").fill("青山镇三事通")
    page.get_by_label("发信服务器").fill("127.0.0.1")
    page.get_by_role("textbox", name="端口").fill(str(mail_server.port))
    page.get_by_label("发件邮箱").fill("town@qingshan.example")
    page.get_by_label("用户名").fill(USER)
    page.get_by_label("密码或授权码").fill(PASSWORD)
    page.get_by_role("button", name="保存").click()
    # This machine is no place for mail unless somebody says so.
    expect(page.get_by_text("这个地址在内网里").first).to_be_visible()
    page.get_by_label("自己的证书").fill(mail_server.certificate)
    page.get_by_label("允许内网地址").check()
    page.get_by_label("密码或授权码").fill(PASSWORD)
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("存好了")).to_be_visible()


def close_the_matter(keeper, words):
    found = json_of(keeper, f"/v/{VILLAGE}/concerns")["items"]
    concern = next(each["id"] for each in found if each["words"].startswith(words))
    decision = {"target": "new", "title": "文化室书架", "leaf": "CM0303", "lead": "村民小组"}
    decision |= {"limit_days": "5", "urgency": "U0", "reason": "村里的文化室"}
    matter = send(keeper, f"/v/{VILLAGE}/concerns/{concern}/triage", decision)["matters"][0]["id"]
    send(keeper, f"/v/{VILLAGE}/matters/{matter}/closure", {"outcome": "solved", "text": "书架已经修好", "reply": "书架已经修好"})


def test_a_clerk_closes_a_matter_and_the_mail_arrives(office, mail_server):
    admin = office(ADMIN, device="desktop")
    set_mail_up(admin, mail_server)
    admin.get_by_label("发到哪个邮箱").fill("admin@qingshan.example")
    admin.get_by_role("button", name="发测试消息").click()
    expect(admin.get_by_role("heading", level=1, name="发送记录")).to_be_visible()
    to, letter = mail_server.next()
    assert to == ["admin@qingshan.example"]
    assert letter["Subject"] == "三事通测试消息"
    assert "青山镇" in letter.get_content()
    admin.reload()
    expect(admin.get_by_text("queued as 42")).to_be_visible()

    resident = office()
    things = Things(office)
    track = things.report("文化室的书架坏了一层，书放不下。")
    resident.goto(f"/r/{track}")
    resident.get_by_role("link", name="有消息怎么告诉我").click()
    resident.get_by_label("电子邮件").check()
    resident.get_by_label("邮箱").fill("li@example.org")
    resident.get_by_label("几点以后别打扰").fill("")
    resident.get_by_label("到几点").fill("")
    resident.get_by_role("button", name="保存").click()
    expect(resident.get_by_text("存好了")).to_be_visible()

    close_the_matter(office(KEEPER), "文化室的书架")
    # That it was received and sorted is told too, unless it was sent before; letters of one moment may overtake each other.
    letters, last = [], []
    while not last and len(letters) < 3:
        to, letter = mail_server.next()
        assert to == ["li@example.org"]
        letters.append(letter.get_content())
        last = [letter] if any(words in letters[-1] for words in ("办完了", "书架已经修好")) else []
    assert last, letters
    letter, text = last[-1], last[-1].get_content()
    assert letter["Auto-Submitted"] == "auto-generated"
    # Before the address is confirmed, no letter leads to the concern.
    assert track not in text
    secret = re.search(rf"{PUBLIC}(/n/\S+)", text)[1]
    assert letter["List-Unsubscribe"] == f"<{PUBLIC}{secret}>"

    resident.goto(secret)
    expect(resident.get_by_text("l***@example.org")).to_be_visible()
    resident.get_by_role("button", name="是我的").click()
    expect(resident.get_by_text("已经确认是您本人的")).to_be_visible()
    resident.get_by_role("button", name="退订一般消息").click()
    expect(resident.get_by_text("一般消息已经退订")).to_be_visible()


def test_a_mailbox_that_does_not_exist_is_shown(office, mail_server):
    admin = office(ADMIN)
    set_mail_up(admin, mail_server)
    admin.get_by_label("发到哪个邮箱").fill("nobody@qingshan.example")
    admin.get_by_role("button", name="发测试消息").click()
    mail = f"/t/{TOWN}/notices/deliveries"
    answer = ""
    for _ in range(100):
        admin.wait_for_timeout(200)
        delivery = json_of(admin, mail)["items"][0]
        answer = delivery["answer"]
        if delivery["state"] == "failed":
            break
    assert "no such mailbox" in answer, answer
    admin.goto(mail)
    expect(admin.get_by_role("button", name="再发一次")).to_be_visible()
