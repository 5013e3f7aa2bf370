"""What print broke and we mend: sentences cut by the end of a column."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .characters import is_latin
from .marks import LineKind, Marked
from .passage import join

# 99.3 % of 2 509 paragraphs of a national daily end in one of these
_CLOSED = re.compile(r"(?:[。！？…：；—!?:;]|[.](?=[”\"’']?$)|[。！？…—.!?][”’」』\"')）]+|[）)])$")


def is_finished(text: str) -> bool:
    """Whether a paragraph can end here.

    >>> [is_finished(text) for text in ("渠通了。", "他说：“渠通了。”", "推动“清渠”", "2031")]
    [True, True, False, False]
    """
    return bool(_CLOSED.search(text[-4:]))


def glue_between(left: str, right: str) -> str:
    """What stands between two halves of a sentence: a space between Latin words, else nothing.

    >>> [glue_between(*halves) for halves in (("渠水", "进村"), ("the canal", "is open"), ("20", "31年"))]
    ['', ' ', '']
    """
    seam = left[-1:] + right[:1]
    if seam.isdigit() and not is_latin(left):
        return ""
    return " " if seam.isascii() and (is_latin(left) or seam.isalpha()) else ""


def heal(lines: Sequence[Marked]) -> list[Marked]:
    """Joins the halves of sentences that a column's end, or something set between, has cut."""
    healed: list[Marked] = []
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _continues(lines[end - 1], lines[end]):
            end += 1
        healed.append(_joined(lines[at:end]))
        at = end
    return healed


def _continues(left: Marked, right: Marked) -> bool:
    if left.kind is not LineKind.TEXT or right.kind is not LineKind.TEXT or not left.core or not right.core:
        return False
    return not (left.jump_out or right.lead or right.jump_in or is_finished(left.text))


def _joined(lines: Sequence[Marked]) -> Marked:
    if len(lines) == 1:
        return lines[0]
    core = lines[0].core
    glues = [glue_between(a.text, b.text) for a, b in zip(lines, lines[1:], strict=False)]
    text = core.text + "".join(glue + line.text for glue, line in zip(glues, lines[1:], strict=True))
    whole = replace(join(line.core for line in lines), text=text)
    return replace(lines[0], core=whole, jump_out=lines[-1].jump_out)
