"""Things of the demonstration and new ones, by the API, for pages that need an id in their address."""

import hmac
import json
from datetime import datetime, timedelta, timezone
from functools import cached_property

from visitor import COMMITTEE, KEEPER, TOWN, VILLAGE, json_of, paper, photo


def today():
    """The day in China, by which the product counts; the machine's may be another."""
    return datetime.now(timezone(timedelta(hours=8))).date()


def send(page, path, form=None, files=None):
    """A write over the API as the person of the page; what it answers."""
    more = {"multipart": {**(form or {}), **files}} if files else {"form": form or {}}
    answer = page.request.post("/api/v1" + path, headers={"X-CSRF-Token": token_of(page)}, **more)
    assert answer.ok, f"{path}: {answer.status} {answer.text()}"
    return json.loads(answer.text())


def token_of(page):
    """The token of the session that every write must send back; "" for who is not signed in."""
    if page.url == "about:blank":
        page.goto("/privacy")
    field = page.locator("input[name=csrf]").first
    return field.input_value() if page.locator("input[name=csrf]").count() else ""


class Things:
    """Each is looked up or made when it is first asked for. `visit(login)` opens a page as somebody; the data folder of
    the server is needed only for what is known to nobody but who gets a message."""

    def __init__(self, visit, folder=None):
        self.visit, self.folder = visit, folder

    @cached_property
    def keeper(self):
        return self.visit(KEEPER)

    @cached_property
    def resident(self):
        return self.visit()

    # Of the demonstration.

    @cached_property
    def matters(self):
        return json_of(self.keeper, f"/v/{VILLAGE}/matters?limit=200")["items"]

    @property
    def matter(self):
        return self.titled("石桥头路灯不亮")

    def titled(self, title):
        return next(matter["id"] for matter in self.matters if matter["title"] == title)

    @cached_property
    def group_matter(self):
        """The first matter that the leader of the first group may read."""
        return json_of(self.visit("shiqiao.group1"), f"/g/{VILLAGE}01/matters")["items"][0]["id"]

    @cached_property
    def order(self):
        return json_of(self.keeper, f"/v/{VILLAGE}/orders?limit=1")["items"][0]["id"]

    @cached_property
    def planning_order(self):
        """The address of an accepted order of the planning office, with all its steps."""
        page = self.visit("qingshan.planning")
        page.goto(f"/t/{TOWN}/orders?state=accepted")
        return page.locator("main .rows a").first.get_attribute("href")

    @cached_property
    def order_paper(self):
        """A paper that an office put to a step of its order."""
        form = {"step": "recordProgress", "text": "图纸已经画好"}
        send(self.visit("qingshan.planning"), self.planning_order + "/steps", form, {"files": paper()})
        order = json_of(self.visit("qingshan.planning"), self.planning_order)
        return f"{self.planning_order}/files/{order['history'][0]['files'][0]['id']}"

    @cached_property
    def office(self):
        return json_of(self.visit("qingshan.admin"), f"/t/{TOWN}/offices")[0]["id"]

    @cached_property
    def concern(self):
        return json_of(self.keeper, f"/v/{VILLAGE}/concerns?state=received")["items"][0]["id"]

    @cached_property
    def account(self):
        page = self.visit("qingshan.admin")
        return json_of(page, f"/admin/{TOWN}/accounts")["items"][0]["id"]

    @cached_property
    def wording(self):
        page = self.visit("qingshan.officer")
        page.goto(f"/t/{TOWN}/wordings")
        links = page.locator("main a[href*='/wordings/']")
        return links.first.get_attribute("href").split("/wordings/")[1]

    # Made for the purpose.

    def report(self, text, **more):
        """A report of a resident with a photo: the secret part of its address."""
        form = {"text": text, "confirmed": "1", **more}
        answer = send(self.resident, f"/v/{VILLAGE}/report", form, {"photos": photo()})
        return answer["tracking_url"].split("/r/")[1]

    def find(self, words):
        """The concern that begins with these words, as the keeper sees it."""
        found = json_of(self.keeper, f"/v/{VILLAGE}/concerns")["items"]
        return next(concern["id"] for concern in found if concern["words"].startswith(words))

    @cached_property
    def track(self):
        return self.report("村口公交站的凉棚顶掉了一块，等车淋雨。")

    @property
    def message_page(self):
        """The page in a message about the concern."""
        return "/n/" + self.secret("notices")

    @property
    def rating_page(self):
        """The page in a message that asks how it was done."""
        return "/rating/" + self.secret("rating")

    def secret(self, purpose):
        """What a link for one purpose holds; it is made with the key of the data folder."""
        key = (self.folder / "event.key").read_bytes()
        digest = hmac.digest(key, f"token {purpose} {self.concern}".encode(), "sha256")
        bits = "".join(f"{byte:08b}" for byte in digest)
        letters = "0123456789abcdefghjkmnpqrstvwxyz"
        return f"{self.concern}-" + "".join(letters[int(bits[5 * at : 5 * at + 5], 2)] for at in range(26))

    @cached_property
    def calendar(self):
        """The address of a keeper's calendar of deadlines."""
        self.keeper.goto("/deadlines")
        self.keeper.locator("form[action='/deadlines/feed'] button").click()
        return self.keeper.locator(".shown-once").inner_text().removeprefix(self.visit.address)

    @cached_property
    def told_line(self):
        """News for somebody who left a telephone number: their concern is not taken up."""
        self.report("外乡那条水沟归不归你们管。", name="王婶", phone="19900001234")
        answer = {"code": "outsideArea", "answer": "不归本镇管"}
        send(self.keeper, f"/v/{VILLAGE}/concerns/{self.find('外乡那条水沟')}/refusal", answer)
        return json_of(self.keeper, f"/v/{VILLAGE}/calls")["items"][0]["id"]

    @cached_property
    def transport(self):
        """A group robot that is set up but switched off."""
        form = {"kind": "feishu", "name": "工作群", "webhook": "https://open.feishu.cn/hook/none"}
        return send(self.visit("qingshan.admin"), f"/t/{TOWN}/notices/transports", form)["id"]

    @cached_property
    def exchange(self):
        """A system of the county that gets orders by file."""
        form = {"name": "县群工系统", "level": "county", "is_on": "1", "mapping": "category\t供水\tGM0902"}
        return send(self.visit("qingshan.admin"), f"/t/{TOWN}/exchange", form)["id"]

    @cached_property
    def hook(self):
        """A system that hands in but is switched off."""
        admin = self.visit("qingshan.admin")
        admin.goto(f"/t/{TOWN}/inbound")
        village = admin.locator("select[name=default_village] option").nth(1).get_attribute("value")
        form = {"name": "12345", "signing_key": "0123456789abcdef", "map_text": "title", "default_village": village}
        return send(admin, f"/t/{TOWN}/inbound/hooks", form)["id"]

    @cached_property
    def kept_photo(self):
        page = self.visit()
        page.goto(f"/v/{VILLAGE}/report")
        page.get_by_label("什么事").fill("凉棚漏雨")
        page.locator("input[type=file]").set_input_files(photo())
        page.get_by_role("button", name="下一步").click()
        return page.locator("main a img").first.get_attribute("src").split("/photos/")[1]

    @cached_property
    def slip(self):
        form = {"text": "敬老院门口的台阶太陡。", "channel": "paperSlip", "source_kind": "resident"}
        form["reported_day"] = today().isoformat()
        return send(self.keeper, f"/v/{VILLAGE}/concerns", form)["id"]

    @cached_property
    def twice_refused(self):
        """A concern that was refused, upheld, and appealed again: the town's to decide."""
        track = self.report("邻乡那条路归不归你们管，坑太多了。")
        concern = self.find("邻乡那条路")
        send(self.keeper, f"/v/{VILLAGE}/concerns/{concern}/refusal", {"code": "outsideArea", "answer": "不归本镇管"})
        send(self.resident, f"/r/{track}/appeal", {"appeal_text": "那一段在我们村里"})
        decision = {"decision": "uphold", "answer": "查过，不在本村"}
        committee = self.visit(COMMITTEE)
        send(committee, f"/v/{VILLAGE}/concerns/{concern}/appeal-decision", decision)
        send(self.resident, f"/r/{track}/appeal", {"appeal_text": "请镇里看一看"})
        return concern

    @cached_property
    def family(self):
        ids = [self.titled("三岔口视线遮挡与转角镜"), self.titled("村小 道路交通安全")]
        return send(self.keeper, f"/v/{VILLAGE}/families", {"title": "道路安全", "ids": ",".join(ids)})["id"]

    @cached_property
    def discipline(self):
        return self.visit("qingshan.discipline")

    @cached_property
    def sealed(self):
        self.report("组长把低保给了他亲戚，有照片。", about_staff="1")
        return json_of(self.discipline, f"/t/{TOWN}/sealed")["items"][0]["id"]

    @cached_property
    def sealed_photo(self):
        self.discipline.goto(f"/t/{TOWN}/sealed/{self.sealed}")
        return self.discipline.locator("main a img").first.get_attribute("src").split("/photos/")[1]

    @cached_property
    def village_photo(self):
        self.report("水渠盖板断了一块，照片为证。")
        return json_of(self.keeper, f"/v/{VILLAGE}/concerns/{self.find('水渠盖板')}")["photos"][0]

    @cached_property
    def public_photo(self):
        """A photo of a released matter, released on its own."""
        picture, concern = self.village_photo, self.find("水渠盖板")
        decision = {
            "target": "new",
            "title": "水渠盖板断裂",
            "leaf": "CM0303",
            "lead": "村民小组",
            "limit_days": "5",
            "urgency": "U0",
            "urgency_reason": "只裂了一角，没有人踩空",
            "reason": "村里的水渠",
        }
        matter = send(self.keeper, f"/v/{VILLAGE}/concerns/{concern}/triage", decision)["matters"][0]["id"]
        release = {"public": "1", "public_title": "水渠盖板断裂", "public_place": "三组"}
        send(self.keeper, f"/v/{VILLAGE}/matters/{matter}/release", release)
        send(self.keeper, f"/v/{VILLAGE}/photos/{picture}/release", {"released": "1"})
        return picture

    @cached_property
    def import_job(self):
        """A file whose mapping waits to be confirmed, with a row that cannot be taken."""
        text = "日期\t事项\n2025.3.5\t三组水渠垮了\n20226.1.1\t日期不对\n"
        file = {"name": "旧表.tsv", "mimeType": "text/plain", "buffer": text.encode()}
        return send(self.keeper, f"/v/{VILLAGE}/imports", files={"file": file})["id"]

    @cached_property
    def grouping(self):
        """A grouping of what waits, computed."""
        self.concern, self.track  # Something waits.
        made = send(self.keeper, f"/v/{VILLAGE}/groupings")["id"]
        self.keeper.goto(f"/v/{VILLAGE}/groupings/{made}")
        self.keeper.locator(".group-card").first.wait_for()
        return made

    @cached_property
    def group(self):
        return json_of(self.keeper, f"/v/{VILLAGE}/groupings/{self.grouping}")["items"][0]["id"]

    @cached_property
    def map(self):
        """The address of a village's outline, after the committee gave one."""
        corners = [[105.4, 28.8], [105.5, 28.8], [105.5, 28.9], [105.4, 28.8]]
        shape = {"type": "Polygon", "coordinates": [corners]}
        feature = {"type": "Feature", "properties": {"name": "石桥村"}, "geometry": shape}
        text = json.dumps({"type": "FeatureCollection", "features": [feature]})
        file = {"name": "map.geojson", "mimeType": "application/geo+json", "buffer": text.encode()}
        send(self.visit(COMMITTEE), f"/v/{VILLAGE}/map", files={"map": file})
        return f"/v/{VILLAGE}/map.json"

    @cached_property
    def empty_village(self):
        """A village in which nothing has happened yet."""
        form = {"level": "village", "parent": TOWN, "code": TOWN + "299", "name_zh": "新村", "name_en": "New Village"}
        send(self.visit("qingshan.admin"), f"/admin/{TOWN}/places", form)
        return TOWN + "299"
