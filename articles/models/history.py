"""Versions: what a record was after each act, who acted, and how."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords


class Act(models.TextChoices):
    """What kind of act wrote a version; a version without one was written in a form."""

    IMPORT = "import", pgettext_lazy("act", "imported")
    PUBLISH = "publish", pgettext_lazy("act", "published")
    RETURN = "return", pgettext_lazy("act", "made a draft again")
    HOLD = "hold", pgettext_lazy("act", "held back")
    WITHDRAW = "withdraw", pgettext_lazy("act", "withdrawn")
    CORRECT = "correct", pgettext_lazy("act", "corrected")
    LINK = "link", pgettext_lazy("act", "jump joined or cut")
    MOVE = "move", pgettext_lazy("act", "moved")
    TAKE_OVER = "take-over", pgettext_lazy("act", "taken over from a newer text")
    RESTORE = "restore", pgettext_lazy("act", "older version restored")
    BRING_BACK = "bring-back", pgettext_lazy("act", "brought back after deletion")


class Door(models.TextChoices):
    """Through which door it came."""

    DESK = "desk", pgettext_lazy("door", "the desk")
    COMMAND = "command", pgettext_lazy("door", "command line")


_act: ContextVar[str] = ContextVar("act", default="")


@contextmanager
def noted_as(act: Act) -> Iterator[None]:
    """Every version written meanwhile says that it came from this act; of acts within acts, the inner one.

    Serves as a decorator of an act, too.
    """
    before = _act.set(act.value)
    try:
        yield
    finally:
        _act.reset(before)


class WithRows(models.Model):
    """A version that keeps the rows which hang on its record: authors, staff, entries of a card."""

    rows = models.JSONField(default=list)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.rows = self._rows_now()
        super().save(*args, **kwargs)

    def _rows_now(self) -> list[list[str]]:
        version: Any = self
        if version.history_type == "-":  # its rows went before it
            kept = type(version).objects.filter(id=version.id).values_list("rows", flat=True)
            return list(kept.order_by("-history_id").first() or [])
        return [] if version.history_type == "+" else read_rows(version.instance_type, version.id)


class Versions(HistoricalRecords):
    """The versions of a record. Each says which act wrote it, and through which door it came.

    `rows` is the name of the relation whose rows belong to the record's text, `columns` what of them is kept.
    """

    def __init__(self, rows: str = "", columns: Sequence[str] = ()) -> None:
        super().__init__(bases=[WithRows] if rows else [models.Model])
        self.rows, self.columns = rows, tuple(columns)

    def get_extra_fields(self, model: Any, fields: Any) -> Any:
        return super().get_extra_fields(model, fields) | {"rows_name": self.rows, "row_columns": self.columns}

    def get_change_reason_for_object(self, instance: Any, history_type: str, using: Any) -> str:
        door = Door.DESK if hasattr(self.context, "request") else Door.COMMAND
        return f"{door.value}:{_act.get()}"


def read_rows(model: Any, key: int) -> list[list[str]]:
    """The rows that hang on a record now, in their order."""
    versions = model.history.model
    relation = model._meta.get_field(versions.rows_name)
    rows = relation.related_model._default_manager.filter(**{relation.field.name: key})
    return [list(row) for row in rows.values_list(*versions.row_columns)]


def note_rows(record: Any) -> None:
    """To be called after rows of a record were written: the version just written holds them, too."""
    versions = getattr(record, "history", None)
    if versions is None or not versions.model.rows_name:
        return
    newest = versions.order_by("-history_id").values_list("history_id", flat=True).first()
    versions.filter(history_id=newest).update(
        rows=read_rows(type(record), record.pk), history_date=timezone.now()
    )
