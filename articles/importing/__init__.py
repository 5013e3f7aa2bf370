"""From raw pages to rows: one page, one transaction, wholly there or not at all."""

from articles.importing.batch import Filing, Outcome, check_sources, import_sources, read_sources
from articles.importing.forms import ImportRefused
from articles.importing.page import ImportReport, RawText, import_page
from articles.importing.tally import Tally

__all__ = [
    "Filing",
    "ImportRefused",
    "ImportReport",
    "Outcome",
    "RawText",
    "Tally",
    "check_sources",
    "import_page",
    "import_sources",
    "read_sources",
]
