"""What an editor should look at: codes, and one sentence for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


def gettext_noop(message: str) -> str:
    """Mark a sentence for xgettext; who shows it translates it."""
    return message


class DefectCode(StrEnum):
    EMPTY_PAGE = "empty-page"
    UNPLACED_TEXT = "unplaced-text"
    SENTENCE_CUT_OFF = "sentence-cut-off"
    DOUBTFUL_TITLE_SPLIT = "doubtful-title-split"
    HEADLINE_MISSING = "headline-missing"
    TEXT_MISSING = "text-missing"
    UNPAIRED_MARKS = "unpaired-marks"
    GLUED_NAMES = "glued-names"
    JUMP_PAGE_IMPOSSIBLE = "jump-page-impossible"
    JUMP_TO_ITSELF = "jump-to-itself"
    UNREAD_JUMP = "unread-jump"
    SEVERAL_JUMPS = "several-jumps"
    SEVERAL_CARDS = "several-cards"
    SEVERAL_BYLINES = "several-bylines"
    CONTRADICTING_FOLIO = "contradicting-folio"
    CONTROL_CHARACTERS = "control-characters"
    GARBLED_TEXT = "garbled-text"
    INTERLEAVED_COLUMNS = "interleaved-columns"
    VERTICAL_TEXT = "vertical-text"
    PAGE_TOO_LONG = "page-too-long"
    UNKNOWN_MARK = "unknown-mark"
    MISPLACED_MARK = "misplaced-mark"
    REPEATED_MARK = "repeated-mark"
    EMPTY_MARK = "empty-mark"
    IMPOSSIBLE_VALUE = "impossible-value"


MESSAGES: dict[DefectCode, str] = {
    DefectCode.EMPTY_PAGE: gettext_noop("The page has no text; check that the right file was chosen."),
    DefectCode.UNPLACED_TEXT: gettext_noop(
        "“%(text)s” was not recognised and stands in no article; add it by hand if it belongs to one."
    ),
    DefectCode.SENTENCE_CUT_OFF: gettext_noop(
        "The text breaks off after “%(text)s” without a jump notice; look for the rest of the sentence."
    ),
    DefectCode.DOUBTFUL_TITLE_SPLIT: gettext_noop(
        "Nothing printed tells how the title “%(text)s” divides into kicker, headline and subtitle; check the three fields."
    ),
    DefectCode.HEADLINE_MISSING: gettext_noop(
        "The article that begins “%(text)s” has no headline of its own on this page; give it one, or link it to the article that it continues."
    ),
    DefectCode.TEXT_MISSING: gettext_noop(
        "Under the headline “%(text)s” stands no text; look for it on the page."
    ),
    DefectCode.UNPAIRED_MARKS: gettext_noop(
        "In “%(text)s” the marks %(marks)s are not in pairs; compare with the print."
    ),
    DefectCode.GLUED_NAMES: gettext_noop(
        "The names “%(text)s” are printed without a space; check where one ends and the next begins."
    ),
    DefectCode.JUMP_PAGE_IMPOSSIBLE: gettext_noop(
        "“%(text)s” names a page that cannot be; enter the right page by hand."
    ),
    DefectCode.JUMP_TO_ITSELF: gettext_noop(
        "“%(text)s” leads to the page that it stands on; enter the right page by hand."
    ),
    DefectCode.UNREAD_JUMP: gettext_noop(
        "“%(text)s” looks like a jump notice, but was not read as one and stands in the text; take it out and enter the page by hand."
    ),
    DefectCode.SEVERAL_JUMPS: gettext_noop(
        "The article has another jump notice, “%(text)s”; only the first was kept."
    ),
    DefectCode.SEVERAL_CARDS: gettext_noop(
        "The page has another contact card, “%(text)s”; only the first was kept."
    ),
    DefectCode.SEVERAL_BYLINES: gettext_noop(
        "“%(text)s” looks like another byline of the same article; check that no title is missing above it."
    ),
    DefectCode.CONTRADICTING_FOLIO: gettext_noop(
        "The folio “%(text)s” contradicts another one on the page; check date and page number."
    ),
    DefectCode.CONTROL_CHARACTERS: gettext_noop(
        "Invisible characters (%(text)s) stood here and were taken out; compare with the print."
    ),
    DefectCode.GARBLED_TEXT: gettext_noop(
        "“%(text)s” was garbled before the file was saved; set it from the print, or export the page anew."
    ),
    DefectCode.INTERLEAVED_COLUMNS: gettext_noop(
        "From “%(text)s” on, the lines of stories that stand side by side are mixed, and nothing tells them apart; copy each column by itself, or export the page anew."
    ),
    DefectCode.VERTICAL_TEXT: gettext_noop(
        "From “%(text)s” on, hundreds of lines hold a character or two each, as when a column set vertically is copied; it was set aside in one piece. Copy it as running text, and add it by hand."
    ),
    DefectCode.PAGE_TOO_LONG: gettext_noop(
        "The text is far longer than a printed page and was read only up to this line; split the file."
    ),
    DefectCode.UNKNOWN_MARK: gettext_noop(
        "There is no mark 【%(text)s】, so the line was read as print; correct the mark."
    ),
    DefectCode.MISPLACED_MARK: gettext_noop(
        "“%(text)s” has nothing beside it that its mark could belong to; move the line or change the mark."
    ),
    DefectCode.REPEATED_MARK: gettext_noop(
        "“%(text)s” says again what another mark has said; only the first was kept."
    ),
    DefectCode.EMPTY_MARK: gettext_noop(
        "Nothing stands behind the mark %(text)s; add it, or delete the mark."
    ),
    DefectCode.IMPOSSIBLE_VALUE: gettext_noop(
        "What stands behind the mark in “%(text)s” cannot be; correct it."
    ),
}


@dataclass(frozen=True, slots=True)
class Defect:
    """`details` fill the placeholders of the sentence; `line` counts from 1."""

    code: DefectCode
    line: int
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def template(self) -> str:
        """The English sentence with its %(name)s placeholders, as the catalogues know it."""
        return MESSAGES[self.code]

    @property
    def message(self) -> str:
        return self.template % self.details
