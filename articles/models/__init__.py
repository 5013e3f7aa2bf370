"""What the newspaper consists of, and the one definition of what a reader may see."""

from articles.models.article import Article, Author, Authorship, Link
from articles.models.contact import ContactCard, ContactEntry
from articles.models.edition import Edition, Page, Staff
from articles.models.history import Act, Door, note_rows, noted_as
from articles.models.photo import Photo
from articles.models.presence import Presence
from articles.models.preview import PreviewLink
from articles.models.proof import Proof
from articles.models.proofreading import HouseWord, Waiver
from articles.models.publication import Status
from articles.models.rawpage import Defect, DefectStage, RawPage, Reading, RecordKind
from articles.models.review import Correction, Review, Stage, Verdict

__all__ = [
    "Act",
    "Article",
    "Author",
    "Authorship",
    "ContactCard",
    "ContactEntry",
    "Correction",
    "Defect",
    "DefectStage",
    "Door",
    "Edition",
    "HouseWord",
    "Link",
    "Page",
    "Photo",
    "Presence",
    "PreviewLink",
    "Proof",
    "RawPage",
    "Reading",
    "RecordKind",
    "Review",
    "Staff",
    "Stage",
    "Status",
    "Verdict",
    "Waiver",
    "note_rows",
    "noted_as",
]
