"""POST concerns through the API, 64 connections, durable, 10,000 open matters in the village."""
import os
import re
import subprocess
import sys
from pathlib import Path

from common import STORE, Filled, Server, psql, run, table, texts, verdict, wrk

SECONDS = int(os.environ.get("BENCH_SECONDS", "15"))

PGBENCH = """\
\\set id random(1, 9000000000000000)
BEGIN;
INSERT INTO concern (id, town, village, number, text, channel, direction, source_kind, reporting_unit, place_text,
  state, urgency, sealed, stance, received_at, reported_day, accept_by, track, is_history, version)
VALUES (:id, {town}, {village}, CAST(:id AS TEXT), '{words}', 'web', 'invite', 'resident', '', '', 'received', 0, 0, '', 1, 20000, 1, '{digest}' || CAST(:id AS TEXT), 0, 1);
INSERT INTO counter (town, village, name, n) VALUES ({town}, {village}, 'concern.received', 1)
  ON CONFLICT (town, village, name) DO UPDATE SET n = counter.n + 1;
INSERT INTO outbox (id, town, village, concern, key, text_zh, text_en, call_zh, made_at, wants_call)
VALUES (:id, {town}, {village}, :id, 'received', '{words}', '{words}', '', 1, 0);
UPDATE chain SET seq = seq + 1 WHERE town = {town} RETURNING seq \\gset
INSERT INTO event_row (town, entity, row_id, seq, salt, digest)
VALUES ({town}, 'concern', :id, :seq, '0123456789abcdef', '{digest}');
INSERT INTO event (town, seq, at, actor, village, kind, subject, subject_id, note, touched, previous, hash)
VALUES ({town}, :seq, 1, NULL, {village}, 'concern_received', 'concern', :id, 'web', 'concern:' || CAST(:id AS TEXT) || '0123456789abcdef0123456789abcdef', '{digest}', '{digest}');
UPDATE chain SET hash = '{digest}' WHERE town = {town};
COMMIT;
"""


def pgbench(filled, clients):
    town, village = psql(filled.pg_name, "SELECT town, village FROM matter LIMIT 1").strip().split("|")
    script = STORE / "intake.pgbench"
    script.write_text(PGBENCH.format(town=town, village=village, words="三组路灯不亮,晚上看不见路。" * 4, digest="a" * 64))
    out = subprocess.run(
        ["/usr/lib/postgresql/15/bin/pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", "2", "-T", str(SECONDS), "-f", str(script), filled.url()],
        check=True, capture_output=True, text=True).stdout
    return float(re.search(r"tps = ([\d.]+)", out).group(1))


def main(databases):
    rows = []
    environment = {"BENCH_TEXTS": str(texts())}
    for database in databases:
        filled = Filled(database, 10_000, open=True)
        folder = filled.copy()
        with Server(filled, folder) as server:
            path = server.url(f"/api/v1/v/{filled.village}/report")
            script = Path(__file__).parent / "intake.lua"
            wrk(path, filled.headers, 3, script=script, environment=environment)
            rate, p50, p99 = wrk(path, filled.headers, SECONDS, script=script, environment=environment)
        if database == "sqlite":
            peer_name, peer = "bare loop", float(run("Benchmarks", "intake-peer", folder / "sanshi.sqlite", "--seconds", SECONDS))
        else:
            best = max((pgbench(filled, clients), clients) for clients in (8, 64))
            peer_name, peer = f"pgbench, {best[1]} clients", best[0]
        rows.append([
            database, f"{rate:.0f}", f"{p50:.1f}", f"{p99:.1f}", f"{peer_name}: {peer:.0f}", f"{rate / peer:.2f}",
            verdict(rate >= peer / 2), f"{p99 / p50:.1f}", verdict(p99 <= 10 * p50)])
    table(
        "intake: concerns a second, 64 connections, durable (limits: at least half the peer, p99 at most 10 × p50)",
        ["database", "a second", "p50 ms", "p99 ms", "peer", "of peer", "≥ 0.5", "p99/p50", "≤ 10"], rows)


main(sys.argv[1:] or ["sqlite", "postgres"])
