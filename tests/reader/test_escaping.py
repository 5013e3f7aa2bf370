"""Text from a page is text in every answer."""

import re

import pytest
from django.test import Client

from tests.factories import (
    ArticleFactory,
    ContactCardFactory,
    ContactEntryFactory,
    PageFactory,
    PhotoFactory,
    StaffFactory,
)
from tests.reader.addresses import every_page

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert('\"&')</script>"


def without_data(html: str) -> str:
    """The page without its own script file, and without its linked data, which no browser runs."""
    own = r'<script src="/static/articles/reader\.js"></script>'
    return re.sub(rf'<script type="application/ld\+json">[^<]*</script>|{own}', "", html)


def test_a_script_in_any_printed_field_is_text(client: Client, settings: object) -> None:
    settings.SITE_NAME = SCRIPT  # type: ignore[attr-defined]
    page = PageFactory(title=SCRIPT)
    printed = dict.fromkeys(
        ("column", "kicker", "headline", "subtitle", "byline", "source", "dateline"), SCRIPT
    )
    article = ArticleFactory(page=page, body=f"{SCRIPT}\n## {SCRIPT}\n{SCRIPT}", **printed)
    ArticleFactory(page=page, body=SCRIPT * 20, **printed)
    PhotoFactory(page=page, title=SCRIPT, caption=SCRIPT, credit=SCRIPT)
    PhotoFactory(page=page, article=article, title=SCRIPT, caption=SCRIPT, credit=SCRIPT)
    StaffFactory(page=page, role=SCRIPT[:30], name=SCRIPT)
    card = ContactCardFactory(page=page, title=SCRIPT)
    for kind in ("phone", "email", "address", "web", "other"):
        ContactEntryFactory(card=card, kind=kind, label=SCRIPT, value=SCRIPT)
    withdrawn = ArticleFactory(page=page, status="withdrawn", withdrawal_notice=SCRIPT)
    assert client.get(withdrawn.get_absolute_url()).status_code == 410
    for address in every_page():
        answer = client.get(address)
        html = answer.content.decode()
        if "json" in answer.headers["Content-Type"]:  # not markup to anybody: nothing sniffs it
            continue
        assert "<script" not in without_data(html), address
        if answer.headers["Content-Type"].startswith("text/html"):  # XML has no need to hide a quotation mark
            assert "alert('" not in without_data(html), address


def test_a_query_is_text_too(client: Client) -> None:
    html = client.get("/archive/", {"since": SCRIPT, "section": SCRIPT, "x": SCRIPT}).content.decode()
    assert "<script" not in without_data(html)


def test_no_answer_has_a_script_or_a_style_of_its_own(client: Client) -> None:
    ArticleFactory()
    for address in every_page():
        html = client.get(address).content.decode()
        assert "<script" not in without_data(html)
        assert "<style" not in html
        assert " style=" not in html
        assert " on" + "click" not in html
