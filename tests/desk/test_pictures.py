"""An editor attaches a picture file to a photo; what cannot be printed is refused in one sentence."""

import struct
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles.desk import pictures
from articles.models import Status
from tests.desk.forms import address, errors, save
from tests.factories import ArticleFactory, PhotoFactory

pytestmark = pytest.mark.django_db

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'


def picture(kind: str = "JPEG", size: tuple[int, int] = (640, 400)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, (90, 120, 140)).save(out, kind)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.svg", SVG, "This is no JPEG, PNG or WebP picture"),
        ("a.jpg", SVG, "This is no JPEG, PNG or WebP picture"),
        ("a.jpg", b"", "The submitted file is empty."),
        ("a.jpg", picture()[:200], "This is no JPEG, PNG or WebP picture"),
        ("a.jpg", picture()[:-800], "This is no JPEG, PNG or WebP picture"),
        ("a.jpg", picture("GIF"), "This is no JPEG, PNG or WebP picture"),
        ("a.jpg", picture("TIFF"), "This is no JPEG, PNG or WebP picture"),
        ("a.png", bomb(50_000, 50_000), "The picture has far more pixels"),
        ("a.png", bomb(11_000, 11_000), "The picture has 11000 × 11000 pixels"),
        ("a.html", picture(), "File extension “html” is not allowed."),
    ],
)
def test_what_is_no_printable_picture_is_refused_in_one_sentence(
    chief: Client, name: str, content: bytes, sentence: str
) -> None:
    photo = PhotoFactory()
    answer = save(chief, photo, {"picture": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    (error,) = errors(answer, "picture")
    assert error.startswith(sentence)
    photo.refresh_from_db()
    assert not photo.picture


def test_a_file_over_the_limit_is_refused(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    answer = save(chief, PhotoFactory(), {"picture": SimpleUploadedFile("a.jpg", picture())})
    (error,) = errors(answer, "picture")
    assert error.startswith("The file is ")


@pytest.mark.parametrize(("name", "kind"), [("桥.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")])
def test_a_picture_is_attached_and_seen_at_the_desk(chief: Client, name: str, kind: str) -> None:
    photo = PhotoFactory()
    assert save(chief, photo, {"picture": SimpleUploadedFile(name, picture(kind))}).status_code == 302
    thumbnail = chief.get(address(photo, "thumbnail"))
    assert thumbnail["Content-Type"] == "image/jpeg"
    assert Image.open(BytesIO(thumbnail.content)).size == (320, 200)
    original = chief.get(address(photo, "picture"))
    assert b"".join(original.streaming_content) == picture(kind)
    assert address(photo, "picture") in chief.get(address(photo)).content.decode()


def test_a_photo_is_added_on_the_form_of_its_article(chief: Client) -> None:
    article = ArticleFactory(status=Status.DRAFT)
    new = {
        "photos-TOTAL_FORMS": 1,
        "photos-0-caption": "老桥。",
        "photos-0-position": 1,
        "photos-0-picture": SimpleUploadedFile("a.jpg", picture()),
    }
    assert save(chief, article, new).status_code == 302
    photo = article.photos.get()
    assert photo.page == article.page
    assert photo.picture


def test_a_photo_without_a_file_has_no_picture(chief: Client) -> None:
    photo = PhotoFactory()
    assert chief.get(address(photo, "picture")).status_code == 404
    assert chief.get(address(photo, "thumbnail")).status_code == 404


def test_a_photo_whose_file_is_lost_still_has_its_form(chief: Client) -> None:
    photo = PhotoFactory()
    save(chief, photo, {"picture": SimpleUploadedFile("a.jpg", picture())})
    photo.refresh_from_db()
    photo.picture.storage.delete(photo.picture.name)
    assert chief.get(address(photo)).status_code == 200
    assert chief.get(address(photo, "thumbnail")).status_code == 404
