"""A draft as readers would see it: at the desk, and by a link that runs out, is revoked, and leaves no trace."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles.models import Article, Photo, PreviewLink, Status
from articles.previews import find_preview, make_preview_link, preview_key, revoke_preview_links
from tests.desk.forms import address, do
from tests.factories import ArticleFactory, PhotoFactory, UserFactory

pytestmark = pytest.mark.django_db


def jpeg() -> SimpleUploadedFile:
    file = BytesIO()
    Image.new("RGB", (640, 400), "grey").save(file, "JPEG")
    return SimpleUploadedFile("a.jpg", file.getvalue())


@pytest.fixture
def draft(settings: Any, tmp_path: Any) -> Article:
    settings.MEDIA_ROOT = tmp_path
    article = ArticleFactory(status=Status.DRAFT, headline="未发的稿子", page__edition__public_from=None)
    PhotoFactory(page=article.page, article=article, status=Status.DRAFT, picture=jpeg())
    return article


@pytest.fixture
def link(draft: Article) -> str:
    made = make_preview_link(article=draft, by=UserFactory(), valid_for=timedelta(days=1))
    return reverse("reader:preview", args=[preview_key(made)])


def test_the_desk_shows_a_draft_as_readers_would_see_it(chief: Client, draft: Article) -> None:
    answer = chief.get(address(draft, "preview"))
    assert "未发的稿子" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_the_pictures_of_a_preview_are_shown_at_the_desk(chief: Client, draft: Article) -> None:
    photo = draft.photos.get()
    route = reverse("admin:articles_photo_copy", args=[photo.pk, 480, "jpg"])
    assert route in chief.get(address(draft, "preview")).content.decode()
    assert chief.get(route)["Content-Type"] == "image/jpeg"
    assert chief.get(route.replace("480", "481")).status_code == 404


def test_a_preview_at_the_desk_is_for_who_may_see_articles(editor: Any, draft: Article) -> None:
    assert editor("view_photo").get(address(draft, "preview")).status_code == 403
    assert Client().get(address(draft, "preview")).status_code == 302


def test_who_has_the_link_reads_the_draft_and_sees_its_picture(
    client: Client, draft: Article, link: str
) -> None:
    words = client.get(link).content.decode()
    assert "未发的稿子" in words
    picture = f"{link}pictures/{draft.photos.get().pk}/480.jpg"
    assert picture in words
    assert client.get(picture)["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize("tail", ["", "pictures/{photo}/480.jpg"])
def test_nobody_stores_or_indexes_a_preview(client: Client, draft: Article, link: str, tail: str) -> None:
    answer = client.get(link + tail.format(photo=Photo.objects.get().pk))
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"


def test_a_preview_shows_no_picture_of_another_article(client: Client, link: str) -> None:
    other = PhotoFactory(status=Status.DRAFT, picture=jpeg())
    assert client.get(f"{link}pictures/{other.pk}/480.jpg").status_code == 404


def test_a_link_that_has_run_out_leads_nowhere(client: Client, link: str) -> None:
    PreviewLink.objects.update(expires_at=timezone.now())
    assert client.get(link).status_code == 404


def test_a_revoked_link_leads_nowhere(client: Client, draft: Article, link: str) -> None:
    assert revoke_preview_links(article=draft) == 1
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("forged", ["1", "MQ:abc", "x" * 300, "MQ:1wabcd:AAAA"])
def test_a_forged_key_opens_nothing(client: Client, link: str, forged: str) -> None:
    assert find_preview(forged) is None
    assert client.get(reverse("reader:preview", args=[forged])).status_code == 404


def test_a_link_is_good_for_thirty_days_at_most(draft: Article) -> None:
    made = make_preview_link(article=draft, by=UserFactory(), valid_for=timedelta(days=999))
    assert made.expires_at < timezone.now() + timedelta(days=31)


def test_an_editor_makes_a_link_and_revokes_it(chief: Client, client: Client, draft: Article) -> None:
    do(chief, "make_link", draft, days=2)
    key = reverse("reader:preview", args=[preview_key(PreviewLink.objects.get())])
    assert key in chief.get(address(draft)).content.decode()
    do(chief, "revoke_links", draft)
    assert client.get(key).status_code == 404
    assert key not in chief.get(address(draft)).content.decode()


def test_a_preview_links_to_nothing_that_readers_cannot_open(
    client: Client, draft: Article, link: str
) -> None:
    assert draft.page.get_absolute_url() not in client.get(link).content.decode()
