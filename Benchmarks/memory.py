"""Resident memory at 100,000 matters, idle and under load; time from start to the first answer."""
import sys
from pathlib import Path
from urllib.parse import quote

from common import Client, Filled, Server, table, texts, verdict, wrk


def main(databases):
    rows = []
    for database in databases:
        filled = Filled(database, 100_000)
        folder = filled.copy()
        with Server(filled, folder) as server:
            first, idle = server.first_answer, server.memory()
            client = Client(server, filled.headers)
            base = f"/v/{filled.village}"
            paths = [base + "/matters", base + "/registers/government", base + "/registers/community?q=" + quote("路灯")]
            for path in ["/", *paths]:
                client.ask(path)
            pages = server.memory()
            for path in [*paths, "/api/v1" + paths[0]]:
                wrk(server.url(path), filled.headers, 6)
            report = server.url(f"/api/v1{base}/report")
            wrk(report, filled.headers, 8, script=Path(__file__).parent / "intake.lua", environment={"BENCH_TEXTS": str(texts())})
            # A preview looks for similar matters: the village's index is built.
            client.ask(f"/api/v1{base}/report", "text=" + quote("石桥头的路灯不亮"))
            peak = server.memory("VmHWM")
        rows.append([
            database, f"{idle:.0f}", f"{pages:.0f}", f"{peak:.0f}", verdict(peak <= 200), f"{first:.2f}", verdict(first <= 1)])
    table(
        "memory at 100,000 matters, MB resident (limits: 200 MB, first answer within 1 s)",
        ["database", "idle", "after pages", "peak under load", "≤ 200", "first answer s", "≤ 1 s"], rows)


main(sys.argv[1:] or ["sqlite", "postgres"])
