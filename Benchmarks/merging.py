"""The merge page and the merge itself at 100,000 matters of one village."""
import json
import statistics
import sys
import time
from urllib.parse import quote

from common import Client, Filled, Server, percentile, table, verdict


# Seconds in which the server, after it has begun to answer, learns its sentences, builds the indexes and erases what the keeping
# rules say, in the background.
WARM_UP = 15


def measure(database):
    filled = Filled(database, 100_000)
    folder = filled.copy()
    pages, acts = [], []
    with Server(filled, folder) as server:
        client = Client(server, filled.headers)
        time.sleep(WARM_UP)
        base = f"/v/{filled.village}/matters"
        found = json.loads(client.ask(f"/api/v1{base}?class=government&state=inProgress&limit=60")[0])["items"]
        for number, matter in enumerate(found):
            milliseconds = client.ask(f"{base}/{matter['id']}/merges")[1]
            if number:  # the first would build the index of similar matters, were it not built after the start
                pages.append(milliseconds)
            else:
                first = milliseconds
        for kept in found:
            candidates = json.loads(client.ask(f"/api/v1{base}/{kept['id']}/merges?q={quote(kept['title'][:4])}")[0])
            if not candidates:
                continue
            body = f"merged={candidates[0]['matter']['id']}&reason={quote('同一件事')}"
            try:
                acts.append(client.ask(f"/api/v1{base}/{kept['id']}/merges", body)[1])
            except SystemExit:
                continue  # merged itself by an earlier one
    return first, pages, acts


def main(databases):
    rows = []
    for database in databases:
        first, *both = measure(database)
        for what, some in zip(("page", "act"), both):
            p95 = percentile(some, 0.95)
            rows.append([database, what, len(some), f"{statistics.median(some):.1f}", f"{p95:.1f}", verdict(p95 <= 20)])
        rows.append([database, f"very first page, {WARM_UP} s after the start", 1, f"{first:.1f}", "", verdict(first <= 20)])
    table("merging at 100,000 matters of one village, milliseconds (limit: 20)", ["database", "what", "times", "p50", "p95", "≤ 20"], rows)


main(sys.argv[1:] or ["sqlite", "postgres"])
