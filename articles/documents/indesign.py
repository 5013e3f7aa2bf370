"""InDesign tagged text: <ParaStyle:标题>渠水进了村.

Source: Adobe InDesign Tagged Text (user guide): the first line names encoding and platform; a tag may hold tags.
"""

import re
from collections.abc import Iterator

from articles.documents.styles import Paragraph, marked_lines

_HEAD = re.compile(r"<(?:UNICODE|ASCII|GB18030|GBK|BIG5|SJIS|KSC5601)-(?:WIN|MAC)>\s*", re.IGNORECASE)
_TOKEN = re.compile(r"\\(?P<escaped>[<>\\])|(?P<open><)|(?P<close>>)|(?P<text>[^<>\\]+|\\)")
_CHARACTER = re.compile(r"0x([0-9A-Fa-f]{2,6})")
_STYLE = re.compile(r"ParaStyle:(.*)", re.DOTALL)
_DEFINITION = re.compile(r"DefineParaStyle:([^=<>]*)=.*?<BasedOn:([^<>]*)>", re.DOTALL)
_NEW_LINE = re.compile(r"(?:Cell|Table|Row|Footnote)(?:Start|End)\b")
_LINE_BREAKS = {0x0A: "\u2028", 0x2028: "\u2028", 0x0D: "\n", 0x2029: "\n"}  # a forced one ends no paragraph
_MOST_PARENTS = 20


def is_tagged(text: str) -> bool:
    return _HEAD.match(text) is not None


def read_tagged(text: str) -> str:
    """The paragraphs of a tagged text, marked where their style is known."""
    head = _HEAD.match(text)
    body = text[head.end() :] if head else text
    return marked_lines(_paragraphs(re.sub(r"\r\n?", "\n", body)))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    based_on: dict[str, str] = {}
    style, words, only_tags = "", [], False
    for token, is_tag in _tokens(text):
        if not is_tag:
            first, *others = token.split("\n")
            words.append(first)
            for line in others:
                if not (only_tags and not "".join(words).strip()):  # a line of definitions is no blank line
                    yield _paragraph(words, style, based_on)
                words, only_tags = [line], False
            continue
        only_tags = True
        if named := _STYLE.fullmatch(token):
            style = named[1]
        elif defined := _DEFINITION.match(token):
            based_on[defined[1]] = defined[2]
        elif _NEW_LINE.match(token):
            yield _paragraph(words, style, based_on)
            words = []
    yield _paragraph(words, style, based_on)


def _paragraph(words: list[str], style: str, based_on: dict[str, str]) -> Paragraph:
    styles = [style]
    while (parent := based_on.get(styles[-1])) and len(styles) < _MOST_PARENTS:
        styles.append(parent)
    return Paragraph("".join(words).replace("\u2028", "\n"), tuple(one for one in styles if one))


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces of text, and tags without their brackets."""
    depth = 0
    tag: list[str] = []
    for found in _TOKEN.finditer(text):
        depth += bool(found["open"]) - (bool(found["close"]) and depth > 0)
        if depth == 0 and not found["close"]:
            yield found["escaped"] or found["text"], False
        elif depth == 0 and tag:
            yield _character("".join(tag[1:]))
            tag = []
        elif depth == 0:
            yield ">", False
        else:
            tag.append(found[0])
    if tag:  # a bracket that nothing closes was print
        yield "".join(tag), False


def _character(tag: str) -> tuple[str, bool]:
    """<0x4E2D> is a character and no tag."""
    coded = _CHARACTER.fullmatch(tag)
    if not coded or int(coded[1], 16) > 0x10FFFF:
        return tag, True
    code = int(coded[1], 16)
    return _LINE_BREAKS.get(code) or chr(code), False
