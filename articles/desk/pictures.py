"""Picture files: which ones are taken in, and how editors see them."""

import warnings
from io import BytesIO
from pathlib import PurePath
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from articles.pictures import PIXEL_LIMIT

MOST_BYTES = 30 * 1024 * 1024
FORMATS = ("JPEG", "PNG", "WEBP")
THUMBNAIL = (320, 320)


class PictureField(forms.ImageField):
    """A picture file that can be opened without harm; each refusal is one sentence."""

    default_validators = []  # the model names the extensions, and one sentence is enough

    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values and data.size:
            check_picture(data)
        return super().to_python(data)


def check_picture(file: Any) -> None:
    """Raise ValidationError where a file is no picture that the paper can print."""
    if file.size > MOST_BYTES:
        raise ValidationError(
            _("The file is %(size)s large; at most %(limit)s are taken. Save it smaller and try again."),
            params={"size": filesizeformat(file.size), "limit": filesizeformat(MOST_BYTES)},
        )
    width, height = _read_size(file)
    if width * height > PIXEL_LIMIT:
        raise ValidationError(
            _(
                "The picture has %(width)d × %(height)d pixels, more than can be opened safely. Save it smaller."
            ),
            params={"width": width, "height": height},
        )


def _read_size(file: Any) -> tuple[int, int]:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # we count by ourselves
            with Image.open(file, formats=FORMATS) as picture:
                width, height = picture.size
                if width * height <= PIXEL_LIMIT:
                    picture.load()  # a file that was cut off opens, but does not load
                return width, height
    except Image.DecompressionBombError as bomb:
        raise ValidationError(
            _("The picture has far more pixels than can be opened safely. Save it smaller.")
        ) from bomb
    except Exception as unreadable:  # Pillow raises many kinds on broken files
        raise ValidationError(
            _("This is no JPEG, PNG or WebP picture, or the file is broken. Choose another file.")
        ) from unreadable
    finally:
        file.seek(0)


def make_thumbnail(file: Any) -> bytes:
    """A small JPEG of a picture, upright and without the camera's notes."""
    with Image.open(file, formats=FORMATS) as picture:
        picture.draft("RGB", THUMBNAIL)
        picture.thumbnail(THUMBNAIL)  # first, so that the whole is never held twice
        small = ImageOps.exif_transpose(picture).convert("RGBA")
    ground = Image.new("RGB", small.size, "white")
    ground.paste(small, mask=small)
    out = BytesIO()
    ground.save(out, "JPEG", quality=80)
    return out.getvalue()


class KeptPicture:
    """The file of a photo as the widget links to it: at the desk, since uploads have no address of their own."""

    def __init__(self, file: Any) -> None:
        self.name = PurePath(file.name).name
        self.url = reverse("admin:articles_photo_picture", args=[file.instance.pk])

    def __str__(self) -> str:
        return self.name


class PictureInput(AdminFileWidget):
    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(
            name, value, {**(attrs or {}), "accept": "image/jpeg,image/png,image/webp"}
        )
        if context["widget"]["is_initial"]:
            context["widget"]["value"] = KeptPicture(value)
        return context
