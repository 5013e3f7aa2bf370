"""What print broke and we mend: sentences cut by the end of a column."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .characters import is_latin
from .english_lines import is_item, says_who_said_it
from .ledger import Ledger
from .marks import LineKind, Marked
from .notices import cut_signature
from .passage import join
from .rules import compiled
from .seams import glue_between, is_finished, is_hyphenated

_SPEAKS = compiled(r"(?:[问答]|记者|主持人|读者)[：:]")
_INDENT = 4  # half-width columns: of a paragraph


def heal(lines: Sequence[Marked], ledger: Ledger) -> list[Marked]:
    """Joins the halves of sentences that a column's end, or something set between, has cut."""
    healed: list[Marked] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _continues(lines[end - 1], lines[end]):
            end += 1
        healed.append(lines[at] if end == at + 1 else _joined(lines[at:end], ledger))
        at = end
    return healed


def _continues(left: Marked, right: Marked) -> bool:
    if _is_end_of_english_sentence(left, right):
        return True
    if (
        not (right.kind is LineKind.TEXT or _is_half_with_a_colon(left, right))
        or is_item(right.text)
        or right.lead
        or right.jump_in
        or not left.core
        or not right.core
    ):
        return False
    if right.gap == 0 and right.line.indent >= _INDENT and left.line.indent >= _INDENT:
        return False  # a rhyme in a hard-wrapped page: each line begins like a paragraph
    if is_item(left.text) and right.text[:1].isupper() and is_latin(right.text):
        return False
    return _is_open(left) or _is_in_a_quotation(left, right) or _goes_on_in_small_letters(left, right)


def _is_half_with_a_colon(left: Marked, right: Marked) -> bool:
    """盼着水价再细一 / 点：“分得清了，才舍得省。”: under half a sentence this is no label, unless someone speaks."""
    return left.kind is LineKind.TEXT and right.is_prose and not _SPEAKS.match(right.text)


def _is_in_a_quotation(left: Marked, right: Marked) -> bool:
    """“我只说了一句话： / 别等。”他说。: a colon within a quotation, and its end below."""
    return (
        left.kind is LineKind.TEXT
        and left.text.endswith(("：", ":"))
        and any(
            left.text.count(marks[0]) > left.text.count(marks[1])
            and 0 <= right.text.find(marks[1]) < (right.text + marks[0]).find(marks[0])
            for marks in ("“”", "「」")
        )
    )


def _is_open(left: Marked) -> bool:
    if left.kind is LineKind.LABELLED:  # an answer, not a line of a list
        return left.text.endswith(("，", "、")) or ("。" in left.text and not is_finished(left.text))
    return left.kind is LineKind.TEXT and not left.jump_out and not ends(left)


def ends(line: Marked) -> bool:
    """Whether a text can end here: at the end of a sentence, or with who wrote it."""
    return is_finished(line.text) or says_who_said_it(line.text) or cut_signature(line.core)[1] is not None


def _is_end_of_english_sentence(left: Marked, right: Marked) -> bool:
    """The last words before a notice may be short enough for a title; their small letter tells."""
    return (
        _is_open(left) and right.kind is LineKind.SHORT and is_latin(right.text) and right.text[:1].islower()
    )


def _goes_on_in_small_letters(left: Marked, right: Marked) -> bool:
    """An English line without a mark in it is short enough for a title; the next one tells."""
    return (
        not left.jump_in and left.kind is LineKind.SHORT and is_latin(left.text) and right.text[:1].islower()
    )


def _joined(lines: Sequence[Marked], ledger: Ledger) -> Marked:
    parts = [line.core for line in lines]
    glues = [glue_between(above.text, part.text) for above, part in pairwise(parts)]
    for at, (above, part) in enumerate(pairwise(parts)):
        if is_hyphenated(above.text, part.text):  # a word that the end of a column divides
            parts[at], hyphen = above.cut(len(above.text) - 1)
            ledger.enter("seam", hyphen)
            glues[at] = ""
    text = parts[0].text + "".join(glue + part.text for glue, part in zip(glues, parts[1:], strict=True))
    whole = replace(join(parts), text=text)
    return replace(lines[0], kind=LineKind.TEXT, core=whole, jump_out=lines[-1].jump_out)
