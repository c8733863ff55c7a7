"""A change of the work calendar moves the due dates of 100,000 open orders while people write: how long a writer waits."""
import json
import random
import time
from datetime import date, datetime, timedelta
from urllib.parse import quote, urlencode

from common import Client, percentile, table, verdict

# Seconds for which is written without and with the sweep; the background work begins within 20 seconds.
ALONE, SWEEPING, PATIENCE = 20, 60, 90
LONGEST = 50  # milliseconds
STEP = f"step=recordProgress&text={quote('已派人到现场查看，正在处理。')}"


class Writer:
    """Somebody who records progress, one order after the other, and how many milliseconds each took."""

    def __init__(self, server, own):
        self.client = Client(server, {"Authorization": "Bearer " + own.tokens["handler"]})
        self.requests = [path for _, path, _ in own.loads()["reply"][1]]
        random.Random(2).shuffle(self.requests)

    def write(self, seconds):
        took, end = [], time.monotonic() + seconds
        while time.monotonic() < end:
            took.append(self.client.ask(self.requests.pop(), STEP)[1])
            time.sleep(0.005)  # a writer who comes at any moment of the sweep
        return took


class Calendar:
    """The work calendar as an administrator changes it."""

    def __init__(self, server, own):
        self.client = Client(server, {"Authorization": "Bearer " + own.tokens["administrator"]})
        self.path = own.town + "/calendar"

    def state(self):
        return json.loads(self.client.ask(self.path)[0])

    def take_a_day_off(self):
        """The next Wednesday but one is off: what is due after it moves."""
        today = datetime.now().date()
        day = today + timedelta(days=(2 - today.weekday()) % 7 + 7)
        year = next(each for each in self.state()["years"] if each["year"] == day.year)
        off = [f"{span['from']}..{span['to']} off" for span in year["days_off"]] + [f"{day}..{day} off"]
        lines = off + [f"{each} work" for each in year["make_up"]]
        self.client.ask(self.path, urlencode({"year": day.year, "list": "\n".join(lines), "source": "bench"}))

    def moved(self):
        """How many orders moved so far, and whether all have."""
        for each in self.state()["progress"]:
            if each["clocks"] == "orders":
                return each["changed"], each["is_done"]
        return 0, False


def measure(server, own):
    """What was written alone, and while orders moved; how many of them moved a second."""
    writer, calendar = Writer(server, own), Calendar(server, own)
    writer.write(3)
    alone = writer.write(ALONE)
    calendar.take_a_day_off()
    for _ in range(PATIENCE * 10):
        if calendar.moved()[0]:
            break
        time.sleep(0.1)
    (before, _), begin, sweeping = calendar.moved(), time.monotonic(), []
    while time.monotonic() < begin + SWEEPING and not calendar.moved()[1]:
        sweeping += writer.write(2)
    moved = calendar.moved()[0] - before
    return alone, sweeping, moved / (time.monotonic() - begin), moved


def show(found):
    """- Parameter found: by database what `measure` gave."""
    rows = []
    for database, (alone, sweeping, rate, moved) in found.items():
        for what, took in (("alone", alone), (f"while {moved:,} orders moved ({rate:.0f} a second)", sweeping)):
            cells = [f"{percentile(took, share):.1f}" for share in (0.5, 0.99)] + [f"{max(took):.1f}"]
            more = max(took) - percentile(alone, 0.5)
            goal = verdict(more <= LONGEST) if took is sweeping else ""
            rows.append([database, what, len(took), *cells, goal])
    table(
        f"sweep: a writer beside the recounting of open orders, {date.today()} (goal: no wait over {LONGEST} ms)",
        ["database", "what", "writes", "p50 ms", "p99 ms", "longest ms", "goal"], rows)
