"""Orders over the API at 100,000: hand over, reassign, reply, lists, merge; beside django-helpdesk and Request Tracker.
BENCH_PART=sweep: only how long a writer waits while a change of the calendar moves all of them; steps: all but that;
peers: the peers alone."""
import os
import random
import sqlite3
import sys
import time
from datetime import datetime
from urllib.parse import quote

import orders_sweep
from common import Filled, Server, psql, table, verdict
from orders_load import Load
from orders_peers import Helpdesk, RequestTracker

ORDERS, FREE = 100_000, 40_000
SECONDS = int(os.environ.get("BENCH_SECONDS", "5"))
PEER_SECONDS = 3 * SECONDS  # they are slow: with less they answer a handful
CONNECTIONS = (1, 32)
# Seconds in which the server learns its sentences and builds its indexes after the start.
WARM_UP = 15
GOAL = 30
# Reports, violence, and what is a person's own benefit.
NEVER_MERGED = ("GM10", "GM12", "GM0505", "GM0402", "GM0701", "GM0702", "GM0703", "GM0705", "GM0802")
WORK = ["hand over", "reassign", "reply", "list by state", "same page again", "overdue list", "merge two"]


class Own:
    """What is asked of our server: each request once, from what stands in the filled database."""

    def __init__(self, filled, folder):
        self.filled, self.folder = filled, folder
        town = self.rows("SELECT code FROM place WHERE level = 'town'")[0][0]
        self.village, self.town = f"/api/v1/v/{filled.village}", f"/api/v1/t/{town}"
        self.tokens = {"keeper": filled.facts["token"], **filled.facts["tokens"]}

    def rows(self, statement):
        if self.filled.database == "postgres":
            return [line.split("|") for line in psql(self.filled.pg_name, statement).splitlines()]
        return sqlite3.connect(self.folder / "sanshi.sqlite").execute(statement).fetchall()

    def loads(self):
        """By work: account, requests."""
        def step(rows, fields):
            return [("POST", f"{self.village}/orders/{row[0]}/steps", fields) for row in rows]

        def pages(filter, rows):
            path = f"{self.town}/orders?limit=50&{filter}"
            return [("GET", f"{path}&after={row[0]}", "") for row in rows]

        free = self.rows(f"SELECT id, lead, leaf FROM matter WHERE work_order IS NULL ORDER BY id LIMIT {FREE}")
        made = free[:FREE // 4]
        # One category's are merged, but for those that never are.
        pairs = sorted((row for row in free[FREE // 4:] if not row[2].startswith(NEVER_MERGED)), key=lambda row: row[2])
        heads = self.rows("SELECT office, COUNT(*) FROM work_order GROUP BY office ORDER BY 2 DESC, 1 LIMIT 4")
        offices = ", ".join(f"'{row[0]}'" for row in heads)
        accepted = self.rows(f"SELECT id FROM work_order WHERE state = 'accepted' AND office IN ({offices}) ORDER BY id")
        handed = self.rows(
            "SELECT id FROM work_order WHERE state IN ('handedOver', 'reopened', 'extensionAsked') AND office <> '公共服务办' ORDER BY id")
        overdue = self.rows(f"SELECT id FROM work_order WHERE due_key < {int(time.time() * 1000)} ORDER BY id")
        for some in (accepted, handed, overdue):
            random.Random(1).shuffle(some)
        reassign = f"step=reassign&office={quote('公共服务办')}&basis={quote('镇里的职责分工')}&text={quote('由公共服务办统一办理。')}"
        reply = f"step=answer&outcome=solved&confirmed=1&text={quote('您反映的问题已经到现场看过，今天上午修好，现在恢复正常。还有疑问请打我们的电话。')}"
        merge = [
            ("POST", f"{self.village}/matters/{kept[0]}/merges", f"merged={merged[0]}&reason={quote('同一件事')}")
            for kept, merged in zip(pairs[::2], pairs[1::2])]
        return {
            "hand over": ("keeper", [("POST", f"{self.village}/matters/{row[0]}/orders", f"office={quote(row[1])}") for row in made]),
            "reassign": ("officer", step(handed, reassign)),
            "list by state": ("officer", pages("state=accepted", accepted)),
            "same page again": ("officer", [("GET", f"{self.town}/orders?limit=50&state=accepted", "")]),
            "overdue list": ("officer", pages("light=red", overdue)),
            "reply": ("handler", step(accepted, reply)),
            "merge two": ("keeper", merge),
        }


def measure_own(database):
    filled = Filled(database, ORDERS + FREE, orders=ORDERS)
    folder = filled.copy()
    own = Own(filled, folder)
    loads = own.loads()
    with Server(filled, folder) as server:
        time.sleep(WARM_UP)
        load = Load(server.process.pid, f"http://127.0.0.1:{server.port}", database=psql_root(filled))
        load.settle()  # the day's backup, made at the start
        found = {}
        for work, (account, requests) in loads.items():
            headers = {"Authorization": "Bearer " + own.tokens[account]}
            found[work] = [load.run(requests, headers, connections, SECONDS) for connections in CONNECTIONS]
            print(f"  {database}, {work}: " + "; ".join(map(str, found[work])), flush=True)
        return found, load.memory()


def measure_sweep(database):
    filled = Filled(database, ORDERS + FREE, orders=ORDERS)
    folder = filled.copy()
    own = Own(filled, folder)
    with Server(filled, folder) as server:
        time.sleep(WARM_UP)
        return orders_sweep.measure(server, own)


def psql_root(filled):
    """The process whose children do PostgreSQL's work."""
    if filled.database != "postgres":
        return None
    return int(psql(filled.pg_name, "SELECT pg_read_file('postmaster.pid', 0, 12)").split()[0])


def measure_peer(peer):
    found = {}
    with peer as server:
        load = Load(server.pid, server.url)
        for work, (requests, headers, kind) in server.loads().items():
            found[work] = [load.run(requests, headers, connections, PEER_SECONDS, kind=kind) for connections in CONNECTIONS]
            print(f"  {server.name}, {work}: " + "; ".join(map(str, found[work])), flush=True)
        return found, load.memory()


def main(databases):
    part = os.environ.get("BENCH_PART")
    if part == "peers":
        databases = []
    elif part != "steps":
        orders_sweep.show({database: measure_sweep(database) for database in databases})
    if part == "sweep":
        return
    own = {database: measure_own(database) for database in databases}
    peers = {}
    for peer in (Helpdesk(ORDERS), RequestTracker(ORDERS)):
        if peer.missing:
            print(f"  {peer.name} is left out: {peer.missing}", flush=True)
        else:
            peers[peer.name] = measure_peer(peer)
    columns = {**own, **peers}
    rows = []
    for work in WORK:
        for place, connections in enumerate(CONNECTIONS):
            shown = [str(found[work][place]) if work in found else "" for found, _ in columns.values()]
            best = max((found[work][place].rate for found, _ in peers.values() if work in found), default=0)
            times = [found[work][place].rate / best if best else 0 for found, _ in own.values()]
            goal = [f"{one:.0f} × {verdict(one >= GOAL)}" if best else "" for one in times]
            rows.append([work, connections, *shown, *goal])
    for place, what in enumerate(["memory, shared pages once", "memory of each process"]):
        least = min((memory[place] for _, memory in peers.values()), default=0)
        memories = [f"{memory[place]:.0f} MB" for _, memory in columns.values()]
        rows.append([what, "", *memories, *[verdict(memory[place] < least) if least else "" for _, memory in own.values()]])
    table(
        f"orders at {ORDERS:,}, {datetime.now():%Y-%m-%d}: a second; p50 / p95 ms; processor ms a request (goal: {GOAL} × the better peer, less memory)",
        ["work", "connections", *columns, *[f"{name} of better peer" for name in own]], rows)


main(sys.argv[1:] or ["sqlite", "postgres"])
