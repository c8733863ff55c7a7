"""Excel files of and for others: LibreOffice opens our register with the same cells; what LibreOffice and openpyxl
write comes in."""

import csv
import io
import shutil
import sqlite3
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from program import run
from things import send, today
from visitor import KEEPER, VILLAGE

FILES = Path(__file__).parent / "files"
CLASSES = ["government", "community", "private"]
EXTRAS = "state,class,leaf,lead,group,place,channel,urgency,due,closed,basis,reply,concerns,joins"
# Comma, double quotes, UTF-8, all cells as they are shown, without formulas.
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice is not installed (apt-get install --no-install-recommends libreoffice-calc-nogui)",
)


def table(text):
    """The rows of a CSV; rows are as long as the longest."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def unguarded(cell):
    """Our CSV has `'` before what a spreadsheet would take for a formula; a workbook says that it is text."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in list("=+-@") else cell


def opened(content, folder):
    """The cells of the first sheet, as LibreOffice shows them."""
    source = folder / "register.xlsx"
    source.write_bytes(content)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", AS_SHOWN]
    done = subprocess.run(
        [*command, "--outdir", folder, source], capture_output=True, text=True, timeout=120, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    with open(folder / "register.csv", encoding="utf-8", newline="") as file:
        return table(file.read())


def enter_hard_words(page):
    """A matter whose title and place look like formulas, with quotes and a reply over two lines."""
    form = {"text": "墙上写着=1+1，没人擦。", "channel": "walkIn", "source_kind": "resident"}
    form |= {"reported_day": today().isoformat(), "place_text": "-1 号院"}
    concern = send(page, f"/v/{VILLAGE}/concerns", form)["id"]
    decision = {"target": "new", "leaf": "CM0304", "lead": "村（居）委会", "limit_days": "5", "urgency": "U0"}
    decision |= {"title": '=1+1 "墙上的字", 待清洗', "reason": "院坝保洁"}
    matter = send(page, f"/v/{VILLAGE}/concerns/{concern}/triage", decision)["matters"][0]["id"]
    send(page, f"/v/{VILLAGE}/matters/{matter}/answer", {"text": "=已擦干净\n请看一看"})


@needs_office
def test_libreoffice_opens_our_register_with_the_same_cells(visit, tmp_path):
    page = visit(KEEPER, device="desktop")
    enter_hard_words(page)
    seen = 0
    for kind in CLASSES:
        address = f"/api/v1/v/{VILLAGE}/registers/{kind}/export"
        query = f"?columns={EXTRAS}"
        workbook = page.request.get(f"{address}.xlsx{query}")
        text = page.request.get(f"{address}.csv{query}")
        assert workbook.ok and text.ok
        ours = [[unguarded(cell) for cell in row] for row in table(text.body().decode("utf-8-sig"))]
        folder = tmp_path / kind
        folder.mkdir()
        theirs = opened(workbook.body(), folder)
        for number, (mine, shown) in enumerate(zip(ours, theirs, strict=True), start=1):
            assert mine == shown, f"{kind}, row {number}"
        seen += len(ours)
        if kind == "community":
            cells = {cell for row in theirs for cell in row}
            assert {'=1+1 "墙上的字", 待清洗', "-1 号院", "=已擦干净\n请看一看"} <= cells
    assert seen > 30


def concerns_of(folder):
    """What the last import added: day, group, reporter, telephone, words."""
    query = """
      SELECT c.reported_day, p.name_zh, n.name, n.phone, c.text FROM concern c
      LEFT JOIN place p ON p.id = c.group_place LEFT JOIN person n ON n.id = c.person
      WHERE c.import_key IS NOT NULL ORDER BY c.received_at"""
    with sqlite3.connect(folder / "sanshi.sqlite") as database:
        rows = database.execute(query).fetchall()
    return [((date(1970, 1, 1) + timedelta(days=day)).isoformat(), *rest) for day, *rest in rows]


@pytest.mark.parametrize("name", ["openpyxl.xlsx", "libreoffice.xlsx"])
def test_workbooks_of_others_come_in(demonstration, tmp_path, name):
    """Title rows, merged cells, rich and inline text, formulas with their values, dates in every form."""
    data = demonstration.copy(tmp_path / "data")
    file = Path(shutil.copy(FILES / name, tmp_path))
    before = set(concerns_of(data))
    run("import", "concerns", file, "--village", VILLAGE, "--data", data)
    added = [row for row in concerns_of(data) if row not in before]
    assert sorted(added) == sorted(
        [
            ("2025-03-02", "一组", "吴老师", "13800138001", "水渠垮了十几米，春灌前要修好。"),
            ("2025-03-05", "一组", "何婶", "13900139002", "垃圾池满了\n三天没人拉。"),
            # "3月5日" below a day of 2025.
            ("2025-03-05", "二组", "罗大爷", "", "机耕道塌了一截 & 不能过车 <急>。"),
            ("2025-03-08", "二组", "陈姐", "", "晒坝边的路灯不亮。"),
            ("2025-03-09", "三组", "周叔", "", "=1+1 是墙上的字，没人擦。"),
        ]
    )
    rejected = Path(str(file) + ".rejected.tsv").read_text("utf-8").splitlines()
    assert len(rejected) == 3 and "20226.1.1" in rejected[1] and "没有写是什么事" in rejected[2]
