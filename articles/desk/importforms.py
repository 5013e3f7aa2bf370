"""What an editor fills in on the way of a raw page into the paper."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.fields import validate_year
from articles.pagetext import UndecodableText, decode
from articles.pagetext.folio import read_folio
from articles.pagetext.markedpage import stated_label

MOST_CHARACTERS = 1_000_000  # of a pasted text; a printed page has some ten thousand
MOST_LINES = 20_000
MOST_MEGABYTES = 6  # of a file: it travels in the form until it is confirmed

ENCODINGS = (
    ("gb18030", gettext_lazy("GB 18030 (GBK), simplified Chinese")),
    ("big5hkscs", gettext_lazy("Big5, traditional Chinese")),
    ("utf-8", gettext_lazy("UTF-8")),
    ("utf-16-le", gettext_lazy("UTF-16, little-endian")),
    ("utf-16-be", gettext_lazy("UTF-16, big-endian")),
    ("cp1252", gettext_lazy("Windows-1252, Western")),
)


def is_too_long(text: str) -> bool:
    return len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES


class TextArea(forms.CharField):
    """Text as it was typed, white space and all."""

    def __init__(self, *, rows: int, **kwargs: Any) -> None:
        attrs = {"rows": rows, "class": "vLargeTextField sheet-text", "spellcheck": "false"}
        super().__init__(widget=forms.Textarea(attrs=attrs), strip=False, required=False, **kwargs)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value: str) -> None:
        super().validate(value)
        if is_too_long(value):
            raise ValidationError(
                _("This is far more than one printed page. Paste one page at a time."), code="too_long"
            )


class PasteForm(forms.Form):
    """The text of a page: pasted, or in a file."""

    text = TextArea(rows=18, label=gettext_lazy("Text of the page"))
    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label=gettext_lazy("Or a file"),
        help_text=gettext_lazy("A text file (.txt) or a Word file (.docx), one page each."),
        widget=forms.FileInput(attrs={"accept": ".txt,.docx,text/plain"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_MEGABYTES * 1024 * 1024:
            raise ValidationError(
                _("“%(name)s” is larger than %(most)d MB, which no page is. Choose the file of one page.")
                % {"name": file.name, "most": MOST_MEGABYTES},
                code="too_large",
            )
        if file and not file.size:
            raise ValidationError(
                _("“%(name)s” is empty. Check that the page was saved.") % {"name": file.name}, code="empty"
            )
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if text.strip() and file:
            self.add_error(
                "file", _("There is a pasted text and a file. Take one of them away: they may be two pages.")
            )
        elif not text.strip() and not file and not self.errors:
            self.add_error("text", _("There is no text yet. Paste the text of the page, or choose its file."))
        return cleaned


class EncodingForm(forms.Form):
    """How the bytes of a file are to be read, once it has shown that nobody can tell."""

    encoding = forms.ChoiceField(
        label=gettext_lazy("How the file was saved"),
        help_text=gettext_lazy(
            "Behind each way stands the beginning of the text. Choose the one that you can read."
        ),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, content: bytes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["encoding"].choices = [  # type: ignore[attr-defined]
            (name, f"{label}: {beginning}" if beginning else str(label))
            for name, label in ENCODINGS
            if (beginning := _beginning(content, name)) is not None
        ]

    @property
    def is_hopeless(self) -> bool:
        return not self.fields["encoding"].choices  # type: ignore[attr-defined]


def _beginning(content: bytes, encoding: str) -> str | None:
    """The first words of a text in an encoding; None where it is not in it."""
    try:
        text, _name = decode(content, encoding)
    except UndecodableText:
        return None
    return "".join(character for character in " ".join(text[:200].split())[:24] if character.isprintable())


class DayField(forms.CharField):
    """A date as an editor writes it: 2031-03-04, or as it is printed."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        folio = read_folio(text, edge=False)
        day = folio.date if folio else None
        if day is None:
            try:
                day = datetime.date.fromisoformat(text)
            except ValueError:
                raise ValidationError(
                    _("“%(text)s” is no date. Write it like 2031-03-04.") % {"text": text[:20]}, code="day"
                ) from None
        validate_year(day)
        return day


class LabelField(forms.CharField):
    """The label of a page as an editor writes it: 5, A08, 第05版."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        label = stated_label(text) if text else None
        if text and label is None:
            raise ValidationError(
                _("“%(label)s” is not a page label. Write 8 or A8: at most two letters, then 1 to 999.")
                % {"label": text[:20]},
                code="page_label",
            )
        return label


class SheetForm(forms.Form):
    """The marked text of a page; and where it belongs, as far as the page does not say so."""

    marked = TextArea(rows=24, label=gettext_lazy("Marked text"))
    day = DayField(
        label=gettext_lazy("Date of the edition"), required=False, help_text=gettext_lazy("Like 2031-03-04.")
    )
    number = LabelField(
        label=gettext_lazy("Page number"), required=False, help_text=gettext_lazy("Like 5 or A8.")
    )

    def given(self, name: str) -> Any:
        """What was entered, where it can be meant."""
        return None if name in self.errors else self.cleaned_data.get(name)
