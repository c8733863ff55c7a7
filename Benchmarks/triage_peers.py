"""The peers of ./bench triage: scikit-learn and rapidfuzz in an environment of their own, pg_trgm in PostgreSQL."""
import json
import os
import re
import subprocess
import time

from common import POSTGRES, ROOT

HOME = ROOT / ".build-triage"
PACKAGES = ["scikit-learn==1.9.1", "rapidfuzz==3.14.6"]
PATIENCE = int(os.environ.get("BENCH_PEER_SECONDS", "600"))

LEARN = """
import json, sys, time
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC
rows = [line.split("\\t") for line in open(sys.argv[1], encoding="utf-8").read().rstrip("\\n").split("\\n")]
labels, texts = [row[0] for row in rows], [row[1] + row[2] for row in rows]
def new(): return make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 3)), LinearSVC())
begin = time.perf_counter()
model = new().fit(texts, labels)
train = time.perf_counter() - begin
begin = time.perf_counter()
model.predict(texts)
rate = len(texts) / (time.perf_counter() - begin)
told = [""] * len(rows)
for part in range(5):
    known = [i for i in range(len(rows)) if i % 5 != part]
    model = new().fit([texts[i] for i in known], [labels[i] for i in known])
    others = [i for i in range(len(rows)) if i % 5 == part]
    for i, label in zip(others, model.predict([texts[i] for i in others])): told[i] = label
print(json.dumps({"trainSeconds": train, "labelledASecond": rate, "told": told}))
"""

COMPARE = """
import json, sys, time
from rapidfuzz import fuzz, process
texts = open(sys.argv[1], encoding="utf-8").read().rstrip("\\n").split("\\n")
some = texts[:: max(1, len(texts) // 200)]
begin = time.perf_counter()
process.cdist(some, texts, scorer=fuzz.ratio, score_cutoff=60, workers=1)
print(json.dumps({"messages": len(texts), "asked": len(some), "seconds": time.perf_counter() - begin}))
"""


def python():
    """The environment of the Python peers; nothing where it cannot be made."""
    program = HOME / "bin" / "python"
    if subprocess.run([str(program), "-c", "import sklearn, rapidfuzz"], capture_output=True).returncode if program.exists() else True:
        subprocess.run(["python3", "-m", "venv", str(HOME)], check=False, capture_output=True)
        if subprocess.run([str(program), "-m", "pip", "install", "-q", *PACKAGES], check=False).returncode:
            return None
    return program


def script(source, *arguments):
    """What a script of a Python peer prints, on one core; nothing without the peer."""
    program = python()
    if program is None:
        return None
    command = ["taskset", "-c", "0", str(program), "-c", source, *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


class Trigrams:
    """pg_trgm with its GIN index over the same matters, in a database of its own."""

    NAME = "bench_trigrams"

    def __init__(self, matters):
        self.url = POSTGRES.rsplit("/", 1)[0] + "/" + self.NAME
        self.psql("DROP DATABASE IF EXISTS " + self.NAME, POSTGRES)
        self.psql(f"CREATE DATABASE {self.NAME} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'", POSTGRES)
        self.psql("CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gin; CREATE UNLOGGED TABLE matter (id BIGINT, village INT, text TEXT)")
        # COPY's own escapes do not occur: the texts hold no backslashes.
        with matters.open("rb") as file:
            subprocess.run(["psql", "-q", self.url, "-c", "COPY matter FROM STDIN"], stdin=file, check=True)

    def psql(self, statement, url=None):
        command = ["psql", "-At", "-q", "-v", "ON_ERROR_STOP=1", url or self.url, "-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def index(self, columns):
        begin = time.perf_counter()
        command = "SET maintenance_work_mem = '2GB'; SET max_parallel_maintenance_workers = 0; DROP INDEX IF EXISTS found; "
        self.psql(f"{command} CREATE INDEX found ON matter USING gin ({columns}); ANALYZE matter")
        return time.perf_counter() - begin, int(self.psql("SELECT pg_relation_size('found') + pg_relation_size('matter')"))

    def trigrams(self, word):
        """What the extension makes of a word: nothing in a locale that has no Chinese letters."""
        return self.psql(f"SELECT show_trgm('{word}')").strip()

    def ask(self, queries, of_village, threshold):
        """Milliseconds of each query and its ten ids among those above the threshold, as long as patience lasts; the index is warmed by three of them."""
        head = f"SET pg_trgm.similarity_threshold = {threshold};\nSET jit = off;\nSET max_parallel_workers_per_gather = 0;\n\\timing on\n"
        statements = []
        for village, text in queries:
            said = text.replace("'", "''")
            where = f"village = {village} AND " if of_village else ""
            statements.append(f"SELECT string_agg(id::TEXT, ' ') FROM (SELECT id FROM matter WHERE {where}text % '{said}' ORDER BY similarity(text, '{said}') DESC, id LIMIT 10) best")
        times, answers = [], []
        begin = time.perf_counter()
        for start in range(0, len(statements), 10):
            some = statements[:3] + statements[start:start + 10]
            out = subprocess.run(["psql", "-At", "-q", self.url], input=head + "".join(one + ";\n" for one in some), check=True, capture_output=True, text=True).stdout
            # A line of ids, then a line of the time; the three that warm up are left out.
            lines = out.rstrip("\n").split("\n")[6:]
            answers += [[int(one) for one in line.split()] for line in lines[::2]]
            times += [float(re.search(r"[\d.]+", line).group()) for line in lines[1::2]]
            if time.perf_counter() - begin > PATIENCE:
                break
        return times, answers

    def drop(self):
        self.psql("DROP DATABASE IF EXISTS " + self.NAME, POSTGRES)
