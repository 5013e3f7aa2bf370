"""A newer text meets what people have made of the older one."""

from collections.abc import Collection
from dataclasses import dataclass

from articles.importing.forms import Fields


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a newer text says in one field that an import may not write."""

    record: str  # as the editor knows it: its headline, its caption
    field: str
    present: object
    proposed: object


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be written into a record, and what is only proposed."""

    write: Fields
    propose: Fields


def merge(*, present: Fields, imported: Fields, read: Fields, locked: Collection[str] = ()) -> Merge:
    """Decide field by field.

    `present` is what the record holds, `imported` what the last import wrote there, `read` what the text says
    now. A field is written where it still is as imported and is not locked. Where the text has not changed since
    the import, there is nothing to propose: a person's edit stands.

    >>> merge(present={"headline": "甲"}, imported={"headline": "甲"}, read={"headline": "乙"}).write
    {'headline': '乙'}
    >>> merge(present={"headline": "丙"}, imported={"headline": "甲"}, read={"headline": "乙"}).propose
    {'headline': '乙'}
    """
    news = {name: value for name, value in read.items() if value != present[name]}
    free = {name for name in news if name not in locked and present[name] == imported.get(name)}
    return Merge(
        write={name: value for name, value in news.items() if name in free},
        propose={
            name: value for name, value in news.items() if name not in free and value != imported.get(name)
        },
    )
