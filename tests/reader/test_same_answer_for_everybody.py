"""An answer depends on its address alone."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.factories import ArticleFactory, PhotoFactory
from tests.reader.addresses import every_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_paper() -> None:
    PhotoFactory(page=ArticleFactory().page)


def test_no_answer_sets_a_cookie_or_varies_by_one(client: Client) -> None:
    for address in every_page():
        answer = client.get(address, headers={"accept-language": "en"})
        assert not answer.cookies, address
        assert "Vary" not in answer.headers, address


def test_an_editor_who_is_logged_in_reads_what_all_read(client: Client) -> None:
    editor = Client()
    editor.force_login(User.objects.create_superuser("bianji"))
    for address in every_page():
        theirs = editor.get(address, headers={"accept-language": "en-GB"})
        assert theirs.content == client.get(address, headers={"accept-language": "zh-CN"}).content, address


def test_the_language_is_in_the_address(client: Client) -> None:
    assert client.get("/").headers["Content-Language"] == "zh-hans"
    assert client.get("/en/").headers["Content-Language"] == "en"


def test_each_language_links_to_the_other_at_the_same_place(client: Client) -> None:
    article = ArticleFactory()
    address = article.get_absolute_url()
    assert f'href="/en{address}"' in client.get(address).content.decode()
    assert f'href="{address}"' in client.get(f"/en{address}").content.decode()


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    first = client.get("/")
    assert first.headers["Cache-Control"] == "public, no-cache"
    again = client.get("/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
