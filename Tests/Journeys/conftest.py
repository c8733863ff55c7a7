"""What every journey stands on: the program, demonstration data, a browser, people who are signed in."""

import pytest
from playwright.sync_api import expect, sync_playwright

from program import PUBLIC, Demonstration, Server
from receivers import MailServer
from visitor import Visits

expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """Demonstration data, made once; never served itself, only copied."""
    return Demonstration(tmp_path_factory.mktemp("demonstration") / "data")


@pytest.fixture(scope="module")
def server(demonstration, tmp_path_factory):
    """A server with a copy of the demonstration data for one module alone."""
    server = Server(demonstration.copy(tmp_path_factory.mktemp("server") / "data"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=zh-CN"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def sessions():
    """The cookies of those who signed in to the module's server: each signs in once."""
    return {}


@pytest.fixture
def visit(browser, server, demonstration, sessions):
    """Opens a page as somebody: visit(login=None, device="phone", language="zh", scripts=True, …)."""
    visits = Visits(browser, server.address, demonstration.password, sessions)
    yield visits
    visits.close()


@pytest.fixture
def office(demonstration, tmp_path, browser):
    """Opens pages of a server of one test alone that knows by which address people reach it."""
    server = Server(demonstration.copy(tmp_path / "data"), SANSHI_PUBLIC_URL=PUBLIC)
    visits = Visits(browser, server.address, demonstration.password, {})
    yield visits
    visits.close()
    server.stop()


@pytest.fixture
def mail_server(tmp_path):
    server = MailServer(tmp_path)
    yield server
    server.stop()
