"""The quality of the triage engine on labelled messages: SANSHI_MESSAGES names the folder, ../shared/data otherwise."""
import os
import subprocess
from pathlib import Path

from common import BUILT, ROOT, run, table, verdict

DATA = Path(os.environ.get("SANSHI_MESSAGES", ROOT.parent / "shared" / "data"))
# Village sentences of our own, kept apart from those that the engine learns from.
OWN = ROOT / "Benchmarks" / "Data" / "village-own.tsv"
# Short village voices of our own, of which some are about one matter.
GROUPS = OWN.with_name("village-groups.tsv")
# Sentences that tell of danger, or only sound so, which nothing was changed for.
UNSEEN = OWN.with_name("urgent-unseen.tsv")
TASKS = [
    ("real city messages, cold start", "suggest", "triage-labelled.tsv", []),
    ("village voices, cold start", "suggest", "village-labelled.tsv", []),
    ("village voices of our own, cold start", "suggest", OWN.name, []),
    ("label learnt from the file, five-fold", "predict", "messages-labelled.tsv", []),
    ("pairs of messages", "similar", "pairs.tsv", ["--messages", str(DATA / "messages-hot.tsv")]),
    ("groups among 3,384 messages", "group", "messages-hot.tsv", []),
    ("groups among short village voices of our own", "group", GROUPS.name, []),
]
LIMITS = {
    ("triage-labelled.tsv", "leaf, top 1"): 0.75,
    ("triage-labelled.tsv", "leaf, top 3"): 0.92,
    ("triage-labelled.tsv", "class, accuracy"): 0.93,
    ("village-labelled.tsv", "leaf, top 1"): 0.65,
    ("village-labelled.tsv", "leaf, top 3"): 0.85,
    (OWN.name, "leaf, top 1"): 0.65,
    (OWN.name, "leaf, top 3"): 0.85,
    ("messages-labelled.tsv", "macro F1, five-fold"): 0.92,
    ("pairs.tsv", "average precision"): 0.97,
    ("messages-hot.tsv", "pairwise F1 without the largest"): 0.85,
    ("messages-hot.tsv", "B-cubed F1"): 0.96,
}


def path_of(file):
    return OWN.with_name(file) if file in (OWN.name, GROUPS.name, UNSEEN.name) else DATA / file


def rows_of(file):
    lines = path_of(file).read_text(encoding="utf-8").rstrip("\n").split("\n")
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"))) for line in lines[1:]]


def told(file):
    return [line.split("\t") for line in run("sanshi", "triage", "suggest", path_of(file)).rstrip("\n").split("\n")]


GIVEN = [("triage-labelled.tsv", "_a"), ("village-labelled.tsv", "")]


def pooled(files):
    """Class, calibration, urgency and splitting over files together."""
    gold, classes, right, sure, urgent, split = [], [], [], [], [], []
    for file, suffix in files:
        for row, line in zip(rows_of(file), told(file)):
            gold.append(row["class" + suffix])
            classes.append(line[1])
            right.append(line[2] == row["leaf" + suffix])
            sure.append(float(line[5]))
            urgent.append((row["urgency" + suffix] >= "U2", line[6] >= "U2"))
            split.append((row["split" + suffix] not in ("", "no"), line[7] == "yes"))
    scores = []
    for label in set(gold):
        hit = sum(a == b == label for a, b in zip(gold, classes))
        scores.append(2 * hit / max(1, gold.count(label) + classes.count(label)))
    error = 0
    for number in range(10):
        some = [i for i, value in enumerate(sure) if min(9, int(value * 10)) == number]
        error += abs(sum(sure[i] for i in some) - sum(right[i] for i in some)) / len(sure)
    missed = sum(want and not got for want, got in urgent)
    false = sum(got and not want for want, got in urgent)
    calm = sum(not want for want, _ in urgent)
    macro = sum(scores) / len(scores)
    found = sum(want and got for want, got in split)
    told_split, true_split = sum(got for _, got in split), sum(want for want, _ in split)
    halves = 2 * found / max(1, told_split + true_split)
    return [
        ["class, macro F1", f"{macro:.3f}", "≥ 0.82", verdict(macro >= 0.82)],
        ["expected calibration error", f"{error:.3f}", "≤ 0.05", verdict(error <= 0.05)],
        ["urgency U2 and above, missed", f"{missed} of {len(urgent) - calm}", "0", verdict(missed == 0)],
        ["urgency, false alarms", f"{false / calm:.3f}", "≤ 0.05", verdict(false <= 0.05 * calm)],
        ["several matters, F1", f"{halves:.3f} ({found} found of {true_split}, {told_split} told)", "", ""],
    ]


def dangers(file):
    """Of a file of sentences how many dangers are missed, and how many calm ones are taken for one."""
    pairs = [(row["urgency"] >= "U2", line[6] >= "U2") for row, line in zip(rows_of(file), told(file))]
    missed, false = sum(a and not b for a, b in pairs), sum(b and not a for a, b in pairs)
    urgent = sum(a for a, _ in pairs)
    return [
        ["urgency U2 and above, missed", f"{missed} of {urgent}", "0", verdict(missed == 0)],
        ["calm sentences taken for danger", f"{false} of {len(pairs) - urgent}", "", ""],
    ]


if not DATA.exists():
    raise SystemExit(f"There are no messages in {DATA}; SANSHI_MESSAGES names another folder.")
measures, details = [], []
for title, task, file, more in TASKS:
    out = subprocess.run(
        [str(BUILT / "sanshi"), "triage", "evaluate", "--task", task, *more, str(path_of(file))],
        check=True, capture_output=True, text=True).stdout
    details.append(f"{title} ({file})\n{out}")
    for line in out.split("\n"):
        fields = line.split("\t")
        limit = LIMITS.get((file, fields[0]))
        if limit is not None:
            measures.append([title, fields[0], " ".join(fields[1:]), f"≥ {limit}", verdict(float(fields[1]) >= limit)])
print("\n".join(details))
table("triage: one file each", ["task", "measure", "value", "goal", ""], measures)
table("triage: city and village together", ["measure", "value", "goal", ""], pooled(GIVEN))
table("triage: with the village voices of our own", ["measure", "value", "goal", ""], pooled([*GIVEN, (OWN.name, "")]))
table("triage: dangers in words that nothing was changed for", ["measure", "value", "goal", ""], dangers(UNSEEN.name))
