"""Copies of printed photos for readers: smaller, upright, in sRGB, without the camera's notes.

Readers never get an original: it may tell where and by whom it was taken. Copies are made when first asked for and
kept under MEDIA_ROOT/copies/.
"""

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models.fields.files import FieldFile
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

WIDTHS = (480, 960, 1600)
EXTENSIONS = {"webp": "image/webp", "jpg": "image/jpeg"}
READABLE = ("JPEG", "PNG", "WEBP")
PIXEL_LIMIT = 64_000_000  # more than any camera of a newspaper takes; what is larger is a bomb
ENCODERS: dict[str, dict[str, Any]] = {
    "webp": {"format": "WEBP", "quality": 80, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}
ORIENTATION = 0x0112
LYING = {5, 6, 7, 8}  # EXIF orientations that swap width and height


class PictureUnreadable(Exception):
    """There is no such file, or it is no picture that readers could be shown."""


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels, as a reader sees the picture."""

    width: int
    height: int

    def at_most(self, width: int) -> "Size":
        """The size of a copy: never larger than the original."""
        if width >= self.width:
            return self
        return Size(width, max(1, round(self.height * width / self.width)))


def size_of(picture: FieldFile) -> Size:
    """The size of the original, held upright. Raises PictureUnreadable."""
    with _opened(picture) as image:
        width, height = image.size
        lying = image.getexif().get(ORIENTATION) in LYING
    return Size(height, width) if lying else Size(width, height)


def widths_of(size: Size) -> list[int]:
    """The widths at which copies of such an original differ, smallest first."""
    smaller = [width for width in WIDTHS if width < size.width]
    return [*smaller, *WIDTHS[len(smaller) : len(smaller) + 1]]


def copy_of(picture: FieldFile, *, width: int, extension: str) -> Path:
    """The path of a copy, made if it is not there yet. Raises PictureUnreadable."""
    path = Path(settings.MEDIA_ROOT) / "copies" / _key(picture) / f"{width}.{extension}"
    if not path.exists():
        _write(path, _draw(picture, width, extension))
    return path


def _key(picture: FieldFile) -> str:
    """A name for this very file: another file under the same name has another."""
    try:
        taken = (picture.name, picture.size, picture.storage.get_modified_time(str(picture.name)).timestamp())
    except OSError as error:
        raise PictureUnreadable(picture.name) from error
    return hashlib.sha256(repr(taken).encode()).hexdigest()[:32]


@contextmanager
def _opened(picture: FieldFile) -> Iterator[Image.Image]:
    # every one of these is what Pillow raises on broken files
    try:
        with picture.storage.open(str(picture.name)) as file, Image.open(file, formats=READABLE) as image:
            if image.width * image.height > PIXEL_LIMIT:
                raise PictureUnreadable(f"{picture.name}: {image.width} × {image.height} pixels")
            yield image
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, UnidentifiedImageError) as error:
        raise PictureUnreadable(f"{picture.name}: {error}") from error


def _draw(picture: FieldFile, width: int, extension: str) -> bytes:
    with _opened(picture) as image:
        image.draft(None, (width, width))  # a JPEG need not be decoded larger than twice its copy
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((width, upright.height), Image.Resampling.LANCZOS)
        copy = _on_white(_in_srgb(upright, profile))
        copy.info = {}  # comments and colour profiles would be saved again
        encoded = io.BytesIO()
        copy.save(encoded, **ENCODERS[extension])
    return encoded.getvalue()


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB where its profile can be read; as it is otherwise."""
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return converted or image
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Paper shows through what is transparent."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: another request may be reading or making the same copy."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
