"""Pages of a register: first, hundredth, each single filter, the rarest pair; at 10,000, 100,000 and 1,000,000 matters."""
import json
import os
import sys
import time

from common import BUILT, Client, Filled, Server, table, verdict, wrk

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10000 100000 1000000").split()]
# Seconds in which the server learns its sentences and builds its indexes after the start.
WARM_UP = 15
VILLAGE = 833  # matters of a village when 1,200 villages share a million


def pages(client, filled):
    """Path of each list by its name."""
    base = f"/api/v1/v/{filled.village}/registers/government"
    found = {"first page": base}
    for key, value in {
        "state": "inProgress", "leaf": "GM0204", "top": "GM09", "lead": "%E7%BB%BC%E5%90%88%E8%A1%8C%E6%94%BF%E6%89%A7%E6%B3%95%E9%98%9F",
        "group": filled.facts["groups"][2], "channel": "chatGroup",
    }.items():
        name = "category" if key in ("leaf", "top") else key
        found[key] = f"{base}?{name}={value}"
    found["period"] = f"{base}?from=2025-06-01&to=2025-06-30"
    found["rarest pair"] = base + "?" + "&".join(filled.facts["rarest"])
    found["common pair"] = f"{base}?state=closed&channel=web"
    after, number = None, 1
    while number < 100:
        answer = json.loads(client.ask(base + (f"?after={after}" if after else ""))[0])
        if not answer.get("next"):
            break
        after, number = answer["next"], number + 1
    found["hundredth page" if number == 100 else "last page"] = f"{base}?after={after}"
    found["all classes"] = f"/api/v1/v/{filled.village}/matters"
    return found


def times(database, matters, villages):
    filled = Filled(database, matters, villages)
    with Server(filled) as server:
        client = Client(server, filled.headers)
        paths = pages(client, filled)
        return {name: (client.median(path), len(json.loads(client.ask(path)[0])["items"])) for name, path in paths.items()}


def growth(database, many):
    found = [times(database, size, max(1, size // VILLAGE) if many else 1) for size in SIZES]
    rows = []
    for name in found[-1]:
        shown = [f"{one[name][0]:.2f} ({one[name][1]})" if name in one else "" for one in found]
        # Only pages with as many rows can be compared.
        same = name in found[0] and found[0][name][1] == found[-1][name][1]
        ratio = found[-1][name][0] / found[0][name][0] if same else None
        rows.append([name, *shown, f"{ratio:.2f}" if ratio else "", verdict(ratio <= 1.3) if ratio else ""])
    where = f"villages of {VILLAGE} matters" if many else "one village has all"
    table(
        f"lists, {database}, {where}: milliseconds of one page over HTTP (rows on it); limit: the last size at most 1.3 × the first",
        ["page", *[f"{size:,}" for size in SIZES], "growth", "≤ 1.3"], rows)


def rate(database):
    filled = Filled(database, SIZES[-1])
    path = f"/v/{filled.village}/registers/government"
    with Server(filled) as server:
        time.sleep(WARM_UP)
        own = [wrk(server.url(prefix + path), filled.headers, 8) for prefix in ("", "/api/v1")]
    with Server(command=[str(BUILT / "Benchmarks"), "pages-peer", "--database", filled.url()], folder=filled.folder) as server:
        peer = wrk(server.url("/"), {}, 8)
    table(
        f"lists, {database}: first page of a register of {SIZES[-1]:,}, 64 connections (limit: at least half of the bare server)",
        ["server", "a second", "p50 ms", "p99 ms", "of bare", "≥ 0.5"],
        [
            [name, f"{one[0]:.0f}", f"{one[1]:.1f}", f"{one[2]:.1f}", f"{one[0] / peer[0]:.2f}", verdict(one[0] >= peer[0] / 2) if one is not peer else ""]
            for name, one in zip(("page", "API", "bare server, same 50 rows"), (*own, peer))
        ])


for database in sys.argv[1:] or ["sqlite", "postgres"]:
    growth(database, many=False)
    growth(database, many=True)
    rate(database)
