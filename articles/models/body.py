"""The text of an article as it is stored: a paragraph a line, a subhead as a line that begins with "## "."""

from collections.abc import Iterable, Iterator

from articles.pagetext import BodyBlock, BodyKind

SUBHEAD_MARK = "## "
ESCAPE = "\\"


def write_body(blocks: Iterable[BodyBlock]) -> str:
    r"""Blocks as stored text.

    >>> write_body([BodyBlock(BodyKind.SUBHEAD, "一条河"), BodyBlock(BodyKind.PARAGRAPH, "## 是井号。")])
    '## 一条河\n\\## 是井号。'
    """
    return "\n".join(_write_line(block) for block in blocks)


def read_body(text: str) -> list[BodyBlock]:
    r"""Stored text as blocks; blank lines are nothing.

    >>> read_body("## 一条河\n\n水清了。")[1].text
    '水清了。'
    """
    return [block for _, block in place_blocks(text)]


def place_blocks(text: str) -> Iterator[tuple[int, BodyBlock]]:
    r"""Each block with the place of its first character in the stored text.

    >>> [(at, block.text) for at, block in place_blocks("## 一条河\n\n 水清了。")]
    [(3, '一条河'), (9, '水清了。')]
    """
    start = 0
    for line in text.split("\n"):
        if line.strip():
            block = _read_line(line.strip())
            # what a line carries besides its text stands before it
            yield start + len(line.rstrip()) - len(block.text), block
        start += len(line) + 1


def _write_line(block: BodyBlock) -> str:
    if block.kind is BodyKind.SUBHEAD:
        return SUBHEAD_MARK + block.text
    # a printed paragraph may itself begin with the mark
    return ESCAPE + block.text if block.text.lstrip(ESCAPE).startswith(SUBHEAD_MARK) else block.text


def _read_line(line: str) -> BodyBlock:
    if line.startswith(SUBHEAD_MARK):
        return BodyBlock(BodyKind.SUBHEAD, line.removeprefix(SUBHEAD_MARK).strip())
    escaped = line.startswith(ESCAPE) and line.lstrip(ESCAPE).startswith(SUBHEAD_MARK)
    return BodyBlock(BodyKind.PARAGRAPH, line.removeprefix(ESCAPE) if escaped else line)
