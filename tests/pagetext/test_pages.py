"""Whole pages, and the readings that we hold to be right.

Beside NAME.txt lies NAME.gold.json, word for word what page_to_json gives. To write a new one: read the page with
`import_pages --dry-run --json`, correct the result by hand, save it.
"""

import json
from pathlib import Path

import pytest

from articles.pagetext import decode, page_to_json, parse_page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_its_gold_parse_says(path: Path):
    text, encoding = decode(path.read_bytes())
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert page_to_json(parse_page(text), path=path.name, encoding=encoding) == gold
