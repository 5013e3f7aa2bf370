"""Where raw pages are found, and what is said of what is none."""

import io
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from articles.pagetext.sources import (
    MOST_BYTES,
    Source,
    SourceFailure,
    Unreadable,
    date_and_label_from_path,
    find_sources,
)


def found(*paths: str | Path, stdin: bytes = b"") -> list[Source | SourceFailure]:
    return list(find_sources([str(path) for path in paths], io.BytesIO(stdin)))


def names(root: Path, *paths: Path) -> list[str]:
    return [source.path.removeprefix(f"{root}/") for source in found(*paths)]


def failure(path: str | Path) -> str:
    (only,) = found(path)
    assert isinstance(only, SourceFailure)
    assert "\n" not in only.reason
    return only.reason


def archive(path: Path, pages: dict[str, bytes], **options: int) -> Path:
    with zipfile.ZipFile(path, "w", **options) as file:
        for name, raw in pages.items():
            file.writestr(name, raw)
    return path


def test_a_file_that_is_not_there_is_a_failure(tmp_path: Path):
    assert "no such file" in failure(tmp_path / "05.txt")


def test_a_path_that_cannot_be_is_a_failure():
    assert "check the path" in failure("05\x00.txt")


def test_a_folder_without_pages_is_a_failure(tmp_path: Path):
    (tmp_path / "notes.md").write_text("x")
    assert "holds no .txt or .docx file" in failure(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no regular file" in failure(tmp_path / "pipe.txt")


def test_an_empty_file_is_unreadable(tmp_path: Path):
    (tmp_path / "05.txt").write_bytes(b" \n")
    (source,) = found(tmp_path)
    assert isinstance(source, Source)
    with pytest.raises(Unreadable, match="empty"):
        source.read()


def test_a_file_larger_than_any_page_is_unreadable(tmp_path: Path):
    with (tmp_path / "05.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    (source,) = found(tmp_path / "05.txt")
    assert isinstance(source, Source)
    with pytest.raises(Unreadable, match="16 MB"):
        source.read()


def test_a_file_that_goes_away_is_unreadable(tmp_path: Path):
    (tmp_path / "05.txt").write_text("x")
    (source,) = found(tmp_path)
    (tmp_path / "05.txt").unlink()
    assert isinstance(source, Source)
    with pytest.raises(Unreadable, match="no such file"):
        source.read()


def test_what_is_no_zip_archive_is_a_failure(tmp_path: Path):
    (tmp_path / "pages.zip").write_bytes(b"PK no")
    assert "broken" in failure(tmp_path / "pages.zip")


def test_an_archive_without_pages_is_a_failure(tmp_path: Path):
    assert "no .txt or .docx file" in failure(
        archive(tmp_path / "pages.zip", {"__MACOSX/05.txt": b"x", ".05.txt": b"x"})
    )


def test_a_locked_archive_is_a_failure(tmp_path: Path):
    path = archive(tmp_path / "pages.zip", {"05.txt": b"x"})
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # the flag of encryption in the directory
    path.write_bytes(raw)
    assert "password" in failure(path)


def test_a_bomb_in_an_archive_is_unreadable(tmp_path: Path):
    path = archive(
        tmp_path / "pages.zip", {"05.txt": bytes(MOST_BYTES + 1)}, compression=zipfile.ZIP_DEFLATED
    )
    (source,) = found(path)
    assert isinstance(source, Source)
    with pytest.raises(Unreadable, match="16 MB"):
        source.read()


def test_a_broken_page_in_an_archive_is_unreadable_and_the_others_are_not(tmp_path: Path):
    path = archive(tmp_path / "pages.zip", {"05.txt": b"five", "06.txt": b"six"})
    path.write_bytes(path.read_bytes().replace(b"five", b"fire"))
    five, six = found(path)
    assert isinstance(five, Source)
    assert isinstance(six, Source)
    with pytest.raises(Unreadable, match="broken"):
        five.read()
    assert six.read() == b"six"


def test_standard_input_is_a_page():
    (source,) = found("-", stdin=b"page")
    assert isinstance(source, Source)
    assert (source.path, source.read()) == ("-", b"page")


def test_a_folder_is_walked_in_natural_order(tmp_path: Path):
    for name in (
        "10.txt",
        "2.TXT",
        "3.docx",
        "4.doc",
        "~$3.docx",
        ".hidden.txt",
        "notes.md",
        "b/1.txt",
        "__MACOSX/1.txt",
        ".git/1.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert names(tmp_path, tmp_path) == ["2.TXT", "3.docx", "4.doc", "10.txt", "b/1.txt"]


def test_a_link_to_a_folder_above_is_harmless(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "05.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert names(tmp_path, tmp_path) == ["a/05.txt"]


def test_a_name_that_is_no_text_can_be_printed_and_read(tmp_path: Path):
    path = os.fsencode(tmp_path) + b"/\xd3\xe6\n.txt"
    Path(os.fsdecode(path)).write_bytes(b"x")
    (source,) = found(tmp_path)
    assert isinstance(source, Source)
    source.path.encode("utf-8")
    assert "\n" not in source.path
    assert source.read() == b"x"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_an_archive_are_read_as_they_were_meant(tmp_path: Path, encoding: str):
    meant = "望川/05.txt".encode(encoding)
    path = archive(tmp_path / "pages.zip", {"a" * len(meant): b"page", "9.txt": b"x", "10.txt": b"x"})
    path.write_bytes(path.read_bytes().replace(b"a" * len(meant), meant))
    assert names(tmp_path, path) == ["pages.zip/9.txt", "pages.zip/10.txt", "pages.zip/望川/05.txt"]
    assert [source.read() for source in found(path)][-1] == b"page"


@pytest.mark.parametrize(
    "path",
    [
        "05.txt",
        "2031-09-02.txt",
        "x2031-09-02_05.txt",
        "2031-9-2/05.txt",
        "2031-09-02/05.md",
        "2031-09-02/a/05.txt",
        "20310902-05.txt",
    ],
)
def test_other_paths_say_nothing(path: str):
    assert date_and_label_from_path(path) == (None, None)


@pytest.mark.parametrize("path", ["2031-02-30/05.txt", "0000-01-01_05.txt", "20311301_05.txt"])
def test_a_date_that_cannot_be_is_none(path: str):
    assert date_and_label_from_path(path) == (None, "5")


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("2031-09-02/05.txt", "5"),
        ("in/2031-09-02/A08.TXT", "A8"),
        ("2031-09-02_05.txt", "5"),
        ("pages.zip/2031-09-02_12.txt", "12"),
        ("20310902_A08.txt", "A8"),
        ("20310902_A08.docx", "A8"),
    ],
)
def test_a_path_of_the_three_forms_says_date_and_label(path: str, label: str):
    assert date_and_label_from_path(path) == (date(2031, 9, 2), label)
