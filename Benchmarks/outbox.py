"""Deliveries a second: lines of the outbox made into messages and sent to a gateway on this machine."""
import sys
from urllib.request import urlopen

from common import BUILT, STORE, Filled, Server, run, table, verdict, wrk

MESSAGES = 20_000
POST = 'wrk.method = "POST"\nwrk.body = \'{"to":"13800008000","text":"您反映的事有新进展"}\'\nwrk.headers["Idempotency-Key"] = "k"\n'


def send(database, url, honours, messages):
    """Lines made into deliveries a second, deliveries sent a second."""
    filled = Filled(database, 100_000, open=True)
    folder = filled.copy()
    flags = ["--honours-keys"] if honours else []
    out = run("Benchmarks", "outbox", "--database", filled.url(folder), "--data", folder, "--gateway", url, "--messages", messages, *flags)
    count, spread, sent = out.split()
    return int(count), float(spread), float(sent)


def main(databases):
    rows = []
    for database in databases:
        for honours, messages in ((True, MESSAGES), (False, 4_000)):
            with Server(folder=".", command=[str(BUILT / "Benchmarks"), "sink"]) as sink:
                count, spread, sent = send(database, sink.url("/send"), honours, messages)
                different, all_ = (int(word) for word in urlopen(sink.url("/")).read().split())
                assert different == all_ == count, (different, all_, count)
                script = sink_script()
                limit, *_ = wrk(sink.url("/send"), {}, seconds=5, connections=8 if honours else 1, script=script)
            how = "knows keys, 8 connections" if honours else "knows no keys, one at a time"
            held = verdict(sent >= 1000) if honours else ""
            rows.append([database, how, f"{count:,}", f"{spread:,.0f}", f"{sent:,.0f}", held, f"{limit:,.0f}"])
    table(
        "outbox: text messages to a gateway on this machine, each durable before the next",
        ["database", "gateway", "messages", "lines taken a second", "sent a second", "≥ 1,000", "limit: wrk without a database"],
        rows)


def sink_script():
    path = STORE / "bench-post.lua"
    path.write_text(POST)
    return path


main(sys.argv[1:] or ["sqlite", "postgres"])
