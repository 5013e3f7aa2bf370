"""A real browser before a served site. Without Chromium the tests are skipped, which is said loudly; never in CI."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, sync_playwright

from tests.browser.chromium import NOT_RUN, find_chromium, may_be_left_out

CHROMIUM = find_chromium()
AXE = Axe().axe_script
PASSWORD = "望川-2026-桥头"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "preload": False}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "preload": False}
SIZE = {"width": 1280, "height": 900}

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # the browser's driver runs a loop in this thread


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None and may_be_left_out():
        for item in items:
            if "browser" in item.path.parts:
                item.add_marker(pytest.mark.skip(reason="no Chromium"))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if CHROMIUM is None:
        terminalreporter.write_line(NOT_RUN, red=True, bold=True)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    assert CHROMIUM, NOT_RUN
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def site(live_server: Any, settings: Any, tmp_path: Any) -> str:
    """The address of the served site, with its own folder for uploads."""
    settings.MEDIA_ROOT = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # a test of this kind empties every table when it ends, and the groups came with the migrations
    import_module("articles.migrations.0012_roles").make_groups(apps, SimpleNamespace(connection=connection))
    return str(live_server.url)


class Visitor:
    """Somebody at a browser, whose console and whose requests are listened to."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.site = site
        self.page: Page = context.new_page()
        self.console: list[str] = []
        self.is_checking = False  # axe sets styles of its own, which the policy refuses
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", lambda request: self._see(request.url))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not self.is_checking:
            self.console.append(f"{message.text} ({message.location.get('url', '')})")

    def _see(self, address: str) -> None:
        if not address.startswith((f"{self.site}/", "data:", "blob:")):
            self.console.append(f"a request to another house: {address}")

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)

    def press(self, words: str) -> None:
        """Press the button or the link with these words, and wait for the page it leads to."""
        self.follow(
            self.page.get_by_role("button", name=words, exact=True).or_(
                self.page.get_by_role("link", name=words, exact=True)
            )
        )

    def follow(self, way: Locator) -> None:
        with self.page.expect_navigation():
            way.first.click()

    def reads(self, words: str) -> bool:
        return words in self.page.inner_text("body")


def check_page(visitor: Visitor) -> None:
    """No violation of WCAG 2.2 AA, in light and in dark, and nothing that scrolls sideways at 1024 pixels."""
    faults = faults_of(visitor)
    assert not faults, "\n".join(faults)


def faults_of(visitor: Visitor) -> list[str]:
    """What is wrong with the page that is open, a line each; empty when nothing is."""
    page = visitor.page
    visitor.is_checking = True
    page.set_viewport_size({"width": 1024, "height": 768})
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.evaluate(AXE)
    faults = [f"{page.url} is {wide} pixels too wide"] if wide > 0 else []
    for scheme, rules in (("light", RULES), ("dark", CONTRAST)):  # nothing else can differ
        page.emulate_media(color_scheme=scheme)
        faults += _faults_by_axe(page, scheme, rules)
    page.emulate_media(color_scheme="light")
    visitor.is_checking = False
    return faults


def _faults_by_axe(page: Page, scheme: str, rules: dict[str, Any]) -> list[str]:
    found = page.evaluate("async rules => (await axe.run(document, rules)).violations", rules)
    return [
        f"{scheme} {page.url} {one['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for one in found
        for node in one["nodes"][:3]
    ]


@pytest.fixture
def visit(chromium: Browser, site: str) -> Iterator[Callable[..., Visitor]]:
    """Opens a browser of its own for somebody: a reader, or a member of groups at the desk."""
    contexts: list[BrowserContext] = []
    visitors: list[Visitor] = []

    def open_browser(name: str = "", *groups: str, language: str = "en", **options: Any) -> Visitor:
        context = chromium.new_context(locale=language, viewport=SIZE, reduced_motion="reduce", **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        visitor = Visitor(context, site)
        visitors.append(visitor)
        if name:
            _make_account(name, groups)
            visitor.go("/admin/login/")
            visitor.page.fill("#id_username", name)
            visitor.page.fill("#id_password", PASSWORD)
            visitor.page.press("#id_password", "Enter")
            visitor.page.wait_for_url("**/admin/")
        return visitor

    yield open_browser
    for context in contexts:
        context.close()
    connection.close_if_unusable_or_obsolete()
    assert [line for visitor in visitors for line in visitor.console] == []


def _make_account(name: str, groups: tuple[str, ...]) -> None:
    if not User.objects.filter(username=name).exists():
        person = User.objects.create_user(name, password=PASSWORD, is_staff=True, is_superuser=not groups)
        person.groups.set(Group.objects.filter(name__in=groups))
