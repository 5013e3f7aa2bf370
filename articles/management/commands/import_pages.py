"""Load raw newspaper pages: `python manage.py import_pages PATH…`."""

import argparse
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import DatabaseError
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.importing import (
    Filing,
    ImportReport,
    Outcome,
    Tally,
    check_sources,
    import_sources,
    read_sources,
)
from articles.management.doorway import Doorway
from articles.models import Edition
from articles.pagetext import UnknownEncoding, decode, normalise_label, page_to_json
from articles.pagetext.sources import find_sources

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def a_date(text: str) -> date:
    try:
        if not DATE.fullmatch(text):  # Python reads 20260401 and 2026-W14-3, too
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("“%s” is not a date; write it like 2021-09-02") % text) from error


def a_label(text: str) -> str:
    label = normalise_label(text)
    if label is None:
        raise argparse.ArgumentTypeError(_("“%s” is not a page label; write it like 5 or A8") % text[:20])
    return label


def an_encoding(text: str) -> str:
    try:
        decode(b"", text)
    except UnknownEncoding as error:
        raise argparse.ArgumentTypeError(
            _("“%s” is not an encoding; write it like big5 or gb18030") % text[:20]
        ) from error
    return text


def check_database() -> None:
    try:
        Edition.objects.exists()
    except DatabaseError as error:
        reason = str(error).partition("\n")[0]
        raise CommandError(
            _("The database is not ready (%s). Run: python manage.py migrate") % reason
        ) from error


class Command(Doorway):
    help = "Import raw newspaper pages from text and Word files, folders, zip files or standard input (-)."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a text file, a Word file, a folder, a zip file, or -"
        )
        parser.add_argument("--date", type=a_date, dest="day", help="date of the edition, YYYY-MM-DD")
        parser.add_argument("--page", type=a_label, dest="number", help="label of the page, such as 5 or A8")
        parser.add_argument(
            "--publish", action="store_true", help="publish what is imported: for pages in print"
        )
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="print each page as read, as JSON"
        )
        parser.add_argument("--replace", action="store_true", help="write over what people have changed")
        parser.add_argument("--encoding", type=an_encoding, help="the encoding, where it is known better")

    def handle(self, *, paths: list[str], dry_run: bool, as_json: bool, **options: Any) -> None:
        sources = list(find_sources(paths, sys.stdin.buffer if sys.stdin else io.BytesIO()))
        filing = Filing(
            **{name: options[name] for name in ("day", "number", "encoding", "publish", "replace")}
        )
        if filing.number and len(sources) > 1:
            raise CommandError(_("--page names one page, and there are %d here") % len(sources), returncode=2)
        if dry_run and as_json:
            outcomes = read_sources(sources, encoding=filing.encoding)
        elif dry_run:
            outcomes = check_sources(sources, filing=filing)
        else:
            check_database()
            outcomes = import_sources(sources, filing=filing)
        tally = Tally()
        for outcome in self.watch(outcomes, total=len(sources), quiet=as_json):
            tally.add(outcome)
            self.report(outcome, as_json=as_json)
        if not as_json:
            self.print_summary(tally)
        if tally.failed:
            sys.exit(1)

    def watch(self, outcomes: Iterable[Outcome], *, total: int, quiet: bool) -> Iterator[Outcome]:
        """A progress bar, on a terminal and for more than one page."""
        hidden = quiet or total < 2 or not sys.stderr.isatty()
        return iter(tqdm(outcomes, total=total, unit=_("pages"), disable=hidden, file=sys.stderr))

    def report(self, outcome: Outcome, *, as_json: bool) -> None:
        if outcome.parsed is None or outcome.failure:
            tqdm.write(f"{outcome.path}: {outcome.failure}", file=sys.stderr)
        elif as_json:
            page = page_to_json(outcome.parsed, path=outcome.path, encoding=outcome.encoding)
            self.stdout.write(json.dumps(page, ensure_ascii=not speaks_unicode(sys.stdout.encoding)))
        elif outcome.report:
            self.print_kept(outcome.path, outcome.report)

    def print_kept(self, path: str, report: ImportReport) -> None:
        """What the import did not write, so that nobody has to look for it."""
        for one in report.records.proposals:
            tqdm.write(
                _("%(path)s: “%(record)s” keeps its %(field)s; the text says “%(proposed)s”")
                % {"path": path, "record": one.record, "field": one.field, "proposed": shorten(one.proposed)}
            )
        for record in report.records.absent:
            tqdm.write(
                _("%(path)s: “%(record)s” is no longer in the text; it stays")
                % {"path": path, "record": record}
            )
        for record in report.records.left_alone:
            tqdm.write(
                _("%(path)s: “%(record)s” was deleted or moved by hand; it does not come back")
                % {"path": path, "record": record}
            )

    def print_summary(self, tally: Tally) -> None:
        rows = (
            (_("pages"), tally.figures["pages"]),
            (_("of them unchanged"), tally.figures["unchanged"]),
            (_("failed"), tally.failed),
            (_("articles"), tally.figures["articles"]),
            (_("photos"), tally.figures["photos"]),
            (_("contact cards"), tally.figures["cards"]),
            (_("jumps linked"), tally.linked),
            (_("jumps waiting"), tally.waiting),
            (_("defects"), tally.figures["defects"]),
        )
        for label, number in rows:
            self.stdout.write(f"{number:>8}  {label}")


def speaks_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().startswith("utf")


def shorten(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
