"""A village's register keeper: a slip by keyboard, triage, merging and undoing, closing, the register on paper."""

import io
import re
import zipfile

from playwright.sync_api import expect

from visitor import KEEPER, VILLAGE, json_of

MOST_TABS = 60


def keeper_at(visit, path, **more):
    page = visit(KEEPER, **{"device": "desktop", **more})
    page.goto(path)
    return page


def tab_to(page, field):
    """Presses Tab until the field has the focus, as somebody without a mouse does."""
    for _ in range(MOST_TABS):
        if field.evaluate("field => field === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{field} is not reached by Tab")


def open_matter(page, title):
    """Finds a matter in the list and opens it."""
    page.goto(f"/v/{VILLAGE}/matters")
    page.get_by_role("searchbox").fill(title)
    page.keyboard.press("Enter")
    page.get_by_role("link", name=title).first.click()
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()


def test_enters_a_slip_by_keyboard_alone(visit):
    page = keeper_at(visit, f"/v/{VILLAGE}/concerns/new")
    words = page.get_by_label("反映的是什么事")
    tab_to(page, words)
    page.keyboard.type("四组打谷机房的屋顶漏雨，谷子堆不进去。")
    tab_to(page, page.get_by_label("怎么来的"))
    page.keyboard.type("S")  # the letter of the paper slip
    tab_to(page, page.get_by_label("反映人称呼"))
    page.keyboard.type("罗婶")
    tab_to(page, page.get_by_label("哪个组"))
    page.keyboard.press("ArrowDown")
    group = page.get_by_label("哪个组").input_value()
    assert group
    tab_to(page, page.get_by_role("button", name="保存并录下一条"))
    page.keyboard.press("Enter")

    saved = page.get_by_text(re.compile(r"已保存.编号 \d{8}"))
    expect(saved).to_be_visible()
    # The next slip keeps channel, day and place; the words are new, and in focus.
    expect(page.get_by_label("怎么来的")).to_have_value("paperSlip")
    expect(page.get_by_label("哪个组")).to_have_value(group)
    expect(words).to_have_value("")
    expect(words).to_be_focused()
    page.keyboard.type("打谷机房门口的水泥地裂了。")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", level=1, name="回执")).to_be_visible()
    expect(page.locator("main svg[role=img]")).to_be_visible()  # the QR code of the slip
    page.goto(f"/v/{VILLAGE}/concerns")
    expect(page.get_by_text("四组打谷机房的屋顶漏雨")).to_be_visible()


def test_triages_with_another_category(visit):
    page = keeper_at(visit, f"/v/{VILLAGE}/concerns?state=received")
    page.get_by_role("link", name=re.compile("灯杆立起当摆设")).click()
    expect(page.get_by_role("heading", name="建议")).to_be_visible()
    expect(page.get_by_role("article").get_by_text("村内道路、桥涵与路灯").first).to_be_visible()  # what the program suggests

    page.get_by_label("类目").select_option("GM0905")
    page.get_by_role("button", name=re.compile("按所选类目")).click()
    expect(page.get_by_label("类目")).to_have_value("GM0905")
    page.get_by_label("事项名称").fill("二组桥边路灯不亮")
    page.get_by_role("textbox", name="理由").fill("这座桥在镇上的街边，灯归集镇")
    page.get_by_role("button", name="确认分流", exact=True).click()

    expect(page.get_by_role("heading", level=1, name="二组桥边路灯不亮")).to_be_visible()
    expect(page.locator("main").get_by_text("大事").first).to_be_visible()
    expect(page.get_by_text("这座桥在镇上的街边，灯归集镇").first).to_be_visible()
    expect(page.get_by_role("heading", name="经过")).to_be_visible()
    expect(page.get_by_text("戚碧清").first).to_be_visible()  # who decided
    page.goto(f"/v/{VILLAGE}/registers/government")
    expect(page.get_by_role("link", name="二组桥边路灯不亮")).to_be_visible()


def test_a_choice_against_the_suggestion_needs_a_reason(visit):
    page = keeper_at(visit, f"/v/{VILLAGE}/concerns?state=received")
    page.get_by_role("link", name=re.compile("七十岁以上独居老人")).click()
    page.get_by_label("类目").select_option("CM0305")
    page.get_by_label("事项名称").fill("独居老人隔天上门看望")
    page.get_by_role("textbox", name="理由").fill("")
    page.get_by_role("button", name="确认分流", exact=True).click()
    expect(page.locator(".error-summary")).to_contain_text("为什么")
    expect(page.get_by_label("事项名称")).to_have_value("独居老人隔天上门看望")
    expect(page.get_by_label("类目")).to_have_value("CM0305")


def test_merges_two_matters_and_undoes_it(visit):
    page = keeper_at(visit, "/home")
    kept, merged = "三岔口视线遮挡与转角镜", "村小 道路交通安全"

    def state():
        found = json_of(page, f"/v/{VILLAGE}/matters?class=government&limit=200")["items"]
        return {
            matter["title"]: {key: matter[key] for key in ("state", "class", "concerns", "reporters")}
            for matter in found
            if matter["title"] in (kept, merged)
        }

    before = state()
    open_matter(page, kept)
    page.get_by_role("link", name="合并重复事项").click()
    page.get_by_role("searchbox").fill("村小")
    page.keyboard.press("Enter")
    page.get_by_label(merged).check()
    page.get_by_label("为什么是同一件").fill("同一个下坡弯道")
    page.get_by_role("button", name="合并", exact=True).click()

    expect(page.get_by_role("heading", level=1, name=kept)).to_be_visible()
    expect(page.get_by_role("heading", name="合并进来的事项")).to_be_visible()
    expect(page.locator("main").get_by_text("2 人反映").first).to_be_visible()
    open_matter(page, kept)
    undo = page.get_by_role("button", name="撤销合并")
    undo.click()
    page.get_by_role("button", name="再点一次就撤销").click()
    expect(page.get_by_role("heading", name="合并进来的事项")).to_have_count(0)
    assert state() == before
    # The history tells both.
    page.goto(f"/v/{VILLAGE}/matters")
    open_matter(page, merged)
    expect(page.get_by_text("撤销合并").first).to_be_visible()


