"""Two versions of a text stand side by side, paragraph by paragraph, and what differs is marked by character."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.difference import Change, Pieces, character_difference, paragraph_difference

LINES = st.lists(st.text(alphabet="水清了河边。ab 1", max_size=12).map(str.strip).filter(bool), max_size=12)


def changes(old: str, new: str) -> list[str]:
    return [row.change.value for row in paragraph_difference(old, new)]


def marked(pieces: Pieces) -> list[str]:
    return [piece.text for piece in pieces if piece.is_marked]


def test_equal_texts_have_no_changes_and_blank_lines_are_nothing() -> None:
    assert changes("水清了。\n\n河宽了。", "水清了。\n河宽了。\n") == ["same", "same"]
    assert changes("", "") == []


def test_a_paragraph_that_was_rewritten_stands_beside_its_older_version() -> None:
    old = "青石县老渡口的路灯亮了。\n摆渡人老丁说，路好走了。\n三起纠纷当天调解成功。"
    new = "摆渡人老丁说，这路好走多了。\n晚上有了灯。\n四起纠纷当天全部调解成功。"
    rows = paragraph_difference(old, new)
    assert [row.change for row in rows] == [
        Change.DELETED,
        Change.CHANGED,
        Change.INSERTED,
        Change.CHANGED,
    ]
    assert marked(rows[3].old) == ["三"]
    assert marked(rows[3].new) == ["四", "全部"]


def test_a_subhead_made_of_a_paragraph_is_a_change_of_that_paragraph() -> None:
    assert changes("有事好商量", "## 有事好商量") == ["changed"]


def test_words_and_figures_are_never_split() -> None:
    old, new = character_difference("It took 1200 days.", "It took 1250 days.")
    assert (marked(old), marked(new)) == (["1200"], ["1250"])


def test_crumbs_between_changes_are_no_likeness() -> None:
    old, new = character_difference("春天的河水清了又清", "秋日里河风凉了又清")
    assert marked(old) == ["春天的河水清"]
    assert marked(new) == ["秋日里河风凉"]


@given(LINES, LINES)
def test_both_versions_can_be_read_whole_from_the_rows(old: list[str], new: list[str]) -> None:
    rows = paragraph_difference("\n".join(old), "\n".join(new))
    assert [row.old_text for row in rows if row.change is not Change.INSERTED] == old
    assert [row.new_text for row in rows if row.change is not Change.DELETED] == new


@given(LINES, LINES)
def test_what_is_not_marked_is_the_same_on_both_sides(old: list[str], new: list[str]) -> None:
    for row in paragraph_difference("\n".join(old), "\n".join(new)):
        kept = ["".join(p.text for p in side if not p.is_marked) for side in (row.old, row.new)]
        assert kept[0] == kept[1]
        assert (row.change is Change.SAME) == (row.old == row.new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("水" * 200_000, "清" * 200_000),
        ("水清。" * 60_000, "清水。" * 60_000),
        ("水\n" * 90_000, "水\n" * 50_000 + "清\n" * 40_000),
        (
            "\n".join(f"第{n}户人家当天就来了村口的调解室。" for n in range(9_000)),
            "\n".join(f"第{n}户人家昨天才来村口的调解室。" for n in range(9_000)),
        ),
    ],
    ids=["one paragraph", "sentences", "short lines", "every paragraph changed"],
)
def test_the_longest_texts_are_compared_within_seconds(old: str, new: str) -> None:
    began = time.perf_counter()
    paragraph_difference(old, new)
    assert time.perf_counter() - began < 15
