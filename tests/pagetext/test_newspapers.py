"""Pages of invented newspapers whose gold parses were written by people who had not seen the reader.

A page passes when it is read as a careful reader reads it, small tolerances aside: the tool beside the project that
scores a parse says how near it comes, and that no paragraph stands in an article that is not its own.
"""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from articles.pagetext import decode, page_to_json, parse_page

from .conservation import assert_no_hidden_character, assert_nothing_is_lost

SCORER = Path(__file__).parents[2].parent / "shared" / "tools" / "score_page.py"
PAGES = sorted((Path(__file__).parent / "newspapers").glob("*.txt"))
NEAR_ENOUGH = 0.95

# Known failures. Who lifts a page takes it from the table.
NOT_YET = {}


def cases() -> list[object]:
    fails = pytest.mark.xfail(strict=True, reason="a known failure")
    return [pytest.param(path, id=path.stem, marks=[fails] if path.stem in NOT_YET else []) for path in PAGES]


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.is_file():
        pytest.skip("the scoring tool is not on this machine")
    spec = importlib.util.spec_from_file_location("score_page", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", cases())
def test_a_page_is_read_as_a_careful_reader_reads_it(path: Path, scorer: ModuleType):
    text, encoding = decode(path.read_bytes())
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    fields = scorer.score(page_to_json(parse_page(text), path=path.name, encoding=encoding), gold)
    assert fields.pop("misplaced") == 0
    shares = {name: right / all_of_them for name, (right, all_of_them) in fields.items() if all_of_them}
    assert sum(shares.values()) / len(shares) >= NEAR_ENOUGH, shares


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_is_lost_of_a_newspaper(path: Path):
    text, _ = decode(path.read_bytes())
    page = parse_page(text)
    assert_nothing_is_lost(text, page)
    assert_no_hidden_character(page)
