"""docs/proofreading.md and its Chinese sister have a row for every check, as the table of checks says it."""

from pathlib import Path

import pytest
from django.utils import translation

from articles.proofreading import ROWS, name_of

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = {"en": "docs/proofreading.md", "zh-hans": "docs/proofreading.zh-CN.md"}


@pytest.mark.parametrize("language", DOCUMENTS)
def test_every_check_has_its_row_and_no_other(language: str) -> None:
    lines = (ROOT / DOCUMENTS[language]).read_text(encoding="utf-8").splitlines()
    told = [line.strip("| ").split(" | ") for line in lines if line.startswith("| `")]
    with translation.override(language):
        expected = [[f"`{row.code}`", name_of(row.code), str(row.severity.label)] for row in ROWS]
    assert [row[:3] for row in told] == expected
    assert [row[-2:] for row in told] == [[row.wrong or "—", row.right or "—"] for row in ROWS]
