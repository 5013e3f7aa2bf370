"""The operator's door takes Word files wherever it takes text files."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from django.core.management import call_command

from articles.models import Article, Page, RawPage
from articles.pagetext import text_digest


@pytest.fixture(autouse=True)
def terminal(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("老渡口装上了新路灯", style="Title")
    document.add_paragraph("望川日报讯（记者 苏禾）天一擦黑，老渡口的四十盏路灯亮起。（下转第8版）")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def run(*arguments: object) -> int:
    try:
        call_command("import_pages", *map(str, arguments))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


@pytest.mark.django_db
def test_a_word_file_is_filed_by_its_path_and_kept_as_it_came(word: bytes, tmp_path: Path):
    (tmp_path / "2026-03-06").mkdir()
    (tmp_path / "2026-03-06" / "05.docx").write_bytes(word)
    assert run(tmp_path) == 0
    assert (Article.objects.get().headline, Article.objects.get().continues_on) == ("老渡口装上了新路灯", "8")
    raw = RawPage.objects.get()
    assert (bytes(raw.content), raw.encoding, str(raw.page.number)) == (word, "docx", "5")
    assert raw.text.startswith("【标题】老渡口装上了新路灯\n")
    assert raw.digest == text_digest(raw.text)


@pytest.mark.django_db
def test_a_zip_may_hold_word_files(word: bytes, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "edition.zip", "w") as packed:
        packed.writestr("2026-03-06/05.docx", word)
        packed.writestr("2026-03-06/06.txt", "灯\n\n本报讯（记者 苏禾）灯亮了，路也好走了。\n")
    assert run(tmp_path / "edition.zip") == 0
    assert sorted(Page.objects.values_list("number", flat=True)) == ["5", "6"]


@pytest.mark.parametrize("name", ["page", "page.txt", "page.DOCX"])
def test_a_word_file_is_known_by_what_is_in_it(word: bytes, tmp_path: Path, name: str, capsys):
    (tmp_path / name).write_bytes(word)
    assert run(tmp_path / name, "--dry-run", "--json") == 0
    assert json.loads(capsys.readouterr().out)["articles"][0]["headline"] == "老渡口装上了新路灯"


def test_a_word_file_comes_through_standard_input(word: bytes, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(word)))
    assert run("-", "--dry-run", "--json") == 0
    read = json.loads(capsys.readouterr().out)
    assert (read["encoding"], read["articles"][0]["authors"]) == ("docx", ["苏禾"])


@pytest.mark.parametrize("broken", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", b"{\\rtf1 page}"])
def test_a_document_that_cannot_be_read_is_one_line(broken: bytes, tmp_path: Path, capsys):
    (tmp_path / "05.doc").write_bytes(broken)
    assert run(tmp_path, "--dry-run", "--json") == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
