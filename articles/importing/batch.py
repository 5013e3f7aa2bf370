"""Raw pages from files, folders and zips, one after the other; a bad one does not stop the rest."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import DatabaseError
from django.utils.translation import gettext as _

from articles.documents import read_text
from articles.importing.forms import ImportRefused
from articles.importing.page import ImportReport, RawText, import_page
from articles.models.fields import YEARS
from articles.pagetext import DefectCode, ParsedPage, UnreadableText, parse_page
from articles.pagetext.sources import Source, SourceFailure, Unreadable, date_and_label_from_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where the operator wants pages filed and how; None leaves it to what the page prints, then to its path."""

    day: date | None = None
    number: str | None = None
    encoding: str | None = None
    publish: bool = False
    replace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one raw page: read, and imported unless only reading was asked for; or why it failed."""

    path: str
    encoding: str = ""
    parsed: ParsedPage | None = None
    report: ImportReport | None = None
    failure: str = ""


class PageFailed(Exception):
    """A raw page cannot go in; the message is the reason, with the way out."""


def read_sources(
    sources: Iterable[Source | SourceFailure], *, encoding: str | None = None
) -> Iterator[Outcome]:
    """Read pages and write nothing; needs no date, no page label and no database."""
    return (_outcome(source, Filing(encoding=encoding), _read_only) for source in sources)


def import_sources(sources: Iterable[Source | SourceFailure], *, filing: Filing) -> Iterator[Outcome]:
    """Import pages, each in a transaction of its own."""
    return (_outcome(source, filing, _import) for source in sources)


def check_sources(sources: Iterable[Source | SourceFailure], *, filing: Filing) -> Iterator[Outcome]:
    """Read pages, tell whether each could be filed, and write nothing."""
    return (_outcome(source, filing, _check_only) for source in sources)


Act = Callable[[Source, RawText, ParsedPage, Filing], ImportReport | None]


def _outcome(source: Source | SourceFailure, filing: Filing, act: Act) -> Outcome:
    if isinstance(source, SourceFailure):
        return Outcome(path=source.path, failure=_(source.reason))
    try:
        raw = read_raw(source, filing.encoding)
        parsed = parse_page(raw.text)
        if any(defect.code is DefectCode.EMPTY_PAGE for defect in parsed.defects):
            raise PageFailed(_("the file is empty; check that the page was saved"))
        return Outcome(
            path=source.path, encoding=raw.encoding, parsed=parsed, report=act(source, raw, parsed, filing)
        )
    except (PageFailed, ImportRefused) as failure:
        return Outcome(path=source.path, failure=str(failure))
    except DatabaseError as error:
        return Outcome(
            path=source.path, failure=_("the database refused it: %s") % str(error).partition("\n")[0]
        )


def read_raw(source: Source, encoding: str | None = None) -> RawText:
    """A raw page with its text. Raises PageFailed; its cause says whether another encoding could help."""
    try:
        content = source.read()
        text, found = read_text(content, encoding)
    except UnreadableText as error:
        raise PageFailed(_(error.template) % error.details) from error
    except Unreadable as error:
        raise PageFailed(_(str(error))) from error
    return RawText(content=content, encoding=found, text=text, source=source.path)


def _read_only(source: Source, raw: RawText, parsed: ParsedPage, filing: Filing) -> None:
    return None


def _check_only(source: Source, raw: RawText, parsed: ParsedPage, filing: Filing) -> None:
    _where_to_file(source, parsed, filing)


def _import(source: Source, raw: RawText, parsed: ParsedPage, filing: Filing) -> ImportReport:
    day, number = _where_to_file(source, parsed, filing)
    return import_page(
        parsed=parsed, raw=raw, day=day, number=number, publish=filing.publish, replace=filing.replace
    )


def _where_to_file(source: Source, parsed: ParsedPage, filing: Filing) -> tuple[date, str]:
    """The operator's word, else what is printed on the page, else the path."""
    path_day, path_number = date_and_label_from_path(source.path)
    day = filing.day or parsed.edition_date or path_day
    number = filing.number or parsed.page_number or path_number
    if day is not None and day.year not in YEARS:
        raise PageFailed(_("the year %d cannot be meant; give --date YYYY-MM-DD") % day.year)
    if day is None:
        raise PageFailed(_("no date on the page or in the path; give --date YYYY-MM-DD"))
    if number is None:
        raise PageFailed(_("no page number on the page or in the path; give --page, such as 5 or A8"))
    return day, number
