"""The operator's door for raw pages: what goes in, what is said, and with which exit status."""

import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Edition, Page, Status

ROOT = Path(__file__).resolve().parents[2]
PAGE = """法治望川

老渡口装上了新路灯

望川日报讯（记者 苏禾）天一擦黑，青石县老渡口的四十盏路灯齐齐亮起，摆渡人说，这条路他摸黑走了三十年。（下转第8版）
"""
PAGE_8 = """2026年3月6日 星期五 第8版

老渡口装上了新路灯

（上接第5版）灯是从旧码头拆来的，换了灯芯，省下一半的钱。
"""


NOWHERE = {
    "DJANGO_SETTINGS_MODULE": "hscms.settings",
    "DATABASE_URL": "sqlite:////nonexistent/db.sqlite3",
    "LC_ALL": "C.UTF-8",
}


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def pages(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: object) -> Result:
        status, refusal = 0, ""
        try:
            call_command("import_pages", *map(str, arguments))
        except SystemExit as end:
            status = int(end.code or 0)
        except CommandError as error:
            status, refusal = error.returncode, str(error)
        printed = capsys.readouterr()
        return Result(status, printed.out, printed.err + refusal)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def manage(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as the operator starts it, in a process of its own, without a database to reach."""
    return subprocess.run(
        [sys.executable, ROOT / "manage.py", "import_pages", *map(str, arguments)],
        input=stdin.decode("latin-1"),
        encoding="latin-1",
        capture_output=True,
        env={
            **os.environ,
            "DATABASE_URL": "sqlite:////nonexistent/db.sqlite3",
            "LC_ALL": "C.UTF-8",
            **environment,
        },
        check=False,
    )


def one_line(err: str) -> bool:
    return len(err.strip().splitlines()) == 1 and "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--date", "2021-13-01"),
        ("--date", "gestern"),
        ("--page", "0"),
        ("--page", "9" * 5000),
        ("--encoding", "klingon"),
        ("--date", "20260401"),
        ("--date", "2026-W14-3"),
        ("--encoding", "unicode_escape"),
        ("--encoding", "rot13"),
    ],
    ids=[
        "no such month",
        "no date",
        "no page",
        "a huge page",
        "no encoding",
        "a bare date",
        "a week",
        "a notation",
        "no text",
    ],
)
def test_wrong_usage_is_one_line_with_status_two_and_the_way_to_the_help(
    page: Path, arguments: tuple[str, str]
) -> None:
    result = manage(page, *arguments)
    assert result.returncode == 2
    assert one_line(result.stderr)
    assert arguments[0] in result.stderr
    assert "--help" in result.stderr


@pytest.mark.django_db
def test_a_page_label_is_for_one_page_alone(run, page: Path, tmp_path: Path) -> None:
    result = run(page, page, "--page", "5", "--date", "2026-03-06")
    assert result.status == 2
    assert "--page" in result.err
    assert not Page.objects.exists()


def an_empty_folder(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def a_file_of_blanks(folder: Path) -> Path:
    (folder / "blank.txt").write_text("\n\u3000\n", encoding="utf-8-sig")
    return folder / "blank.txt"


def a_pipe_in_a_folder(folder: Path) -> Path:
    (folder / "pipes").mkdir()
    os.mkfifo(folder / "pipes" / "page.txt")
    return folder / "pipes"


def an_empty_file(folder: Path) -> Path:
    (folder / "empty.txt").write_bytes(b"")
    return folder / "empty.txt"


def bytes_that_are_no_text(folder: Path) -> Path:
    (folder / "broken.txt").write_bytes(b"\xff\xff\x81 \xfe")
    return folder / "broken.txt"


def a_broken_zip(folder: Path) -> Path:
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and then nothing")
    return folder / "broken.zip"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "missing.txt",
        an_empty_folder,
        an_empty_file,
        bytes_that_are_no_text,
        a_broken_zip,
    ],
    ids=["missing", "empty folder", "empty file", "no text", "broken zip"],
)
def test_what_cannot_be_read_is_one_line_with_its_path(run, tmp_path: Path, make) -> None:
    path = make(tmp_path)
    result = run(path, "--date", "2026-03-06", "--page", "5")
    assert result.status == 1
    assert one_line(result.err)
    assert str(path) in result.err


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("known", "wanted"), [(("--page", "5"), "--date"), (("--date", "2026-03-06"), "--page")]
)
def test_a_page_without_date_or_label_names_the_option_to_give(run, page: Path, known, wanted) -> None:
    result = run(page, *known)
    assert result.status == 1
    assert one_line(result.err)
    assert wanted in result.err
    assert not Edition.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_year_that_cannot_be_meant_is_one_line(run, page: Path, day: str) -> None:
    result = run(page, "--page", "5", "--date", day, "--publish")
    assert result.status == 1
    assert one_line(result.err)
    assert not Edition.objects.exists()


@pytest.mark.django_db
def test_a_batch_goes_on_after_a_bad_page(run, tmp_path: Path) -> None:
    (tmp_path / "2026-03-06_04.txt").write_bytes(b"\xff\xff\x81")
    (tmp_path / "2026-03-06_05.txt").write_text(PAGE, encoding="utf-8")
    result = run(tmp_path)
    assert result.status == 1
    assert one_line(result.err)
    assert Page.objects.get().number == "5"


@pytest.mark.django_db
def test_a_page_too_long_to_store_is_one_line_and_leaves_nothing(run, page: Path) -> None:
    page.write_text(PAGE.replace("三十年。", "三十年" * 70_000 + "。"), encoding="utf-8")
    result = run(page, "--date", "2026-03-06", "--page", "5")
    assert result.status == 1
    assert one_line(result.err)
    assert not Edition.objects.exists()


@pytest.mark.django_db
def test_an_import_is_a_draft_and_a_second_one_changes_nothing(run, page: Path) -> None:
    arguments = (page, "--date", "2026-03-06", "--page", "05")
    first, second = run(*arguments), run(*arguments)
    assert (first.status, second.status) == (0, 0)
    assert Page.objects.get().number == "5"
    assert Article.objects.get().status == Status.DRAFT
    assert "1  of them unchanged" in second.out


@pytest.mark.django_db
def test_an_archive_is_published_at_once(run, page: Path) -> None:
    run(page, "--date", "2026-03-06", "--page", "5", "--publish")
    assert Article.objects.public().exists()


@pytest.mark.django_db
def test_the_folio_files_a_page_before_its_path_does(run, tmp_path: Path) -> None:
    (tmp_path / "2020-01-01_03.txt").write_text(PAGE_8, encoding="utf-8")
    run(tmp_path)
    assert str(Page.objects.get().edition) == "2026-03-06"
    assert Page.objects.get().number == "8"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "number"), [("2026-03-06/05.txt", "5"), ("2026-03-06_05.txt", "5"), ("20260306_A08.txt", "A8")]
)
def test_a_path_files_a_page_in_three_forms(run, tmp_path: Path, name: str, number: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(PAGE, encoding="utf-8")
    assert run(path).status == 0
    assert (str(Page.objects.get().edition), Page.objects.get().number) == ("2026-03-06", number)


@pytest.mark.django_db
def test_a_path_in_another_form_files_nothing(run, tmp_path: Path) -> None:
    path = tmp_path / "page-5-of-2026-03-06.txt"
    path.write_text(PAGE, encoding="utf-8")
    assert run(path).status == 1


@pytest.mark.django_db
def test_a_zip_is_read_like_a_folder(run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "edition.zip", "w") as packed:
        packed.writestr("2026-03-06/05.txt", PAGE)
        packed.writestr("2026-03-06/08.txt", PAGE_8)
        packed.writestr("__MACOSX/2026-03-06/._05.txt", "junk")
    result = run(tmp_path / "edition.zip")
    assert result.status == 0
    assert sorted(Page.objects.values_list("number", flat=True)) == ["5", "8"]
    assert "1  jumps linked" in result.out


@pytest.mark.django_db
def test_a_page_comes_through_standard_input(run, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert run("-", "--date", "2026-03-06", "--page", "5").status == 0
    assert Article.objects.get().continues_on == "8"


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_an_encoding_is_found_by_itself(run, page: Path, encoding: str) -> None:
    page.write_bytes(PAGE.encode(encoding))
    run(page, "--date", "2026-03-06", "--page", "5")
    assert Article.objects.get().headline == "老渡口装上了新路灯"


@pytest.mark.django_db
def test_an_encoding_that_a_person_knows_better_is_used(run, page: Path) -> None:
    page.write_bytes("老渡口裝上了新路燈\n\n望川日報訊（記者 蘇禾）燈亮了，路也好走了。\n".encode("big5"))
    run(page, "--date", "2026-03-06", "--page", "5", "--encoding", "big5")
    assert Article.objects.get().headline == "老渡口裝上了新路燈"


@pytest.mark.django_db
def test_a_dry_run_reports_and_writes_nothing(run, page: Path) -> None:
    result = run(page, "--date", "2026-03-06", "--page", "5", "--dry-run")
    assert result.status == 0
    assert "1  articles" in result.out
    assert not Edition.objects.exists()
    assert run(page, "--dry-run").status == 1  # it could not be filed


def test_reading_as_json_needs_no_date_no_label_and_no_database(page: Path) -> None:
    result = manage(page, "--dry-run", "--json")
    assert (result.returncode, result.stderr) == (0, "")
    read = json.loads(result.stdout.encode("latin-1"))
    assert (read["edition_date"], read["page_number"]) == (None, None)
    assert read["articles"][0]["continues_on"] == "8"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_json_is_json_on_a_terminal_that_has_no_chinese(page: Path, encoding: str) -> None:
    result = manage(page, "--dry-run", "--json", PYTHONIOENCODING=encoding)
    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["page_title"] == "法治望川"


@pytest.mark.django_db
def test_json_is_one_object_a_line_and_nothing_else(run, tmp_path: Path) -> None:
    for name in ("05", "06"):
        (tmp_path / f"2026-03-06_{name}.txt").write_text(PAGE, encoding="utf-8")
    result = run(tmp_path, tmp_path / "missing.txt", "--json")
    assert [page["page_title"] for page in result.pages] == ["法治望川", "法治望川"]
    assert [Path(page["path"]).name for page in result.pages] == ["2026-03-06_05.txt", "2026-03-06_06.txt"]
    assert result.status == 1
    assert one_line(result.err)


@pytest.mark.django_db
def test_where_a_page_is_filed_never_appears_as_if_it_were_printed(run, page: Path) -> None:
    read = run(page, "--json", "--date", "2026-03-06", "--page", "5").pages[0]
    assert (read["edition_date"], read["page_number"]) == (None, None)


def test_a_file_name_that_is_no_text_is_still_named(tmp_path: Path) -> None:
    result = manage(tmp_path / os.fsdecode(b"\xff.txt"))
    assert result.returncode == 1
    assert one_line(result.stderr)


@pytest.mark.django_db
def test_what_a_person_changed_is_named(run, page: Path) -> None:
    arguments = (page, "--date", "2026-03-06", "--page", "5")
    run(*arguments)
    Article.objects.update(body="编辑改过的正文。")
    page.write_text(PAGE.replace("四十盏", "五十盏"), encoding="utf-8")
    result = run(*arguments)
    assert "老渡口装上了新路灯" in result.out
    assert Article.objects.get().body == "编辑改过的正文。"


def test_a_database_that_is_not_ready_is_one_line_and_not_one_a_page(page: Path) -> None:
    result = manage(page, page, "--date", "2026-03-06", DATABASE_URL="sqlite://:memory:")
    assert result.returncode == 1
    assert one_line(result.stderr)
    assert "migrate" in result.stderr


def test_output_that_nobody_reads_any_more_is_no_traceback(page: Path) -> None:
    pages = " ".join([str(page)] * 200)
    shell = f"{sys.executable} {ROOT / 'manage.py'} import_pages {pages} --dry-run --json | head -c 1"
    result = subprocess.run(
        shell, shell=True, capture_output=True, text=True, check=False, env={**os.environ, **NOWHERE}
    )
    assert "Traceback" not in result.stderr


def test_the_operators_language_is_the_terminals(tmp_path: Path) -> None:
    chinese = manage(tmp_path / "missing.txt", LC_ALL="zh_CN.UTF-8").stderr
    english = manage(tmp_path / "missing.txt", LC_ALL="en_GB.UTF-8").stderr
    assert chinese != english


def test_output_that_cannot_be_written_is_one_line(page: Path) -> None:
    for where in (">/dev/full", ">&-"):
        command = f'"$0" manage.py import_pages --dry-run --json "$1" {where}'
        done = subprocess.run(
            ["sh", "-c", command, sys.executable, str(page)], stderr=subprocess.PIPE, text=True, check=False
        )
        assert done.returncode == 1, where
        assert one_line(done.stderr), done.stderr
