"""Killing the server at any point of sending loses nothing. SANSHI_KILLS says how often it is killed (20)."""

import json
import os
import random
import re
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest

from program import Server, run
from receivers import Gateway
from visitor import TOWN

KILLS = int(os.environ.get("SANSHI_KILLS", "20"))
NOTICES = f"/t/{TOWN}/notices"


class Program:
    """A program of the administrator that talks to the API."""

    def __init__(self, address, password):
        self.address, self.cookies = address, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self._post("/sign-in", {"login": "qingshan.admin", "password": password})
        page = self.opener.open(address + "/account", timeout=30).read().decode()
        self.csrf = re.search(r'name="csrf" value="(\w+)"', page)[1]

    def _post(self, path, fields):
        body = urllib.parse.urlencode(fields).encode()
        return self.opener.open(urllib.request.Request(self.address + path, body), timeout=30).read()

    def send(self, path, **fields):
        return json.loads(self._post("/api/v1" + path, {**fields, "csrf": self.csrf}))

    def get(self, path):
        return json.loads(self.opener.open(self.address + "/api/v1" + path, timeout=30).read())

    def all_deliveries(self):
        items, after = [], ""
        while True:
            page = self.get(f"{NOTICES}/deliveries?limit=200&after={after}")
            items += page["items"]
            after = page.get("next")
            if not after:
                return items


@pytest.mark.parametrize("honours_keys", ["1", ""])
def test_a_killed_server_loses_nothing(demonstration, tmp_path, honours_keys):
    folder, gateway = demonstration.copy(tmp_path / "data"), Gateway()
    asked, chance = [], random.Random(7)
    server = Server(folder)
    try:
        program = Program(server.address, demonstration.password)
        template = '{"to": "{phone}", "text": "{text}", "id": "{key}"}'
        setting = {"kind": "sms", "name": "gateway", "is_on": "1", "url": gateway.address, "form": "json"}
        setting |= {"template": template, "allows_private": "1", "honours_keys": honours_keys}
        transport = program.send(f"{NOTICES}/transports", **setting)["id"]
        for _ in range(KILLS):
            arrived = len(gateway.keys)
            for _ in range(20 if honours_keys else 8):
                asked.append(program.send(f"{NOTICES}/transports/{transport}/test", to="13800008000")["key"])
            gateway.wait_for(arrived + 1 + chance.randrange(5))  # at some point of sending
            server.process.kill()
            server.process.wait()
            server = Server(folder)
            program = Program(server.address, demonstration.password)
        # News of the demonstration go the same way, but heed the hour: what waits for the morning is not counted.
        for _ in range(600):
            deliveries = {each["key"]: each for each in program.all_deliveries()}
            if not any(deliveries[key]["state"] == "waiting" for key in asked):
                break
            time.sleep(0.1)
        assert {deliveries[key]["state"] for key in asked} == {"sent"}
        assert set(asked) <= set(gateway.keys) <= set(deliveries)
        # Whatever came twice says so, and nothing that no key protects came more often than the program was killed.
        assert all(count - 1 <= deliveries[key]["repeats"] for key, count in gateway.keys.items())
        again = [count - 1 for key, count in gateway.keys.items() if key in asked and count > 1]
        print(
            f"{KILLS} kills, {len(asked)} messages to a gateway that {'knows' if honours_keys else 'does not know'} keys: "
            f"lost {len(set(asked) - set(gateway.keys))}, sent again {sum(again)}, "
            f"marked as possibly repeated {sum(deliveries[key]['repeats'] > 0 for key in asked)}"
        )
        if not honours_keys:
            assert sum(gateway.keys.values()) - len(gateway.keys) <= KILLS
    finally:
        server.stop()
        gateway.stop()
    assert "error" not in run("verify", "--data", folder).lower()
