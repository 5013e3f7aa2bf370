"""Where in a text something stands, as an editor counts: by lines."""

from collections.abc import Iterable, Iterator

from .characters import escape_hidden
from .lines import LINE_END
from .passage import Range


def numbered(text: str, places: Iterable[Range]) -> Iterator[tuple[int, str]]:
    r"""The line of each place, in their order, and what stands there, on one line.

    >>> list(numbered("渠\r\n水\n进 村", [(0, 1), (5, 8)]))
    [(1, '渠'), (3, '进 村')]
    """
    line, at = 1, 0
    for start, end in places:
        line += sum(1 for _ in LINE_END.finditer(text, at, start))
        at = start
        yield line, " ".join(escape_hidden(text[start:end]).split())
