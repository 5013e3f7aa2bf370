"""What an import would do, in words, before it is done."""

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles.desk.base import written_time
from articles.desk.edition import state_of
from articles.desk.importpreview import Preview
from articles.desk.importsheet import Sheet
from articles.desk.notes import field_label
from articles.importing import ImportReport
from articles.importing.forms import FORMS
from articles.importing.merging import Proposal
from articles.models import Edition, RawPage
from articles.pagetext import ParsedPage

MOST_NAMES = 12  # of records in one sentence


def effects_of(sheet: Sheet, day: datetime.date, number: str, report: ImportReport) -> list[str]:
    """What will be so afterwards, a sentence each."""
    if report.unchanged:
        return [
            _("This text is on page %(number)s of %(date)s already, read in this way. Nothing changes.")
            % {"number": number, "date": day}
        ]
    newest = RawPage.objects.filter(page__edition__date=day, page__number=number).first()
    records = report.records
    sentences = [
        _edition(day),
        _text_again(newest, number) if newest else _new_page(number, sheet.reading),
        _("The reading as you have corrected it is used; the text is kept beside it as it came.")
        if sheet.is_corrected
        else _("The reading is used as it is shown; the text is kept beside it as it came."),
    ]
    if newest:
        sentences += _what_becomes_new(records.created, records.writes)
    sentences += _what_stays(records.proposals, records.absent, records.left_alone)
    sentences.append(_("Nothing is published by this: what is new is a draft."))
    return sentences


def warnings_of(sheet: Sheet, preview: Preview) -> list[str]:
    """What an editor may want to see to before."""
    warnings = []
    if preview.left_out:
        warnings.append(
            ngettext(
                "Line %(lines)s of the raw text stands nowhere in the corrected reading.",
                "Lines %(lines)s of the raw text stand nowhere in the corrected reading.",
                len(preview.left_out),
            )
            % {"lines": _listed([str(number) for number in preview.left_out])}
        )
    if preview.remarks:
        warnings.append(
            ngettext(
                "%(count)d defect is noted on the page, to be looked at.",
                "%(count)d defects are noted on the page, to be looked at.",
                len(preview.remarks),
            )
            % {"count": len(preview.remarks)}
        )
    return warnings


def _edition(day: datetime.date) -> str:
    edition = Edition.objects.filter(date=day).first()
    if edition is None:
        return _("The edition of %(date)s is opened; readers do not see it until it is published.") % {
            "date": day
        }
    return _("The page belongs to the edition of %(date)s (%(state)s).") % {
        "date": day,
        "state": state_of(edition)[1],
    }


def _new_page(number: str, reading: ParsedPage) -> str:
    return _("Page %(number)s is new: %(what)s.") % {"number": number, "what": _counted(reading)}


def _text_again(newest: RawPage, number: str) -> str:
    return _("Page %(number)s is there already, with a text of %(time)s; this is its newer text.") % {
        "number": number,
        "time": written_time(newest.imported_at),
    }


def _counted(reading: ParsedPage) -> str:
    articles, photos = len(reading.articles), len(reading.photos)
    counts = [
        ngettext("%(count)d article", "%(count)d articles", articles) % {"count": articles},
        ngettext("%(count)d photo", "%(count)d photos", photos) % {"count": photos},
    ]
    if reading.contact_card:
        counts.append(ngettext("%(count)d contact card", "%(count)d contact cards", 1) % {"count": 1})
    return _listed(counts)


def _what_becomes_new(created: Sequence[str], writes: Iterable[Proposal]) -> list[str]:
    sentences = []
    if created:
        sentences.append(_("New: %(records)s.") % {"records": _named(created)})
    sentences += [
        _("Written anew: “%(record)s” (%(fields)s).") % {"record": record[:40], "fields": fields}
        for record, fields in _by_record(writes)
    ]
    return sentences


def _what_stays(proposals: Iterable[Proposal], absent: Sequence[str], left_alone: Sequence[str]) -> list[str]:
    sentences = [
        _("Only proposed: “%(record)s” (%(fields)s), for people have changed, signed or published it since.")
        % {"record": record[:40], "fields": fields}
        for record, fields in _by_record(proposals)
    ]
    if absent:
        sentences.append(_("Not on the page any more, but kept: %(records)s.") % {"records": _named(absent)})
    if left_alone:
        sentences.append(
            _("Deleted, moved or set aside by a person, and not brought back: %(records)s.")
            % {"records": _named(left_alone)}
        )
    return sentences


def _by_record(proposals: Iterable[Proposal]) -> list[tuple[str, str]]:
    return [
        (record, _listed([_field(one.field) for one in fields]))
        for record, fields in groupby(proposals, key=lambda one: one.record)
    ]


def _field(name: str) -> str:
    for form in FORMS.values():
        try:
            form.model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        return field_label(form.model, name)
    return name


def _named(records: Sequence[str]) -> str:
    return _listed([_("“%(record)s”") % {"record": record[:40]} for record in records])


def _listed(parts: Sequence[str]) -> str:
    more = ["…"] if len(parts) > MOST_NAMES else []
    return pgettext("between parts of a list", ", ").join([*parts[:MOST_NAMES], *more])
