"""What may stand in a reader's address: dates as ISO, page labels as printed without leading zeros."""

from datetime import date

from articles.pagetext import normalise_label
from articles.pictures import EXTENSIONS, WIDTHS


class DateConverter:
    """2021-09-02, and only a day that there was."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


class LabelConverter:
    """5 or A8: the one form that a page's address has."""

    regex = "[A-Z]{0,2}[1-9][0-9]{0,2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class TypedLabelConverter(LabelConverter):
    """05 or a8, as people type it; read as the canonical label."""

    regex = "[A-Za-z]{0,2}[0-9]{1,4}"

    def to_python(self, value: str) -> str:
        label = normalise_label(value)
        if label is None:
            raise ValueError(value)
        return label


class NumberConverter:
    """A number that every database can hold, written in one way."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class WidthConverter(NumberConverter):
    regex = "|".join(map(str, WIDTHS))


class ExtensionConverter(LabelConverter):
    regex = "|".join(EXTENSIONS)
