"""From raw pages to rows: one page, one transaction, wholly there or not at all."""

from articles.importing.batch import (
    Filing,
    Outcome,
    PageFailed,
    check_sources,
    import_sources,
    read_raw,
    read_sources,
)
from articles.importing.forms import ImportRefused
from articles.importing.page import ImportReport, RawText, foresee_import, import_page
from articles.importing.tally import Tally

__all__ = [
    "Filing",
    "ImportRefused",
    "ImportReport",
    "Outcome",
    "PageFailed",
    "RawText",
    "Tally",
    "check_sources",
    "foresee_import",
    "import_page",
    "import_sources",
    "read_raw",
    "read_sources",
]
