"""The matters that ./bench triage looks among: real sentences and names of places, put together anew."""
import random
import re
from pathlib import Path

FILES = ["messages-hot.tsv", "messages-labelled.tsv", "messages-replies.tsv", "messages-unlabelled.tsv"]
ENDINGS = "小区|花园|家园|公寓|社区|小学|中学|医院|公园|广场|市场|车站|大道|水库|村|镇|乡|路|街|桥|巷|组"
NAME = re.compile(rf"[A-Z0-9\u4e00-\u9fff]{{2,5}}?(?:{ENDINGS})")
QUERIES = 1000
VILLAGES = 1000


def texts(data):
    """Label, title and body of each message, without white space and escapes."""
    found = []
    for file in FILES:
        lines = (Path(data) / file).read_text(encoding="utf-8").rstrip("\n").split("\n")
        names = lines[0].split("\t")
        for line in lines[1:]:
            row = dict(zip(names, line.split("\t")))
            found.append([re.sub(r"\\[tnr\\]|\s", "", row.get(name, "")) for name in ("label1", "title", "body")])
    return found


def parts(data):
    """Sentences of 8 to 60 characters and names of places, each once."""
    sentences, names = set(), set()
    for _, title, body in texts(data):
        text = title + body
        for sentence in re.split("[。！？!?；;…]", text):
            if 8 <= len(sentence) <= 60:
                sentences.add(sentence)
        names.update(NAME.findall(text))
    return sorted(sentences), sorted(names)


def variant(chance, place, said, sentences):
    """The matter once more, in other words: two of its three sentences, the later first, each without its beginning or end
    and with every twelfth character gone, and a sentence of its own; the place in four of five cases."""
    kept = []
    for sentence in reversed(chance.sample(said, 2)):
        cut = max(1, len(sentence) // 5)
        sentence = sentence[cut:] if chance.random() < 0.5 else sentence[:-cut]
        kept.append("".join(c for c in sentence if chance.random() > 1 / 12))
    where = [place] if chance.random() < 0.8 else []
    return "，".join([*where, *kept, chance.choice(sentences)])


def write(data, folder, count):
    """matters.tsv: id, village, text; queries.tsv: the id that is meant, its village, text."""
    chance = random.Random(20260101)
    sentences, names = parts(data)
    asked = set(chance.sample(range(count), QUERIES))
    with (folder / "matters.tsv").open("w", encoding="utf-8") as matters, (folder / "queries.tsv").open("w", encoding="utf-8") as queries:
        for number in range(count):
            place = chance.choice(names) + (chance.choice("一二三四五六七八九") + "组" if chance.random() < 0.3 else "")
            said = chance.sample(sentences, 3)
            village = number % VILLAGES
            matters.write(f"{number + 1}\t{village}\t{place}，{'。'.join(said)}。\n")
            if number in asked:
                queries.write(f"{number + 1}\t{village}\t{variant(chance, place, said, sentences)}\n")
    return len(sentences), len(names)
