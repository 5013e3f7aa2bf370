"""What the proofreader tells the editors: findings, how grave they are, and where they stand."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.models import RecordKind

# A finding is known again by its neighbours within the clause: the sentence before may be written anew.
_IN_CLAUSE = "[^，。、；：！？,.;:!?\\s]{0,6}"
_BEFORE, _BEHIND = re.compile(_IN_CLAUSE + "$"), re.compile(_IN_CLAUSE)
_REACH = 6


class Severity(models.TextChoices):
    """An error is to be corrected, a doubt to be looked up, a note to be thought about."""

    ERROR = "error", _("error")
    DOUBT = "doubt", _("doubt")
    NOTE = "note", pgettext_lazy("what the proofreader remarks", "note")


FIELDS = {
    "column": _("column"),
    "kicker": _("kicker"),
    "headline": _("headline"),
    "subtitle": _("subtitle"),
    "byline": _("byline"),
    "source": _("source"),
    "dateline": _("dateline"),
    "body": _("text"),
    "continues_on": _("continues on page"),
    "continued_from": _("continued from page"),
    "title": _("title"),
    "caption": _("caption"),
    "credit": _("credit"),
    "label": _("label"),
    "telephone": _("telephone"),
    "value": _("value"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an editor should look at, at its place in one record.

    `start` and `end` count characters in the field as it is stored; `paragraph` counts the printed paragraphs of the
    text (lines of a caption, entries of a card) from 1 and is None elsewhere. A finding on a field as a whole has no
    words and an empty place. `key` stays the same while other parts of the text change.
    """

    code: str
    severity: Severity
    kind: RecordKind
    record: int  # the key of the article, photo or card
    field: str
    start: int
    end: int
    paragraph: int | None
    words: str
    key: str
    is_title: bool = False
    is_waived: bool = False
    template: str = ""
    details: Mapping[str, object] = attribute(default_factory=dict)

    @property
    def sentence(self) -> str:
        """One sentence to the editor, in the editor's language."""
        return gettext(self.template) % {"words": self.words, **self.details}

    @property
    def field_name(self) -> str:
        """The field as the desk calls it, in the editor's language."""
        return str(FIELDS[self.field])


class Keys:
    """Gives each finding of one record its key: what was found, between which words, the how manieth of its like."""

    def __init__(self) -> None:
        self._met: Counter[tuple[str, ...]] = Counter()

    def take(self, code: str, field: str, words: str, start: int, end: int) -> str:
        """`words` is the whole text, the finding stands in it from start to end.

        >>> Keys().take("x", "body", "甲乙丙", 1, 2) == Keys().take("x", "body", "甲乙丙", 1, 2)
        True
        """
        before = _BEFORE.search(words, max(0, start - _REACH), start)
        behind = _BEHIND.match(words, end)
        like = (code, field, before[0] if before else "", words[start:end], behind[0] if behind else "")
        self._met[like] += 1
        written = "\x1f".join((*like, str(self._met[like])))
        return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:32]
