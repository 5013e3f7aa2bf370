"""No lost work: a save based on an old version is refused, with the loser's words beside the newer ones.

A form carries, name by name, a digest of what it was opened with. At saving, under a lock, the same form is filled in from
the database anew; where that says something else by now, somebody was faster. Nothing is written then: what this editor has
not touched takes the newer value, what both have changed keeps this editor's words with the newer ones beside them.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import QueryDict

OPENED = "_opened"  # the hidden field with the digests
State = dict[str, list[str]]  # a form as a browser sends it when nobody has changed anything: name -> values
Rows = Any  # an unbound inline formset


@dataclass(frozen=True, slots=True)
class Clash:
    """What this editor has changed and somebody else has, too; or what has no place in the form any more."""

    label: str
    yours: str
    newer: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A save that came too late: the form's data with the newer values brought in, and the places to look at."""

    data: QueryDict
    clashes: list[Clash] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form with its inlines, unbound: what stands in the database now. `watched` fields matter but have no input."""

    form: forms.BaseForm
    formsets: tuple[Rows, ...]
    watched: Mapping[str, Any]

    @property
    def state(self) -> State:
        state = {f"={name}": [str(value)] for name, value in self.watched.items()}
        for form in self._forms():
            state |= _values(form)
        return state

    @property
    def file_names(self) -> set[str]:
        """A browser never sends back the file that is kept."""
        return {
            bound.html_name
            for form in self._forms()
            for bound in form
            if isinstance(bound.field, forms.FileField)
        }

    def label(self, name: str) -> str:
        labels = {bound.html_name: str(bound.label) for form in self._forms() for bound in form}
        return labels.get(name) or name.rpartition("-")[2]

    def row_keys(self, state: Mapping[str, Any], formset: Rows) -> list[Any]:
        key = f"-{formset.model._meta.pk.name}"
        return [
            state[name]
            for name in sorted(state)
            if name.startswith(f"{formset.prefix}-") and name.endswith(key)
        ]

    def _forms(self) -> Iterable[forms.BaseForm]:
        yield self.form
        for formset in self.formsets:
            yield from formset.initial_forms


def seal(state: State) -> str:
    """The state as digests, for the hidden field."""
    return json.dumps({name: _digest(values) for name, values in state.items()}, separators=(",", ":"))


def find_conflict(post: QueryDict, files: Iterable[str], now: OpenForm) -> Conflict | None:
    """Compare what the form was opened with, what this editor sends, and what stands there now."""
    newer = now.state
    opened = _read_seal(post.get(OPENED, ""))
    digests = {name: _digest(values) for name, values in newer.items()}
    if digests == opened:
        return None
    conflict = Conflict(post.copy())
    conflict.data[OPENED] = seal(newer)
    reset = [rows for rows in now.formsets if now.row_keys(opened, rows) != now.row_keys(digests, rows)]
    for rows in reset:
        _keep_words_of(rows, conflict, opened, now)
        _reset(rows, conflict.data, newer)
    settled = tuple(f"{rows.prefix}-" for rows in reset)
    for name in {**opened, **newer}:
        if digests.get(name) == opened.get(name) or name.startswith(("=", *settled)):
            continue
        yours = post.getlist(name)
        if name in now.file_names:
            touched = name in files or f"{name}-clear" in post
        else:
            touched = _digest(yours) != opened.get(name)
        if touched and yours != newer.get(name):
            conflict.clashes.append(_clash(name, yours, newer, now))
        elif not touched:
            conflict.data.setlist(name, newer.get(name, []))
    return conflict


def _keep_words_of(rows: Rows, conflict: Conflict, opened: Mapping[str, str], now: OpenForm) -> None:
    """Rows came or went: what this editor wrote in the others is shown, since its place is not sure any more."""
    for name in conflict.data:
        yours = conflict.data.getlist(name)
        is_row = name.startswith(f"{rows.prefix}-") and name.count("-") > 1 and "__prefix__" not in name
        if is_row and any(yours) and _digest(yours) != opened.get(name):
            conflict.clashes.append(_clash(name, yours, {}, now))


def _reset(rows: Rows, data: QueryDict, newer: State) -> None:
    prefix = f"{rows.prefix}-"
    for name in [name for name in data if name.startswith(prefix)]:
        del data[name]
    for name, values in newer.items():
        if name.startswith(prefix):
            data.setlist(name, values)
    count = str(len(rows.initial_forms))
    for name, value in {"TOTAL": count, "INITIAL": count, "MIN_NUM": "0", "MAX_NUM": "1000"}.items():
        data[f"{prefix}{name}_FORMS"] = value


def _clash(name: str, yours: list[str], newer: Mapping[str, list[str]], now: OpenForm) -> Clash:
    return Clash(now.label(name), "\n".join(yours), "\n".join(newer.get(name, [])))


def _values(form: forms.BaseForm) -> State:
    state: State = {}
    for bound in form:
        value: Any = bound.value()
        widget: Any = bound.field.widget
        if hasattr(widget, "widgets_names"):  # several inputs: a date and a time
            parts = value if isinstance(value, list | tuple) else widget.decompress(value)
            state |= {
                f"{bound.html_name}{suffix}": _sent(sub, part)
                for suffix, sub, part in zip(widget.widgets_names, widget.widgets, parts, strict=False)
            }
        else:
            state[bound.html_name] = _sent(widget, value)
    return state


def _sent(widget: forms.Widget, value: Any) -> list[str]:
    """What a browser sends of one input that nobody has touched."""
    if value is None or value is False or isinstance(value, FieldFile):
        return [] if not value else [f"={value}"]
    if isinstance(value, list | tuple | set):
        return [str(getattr(one, "pk", one)) for one in value]
    if value is True:
        return ["on"]
    text = widget.format_value(value)
    return [str(one) for one in text] if isinstance(text, list) else [str(text if text is not None else "")]


def _digest(values: Iterable[str]) -> str:
    # browsers send \r\n, and nothing for an empty choice what others send as ""
    text = "\0".join(value.replace("\r\n", "\n").strip() for value in values)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _read_seal(text: str) -> dict[str, str]:
    try:
        seal = json.loads(text)
    except ValueError:
        return {}
    return seal if isinstance(seal, dict) else {}


def record_state(records: Iterable[Model]) -> str:
    """The stored values of records as one digest, for acts that are confirmed on a page of their own."""
    rows = [
        f"{record._meta.label}:{record.pk}:"
        + "\0".join(str(field.value_from_object(record)) for field in record._meta.concrete_fields)
        for record in records
    ]
    return _digest(sorted(rows))
