"""The account book does not hang on any rule."""

from articles.pagetext import SetAsideKind
from articles.pagetext.ledger import Ledger
from articles.pagetext.passage import Passage


def test_what_no_entry_covers_is_set_aside_line_by_line():
    ledger = Ledger("渠水\n进了 村\n\n三\n")
    ledger.enter("articles.0.headline", Passage(ledger.source, "进了", ((3, 5),), 2))
    ledger.close()
    assert [(piece.kind, piece.line, piece.text) for piece in ledger.set_asides] == [
        (SetAsideKind.UNPLACED, 1, "渠水"),
        (SetAsideKind.UNPLACED, 2, "村"),
        (SetAsideKind.UNPLACED, 4, "三"),
    ]
    assert [defect.code.value for defect in ledger.defects] == ["unplaced-text"] * 3
    assert ledger.defects[0].message.startswith("“渠水” was not recognised")
