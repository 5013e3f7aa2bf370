"""Three properties on as many composed pages as one likes: `make pages` takes 100,000, one process, a quarter of an hour.

Nothing is lost, reading again gives the same, and marked text survives the round trip. A page that fails is made as small
as it can be by taking lines off, printed, and counted; it belongs into a test then.
"""

import sys
import time
from collections import Counter
from random import Random

from articles.pagetext import parse_page
from articles.pagetext.characters import is_latin
from articles.pagetext.markwords import find_mark

from .conservation import assert_no_hidden_character, assert_nothing_is_lost, assert_survives_the_round_trip
from .written_pages import compose_any

PAGES = 100_000
REPORT_EVERY = 10_000


def assert_holds(text: str) -> None:
    """All that must hold of every reading of every text."""
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)
    assert parse_page(text) == page, "reading it again gives another page"
    assert_survives_the_round_trip(page)


def fault(text: str) -> str | None:
    """What does not hold of a text, in one line; None when all does."""
    try:
        assert_holds(text)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next page is tried
        return f"{type(error).__name__}: {error}".split("\n", 1)[0][:200]
    return None


def smallest(text: str) -> str:
    """As few lines of a text as still have a fault."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        fewer = lines[:at] + lines[at + 1 :]
        if fault("\n".join(fewer)):
            lines, at = fewer, 0
        else:
            at += 1
    return "\n".join(lines)


def kind(text: str) -> str:
    """What sort of page it is, for the count."""
    if any(map(find_mark, text.splitlines())):
        return "marked"
    latin = {is_latin(line) for line in text.splitlines() if len(line) > 20}
    return "mixed" if len(latin) > 1 else "English" if latin == {True} else "Chinese"


def main(count: int, first: int) -> int:
    """Tries the pages of `count` seeds from `first` on; the number of those that fail."""
    start, kinds, characters, faults = time.monotonic(), Counter[str](), 0, 0
    for seed in range(first, first + count):
        text = compose_any(Random(seed))
        kinds[kind(text)] += 1
        characters += len(text)
        if said := fault(text):
            faults += 1
            print(f"\nseed {seed}: {said}\n{smallest(text)!r}", flush=True)
        if (seed - first + 1) % REPORT_EVERY == 0 or seed == first + count - 1:
            told = ", ".join(f"{number:,} {name}" for name, number in kinds.most_common())
            minutes = (time.monotonic() - start) / 60
            print(
                f"{seed - first + 1:,} pages ({told}; {characters:,} characters) in {minutes:.1f} minutes: {faults} faults",
                flush=True,
            )
    return faults


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(bool(main(*(arguments + [PAGES, 0][len(arguments) :]))))
