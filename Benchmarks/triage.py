"""Similar matters, learning, grouping, suggestions while typing: ours, the peers (pg_trgm, scikit-learn, rapidfuzz), the limits."""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import triage_matters
import triage_peers
from common import BUILT, POSTGRES, ROOT, STORE, Client, Filled, Server, percentile, table, verdict

DATA = Path(os.environ.get("SANSHI_MESSAGES", ROOT.parent / "shared" / "data"))
MATTERS = int(os.environ.get("BENCH_MATTERS", "1000000"))
PARTS = os.environ.get("BENCH_PARTS", "learn group similar typing").split()
THRESHOLDS = ["0.3", "0.1"]
WARM_UP = 90
ROWS = []
NOT_MEASURED = "not measured"


def ours(*arguments, standard_input=None):
    command = ["taskset", "-c", "0", str(BUILT / "Benchmarks"), "triage", *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True, stdin=standard_input).stdout)


def row(what, ours, peer, limit, holds=None):
    print(f"  {what}: {ours}", flush=True)
    ROWS.append([what, ours, peer or NOT_MEASURED, limit, "" if holds is None else verdict(holds)])


def macro_f1(gold, told):
    scores = []
    for label in set(gold):
        hit = sum(a == b == label for a, b in zip(gold, told))
        scores.append(2 * hit / max(1, gold.count(label) + told.count(label)))
    return sum(scores) / len(scores)


def learn(folder):
    rows = [one for one in triage_matters.texts(DATA) if one[0]]
    file = folder / "labelled.tsv"
    file.write_text("\n".join("\t".join(one) for one in rows) + "\n", encoding="utf-8")
    gold = [one[0] for one in rows]
    mine, peer = ours("learn", file), triage_peers.script(triage_peers.LEARN, file)
    f1, its = macro_f1(gold, mine["told"]), peer and macro_f1(gold, peer["told"])
    train, rate = mine["trainSeconds"], mine["labelledASecond"]
    row(f"learn {len(rows):,} labelled messages, s", f"{train:.2f}", peer and f"scikit-learn {peer['trainSeconds']:.2f}", "≤ 1", train <= 1)
    row("label messages, a second", f"{rate:,.0f}", peer and f"scikit-learn {peer['labelledASecond']:,.0f}", "≥ 20,000", rate >= 20_000)
    row("macro F1, five-fold", f"{f1:.3f}", peer and f"scikit-learn {its:.3f}", "≥ peer", peer and f1 >= its)
    if peer:
        learns, labels = peer["trainSeconds"] / train, rate / peer["labelledASecond"]
        row("times as fast: learning, labelling", f"{learns:.1f}, {labels:.1f}", "1", "≥ 10", min(learns, labels) >= 10)


def group(folder):
    texts = [title + body for _, title, body in triage_matters.texts(DATA) if title + body][:10_000]
    file = folder / "texts"
    file.write_text("\n".join(texts) + "\n", encoding="utf-8")
    mine, peer = ours("group", file), triage_peers.script(triage_peers.COMPARE, file)
    whole = peer and peer["seconds"] * peer["messages"] / peer["asked"]
    said = peer and f"rapidfuzz, ratio of all pairs: {whole:,.0f} (from {peer['asked']} rows)"
    row(f"group {mine['messages']:,} messages, s", f"{mine['seconds']:.1f}", said, "≤ 10", mine["seconds"] <= 10)


def recall(queries, answers):
    return sum(meant in found for (meant, _, _), found in zip(queries, answers)) / max(1, len(answers))


def beside_trigrams(peer, queries, villages, p50):
    """At its own threshold, and at one at which it finds about as many of those meant as we do, which costs it more."""
    for threshold in THRESHOLDS:
        times, answers = peer.ask([(village, text) for _, village, text in queries], villages > 1, threshold)
        middle, last = statistics.median(times), percentile(times, 0.99)
        speed = middle / p50
        row(
            f"  times as fast as pg_trgm from {threshold}, medians", f"{speed:,.0f}",
            f"{middle:,.0f} / {last:,.0f} ms, recall@10 {recall(queries, answers):.3f} ({len(times)} queries)", "≥ 50", speed >= 50)


