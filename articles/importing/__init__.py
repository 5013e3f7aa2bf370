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
from articles.importing.proposals import AnswerReport, answer_proposals, open_proposals, seen_digest
from articles.importing.tally import Tally

__all__ = [
    "AnswerReport",
    "Filing",
    "ImportRefused",
    "ImportReport",
    "Outcome",
    "PageFailed",
    "RawText",
    "Tally",
    "answer_proposals",
    "check_sources",
    "foresee_import",
    "import_page",
    "import_sources",
    "open_proposals",
    "read_raw",
    "read_sources",
    "seen_digest",
]
