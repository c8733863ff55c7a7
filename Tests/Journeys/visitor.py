"""Somebody at a phone or a desktop, signed in or not."""

import base64
import json

DEVICES = {
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
    },
    "desktop": {"viewport": {"width": 1280, "height": 900}},
}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}

TOWN = "510999101"
VILLAGE = "510999101201"  # 石桥村
OTHER_VILLAGE = "510999101202"  # 柏树湾村
PIXELS = (
    "iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAAJklEQVR4nGOsmBbFQEvARFPTRy0YtWDU"
    "glELRi0YtWDUglELqAYAqykBmKxe2G4AAAAASUVORK5CYII="
)
KEEPER = "shiqiao.keeper"
COMMITTEE = "shiqiao.committee"


class Visits:
    """Opens pages; each in a browser context of its own, closed at the end of the test."""

    def __init__(self, browser, address, password, sessions):
        self.browser, self.address = browser, address
        self.password, self.sessions = password, sessions
        self.contexts = []

    def __call__(
        self, login=None, device="phone", language="zh", scripts=True, large=False, dark=False, scale=1
    ):
        context = self.browser.new_context(
            base_url=self.address,
            locale=LOCALES[language],
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            device_scale_factor=scale,
            **DEVICES[device],
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        if login:
            context.add_cookies(self._cookies(login, context))
        wishes = {"language": language, "large": "1" if large else "0"}
        context.add_cookies(
            [{"name": name, "value": value, "url": self.address} for name, value in wishes.items()]
        )
        return context.new_page()

    def _cookies(self, login, context):
        """The session of a person, signed in by the form the first time."""
        if login not in self.sessions:
            answer = context.request.post(
                "/sign-in",
                form={"login": login, "password": self.password},
                max_redirects=0,
            )
            assert answer.status == 303, answer.text()
            self.sessions[login] = context.cookies()
        return self.sessions[login]

    def close(self):
        for context in self.contexts:
            context.close()


def photo(name="photo.png"):
    """A small PNG, as a file to upload."""
    return {"name": name, "mimeType": "image/png", "buffer": base64.b64decode(PIXELS)}


def paper(name="paper.pdf"):
    """A small PDF, as a file to upload."""
    text = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
    return {"name": name, "mimeType": "application/pdf", "buffer": text}


def json_of(page, path):
    """What the API answers to this page's person."""
    answer = page.request.get("/api/v1" + path)
    assert answer.ok, f"{path}: {answer.status} {answer.text()}"
    return json.loads(answer.text())
