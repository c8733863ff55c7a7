"""Every page of the program, by its own list of routes: no rule of accessibility broken, nothing wider than the window.

A route without a line in one of the two tables fails: whoever adds a page says here who opens it and at which address.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from program import Server, run
from things import Things
from visitor import COMMITTEE, KEEPER, TOWN, VILLAGE, Visits

VIEW = f"/v/{VILLAGE}"
VIEW_TOWN = f"/t/{TOWN}"
COUNTY = "510999"
OFFICER, ADMIN = "qingshan.officer", "qingshan.admin"

# The path of a route: who opens it, and at which address.
PAGES = {
    "/": (None, "/"),
    "/sign-in": (None, "/sign-in"),
    "/lookup": (None, "/lookup"),
    "/privacy": (None, "/privacy"),
    "/records": (None, "/records"),
    "/api": (None, "/api"),
    "/account": (KEEPER, "/account"),
    "/home": (KEEPER, "/home"),
    # Residents.
    "/v/{village}": (None, VIEW),
    "/v/{village}/report": (None, VIEW + "/report"),
    "/v/{village}/open/search": (None, VIEW + "/open/search?q=路灯"),
    "/v/{village}/open/{class}": (None, VIEW + "/open/community"),
    "/v/{village}/open/matters/{matter}": (None, lambda t: f"{VIEW}/open/matters/{t.matter}"),
    "/v/{village}/matters/{matter}/joins": (None, lambda t: f"{VIEW}/matters/{t.matter}/joins"),
    "/r/{token}": (None, lambda t: f"/r/{t.track}"),
    "/r/{token}/withdrawal": (None, lambda t: f"/r/{t.track}/withdrawal"),
    "/r/{token}/rating": (None, lambda t: f"/r/{t.track}/rating"),
    "/rating/{secret}": (None, lambda t: t.rating_page),
    "/t/{town}/open/answers": (None, VIEW_TOWN + "/open/answers"),
    # Work orders and offices.
    "/t/{town}/orders": (OFFICER, VIEW_TOWN + "/orders"),
    "/t/{town}/orders/board": (OFFICER, VIEW_TOWN + "/orders/board"),
    "/v/{village}/orders": (KEEPER, VIEW + "/orders"),
    "/v/{village}/orders/{order}": ("qingshan.planning", lambda t: t.planning_order),
    "/v/{village}/orders/{order}/ratings": (KEEPER, lambda t: f"{VIEW}/orders/{t.order}/ratings"),
    "/v/{village}/matters/{matter}/orders": (KEEPER, lambda t: f"{VIEW}/matters/{t.matter}/orders"),
    "/t/{town}/offices": (ADMIN, VIEW_TOWN + "/offices"),
    "/t/{town}/offices/{office}": (ADMIN, lambda t: f"{VIEW_TOWN}/offices/{t.office}"),
    # A village's office.
    "/v/{village}/concerns": (KEEPER, VIEW + "/concerns"),
    "/v/{village}/concerns/new": (KEEPER, VIEW + "/concerns/new"),
    "/v/{village}/concerns/{concern}": (KEEPER, lambda t: f"{VIEW}/concerns/{t.concern}"),
    "/v/{village}/concerns/{concern}/slip": (KEEPER, lambda t: f"{VIEW}/concerns/{t.slip}/slip"),
    "/v/{village}/concerns/{concern}/second-appeal": (
        OFFICER,
        lambda t: f"{VIEW}/concerns/{t.twice_refused}/second-appeal",
    ),
    "/v/{village}/calls": (KEEPER, VIEW + "/calls"),
    "/v/{village}/mine": ("shiqiao.police", VIEW + "/mine"),
    "/v/{village}/matters": (KEEPER, VIEW + "/matters"),
    "/v/{village}/matters/{matter}": (KEEPER, lambda t: f"{VIEW}/matters/{t.matter}"),
    "/v/{village}/hot": (KEEPER, VIEW + "/hot"),
    "/t/{town}/hot": (OFFICER, VIEW_TOWN + "/hot"),
    "/v/{village}/matters/{matter}/classification": (
        KEEPER,
        lambda t: f"{VIEW}/matters/{t.matter}/classification",
    ),
    "/v/{village}/matters/{matter}/merges": (KEEPER, lambda t: f"{VIEW}/matters/{t.matter}/merges"),
    "/v/{village}/matters/{matter}/release": (KEEPER, lambda t: f"{VIEW}/matters/{t.matter}/release"),
    "/v/{village}/families/{family}": (KEEPER, lambda t: f"{VIEW}/families/{t.family}"),
    "/v/{village}/events": ("shiqiao.supervisor", VIEW + "/events"),
    "/v/{village}/imports": (KEEPER, VIEW + "/imports"),
    "/v/{village}/imports/{import}": (KEEPER, lambda t: f"{VIEW}/imports/{t.import_job}"),
    "/v/{village}/groupings": (KEEPER, VIEW + "/groupings"),
    "/v/{village}/groupings/{grouping}": (KEEPER, lambda t: f"{VIEW}/groupings/{t.grouping}"),
    "/v/{village}/groupings/{grouping}/confirmations": (
        KEEPER,
        lambda t: f"{VIEW}/groupings/{t.grouping}/confirmations",
    ),
    "/v/{village}/groupings/{grouping}/undoing": (KEEPER, lambda t: f"{VIEW}/groupings/{t.grouping}/undoing"),
    "/v/{village}/groupings/{grouping}/groups/{group}": (
        KEEPER,
        lambda t: f"{VIEW}/groupings/{t.grouping}/groups/{t.group}",
    ),
    "/v/{village}/registers": (KEEPER, VIEW + "/registers"),
    "/v/{village}/registers/{class}": (KEEPER, VIEW + "/registers/government"),
    "/v/{village}/registers/{class}/print": (KEEPER, VIEW + "/registers/government/print"),
    "/v/{village}/registers/{class}/annex/{matter}": (
        KEEPER,
        lambda t: f"{VIEW}/registers/community/annex/{t.matter}",
    ),
    "/v/{village}/keeper": (COMMITTEE, VIEW + "/keeper"),
    "/v/{village}/catalogue": (KEEPER, VIEW + "/catalogue"),
    "/v/{village}/poster": (COMMITTEE, VIEW + "/poster"),
    "/v/{village}/settings": (COMMITTEE, VIEW + "/settings"),
    "/v/{village}/accuracy": (KEEPER, VIEW + "/accuracy"),
    # Town and county.
    "/t/{town}/accuracy": (OFFICER, VIEW_TOWN + "/accuracy"),
    "/t/{town}": (OFFICER, VIEW_TOWN),
    "/t/{town}/villages": (OFFICER, VIEW_TOWN + "/villages"),
    "/t/{town}/registers": (OFFICER, VIEW_TOWN + "/registers"),
    "/t/{town}/catalogue": (OFFICER, VIEW_TOWN + "/catalogue"),
    "/t/{town}/catalogue/{code}": (OFFICER, VIEW_TOWN + "/catalogue/GM0901"),
    "/t/{town}/catalogue/{code}/versions/new": (OFFICER, VIEW_TOWN + "/catalogue/GM0901/versions/new"),
    "/t/{town}/catalogue/{code}/leaves/new": (OFFICER, VIEW_TOWN + "/catalogue/GM09/leaves/new"),
    "/t/{town}/wordings": (OFFICER, VIEW_TOWN + "/wordings"),
    "/t/{town}/wordings/{key}": (OFFICER, lambda t: f"{VIEW_TOWN}/wordings/{t.wording}"),
    "/t/{town}/reply-templates": (OFFICER, VIEW_TOWN + "/reply-templates"),
    "/t/{town}/reply-templates/{code}": (OFFICER, VIEW_TOWN + "/reply-templates/GM09"),
    "/t/{town}/reply-templates/{code}/{part}": (OFFICER, VIEW_TOWN + "/reply-templates/GM0902/solved"),
    "/t/{town}/keeping-rules": (ADMIN, VIEW_TOWN + "/keeping-rules"),
    "/t/{town}/calendar": (ADMIN, VIEW_TOWN + "/calendar"),
    "/notices": (KEEPER, "/notices"),
    "/deadlines": (KEEPER, "/deadlines"),
    "/t/{town}/open311": (ADMIN, VIEW_TOWN + "/open311"),
    "/r/{token}/notices": (None, lambda t: f"/r/{t.track}/notices"),
    "/n/{secret}": (None, lambda t: t.message_page),
    "/v/{village}/notices/{line}/slip": (KEEPER, lambda t: f"{VIEW}/notices/{t.told_line}/slip"),
    "/t/{town}/inbound": (ADMIN, VIEW_TOWN + "/inbound"),
    "/t/{town}/inbound/hooks/new": (ADMIN, VIEW_TOWN + "/inbound/hooks/new"),
    "/t/{town}/inbound/hooks/{hook}": (ADMIN, lambda t: f"{VIEW_TOWN}/inbound/hooks/{t.hook}"),
    "/t/{town}/notices": (ADMIN, VIEW_TOWN + "/notices"),
    "/t/{town}/notices/transports/new": (ADMIN, VIEW_TOWN + "/notices/transports/new?kind=sms"),
    "/t/{town}/notices/transports/{transport}": (ADMIN, lambda t: f"{VIEW_TOWN}/notices/transports/{t.transport}"),
    "/t/{town}/notices/deliveries": (ADMIN, VIEW_TOWN + "/notices/deliveries"),
    "/t/{town}/exchange": (ADMIN, lambda t: t.exchange and VIEW_TOWN + "/exchange"),
    "/t/{town}/exchange/new": (ADMIN, VIEW_TOWN + "/exchange/new"),
    "/t/{town}/exchange/{connector}": (ADMIN, lambda t: f"{VIEW_TOWN}/exchange/{t.exchange}"),
    "/t/{town}/exchange/{connector}/messages": (ADMIN, lambda t: f"{VIEW_TOWN}/exchange/{t.exchange}/messages"),
    "/t/{town}/sealed": ("qingshan.discipline", VIEW_TOWN + "/sealed"),
    "/t/{town}/sealed/{concern}": ("qingshan.discipline", lambda t: f"{VIEW_TOWN}/sealed/{t.sealed}"),
    "/c/{county}": ("qinghe.officer", f"/c/{COUNTY}"),
    "/c/{county}/towns": ("qinghe.officer", f"/c/{COUNTY}/towns"),
    "/c/{county}/absences": ("qinghe.admin", f"/c/{COUNTY}/absences"),
    "/g/{place}/matters": ("shiqiao.group1", f"/g/{VILLAGE}01/matters"),
    "/g/{place}/matters/{matter}": (
        "shiqiao.group1",
        lambda t: f"/g/{VILLAGE}01/matters/{t.group_matter}",
    ),
    "/admin/{place}": (ADMIN, f"/admin/{TOWN}"),
    "/admin/{place}/places/{code}": (ADMIN, f"/admin/{TOWN}/places/{VILLAGE}"),
    "/admin/{place}/accounts": (ADMIN, f"/admin/{TOWN}/accounts"),
    "/admin/{place}/accounts/{account}": (ADMIN, lambda t: f"/admin/{TOWN}/accounts/{t.account}"),
    "/admin/{place}/role-proposals": (ADMIN, f"/admin/{TOWN}/role-proposals"),
    "/admin/{place}/account-list": (ADMIN, f"/admin/{TOWN}/account-list"),
}

# What answers something else than a page: who asks, where, and how its content type begins.
FILES = {
    "/health": (None, "/health", "application/json"),
    "/metrics": (None, "/metrics", "text/plain"),
    "/assets/{kind}/{file}": (None, "/assets/css/all.css", "text/css"),
    "/alarms.json": (KEEPER, "/alarms.json", "application/json"),
    "/p/{photo}": (None, lambda t: f"/p/{t.public_photo}", "image/"),
    "/v/{village}/report/photos/{photo}": (None, lambda t: f"{VIEW}/report/photos/{t.kept_photo}", "image/"),
    "/v/{village}/photos/{photo}": (KEEPER, lambda t: f"{VIEW}/photos/{t.village_photo}", "image/"),
    "/v/{village}/orders/{order}/files/{file}": ("qingshan.planning", lambda t: t.order_paper, "application/pdf"),
    "/t/{town}/sealed/{concern}/photos/{photo}": (
        "qingshan.discipline",
        lambda t: f"{VIEW_TOWN}/sealed/{t.sealed}/photos/{t.sealed_photo}",
        "image/",
    ),
    "/ical/{feed}": (None, lambda t: t.calendar, "text/calendar"),
    "/v/{village}/map.json": (None, lambda t: t.map, "application/geo+json"),
    "/v/{village}/feed.json": (None, VIEW + "/feed.json", "application/feed+json"),
    "/v/{village}/feed.xml": (None, VIEW + "/feed.xml", "application/rss+xml"),
    "/v/{village}/groupings/{grouping}/progress": (
        KEEPER,
        lambda t: f"{VIEW}/groupings/{t.grouping}/progress",
        "application/json",
    ),
    "/v/{village}/imports/{import}/progress": (
        KEEPER,
        lambda t: f"{VIEW}/imports/{t.import_job}/progress",
        "application/json",
    ),
    "/v/{village}/imports/{import}/rejected.tsv": (
        KEEPER,
        lambda t: f"{VIEW}/imports/{t.import_job}/rejected.tsv",
        "text/",
    ),
    "/t/{town}/orders/export.xlsx": (OFFICER, VIEW_TOWN + "/orders/export.xlsx", "application/vnd.openxml"),
    "/t/{town}/orders/export.csv": (OFFICER, VIEW_TOWN + "/orders/export.csv", "text/csv"),
    "/v/{village}/hot/export.xlsx": (KEEPER, VIEW + "/hot/export.xlsx", "application/vnd.openxml"),
    "/v/{village}/hot/export.csv": (KEEPER, VIEW + "/hot/export.csv", "text/csv"),
    "/t/{town}/hot/export.xlsx": (OFFICER, VIEW_TOWN + "/hot/export.xlsx", "application/vnd.openxml"),
    "/t/{town}/hot/export.csv": (OFFICER, VIEW_TOWN + "/hot/export.csv", "text/csv"),
    "/v/{village}/registers/{class}/export.xlsx": (
        KEEPER,
        VIEW + "/registers/government/export.xlsx",
        "application/vnd.openxml",
    ),
    "/v/{village}/registers/{class}/export.csv": (KEEPER, VIEW + "/registers/government/export.csv", "text/csv"),
}
# Open before anybody has set the program up; test_first_run.py goes through it, and the last test here looks at it.
FIRST_RUN = {"/setup"}


def page_routes():
    """The paths of all GET routes that are mounted as pages, as the program lists them."""
    lines = [line.split("\t") for line in run("routes").splitlines()]
    return [path for method, path, mount, _ in lines if method == "GET" and mount in ("page", "both")]


@pytest.fixture(scope="module")
def things(browser, server, demonstration, sessions):
    visits = Visits(browser, server.address, demonstration.password, sessions)
    yield Things(visits, server.folder)
    visits.close()


def address(entry, things):
    return entry if isinstance(entry, str) else entry(things)


def check(page):
    """No broken rule of accessibility, one heading, a title, and nothing wider than the window."""
    expect(page.locator("h1")).to_have_count(1)
    assert page.title().strip()
    width, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= room, f"{page.url} is {width} px wide in a window of {room} px"
    broken = Axe().run(page).response["violations"]
    found = [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n    "
        + "\n    ".join(f"{node['target']} {node['html'][:160]}" for node in rule["nodes"][:4])
        for rule in broken
    ]
    assert not found, page.url + "\n" + "\n".join(found)


def open_page(page, path, status=200):
    answer = page.goto(path)
    assert answer.status == status, f"{path}: {answer.status}"
    return page


def test_the_check_sees_what_is_broken(visit):
    page = open_page(visit(), "/sign-in")
    page.evaluate("document.querySelectorAll('label').forEach(label => label.remove())")
    with pytest.raises(AssertionError, match="label"):
        check(page)


@pytest.mark.parametrize("route", page_routes())
def test_every_page(visit, things, route):
    if route in FIRST_RUN:
        return
    if route in FILES:
        login, entry, kind = FILES[route]
        answer = visit(login).request.get(address(entry, things))
        assert answer.status == 200, route
        assert answer.headers["content-type"].startswith(kind)
        return
    assert route in PAGES, f"{route} has no line in PAGES: who opens it, and at which address?"
    login, entry = PAGES[route]
    path = address(entry, things)
    check(open_page(visit(login), path))
    check(open_page(visit(login, device="desktop", language="en"), path))


def test_the_tables_name_no_page_that_is_gone():
    gone = (set(PAGES) | set(FILES) | FIRST_RUN) - set(page_routes())
    assert not gone


MAIN = [
    "/",
    "/v/{village}",
    "/v/{village}/report",
    "/r/{token}",
    "/home",
    "/v/{village}/concerns/{concern}",
    "/v/{village}/matters/{matter}",
    "/v/{village}/registers/{class}",
    "/v/{village}/registers/{class}/print",
    "/t/{town}",
    "/t/{town}/catalogue",
]


@pytest.mark.parametrize("route", MAIN)
def test_main_pages_in_large_text_and_in_the_dark(visit, things, route):
    login, entry = PAGES[route]
    path = address(entry, things)
    check(open_page(visit(login, large=True), path))
    check(open_page(visit(login, device="desktop", language="en", large=True, dark=True), path))
    check(open_page(visit(login, dark=True), path))


@pytest.mark.parametrize("device, language", [("phone", "zh"), ("desktop", "en")])
def test_forms_with_errors(visit, things, device, language):
    def sent(path, button, login=None, **fields):
        page = open_page(visit(login, device=device, language=language), path)
        for name, value in fields.items():
            page.locator(f"[name={name}]").fill(value)
        page.locator(button).first.click()
        expect(page.locator(".error-summary")).to_be_visible()
        check(page)

    submit = "main form .button.primary[type=submit]"
    sent(VIEW + "/report", submit)
    sent("/sign-in", submit)
    sent("/lookup", submit, number="12")
    sent(VIEW + "/concerns/new", submit, KEEPER)
    sent(VIEW_TOWN + "/catalogue/GM0901/versions/new", submit, OFFICER, days="0")
    sent(f"{VIEW}/concerns/{things.concern}#decision", "#decision ~ form .button.primary", KEEPER, title="")


@pytest.mark.parametrize("device, language", [("phone", "zh"), ("desktop", "en")])
def test_pages_of_errors(visit, device, language):
    check(open_page(visit(device=device, language=language), "/nowhere", status=404))
    check(open_page(visit("baishuwan.keeper", device=device, language=language), VIEW + "/concerns", status=403))


@pytest.mark.parametrize("device, language", [("phone", "zh"), ("desktop", "en")])
def test_pages_with_nothing_on_them(visit, things, device, language):
    village = things.empty_village
    check(open_page(visit(device=device, language=language), f"/v/{village}"))
    check(open_page(visit(device=device, language=language), f"/v/{village}/open/community"))
    page = visit(OFFICER, device=device, language=language)
    for path in [f"/v/{village}/matters", f"/v/{village}/registers", f"/v/{village}/registers/government"]:
        check(open_page(page, path))
    page = visit(KEEPER, device=device, language=language)
    check(open_page(page, VIEW + "/matters?q=没有这样的事"))
    check(open_page(page, VIEW + "/registers/government?q=没有这样的事"))


def test_the_page_of_the_first_run(browser, tmp_path):
    server = Server(tmp_path / "data")
    visits = Visits(browser, server.address, "", {})
    try:
        check(open_page(visits(), "/setup"))
        check(open_page(visits(device="desktop", language="en"), "/setup"))
    finally:
        visits.close()
        server.stop()
