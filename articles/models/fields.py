"""Fields that hold printed text: the same verdict on every database."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.pagetext import normalise_label
from articles.pagetext.characters import HIDDEN, escape

LABEL_PATTERN = r"^[A-Z]{0,2}[1-9][0-9]{0,2}$"
YEARS = range(
    1600, 2200
)  # newspapers are younger than the first, and PostgreSQL and Python agree on all of them
MOST = MaxValueValidator(2_147_483_647)  # what an integer holds on PostgreSQL; SQLite holds more
FEW = MaxValueValidator(32_767)


def validate_printable(value: str) -> None:
    """Refuse control characters and hidden direction marks; they would reorder or break what readers see."""
    found = HIDDEN.search(value)
    if found:
        raise ValidationError(
            _("The text holds invisible characters (%(characters)s). Delete them and save again."),
            code="hidden_characters",
            params={"characters": escape(found[0][:5])},
        )


def validate_one_line(value: str) -> None:
    if "\n" in value or "\r" in value:
        raise ValidationError(_("Write it in one line."), code="line_break")


def validate_year(value: date) -> None:
    """Refuse a date or a time that is a slip of the pen: not every database could hold it."""
    if value.year not in YEARS:
        raise ValidationError(
            _("The year %(year)s cannot be meant. Check the date."), code="year", params={"year": value.year}
        )


class _Bounded:
    """A length that every database keeps to; SQLite does not count characters unless told."""

    def db_check(self, connection: Any) -> str:
        return f"length({connection.ops.quote_name(self.column)}) <= {self.max_length}"  # type: ignore[attr-defined]


class PrintedField(_Bounded, models.CharField):
    """One line of printed text; empty where the page prints nothing."""

    default_validators = [validate_printable, validate_one_line]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


class PrintedTextField(_Bounded, models.TextField):
    """Printed text of several lines, which end in \\n; always with a `max_length`."""

    default_validators = [validate_printable]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.validators.append(MaxLengthValidator(kwargs["max_length"]))  # Django leaves that to forms

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class PageLabelField(models.CharField):
    """The label of a printed page: "8", "A8". What is typed as "08" or "八" is stored as "8"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 5
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        return super().clean(self._normalise(value), model_instance)

    def _normalise(self, value: Any) -> Any:
        if not value:
            return value
        label = normalise_label(str(value))
        if label is None:
            raise ValidationError(
                _("“%(label)s” is not a page label. Write 8 or A8: at most two letters, then 1 to 999."),
                code="page_label",
                params={"label": str(value)[:20]},
            )
        return label


def label_order(label: str) -> int:
    """A number that sorts labels as a reader leafs through the paper: 2, 10, A1, A10, B1, AA1."""
    letters = label.rstrip("0123456789")
    rank = 0
    for letter in letters:
        rank = rank * 26 + ord(letter) - ord("A") + 1
    return rank * 1000 + int(label[len(letters) :])


def is_label(field: str, name: str, *, blank: bool = False) -> models.CheckConstraint:
    """The database's own check of a page label."""
    condition = Q(**{f"{field}__regex": LABEL_PATTERN})
    return models.CheckConstraint(condition=condition | Q(**{field: ""}) if blank else condition, name=name)
