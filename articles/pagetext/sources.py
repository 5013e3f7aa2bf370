"""Where raw pages come from: text and Word files, folders, zip archives, standard input.

What cannot be read is a value with a reason, so that a batch goes on.
"""

import datetime
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from .characters import HIDDEN, escape
from .defects import gettext_noop as _
from .labels import normalise_label

MOST_BYTES = 16 * 1024 * 1024  # of one page
MOST_PAGES = 100_000  # of one archive or folder
_MOST_UNPACKED = 2 * 1024**3  # bytes of one archive
_EXTENSIONS = (".txt", ".docx", ".doc")  # the last is refused when it is read: no page is left out silently


class Unreadable(OSError):
    """A source that cannot be read; its text is one sentence that names the way out."""


@dataclass(frozen=True, slots=True)
class Source:
    """One raw page. `path` is safe to print; read() raises Unreadable."""

    path: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class SourceFailure:
    """Something that should have been a page; `reason` is one sentence."""

    path: str
    reason: str


Found = Source | SourceFailure


def find_sources(paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO) -> Iterator[Found]:
    """The raw pages under the paths, in order: a folder is walked in natural order, a zip read in its own, - is stdin.

    `stdin` is a binary stream.
    """
    for path in paths:
        yield from _sources_of(os.fspath(path), stdin)


def _sources_of(path: str, stdin: BinaryIO) -> Iterator[Found]:
    if path == "-":
        return iter([Source("-", lambda: _capped(stdin))])
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as error:
        return iter([SourceFailure(display(path), _reason(error))])
    if stat.S_ISDIR(mode):
        return _folder(Path(path))
    if not stat.S_ISREG(mode):
        return iter(
            [
                SourceFailure(
                    display(path),
                    _("this is no regular file; give a text file, a Word file, a folder or a zip archive"),
                )
            ]
        )
    return _archive(path) if _is_zip(path) else iter([_file(path)])


def _file(path: str) -> Source:
    return Source(display(path), lambda: _read_file(path))