def similar(folder):
    sentences, names = triage_matters.write(DATA, folder, MATTERS)
    print(f"  {MATTERS:,} matters of three of {sentences:,} real sentences and one of {names:,} names of places", flush=True)
    lines = (folder / "queries.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")
    queries = [(int(one[0]), int(one[1]), one[2]) for one in (line.split("\t") for line in lines)]
    peer = triage_peers.Trigrams(folder / "matters.tsv") if POSTGRES else None
    for villages in (1, triage_matters.VILLAGES):
        where = "one place" if villages == 1 else f"{villages:,} villages"
        with (folder / "matters.tsv").open() as matters:
            mine = ours("similar", "--villages", villages, folder / "queries.tsv", standard_input=matters)
        times = mine["milliseconds"]
        p50, p99 = statistics.median(times), percentile(times, 0.99)
        alone = percentile(mine["processorMilliseconds"], 0.99)
        row(f"similar, {where}: p50 / p99, ms", f"{p50:.2f} / {p99:.2f} (of the processor: {alone:.2f})", "below", "p99 ≤ 10", p99 <= 10)
        row(f"similar, {where}: recall@10", f"{recall(queries, mine['answers']):.3f}", "below", "beside the peer")
        built = None
        if peer:
            seconds, size = peer.index("text gin_trgm_ops" if villages == 1 else "village, text gin_trgm_ops")
            built = f"pg_trgm {seconds:.0f}", f"pg_trgm {size / MATTERS:,.0f} on disk"
            print(f"  pg_trgm, {where}: show_trgm('夜间施工') = {peer.trigrams('夜间施工')}", flush=True)
            beside_trigrams(peer, queries, villages, p50)
        index, memory = mine["indexSeconds"], mine["bytesAMatter"]
        row(f"index, {where}, s", f"{index:.0f}", built and built[0], "≤ 180", index <= 180)
        row(f"memory a matter, {where}, bytes (peak)", f"{memory:.0f} ({mine['peakBytesAMatter']:.0f})", built and built[1], "≤ 1,024", memory <= 1024)
    if peer:
        peer.drop()


def typing(folder):
    """The suggestions of the report form over HTTP, as the script of the form asks for them."""
    said = [line.split("\t")[2] for line in (folder / "queries.tsv").read_text(encoding="utf-8").split("\n")[:300] if line] if (folder / "queries.tsv").exists() else []
    for database in sys.argv[1:] or ["sqlite", "postgres"]:
        for villages in (1, 120):
            filled = Filled(database, 100_000, villages, open=True)
            with Server(filled) as server:
                client = Client(server, filled.headers)
                path = f"/api/v1/v/{filled.village}/report/suggestions"
                texts = [title for title in titles(client, filled)] + said
                wait_until_warm(client, path, texts[0])
                times, found = [], 0
                for text in texts:
                    for end in (len(text) // 2, len(text)):
                        data, milliseconds = client.ask(path, "text=" + quote(text[:end]))
                        times.append(milliseconds)
                        found += bool(json.loads(data)["similar"])
                where = "one village" if villages == 1 else f"{villages} villages"
                last = percentile(times, 0.99)
                row(
                    f"while typing, {database}, 100,000 open matters in {where}: p50 / p99, ms",
                    f"{statistics.median(times):.1f} / {last:.1f} (resident {server.memory():.0f} MB; {found} of {len(times)} find some)",
                    "none", "≤ 20", last <= 20)


def titles(client, filled):
    """What 60 matters of the village are called, to be reported once more."""
    data = client.ask(f"/api/v1/v/{filled.village}/matters?limit=60")[0]
    return [one["title"] for one in json.loads(data)["items"]]


def wait_until_warm(client, path, text):
    """The server builds its indexes after the start in the background: until ten requests in a row are fast, or too long."""
    end, fast = time.time() + WARM_UP, 0
    while fast < 10 and time.time() < end:
        fast = fast + 1 if client.ask(path, "text=" + quote(text))[1] < 50 else 0
        time.sleep(0.5)


if not DATA.exists():
    raise SystemExit(f"There are no messages in {DATA}; SANSHI_MESSAGES names another folder.")
if triage_peers.python() is None:
    print("  scikit-learn and rapidfuzz could not be installed: they are not measured.", flush=True)
if not POSTGRES:
    print("  There is no PostgreSQL: pg_trgm is not measured.", flush=True)
with tempfile.TemporaryDirectory(prefix="bench-", dir=STORE) as name:
    for part in PARTS:
        {"learn": learn, "group": group, "similar": similar, "typing": typing}[part](Path(name))
table("triage on one core: ours, the peer, the limit", ["measure", "ours", "peer", "limit", ""], ROWS)
