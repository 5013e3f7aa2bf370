"""By keyboard alone: from pasting a page to withdrawing its story, with the focus in sight at every step."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator

from articles.models import Article, Status
from tests.browser.conftest import Visitor, check_page
from tests.browser.test_a_page_from_paste_to_withdrawal import RAW
from tests.factories import ArticleFactory, AuthorshipFactory

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

LONGEST_WAY = 250  # stops of the Tab key
LOOK = """element => {
    const style = getComputedStyle(element);
    return [style.outlineStyle + style.outlineWidth + style.outlineColor, style.boxShadow, style.borderColor,
            style.backgroundColor, style.color, style.textDecorationLine].join(" ");
}"""
# how everything looks that can have the focus, before it has it
REMEMBER = f"""() => {{
    const look = {LOOK};
    window.looks = new Map();
    for (const one of document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]"))
        if (one !== document.activeElement) window.looks.set(one, look(one));
}}"""
UNSEEN = f"""() => {{
    const look = {LOOK}, one = document.activeElement, box = one.getBoundingClientRect();
    if (one === document.body || !window.looks.has(one)) return "";
    const isAway = box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth;
    const isSame = window.looks.get(one) === look(one);
    return isAway || isSame ? `${{isAway ? "out of sight" : "looks as before"}}: ${{one.outerHTML.slice(0, 200)}}` : "";
}}"""


class Keyboard:
    """A visitor without a mouse."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page

    def arrive(self) -> None:
        self.page.wait_for_load_state("load")
        self.page.evaluate(REMEMBER)

    def tab(self) -> None:
        self.page.keyboard.press("Tab")
        unseen = self.page.evaluate(UNSEEN)
        assert not unseen, f"{self.page.url}: {unseen}"

    def to(self, place: Locator) -> None:
        """Press Tab until the place has the focus."""
        place.first.wait_for(state="attached")
        for _stop in range(LONGEST_WAY):
            if place.first.evaluate("element => element === document.activeElement"):
                return
            self.tab()
        pytest.fail(f"{self.page.url}: the Tab key does not come to {place}")

    def type_into(self, name: str, words: str) -> None:
        self.to(self.page.locator(f"[name={name}]"))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def enter(self) -> None:
        """Press Enter on what has the focus, and go where it leads."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrive()

    def press(self, words: str, role: Any = "button") -> None:
        self.to(self.page.get_by_role("main").get_by_role(role, name=words, exact=True))
        self.enter()


@pytest.fixture
def keyboard(visit: Callable[..., Visitor], settings: Any) -> Keyboard:
    settings.REVIEW_STAGES = 1
    visitor = visit("苏禾")
    hands = Keyboard(visitor)
    hands.arrive()
    return hands


def test_from_paste_to_withdrawal(keyboard: Keyboard) -> None:
    keyboard.press("Import a page", "link")
    keyboard.type_into("text", RAW)
    keyboard.press("Read the page")
    keyboard.press("Go on")
    keyboard.press("Import the page")
    article = Article.objects.get()

    keyboard.to(keyboard.page.get_by_role("navigation").get_by_role("link", name="Articles", exact=True))
    keyboard.enter()
    keyboard.press(article.headline, "link")
    for words, confirmed in (("Sign", "Sign"), ("Publish with photos", "Publish")):
        keyboard.press(words)
        keyboard.press(confirmed)
    article.refresh_from_db()
    assert article.status == Status.PUBLISHED

    keyboard.press("Correct")
    keyboard.type_into("body", article.body.replace("魏满仓", "魏满囤"))
    keyboard.type_into("text", "文中魏满仓应为魏满囤。")
    keyboard.press("Correct")
    article.refresh_from_db()
    assert "魏满囤" in article.body

    keyboard.press("Withdraw")
    keyboard.type_into("notice", "本文因当事人请求撤回。")
    keyboard.press("Withdraw")
    article.refresh_from_db()
    assert article.status == Status.WITHDRAWN


def test_an_act_of_the_list(keyboard: Keyboard) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    keyboard.visitor.go("/admin/articles/edition/")
    keyboard.arrive()
    keyboard.to(keyboard.page.locator("[name=_selected_action]"))
    keyboard.page.keyboard.press("Space")
    for _stop in range(4):  # back to what stands above the list
        keyboard.page.keyboard.press("Shift+Tab")
    keyboard.to(keyboard.page.locator("[name=action]"))
    keyboard.page.keyboard.type("Hold")
    keyboard.press("Go")
    keyboard.press("Hold back")
    article.page.edition.refresh_from_db()
    assert article.page.edition.public_from is None


def test_a_choice_by_searching(keyboard: Keyboard) -> None:
    author = AuthorshipFactory().author
    draft = ArticleFactory(status=Status.DRAFT)
    AuthorshipFactory(article=draft)
    keyboard.visitor.go(f"/admin/articles/article/{draft.pk}/change/")
    keyboard.arrive()
    keyboard.to(keyboard.page.get_by_role("combobox", name="Author").first)
    keyboard.page.keyboard.press("Enter")
    keyboard.page.keyboard.type(author.name)
    found = keyboard.page.get_by_role("option", name=author.name, exact=True)
    found.wait_for()
    while "highlighted" not in str(found.get_attribute("class")):
        keyboard.page.keyboard.press("ArrowDown")
    check_page(keyboard.visitor)
    keyboard.page.keyboard.press("Enter")
    keyboard.press("Save")
    assert draft.authorships.get().author == author


@pytest.mark.parametrize(
    "place", ["", "articles/article/", "articles/article/{}/change/", "articles/rawpage/import/"]
)
def test_the_skip_link_comes_first_and_nothing_holds_the_focus(keyboard: Keyboard, place: str) -> None:
    draft = ArticleFactory(status=Status.DRAFT)
    keyboard.visitor.go("/admin/" + place.format(draft.pk))
    keyboard.arrive()
    skip = keyboard.page.locator(".skip-to-content-link")
    if place != "articles/rawpage/import/":  # where the text field has the focus at once
        keyboard.tab()
        assert skip.evaluate("element => element === document.activeElement")
        keyboard.page.keyboard.press("Enter")
        keyboard.tab()
        assert keyboard.page.evaluate("document.querySelector('main').contains(document.activeElement)")
    for _stop in range(LONGEST_WAY):
        if keyboard.page.evaluate("document.activeElement === document.body"):
            return
        keyboard.tab()
    pytest.fail("the Tab key never comes to the end of the page")
