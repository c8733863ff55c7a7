"""Pictures of the main pages for README and documentation: screenshots.py FOLDER."""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import expect, sync_playwright

from program import Demonstration, Server
from things import Things
from visitor import KEEPER, TOWN, VILLAGE, Visits

MOST = 300_000  # bytes of a picture
VIEW = f"/v/{VILLAGE}"
VIEW_TOWN = f"/t/{TOWN}"
OFFICER = "qingshan.officer"
HANDLER = "qingshan.planning"
ADMIN = "qingshan.admin"

# Name: who, device, language, more of the visit, address.
PICTURES = {
    "village-phone": (None, "phone", "zh", {}, VIEW),
    "report-phone": (None, "phone", "zh", {}, VIEW + "/report"),
    "tracking-phone": (None, "phone", "zh", {}, lambda t: f"/r/{t.track}?new=1"),
    "report-large-phone": (None, "phone", "zh", {"large": True}, VIEW + "/report"),
    "triage-phone": (KEEPER, "phone", "zh", {}, lambda t: f"{VIEW}/concerns/{t.lamp}"),
    "home-desktop": (KEEPER, "desktop", "zh", {}, "/home"),
    "home-dark": (KEEPER, "desktop", "zh", {"dark": True}, "/home"),
    "triage-desktop": (KEEPER, "desktop", "zh", {}, lambda t: f"{VIEW}/concerns/{t.lamp}"),
    "triage-desktop-en": (KEEPER, "desktop", "en", {}, lambda t: f"{VIEW}/concerns/{t.lamp}"),
    "matter-desktop": (KEEPER, "desktop", "zh", {}, lambda t: f"{VIEW}/matters/{t.matter}"),
    "register-desktop": (KEEPER, "desktop", "zh", {}, VIEW + "/registers/government"),
    "town-desktop": (OFFICER, "desktop", "zh", {}, f"/t/{TOWN}"),
    "catalogue-desktop-en": (OFFICER, "desktop", "en", {}, f"/t/{TOWN}/catalogue"),
    "orders-phone": (HANDLER, "phone", "zh", {}, VIEW_TOWN + "/orders"),
    "orders-desktop": (HANDLER, "desktop", "zh", {}, VIEW_TOWN + "/orders"),
    "orders-desktop-en": (HANDLER, "desktop", "en", {}, VIEW_TOWN + "/orders"),
    "order-phone": (HANDLER, "phone", "zh", {}, lambda t: t.sewer_order + "#next-step"),
    "order-desktop-en": (HANDLER, "desktop", "en", {}, lambda t: t.sewer_order),
    "offices-desktop": (ADMIN, "desktop", "zh", {}, VIEW_TOWN + "/offices"),
    "offices-desktop-en": (ADMIN, "desktop", "en", {}, VIEW_TOWN + "/offices"),
    "hot-desktop": (OFFICER, "desktop", "zh", {}, VIEW_TOWN + "/hot"),
    "accuracy-desktop": (OFFICER, "desktop", "zh", {}, VIEW_TOWN + "/accuracy"),
    "notices-phone": (KEEPER, "phone", "zh", {}, "/notices"),
    "grouping-desktop": (KEEPER, "desktop", "zh", {}, lambda t: f"{VIEW}/groupings/{t.grouping}"),
}
PRINTED = "register-print"
SHEET, MARGIN = (1123, 794), (45, 53)  # A4 landscape and its margins, in pixels
TYPED = {"report-phone": "石桥头那盏路灯黑了十来天，晚上差点踩空"}


class Scene(Things):
    """What the pictures show beside the demonstration."""

    @property
    def lamp(self):
        return self.find("我反映下我们二组过桥的地方")

    @property
    def sewer_order(self):
        """An order that its office has accepted."""
        page = self.visit(HANDLER)
        page.goto(VIEW_TOWN + "/orders")
        return page.locator("main .rows a", has_text="老车站污水井冒水").get_attribute("href")


def save(picture, path):
    """A PNG; where it would be large with its 256 most frequent colours."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    if path.stem == PRINTED:
        image = ImageOps.expand(image, border=MARGIN, fill="white")
    image.save(path, optimize=True)
    if path.stat().st_size >= MOST:
        image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)
    size = path.stat().st_size
    assert size < MOST, f"{path.name} has {size} bytes"
    print(f"{path.name}\t{size // 1000} KB")


def take(visits, things, name):
    login, device, language, more, address = PICTURES[name]
    page = visits(login, device=device, language=language, scale=2 if device == "phone" else 1, **more)
    answer = page.goto(address if isinstance(address, str) else address(things))
    assert answer.ok, f"{name}: {answer.status}"
    if name in TYPED:
        page.get_by_label("什么事").press_sequentially(TYPED[name])
        expect(page.get_by_role("button", name="我也遇到")).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    return page.screenshot()


def take_paper(visits):
    """The first sheet of a register, as wide as A4 landscape."""
    page = visits(KEEPER, device="desktop")
    width, height = SHEET
    page.set_viewport_size({"width": width - 2 * MARGIN[0], "height": height - 2 * MARGIN[1]})
    page.goto(f"{VIEW}/registers/government/print?state=inProgress")
    page.emulate_media(media="print")
    return page.screenshot()


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        demonstration = Demonstration(Path(data) / "data")
        server = Server(demonstration.folder)
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=zh-CN"]
        )
        visits = Visits(browser, server.address, demonstration.password, {})
        try:
            things = Scene(visits)
            for name in PICTURES:
                save(take(visits, things, name), folder / f"{name}.png")
            save(take_paper(visits), folder / f"{PRINTED}.png")
        finally:
            visits.close()
            browser.close()
            server.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
