"""Readers get copies: smaller, upright, without the camera's notes, and only of what they may see."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image, ImageCms

from articles import pictures
from articles.models import Photo, Status
from articles.pictures import PictureUnreadable, Size, copy_of, size_of, widths_of
from articles.publishing import withdraw_article
from tests.factories import ArticleFactory, PhotoFactory
from tests.reader.addresses import every_picture

pytestmark = pytest.mark.django_db

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def taken(
    width: int = 2000, height: int = 1000, *, turned: int = 1, kind: str = "JPEG", **saved: Any
) -> bytes:
    """A picture, red on the left, with what a camera writes about it."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    notes = Image.Exif()
    notes[ORIENTATION] = turned
    notes[MAKE] = "Secret Camera"
    notes[GPS] = {1: "N", 2: (37.0, 44.0, 0.0)}
    file = io.BytesIO()
    image.save(file, kind, exif=notes, **saved)
    return file.getvalue()


def photo_of(content: bytes, name: str = "photo.jpg", **fields: Any) -> Photo:
    return PhotoFactory(picture=ContentFile(content, name), **fields)


def opened(answer: Any) -> Image.Image:
    return Image.open(io.BytesIO(answer.content))


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"no picture", taken()[:300]])
def test_a_broken_file_is_no_picture(client: Client, content: bytes) -> None:
    photo = photo_of(content)
    assert client.get(f"/pictures/{photo.pk}/480.jpg").status_code == 404
    html = client.get(photo.page.get_absolute_url()).content.decode()
    assert photo.caption in html


def test_a_file_that_is_lost_is_no_picture(client: Client) -> None:
    photo = photo_of(taken())
    Path(photo.picture.path).unlink()
    assert client.get(f"/pictures/{photo.pk}/480.jpg").status_code == 404
    assert "<img" not in client.get(photo.page.get_absolute_url()).content.decode()


def test_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PIXEL_LIMIT", 100)
    photo = photo_of(taken(20, 10))
    with pytest.raises(PictureUnreadable):
        copy_of(photo.picture, width=480, extension="jpg")
    with pytest.raises(PictureUnreadable):
        size_of(photo.picture)


def test_the_picture_of_what_is_not_public_is_not_there(client: Client) -> None:
    photo_of(taken(), status=Status.DRAFT)
    photo_of(taken(), status=Status.WITHDRAWN)
    photo_of(taken(), page__edition__public_from=None)
    PhotoFactory()
    article = ArticleFactory()
    photo_of(taken(), page=article.page, article=article)
    withdraw_article(article=article)
    assert {client.get(address).status_code for address in every_picture()} == {404}


def test_withdrawing_takes_back_a_copy_that_was_made(client: Client) -> None:
    photo = photo_of(taken())
    address = f"/pictures/{photo.pk}/480.jpg"
    seen = client.get(address)
    assert seen.headers["Cache-Control"] == "public, no-cache"
    Photo.objects.update(status=Status.WITHDRAWN)
    assert client.get(address, headers={"if-none-match": seen.headers["ETag"]}).status_code == 404


def test_the_original_has_no_address(client: Client) -> None:
    photo = photo_of(taken())
    for address in (
        f"/{photo.picture.name}",
        f"/media/{photo.picture.name}",
        f"/static/{photo.picture.name}",
    ):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("kind", ["jpg", "webp"])
def test_a_copy_tells_nothing_of_its_camera(client: Client, kind: str) -> None:
    photo = photo_of(taken(comment=b"Secret remark"))
    content = client.get(f"/pictures/{photo.pk}/960.{kind}").content
    assert b"Secret" not in content
    copy = Image.open(io.BytesIO(content))
    assert not copy.getexif()
    assert "icc_profile" not in copy.info


def test_a_copy_is_never_larger_than_its_original(client: Client) -> None:
    photo = photo_of(taken(700, 350))
    assert opened(client.get(f"/pictures/{photo.pk}/1600.jpg")).size == (700, 350)
    assert opened(client.get(f"/pictures/{photo.pk}/480.webp")).size == (480, 240)


def test_what_the_camera_held_upright_stands_upright(client: Client) -> None:
    photo = photo_of(taken(2000, 1000, turned=6))
    copy = opened(client.get(f"/pictures/{photo.pk}/480.jpg")).convert("RGB")
    assert copy.size == (480, 960)
    red, _, blue = copy.getpixel((240, 10))
    assert red > blue
    assert size_of(photo.picture) == Size(1000, 2000)


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.png", "RGBA"),
        ("a.png", "P"),
        ("a.png", "LA"),
        ("a.png", "I;16"),
        ("a.jpg", "CMYK"),
        ("a.jpg", "L"),
    ],
)
def test_every_kind_of_colour_becomes_rgb(client: Client, name: str, mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (600, 300)).save(file, "PNG" if name.endswith("png") else "JPEG")
    photo = photo_of(file.getvalue(), name)
    assert opened(client.get(f"/pictures/{photo.pk}/480.jpg")).mode == "RGB"


@pytest.mark.parametrize(
    "profile", [ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"broken"]
)
def test_a_colour_profile_is_applied_or_passed_over(client: Client, profile: bytes) -> None:
    photo = photo_of(taken(icc_profile=profile))
    red, _, blue = opened(client.get(f"/pictures/{photo.pk}/480.jpg")).getpixel((10, 10))
    assert red > 240
    assert blue < 20


def test_a_copy_is_made_once_and_answers_with_304_after_that(client: Client) -> None:
    photo = photo_of(taken())
    address = f"/pictures/{photo.pk}/480.webp"
    first = client.get(address)
    path = copy_of(photo.picture, width=480, extension="webp")
    made = path.stat().st_mtime_ns
    assert client.get(address, headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    assert (
        client.get(address, headers={"if-modified-since": first.headers["Last-Modified"]}).status_code == 304
    )
    assert path.stat().st_mtime_ns == made
    assert [one.name for one in path.parent.iterdir()] == ["480.webp"]
    assert client.head(address).status_code == 200


def test_another_picture_under_the_same_photo_has_other_copies(client: Client) -> None:
    photo = photo_of(taken())
    before = client.get(f"/pictures/{photo.pk}/480.jpg").headers["ETag"]
    photo.picture.save("other.jpg", ContentFile(taken(600, 600)))
    assert client.get(f"/pictures/{photo.pk}/480.jpg").headers["ETag"] != before


def test_widths_that_would_be_alike_are_offered_once() -> None:
    assert [widths_of(Size(width, 100)) for width in (300, 480, 700, 1600, 4000)] == [
        [480],
        [480],
        [480, 960],
        [480, 960, 1600],
        [480, 960, 1600],
    ]


def test_a_page_gives_the_size_of_its_pictures_so_that_nothing_shifts(client: Client) -> None:
    photo = photo_of(taken(700, 350), caption="河上的船。")
    html = client.get(photo.page.get_absolute_url()).content.decode()
    assert f'srcset="/pictures/{photo.pk}/480.webp 480w, /pictures/{photo.pk}/960.webp 700w"' in html
    assert 'width="700" height="350" alt="河上的船。"' in html
    assert f'src="/pictures/{photo.pk}/960.jpg"' in html