def _read_file(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return _capped(file)
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(_reason(error)) from None


_TOO_LARGE = _(
    "the file is larger than 16 MB, which no page is; check that it is the right one, or save it without pictures"
)


def _capped(stream: BinaryIO) -> bytes:
    raw = stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Unreadable(_TOO_LARGE)
    if not raw.strip():
        raise Unreadable(_("the file is empty; check that the page was saved"))
    return raw


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return _("there is no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return _("the file may not be read; give this user the right to read it")
    return _("the file cannot be read; check the path and the disk")


# ── folders ──


def _folder(root: Path) -> Iterator[Found]:
    count = 0
    for found in _walk(root):
        count += isinstance(found, Source)
        if count > MOST_PAGES:
            yield SourceFailure(
                display(root), _("the folder holds more than 100,000 pages; import it in parts")
            )
            return
        yield found
    if not count:
        yield SourceFailure(
            display(root), _("the folder holds no .txt or .docx file; give the folder that the pages are in")
        )


def _walk(root: Path) -> Iterator[Found]:
    """Text files and zip-free folders below a folder; each folder once, whatever links lead to it."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        try:
            status = folder.stat()
            entries = sorted(folder.iterdir(), key=lambda entry: natural_key(entry.name))
        except OSError as error:
            yield SourceFailure(display(folder), _reason(error))
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        wanted = [entry for entry in entries if not _is_hidden(entry.name)]
        yield from (_file(str(entry)) for entry in wanted if _has_page_name(entry.name) and entry.is_file())
        waiting += reversed([entry for entry in wanted if entry.is_dir()])


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Orders 2.txt before 10.txt.

    >>> sorted(["10.txt", "2.txt"], key=natural_key)
    ['2.txt', '10.txt']
    """
    # digits are compared by how many there are, not as numbers: a name of 5,000 digits is no reason to fail
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return [
        (0, len(part.lstrip("0")), part.lstrip("0")) if part[0] in "0123456789" else (1, 0, part.casefold())
        for part in parts
    ]


def _has_page_name(name: str) -> bool:
    return name.lower().endswith(_EXTENSIONS)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name == "__MACOSX"


# ── archives ──


def _is_zip(path: str) -> bool:
    return path.lower().endswith(".zip")


def _archive(path: str) -> Iterator[Found]:
    try:
        # left open for the sources, which are read later; closed when the last of them is gone
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield SourceFailure(display(path), _("this is no zip archive, or a broken one; make it anew"))
        return
    members = sorted(
        (m for m in archive.infolist() if _is_page(m)),
        key=lambda m: [natural_key(part) for part in _member_name(m).split("/")],
    )
    if fault := _fault(members):
        yield SourceFailure(display(path), fault)
        return
    for member in members:
        yield Source(f"{display(path)}/{display(_member_name(member))}", _member_reader(archive, member))


def _fault(members: list[zipfile.ZipInfo]) -> str | None:
    if not members:
        return _("the archive holds no .txt or .docx file; put the pages in it as such files")
    if any(m.flag_bits & 1 for m in members):
        return _("the archive is locked with a password; make it anew without one")
    if len(members) > MOST_PAGES or sum(m.file_size for m in members) > _MOST_UNPACKED:
        return _("the archive unpacks to more than a newspaper has; import it in parts")
    return None


def _is_page(member: zipfile.ZipInfo) -> bool:
    parts = PurePath(_member_name(member)).parts
    return (
        bool(parts)
        and not member.is_dir()
        and _has_page_name(parts[-1])
        and not any(_is_hidden(part) for part in parts if part not in (".", ".."))
    )


def _member_name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: Windows writes GBK where the standard says cp437.

    Source: APPNOTE.TXT 4.4.4, general purpose bit 11.
    """
    if member.flag_bits & 0x800:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def _member_reader(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], bytes]:
    def read() -> bytes:
        if member.file_size > MOST_BYTES:
            raise Unreadable(_TOO_LARGE)
        try:
            with archive.open(member) as stream:
                return _capped(stream)  # type: ignore[arg-type]
        except Unreadable:
            raise
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
            ValueError,
        ):
            raise Unreadable(_("the page in the archive is broken; make the archive anew")) from None

    return read


# ── names ──


def display(path: str | os.PathLike[str]) -> str:
    r"""A path to print on one line: what is no text in it, or would not be seen, is escaped.

    >>> display("05\n\udcff.txt")
    '05\\u000a\\udcff.txt'
    """
    text = HIDDEN.sub(lambda run: escape(run[0]), os.fspath(path))
    return re.sub(r"[\r\n\t]", lambda mark: escape(mark[0]), text)


_IN_PATH = (
    re.compile(
        r"(?:^|[/\\])([0-9]{4})-([0-9]{2})-([0-9]{2})[/\\]([A-Za-z]{0,2}[0-9]{1,4})\.(?:txt|docx)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[/\\])([0-9]{4})-([0-9]{2})-([0-9]{2})_([A-Za-z]{0,2}[0-9]{1,4})\.(?:txt|docx)$", re.IGNORECASE
    ),
    re.compile(
        r"(?:^|[/\\])([0-9]{4})([0-9]{2})([0-9]{2})_([A-Za-z]{0,2}[0-9]{1,4})\.(?:txt|docx)$", re.IGNORECASE
    ),
)


def date_and_label_from_path(path: str) -> tuple[datetime.date | None, str | None]:
    """Date and page label from a path of one of the three forms; None for what it does not say.

    >>> date_and_label_from_path("in/2031-09-02/05.txt")
    (datetime.date(2031, 9, 2), '5')
    >>> date_and_label_from_path("20310902_A08.txt")
    (datetime.date(2031, 9, 2), 'A8')
    >>> date_and_label_from_path("2031-02-30_05.txt")
    (None, '5')
    """
    for pattern in _IN_PATH:
        if found := pattern.search(path):
            year, month, day, label = found.groups()
            return _date(int(year), int(month), int(day)), normalise_label(label)
    return None, None


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
