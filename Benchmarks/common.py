"""What the benchmarks share: filled databases, the running server, wrk, tables."""
import csv
import http.client
import json
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
BUILT = Path(os.environ["BENCH_PROGRAMS"])
STORE = ROOT / ".build-bench" / "filled"
POSTGRES = os.environ.get("SANSHI_TEST_POSTGRES", "")


def schema():
    """Filled databases are kept from run to run as long as neither the schema nor the filling changed."""
    digest = sha256()
    files = [*ROOT.glob("Sources/**/*igration*.swift"), *ROOT.glob("Sources/**/*Tables.swift"), *ROOT.glob("Sources/**/Search*.swift"), *ROOT.glob("Benchmarks/Helper/Fill*.swift")]
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]


def run(program, *arguments, **more):
    return subprocess.run([str(BUILT / program), *map(str, arguments)], check=True, capture_output=True, text=True, **more).stdout


class Filled:
    """A filled database; `copy()` gives one that may be written to."""

    def __init__(self, database, matters, villages=1, open=False, orders=0):
        self.database, self.matters, self.villages, self.orders = database, matters, villages, orders
        self.name = f"{database}-{matters}-{villages}{'-open' if open else ''}{f'-{orders}' if orders else ''}-{schema()}"
        self.folder = STORE / self.name
        if not (self.folder / "facts.json").exists() or (database == "postgres" and not self.exists()):
            self.fill(open)
        self.facts = json.loads((self.folder / "facts.json").read_text())
        self.headers = {"Authorization": "Bearer " + self.facts["token"]}
        self.village = self.facts["villages"][0]

    @property
    def pg_name(self):
        return self.name.replace("-", "_")

    def exists(self):
        listed = psql("postgres", f"SELECT 1 FROM pg_database WHERE datname = '{self.pg_name}'")
        return listed.strip() == "1"

    def url(self, folder=None):
        if self.database == "postgres":
            return POSTGRES.rsplit("/", 1)[0] + "/" + self.pg_name
        return f"sqlite:{folder or self.folder}/sanshi.sqlite"

    def fill(self, open):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        if self.database == "postgres":
            psql("postgres", f"DROP DATABASE IF EXISTS {self.pg_name}")
            psql("postgres", f"CREATE DATABASE {self.pg_name}")
        begin = time.time()
        run("sanshi", "migrate", "--data", self.folder, "--database", self.url())
        flags = [*(["--open"] if open else []), *(["--orders", self.orders] if self.orders else [])]
        facts = run("Benchmarks", "fill", "--database", self.url(), "--data", self.folder, "--matters", self.matters, "--villages", self.villages, *flags)
        (self.folder / "facts.json").write_text(facts)
        print(f"  filled {self.name} in {time.time() - begin:.0f} s", flush=True)

    def copy(self):
        """A folder to write in: of SQLite a copy; PostgreSQL is written in place and filled anew next time."""
        folder = Path(tempfile.mkdtemp(prefix="bench-", dir=STORE))
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        if self.database == "postgres":
            (self.folder / "facts.json").unlink()
        return folder


def psql(name, statement):
    url = POSTGRES.rsplit("/", 1)[0] + "/" + name
    return subprocess.run(["psql", "-At", "-q", url, "-c", statement], check=True, capture_output=True, text=True).stdout


def end(process):
    """Asks a program to end, and ends it after 20 seconds."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Server:
    """The program serving a filled database, or the peer."""

    def __init__(self, filled=None, folder=None, command=None):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        folder = folder or filled.folder
        command = command or [str(BUILT / "sanshi"), "serve", "--data", str(folder), "--database", filled.url(folder)]
        begin = time.perf_counter()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([*command, "--port", str(self.port)], stdout=self.log, stderr=self.log)
        while True:
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port)
                connection.request("GET", "/")
                connection.getresponse().read()
                break
            except OSError:
                if self.process.poll() is not None:
                    self.log.seek(0)
                    raise SystemExit(self.log.read().decode())
                time.sleep(0.005)
        self.first_answer = time.perf_counter() - begin

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end(self.process)

    def memory(self, what="VmRSS"):
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{what}:\s+(\d+)", text).group(1)) / 1024

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"


class Client:
    """One connection; gives status, body and milliseconds."""

    def __init__(self, server, headers):
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port)
        self.headers = headers

    def ask(self, path, body=None):
        headers = dict(self.headers)
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begin = time.perf_counter()
        self.connection.request("POST" if body is not None else "GET", path, body=body, headers=headers)
        answer = self.connection.getresponse()
        data = answer.read()
        milliseconds = (time.perf_counter() - begin) * 1000
        if answer.status >= 400:
            raise SystemExit(f"{answer.status} {path}: {data[:300].decode()}")
        return data, milliseconds

    def median(self, path, times=30):
        for _ in range(3):
            self.ask(path)
        return statistics.median(self.ask(path)[1] for _ in range(times))


def wrk(url, headers, seconds=10, connections=64, script=None, environment=None):
    """Requests a second, p50 and p99 in milliseconds. Answers that are no success stop the benchmark."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    if script:
        command += ["-s", str(script)]
    out = subprocess.run([*command, url], check=True, capture_output=True, text=True, env={**os.environ, **(environment or {})}).stdout
    if "Non-2xx" in out:
        raise SystemExit(out)

    def milliseconds(label):
        number, unit = re.search(rf"{label}\s+([\d.]+)(us|ms|s)", out).groups()
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]

    return float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)), milliseconds("50%"), milliseconds("99%")


def texts():
    """The sentences of the demonstration, for the requests."""
    found = []
    for file in sorted((ROOT / "Sources/Seeds/Data").glob("demo-concerns-*.tsv")):
        with file.open(encoding="utf-8") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [quote(row["text"]) for row in rows if row["urgency"] == "U0" and row["outcome"] != "sealed"]
    path = Path(tempfile.mkdtemp(prefix="bench-", dir=STORE)) / "texts"
    path.write_text("\n".join(found) + "\n")
    return path


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def table(title, head, rows):
    print(f"\n{title}\n")
    lines = [head, *[[str(cell) for cell in row] for row in rows]]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    for number, line in enumerate(lines):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print(flush=True)


def verdict(holds):
    return "holds" if holds else "MISSED"
