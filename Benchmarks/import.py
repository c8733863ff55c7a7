"""A workbook of 10,000 rows on the command line: rows a second, memory flat."""
import os
import sys
import tempfile
import time

from common import BUILT, STORE, Filled, run, table, verdict

SIZES = [1_000, 10_000]


def take_in(database, rows):
    filled = Filled(database, 1_000)
    folder = filled.copy()
    sheet = tempfile.mkdtemp(prefix="bench-", dir=STORE) + "/rows.xlsx"
    run("Benchmarks", "sheet", "--rows", rows, sheet)
    command = [str(BUILT / "sanshi"), "import", "concerns", sheet, "--village", filled.village, "--data", str(folder), "--database", filled.url(folder)]
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"the import ended with {status}")
    return rows / (time.perf_counter() - begin), usage.ru_maxrss / 1024


def main(databases):
    rows = []
    for database in databases:
        (_, small), (rate, large) = [take_in(database, size) for size in SIZES]
        rows.append([database, f"{rate:.0f}", f"{small:.0f}", f"{large:.0f}", f"{large / small:.2f}", verdict(large <= 1.5 * small)])
    table(
        "import of 10,000 rows of XLSX on the command line (limit: peak memory at most 1.5 × that of 1,000 rows)",
        ["database", "rows a second", "peak MB, 1,000 rows", "peak MB, 10,000 rows", "growth", "flat"], rows)


main(sys.argv[1:] or ["sqlite", "postgres"])
