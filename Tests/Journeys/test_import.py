"""An old register comes in as a file."""

import re

from playwright.sync_api import expect

from visitor import KEEPER, VILLAGE

TITLE = "石桥村2025年诉求登记表"
HEADER = ["序号", "日期", "反映人", "联系方式", "反映事项", "办理情况", "办结日期"]
ROWS = [
    ["1", "2025.3.5", "吴老师", "13800138001", "三组水渠垮了十几米，春灌前要修好。", "已修复", "2025.4.1"],
    ["2", "3月12日", "", "", "垃圾桶太少，赶场天垃圾堆到路中间。", "", ""],
    ["3", "20226.1.1", "吴老师", "", "这一行的日期写错了。", "", ""],
    ["4", "2025.5.20", "何婶", "", "", "", ""],
    ["5", "2025-06-01", "何婶", "", "村小门口的斑马线磨没了，学生过街危险。", "", ""],
]


def register():
    lines = [[TITLE], ["制表：村委会"], HEADER, *ROWS]
    text = "\n".join("\t".join(line) for line in lines)
    return {"name": "2025.tsv", "mimeType": "text/tab-separated-values", "buffer": text.encode()}


def test_a_file_with_title_rows_comes_in(visit):
    page = visit(KEEPER, device="desktop")
    page.goto(f"/v/{VILLAGE}/imports")
    page.locator("input[type=file]").set_input_files(register())
    page.get_by_role("button", name="上传并查看").click()

    # The mapping that is proposed, beneath the title rows, and what the rows will be.
    expect(page.get_by_role("heading", name="每一列是什么")).to_be_visible()
    expect(page.get_by_label("哪一行是表头")).to_have_value("3")
    expect(page.get_by_label("反映事项")).not_to_have_value("")
    expect(page.get_by_label("反映人", exact=False).first).not_to_have_value("")
    preview = page.get_by_role("table")
    expect(preview).to_contain_text("三组水渠垮了十几米")
    expect(preview).to_contain_text("2025-03-05")
    expect(preview).to_contain_text("这一行导不进来")
    page.get_by_role("button", name="开始导入").click()

    expect(page.get_by_role("heading", name="没导进来的行")).to_be_visible()
    rejected = page.get_by_role("table")
    expect(rejected.locator("tbody tr")).to_have_count(2)
    expect(rejected).to_contain_text("20226")
    expect(rejected).to_contain_text("没有写是什么事")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("下载没导进来的行")).click()
    content = download.value.path().read_text("utf-8-sig")
    assert "20226.1.1" in content and "何婶" in content and "斑马线" not in content

    page.get_by_role("link", name="看诉求").click()
    expect(page.get_by_role("link", name=re.compile("村小门口的斑马线磨没了"))).to_be_visible()

    # The same file a second time adds nothing.
    page.goto(f"/v/{VILLAGE}/imports")
    page.locator("input[type=file]").set_input_files(register())
    page.get_by_role("button", name="上传并查看").click()
    page.get_by_role("button", name="开始导入").click()
    expect(page.get_by_role("heading", name="没导进来的行")).to_be_visible()
    expect(page.locator(".tile", has_text="以前就有")).to_contain_text("3")
    expect(page.locator(".tile", has_text="导入的").first).to_contain_text("0")


def test_a_file_of_another_kind_is_refused_in_words(visit):
    page = visit(KEEPER)
    page.goto(f"/v/{VILLAGE}/imports")
    old = {"name": "旧表.xls", "mimeType": "application/vnd.ms-excel", "buffer": b"\xd0\xcf\x11\xe0" + b"\0" * 600}
    page.locator("input[type=file]").set_input_files(old)
    page.get_by_role("button", name="上传并查看").click()
    expect(page.locator(".error-summary")).to_contain_text(".xlsx")
    empty = {"name": "空.csv", "mimeType": "text/csv", "buffer": b""}
    page.locator("input[type=file]").set_input_files(empty)
    page.get_by_role("button", name="上传并查看").click()
    expect(page.locator(".error-summary")).to_be_visible()
