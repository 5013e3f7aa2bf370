"""The interface is complete in Chinese: every text collected, translated, and compiled."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = Path("articles/locale/zh_Hans/LC_MESSAGES/django.po")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]")
HAS_GETTEXT = shutil.which("xgettext") is not None


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(ROOT / CATALOGUE))


def texts(file: list[polib.POEntry]) -> dict[tuple[str | None, str], object]:
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr or entry.msgstr_plural
        for entry in file
        if not entry.obsolete
    }


def test_every_text_is_translated(catalogue) -> None:
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.obsolete] == []


def test_a_translation_keeps_the_placeholders(catalogue) -> None:
    for entry in catalogue:
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for sentence in (entry.msgstr_plural or {0: entry.msgstr}).values():
            assert set(PLACEHOLDER.findall(sentence)) == wanted, entry.msgid


def test_the_compiled_catalogue_is_fresh(catalogue) -> None:
    compiled = polib.mofile(str((ROOT / CATALOGUE).with_suffix(".mo")))
    assert texts(compiled) == texts(catalogue)


@pytest.mark.skipif(not HAS_GETTEXT and not os.environ.get("CI"), reason="gettext is not on this machine")
def test_every_text_of_the_code_and_the_templates_is_collected(catalogue, tmp_path) -> None:
    for part in ("articles", "hscms", "templates", "manage.py"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    subprocess.run(
        [
            sys.executable,
            "manage.py",
            "makemessages",
            "--locale",
            "zh_Hans",
            "--no-obsolete",
            "--add-location",
            "file",
        ],
        cwd=tmp_path,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "hscms.settings", "DATABASE_URL": "sqlite://:memory:"},
        capture_output=True,
        check=True,
    )
    collected = polib.pofile(str(tmp_path / CATALOGUE))
    assert set(texts(collected)) == set(texts(catalogue)), "run make messages"
