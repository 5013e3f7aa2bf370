"""The codes of 方正 typesetting, which a page carries when it was taken from the typesetter's file."""

from itertools import islice

from .passage import Passage, join
from .rules import rule, table

MOST_CODES = 20_000  # of a page; what holds more is no page, and each one is set aside by itself

CONTROL_CODES = table(
    rule(
        "typesetter",
        r"〖[^〗\n]{0,40}〗|\[(?:HT|BT|JZ|JY|KG|HJ|WB|LM|FL|ZK|DW)[^\]\n]{0,20}\]",
        '〖HT5"H〗渠通了水',
        "[A] is text",
    ),
)
_CODE = CONTROL_CODES.rows[0].pattern


def may_hold_codes(text: str) -> bool:
    return "〖" in text or "[" in text


def one_code_too_many(source: str) -> int | None:
    """Where a text shows that it is no page."""
    if not may_hold_codes(source):
        return None
    found = next(islice(_CODE.finditer(source), MOST_CODES, None), None)
    return found.start() if found else None


def cut_control_codes(passage: Passage) -> tuple[Passage, list[Passage]]:
    """A line without its codes, and the codes."""
    if not may_hold_codes(passage.text):
        return passage, []
    bounds = [bound for code in _CODE.finditer(passage.text) for bound in code.span()]
    pieces = passage.split(bounds)
    texts, codes = pieces[::2], pieces[1::2]
    return join([text for text in texts if text] or texts[:1], ""), codes
