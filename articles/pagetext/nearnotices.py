"""What looks like a jump notice and was read as none: it must not stand in a text with nobody told."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from .defects import DefectCode
from .ledger import Ledger
from .passage import Range, Span
from .places import numbered
from .records import SetAsideKind
from .rules import rule, table

_OPEN = r"[（(【〔\[]\s?[◀◁◄▶▷►→←▲△▼■●]*\s?"
_INSIDE = r"[^（）()【】〔〕\[\]。]"
_CLOSE = r"[）)】〕\]]"
_PAGE = r"[第版页饭板0-9０-９①-⑳]"  # 饭 and 板 are how 版 is misread

NEAR_NOTICES = table(
    rule(
        "下转, 上接 in brackets",
        rf"{_OPEN}(?:[紧请]?下转|[紧上]接)(?:{_INSIDE}{{0,8}}{_PAGE}{_INSIDE}{{0,14}}|{_INSIDE}?){_CLOSE}",
        "青石县的渠通了水（下转第8饭）。后来",
        "屋顶（上接天线，下接地线）",
    ),
    rule(
        "转, 接 in brackets",
        rf"{_OPEN}[转接]\s?第{_INSIDE}{{1,5}}[版饭板页]{_CLOSE}",
        "青石县的渠通了水。（转第八饭）",
        "（转第2路公交车）到渠边",
    ),
    rule(
        "下转第, 上接第 at an end of a line",
        r"(?:(?:^|(?<=[\r\n]))[ \t\u3000]*上接第|下转第)[^\s。，、；（）()]{0,4}(?=[ \t\u3000]*(?:[\r\n]|$))",
        "青石县的渠通了水。下转第8饭",
        "上接第二条渠的水，下转第三条大渠道",
    ),
    rule(
        "continued, in brackets or alone",
        r"(?:[(\[]|(?:^|(?<=[\r\n])))(?:[Cc]ontinued?|CONTINUED?|[Cc]ont[.’']?d?[.]?) (?i:on|from|to) (?:the )?(?i:page|pg|p)\b[^()\[\]\r\n]{0,12}(?:[)\]]|(?=[\r\n]|$))",
        "the canal is open (Continued on Page ?)",
        "The work continued on page after page.",
    ),
    hint=r"下转|上接|紧接|[转接]\s?第|[Cc]ont|CONT",
)


_READ = ("continues_on", "continued_from")
_ASIDE = tuple(f"set_aside.{kind}" for kind in SetAsideKind if kind is not SetAsideKind.UNPLACED)


def warn_of_near_notices(ledger: Ledger) -> None:
    """A defect for each that stands in a record, or that an editor may add to one."""
    places = _near_notices(ledger.source)
    spans = sorted(ledger.spans) if places else []
    starts = [span.start for span in spans]
    found = [where for where in places if _stands_in_a_record(where, spans, starts)]
    for line, text in numbered(ledger.source, found):
        ledger.warn(DefectCode.UNREAD_JUMP, line, text=text)


def _near_notices(source: str) -> list[Range]:
    if not NEAR_NOTICES.hint.search(source):
        return []
    found = sorted(found.span() for row in NEAR_NOTICES for found in row.pattern.finditer(source))
    return [where for above, where in pairwise([(0, 0), *found]) if where[0] >= above[1]]


def _stands_in_a_record(where: Range, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    first = max(0, bisect_right(starts, where[0]) - 1)
    owners = (span.owner for span in spans[first : bisect_left(starts, where[1])] if span.end > where[0])
    return any(not owner.endswith(_READ) and not owner.startswith(_ASIDE) for owner in owners)
