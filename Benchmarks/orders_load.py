"""The load of orders: wrk with a file of requests, and what the processes behind it used."""
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from common import STORE

TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Figures:
    rate: float
    p50: float
    p95: float
    processor: float

    def __str__(self):
        if not self.rate:
            return "none"
        rate = f"{self.rate:,.0f}" if self.rate >= 20 else f"{self.rate:.1f}"
        return f"{rate}; {self.p50:.1f} / {self.p95:.1f}; {self.processor:.2f}"


def family(root):
    """A process and all below it."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
    found, wave = {root}, {root}
    while wave:
        wave = {one for one, parent in parents.items() if parent in wave} - found
        found |= wave
    return found


def processor(roots):
    """Seconds of the processor that the families used, with those children that have ended."""
    used = 0
    for one in set().union(*map(family, roots)):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
            used += sum(map(int, fields[11:15]))
        except OSError:
            continue
    return used / TICK


class Load:
    def __init__(self, pid, url, database=None):
        self.pid, self.url = pid, url
        self.roots = [pid] + ([database] if database else [])
        self.used = {}
        self.folder = Path(tempfile.mkdtemp(prefix="bench-", dir=STORE))
        self.peak = (0, 0)

    def run(self, requests, headers, connections, seconds, kind="application/x-www-form-urlencoded"):
        """Each request once, going on where the run before stopped; lists (of one request) again and again."""
        again = len(requests) == 1
        left = requests if again else requests[self.used.get(id(requests), 0):]
        file = self.folder / "requests"
        file.write_text("".join("\t".join(one) + "\n" for one in left))
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s", str(Path(__file__).parent / "orders.lua")]
        for name, value in headers.items():
            command += ["-H", f"{name}: {value}"]
        environment = {**os.environ, "BENCH_REQUESTS": str(file), "BENCH_AGAIN": str(int(again)), "BENCH_TYPE": kind}
        before = processor(self.roots)
        out = subprocess.run([*command, self.url], check=True, capture_output=True, text=True, env=environment).stdout
        used = processor(self.roots) - before
        line = next((line for line in out.splitlines() if line.startswith("RESULT")), None)
        if line is None:
            raise SystemExit(out)
        count, microseconds, p50, p95, faults = map(int, line.split()[1:6])
        if faults or "FAULT" in out or "USED_UP" in line:
            raise SystemExit(f"{left[0]}\n{out}")
        self.settle()
        # What was under way when wrk stopped is done too.
        self.used[id(requests)] = self.used.get(id(requests), 0) + count + connections
        self.memory()
        return Figures(count / (microseconds / 1e6), p50 / 1000, p95 / 1000, used / max(1, count) * 1000)

    def settle(self):
        """Waits until what wrk left behind is done."""
        for _ in range(240):
            before = processor(self.roots)
            time.sleep(0.5)
            if processor(self.roots) - before < 0.25:
                return

    def memory(self):
        """MB of the server's processes, shared pages counted once, and in each process; the most seen after a run."""
        once = each = 0
        for one in family(self.pid):
            try:
                text = Path(f"/proc/{one}/smaps_rollup").read_text()
            except OSError:
                continue
            once += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))
            each += sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Rss:"))
        self.peak = (max(self.peak[0], once / 1024), max(self.peak[1], each / 1024))
        return self.peak