def test_answers_closes_and_reopens(visit):
    page = keeper_at(visit, "/home")
    title = "石桥头路灯不亮"

    def step(button, words, again=None):
        page.get_by_label("写给反映人的话").fill(words)
        page.get_by_role("button", name=button, exact=True).click()
        if again:
            page.get_by_role("button", name=again).click()

    def state(word):
        return expect(page.locator(".page-title").get_by_text(word))

    open_matter(page, title)
    step("记录进展", "电工已经看过，配件后天到。")
    expect(page.get_by_text("电工已经看过").first).to_be_visible()
    step("答复", "灯已经换好，晚上请再看看。")
    state("已答复").to_be_visible()
    step("办结", "换了灯头和线，试亮正常。", again="再点一次就办结")
    state("已办结").to_be_visible()
    page.goto(f"/v/{VILLAGE}/registers/community?state=closed")
    expect(page.get_by_role("link", name=title)).to_be_visible()
    open_matter(page, title)
    step("重新办理", "居民说昨晚又黑了。")
    state("办理中").to_be_visible()


def test_the_register_filters_prints_and_downloads(visit):
    page = keeper_at(visit, f"/v/{VILLAGE}/registers/government")
    for column in ["编号", "日期", "事项", "归口", "反映单位", "联系方式"]:
        expect(page.get_by_role("columnheader", name=column)).to_be_visible()
    page.get_by_role("searchbox").fill("野猪")  # two characters
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="野猪毁坏庄稼")).to_be_visible()
    expect(page.locator("main tbody tr")).to_have_count(1)
    expect(page.locator("main tbody")).not_to_contain_text(re.compile(r"1\d{10}"))  # masked

    page.goto(f"/v/{VILLAGE}/registers/government")
    for name, kind in [("下载 Excel", "xlsx"), ("下载 CSV", "csv")]:
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename.endswith("." + kind)
        content = download.value.path().read_bytes()
        if kind == "xlsx":
            book = zipfile.ZipFile(io.BytesIO(content))
            assert book.testzip() is None
            texts = b"".join(book.read(name) for name in book.namelist() if name.endswith(".xml"))
            assert "野猪毁坏庄稼".encode() in texts
        else:
            assert "野猪毁坏庄稼" in content.decode("utf-8-sig")

    page.get_by_role("link", name="打印", exact=True).click()
    page.emulate_media(media="print")
    expect(page.get_by_text("石桥村大事清单登记簿")).to_be_visible()
    expect(page.get_by_text("登记人签字")).to_be_visible()
    expect(page.locator(".rail")).to_be_hidden()
    sheet = page.pdf(prefer_css_page_size=True)
    box = re.search(rb"/MediaBox\s*\[([^\]]+)\]", sheet)
    width, height = [float(number) for number in box[1].split()[2:]]
    assert abs(width - 842) < 2 and abs(height - 595) < 2  # A4 landscape, in points


def test_contacts_are_shown_on_demand_and_each_look_is_recorded(visit):
    page = keeper_at(visit, f"/v/{VILLAGE}/registers/government")
    supervisor = visit("shiqiao.supervisor", device="desktop")

    def last_event():
        return int(json_of(supervisor, f"/v/{VILLAGE}/events")["items"][0]["seq"])

    before = last_event()
    page.get_by_role("button", name="显示联系方式").click()
    expect(page.get_by_text("这次查看已经记下")).to_be_visible()
    expect(page.locator("main tbody")).to_contain_text(re.compile(r"1\d{10}"))
    shown = last_event()
    assert shown > before
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 CSV（含联系方式）").click()
    assert re.search(r",1\d{10}", download.value.path().read_text())
    page.get_by_role("button", name="打印（含联系方式）").click()
    expect(page.locator("main tbody")).to_contain_text(re.compile(r"1\d{10}"))
    assert last_event() == shown + 2
    page.goto(f"/v/{VILLAGE}/registers/government/print?contacts=1")
    expect(page.locator("main tbody")).not_to_contain_text(re.compile(r"1\d{10}"))


def test_works_on_a_phone_in_english(visit):
    page = keeper_at(visit, "/home", device="phone", language="en")
    page.get_by_role("link", name="Begin with the first").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"/v/{VILLAGE}/concerns?state=received")
    page.get_by_role("link", name=re.compile("墙根被他家挖空了")).click()
    page.get_by_role("link", name="Change it").click()  # a phone shows the form when it is asked for
    page.get_by_label("Title of the matter").fill("Undermined wall between neighbours")
    page.get_by_label("Category").select_option("PM0302")
    page.get_by_role("textbox", name="Reason").fill("Two neighbours and their wall")
    page.get_by_role("button", name="Confirm the triage").click()
    expect(page.get_by_role("heading", level=1, name="Undermined wall")).to_be_visible()
    expect(page.get_by_text("Private matter").first).to_be_visible()


def test_keys_go_along_the_rows(visit):
    page = keeper_at(visit, f"/v/{VILLAGE}/concerns")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    rows = page.locator("[data-row] .row-link")
    expect(rows.first).to_be_visible()
    # The first press that is heard goes to the first row: the script may come a little later than the rows.
    for _ in range(100):
        page.keyboard.press("j")
        if page.evaluate("document.activeElement.matches('.row-link')"):
            break
        page.wait_for_timeout(100)
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="原话")).to_be_visible()
