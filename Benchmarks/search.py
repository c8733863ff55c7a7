"""Chinese full-text search: two-character words, phrases, words with a filter; at 10,000, 100,000 and 1,000,000 matters."""
import os
import random
import statistics
import sys
from urllib.parse import quote

from common import Client, Filled, Server, percentile, table, verdict

SIZES = [int(size) for size in os.environ.get("BENCH_SIZES", "10000 100000 1000000").split()]
VILLAGE = 833
KINDS = {
    "common two characters": ["路灯", "我家", "垃圾", "不亮", "晚上", "没人", "怎么", "公路"],
    "rarer two characters": ["蛋鸡", "栈道", "柳树", "电瓶", "莲藕", "挖机", "地砖", "氨水", "藕田", "裂缝"],
    "phrase": ["石桥头路灯", "太阳能灯不亮", "青龙桥", "村小对面", "王家湾公路边", "凤凰岭背后", "苍蝇多得要命"],
    "two words": ["石桥 路灯", "垃圾 桥头", "公路边 裂缝", "村小 晚上", "何家湾 不亮"],
    "word and filter": [("路灯", "&state=inProgress"), ("垃圾", "&channel=email"), ("公路", "&channel=web"), ("裂缝", "&state=closed")],
    "not there": ["火箭", "企鹅", "极光", "石桥 火箭"],
}


def measure(client, filled):
    """Milliseconds of each query, several times, in mixed order."""
    queries = []
    for kind, words in KINDS.items():
        for word in words:
            text, more = word if isinstance(word, tuple) else (word, "")
            for path in ("registers/government", "registers/community", "matters"):
                queries.append((kind, f"/api/v1/v/{filled.village}/{path}?q={quote(text)}{more}"))
    random.Random(1).shuffle(queries)
    found = {kind: [] for kind in KINDS}
    for time in range(4):
        for kind, path in queries:
            milliseconds = client.ask(path)[1]
            if time:
                found[kind].append(milliseconds)
    return found


def growth(database, many):
    rows = {kind: [kind] for kind in [*KINDS, "all"]}
    for size in SIZES:
        filled = Filled(database, size, max(1, size // VILLAGE) if many else 1)
        with Server(filled) as server:
            found = measure(Client(server, filled.headers), filled)
        found["all"] = [one for some in found.values() for one in some]
        for kind, some in found.items():
            rows[kind].append(f"{statistics.median(some):.1f} / {percentile(some, 0.95):.1f}")
            last = percentile(some, 0.95)
            if size == SIZES[-1]:
                rows[kind].append(verdict(last <= 20))
    where = f"villages of {VILLAGE} matters" if many else "one village has all"
    table(
        f"search, {database}, {where}: p50 / p95 milliseconds over HTTP (limit: p95 at most 20 ms at {SIZES[-1]:,})",
        ["query", *[f"{size:,}" for size in SIZES], "≤ 20 ms"], list(rows.values()))


for database in sys.argv[1:] or ["sqlite", "postgres"]:
    growth(database, many=False)
    growth(database, many=True)
