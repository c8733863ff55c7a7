"""Makes the workbooks of this folder: openpyxl.xlsx by openpyxl, libreoffice.xlsx from the same cells by LibreOffice.

Run by hand in a Python that has openpyxl, where soffice is installed: python make.py
"""

import subprocess
import tempfile
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
HEADER = ["序号", "日期", "反映人", "联系方式", "组", "反映事项", "办理情况", "办结日期"]


def rich(*parts):
    """Text of which every second part is bold."""
    return CellRichText(
        *[TextBlock(InlineFont(b=True), part) if index % 2 else part for index, part in enumerate(parts)]
    )


def rows(formulas):
    """Dates as serial numbers, as text, as formulas; telephone numbers as numbers and as text."""
    day = "=DATE(2025,3,8)" if formulas else date(2025, 3, 8)
    words = '="晒坝边的"&"路灯不亮。"' if formulas else "晒坝边的路灯不亮。"
    return [
        [1, date(2025, 3, 2), "吴老师", 13800138001, "一组", rich("水渠", "垮了十几米", "，春灌前要修好。"), "已修复", "2025.4.1"],
        [2, "2025.3.5", "何婶", "13900139002", None, "垃圾池满了\n三天没人拉。", None, None],
        [3, "3月5日", "罗大爷", None, "二组", "机耕道塌了一截 & 不能过车 <急>。", None, None],
        [4, day, "陈姐", None, "二组", words, "已办结", datetime(2025, 3, 20, 15, 30)],
        [5, date(2025, 3, 9), "周叔", None, "三组", rich("", "=1+1", " 是墙上的字，没人擦。"), None, None],
        [6, "20226.1.1", "周叔", None, "三组", "这一行的日期写错了。", None, None],
        [7, date(2025, 3, 10), "周叔", None, "三组", None, None, None],
    ]


def book(formulas):
    made = Workbook()
    sheet = made.active
    sheet.title = "登记表"
    sheet.append(["石桥村2025年诉求登记表"])
    sheet.append(["单位：石桥村村民委员会"])
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("A2:H2")
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    sheet.append(HEADER)
    for row in rows(formulas):
        sheet.append(row)
    sheet.merge_cells("E4:E5")
    for cell in ["B4", "B7", "B10"]:
        sheet[cell].number_format = "yyyy/m/d"
    sheet["B8"].number_format = 'yyyy"年"m"月"d"日"'
    made.create_sheet("说明").append(["这一页不是登记表。"])
    return made


def main():
    book(formulas=False).save(HERE / "openpyxl.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "libreoffice.xlsx"
        book(formulas=True).save(source)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
        subprocess.run([*command, "--outdir", str(HERE), str(source)], check=True)


if __name__ == "__main__":
    main()
