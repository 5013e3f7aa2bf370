"""Editors' notes (编者按): they open a story, whether they stand under its title or above it."""

from collections.abc import Sequence
from dataclasses import replace

from .marks import LineKind, Marked
from .passage import join
from .rules import rule, table

NOTES = table(
    rule(
        "note",
        r"^[【\[（(]?\s?(?:编\s?者\s?[按的]|编\s?前(?:语|话|的话)?|开栏(?:的话|语)|开篇(?:的话|语)|主持人(?:的话|语)|写在前面|按语|引言|导语|核心提示|核心阅读|内容提要|阅读提示)\s?[】\])）]?(?:\s?[：:]|\s|(?<=[】\])）])|$)",
        "编者按：渠通了，听听渠边人怎么说。",
        "编前会上，大家说起渠水。",
    ),
    hint=r"编|开|主持|写在|按|引|导|核心|提",
)
_TITLE_KINDS = (LineKind.SHORT, LineKind.SUBTITLE, LineKind.COLUMN)


def is_note(line: Marked) -> bool:
    return (
        line.is_prose and not (line.lead or line.jump_in or line.jump_out) and NOTES.matches(line.text[:12])
    )


def join_heads(lines: Sequence[Marked]) -> list[Marked]:
    """The lines, 编者按 on a line of its own joined with the text under it."""
    joined: list[Marked] = []
    for line in lines:
        if joined and line.kind is LineKind.TEXT and not line.lead and _is_bare_head(joined[-1]):
            joined[-1] = replace(line, core=join([joined[-1].core, line.core]), gap=joined[-1].gap)
        else:
            joined.append(line)
    return joined


def _is_bare_head(line: Marked) -> bool:
    found = NOTES.search(line.text) if line.kind in (*_TITLE_KINDS, LineKind.TEXT) else None
    return found is not None and found[1].end() == len(line.text)


def notes_above(lines: Sequence[Marked], title: int) -> int:
    """How many notes stand right above the title at this index and under no title of their own."""
    start = title
    while start and is_note(lines[start - 1]):
        start -= 1
    if start and lines[start - 1].kind in (*_TITLE_KINDS, LineKind.BYLINE):
        return 0
    return title - start
