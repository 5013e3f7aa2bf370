"""Run the suite on SQLite and then on PostgreSQL: `python -m tests.postgres [arguments of pytest]`.

TEST_DATABASE_URL names a PostgreSQL server to use. Without it a private one is started from the binaries on
this machine: a Unix socket in a temporary folder, no TCP, nothing kept. Where there are no binaries, half of
the tests do not run; that is said last and loudly, and it is a failure when CI is set.

What knows no database runs once, with SQLite: the page reader and the reading of documents, which know no Django; and the
tests in a browser, which look at the pages, and the pages do not know the database either.
"""

import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

import psycopg

from tests.browser.chromium import NOT_RUN as BROWSER_NOT_RUN
from tests.browser.chromium import find_chromium, may_be_left_out

PORT = 5432  # only part of the socket's name
SECONDS_TO_START, SECONDS_TO_STOP = 30, 20
KNOW_NO_DATABASE = tuple(
    f"--ignore={path}" for path in ("tests/browser", "tests/pagetext", "tests/documents", "articles/pagetext")
)
NOTHING_CHOSEN = 5  # pytest was asked for tests of such a kind alone
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=100")
NOT_RUN = """\
!!! HALF OF THE TESTS DID NOT RUN: no PostgreSQL binaries (initdb, postgres) on this machine.
!!! Install them (Debian: apt install postgresql) or set TEST_DATABASE_URL."""


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, _leave)
    theirs = os.environ.pop("TEST_DATABASE_URL", "")
    if theirs and not theirs.startswith(("postgres://", "postgresql://")):
        sys.exit("TEST_DATABASE_URL: is not the address of a PostgreSQL database.")
    runs = {"SQLite": run_pytest(arguments, url="")}
    binaries = None if theirs else find_binaries()
    if theirs:
        runs["PostgreSQL"] = run_on_postgres(arguments, url=theirs)
    elif binaries:
        with private_server(binaries) as url:
            runs["PostgreSQL"] = run_on_postgres(arguments, url=url)
    print()
    for name, (_, summary) in runs.items():
        print(f"{name + ':':<12}{summary}")
    if "PostgreSQL" not in runs:
        print(NOT_RUN, flush=True)
    if not find_chromium():
        print(BROWSER_NOT_RUN, flush=True)
    incomplete = "PostgreSQL" not in runs and not may_be_left_out()
    return max([status for status, _ in runs.values()] + [int(incomplete)])


def _leave(number: int, _frame: FrameType | None) -> None:
    sys.exit(128 + number)  # an exception, so that the server is stopped on the way out


def run_on_postgres(arguments: list[str], *, url: str) -> tuple[int, str]:
    status, closing = run_pytest([*arguments, *KNOW_NO_DATABASE], url=url)
    return (0 if status == NOTHING_CHOSEN else status), closing


def run_pytest(arguments: list[str], *, url: str) -> tuple[int, str]:
    """Run pytest with its words passed on as they come. Returns the exit status and its closing line."""
    color = "--color=yes" if sys.stdout.isatty() else "--color=auto"
    command = [sys.executable, "-m", "pytest", color, *arguments]
    environ = os.environ | {"TEST_DATABASE_URL": url}
    closing = "no answer from pytest"
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True, errors="replace") as run:
        assert run.stdout
        try:
            for line in run.stdout:
                print(line, end="", flush=True)
                closing = line.strip() or closing
        except BaseException:
            run.terminate()  # we were told to leave: do not wait for the rest of the suite
            raise
    return abs(run.returncode), closing


def find_binaries() -> Path | None:
    """The folder of the newest PostgreSQL on this machine that has a whole server."""
    folders = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    if shutil.which("pg_config"):
        answer = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=False)
        folders.append(Path(answer.stdout.strip()))
    for pattern in ("lib/postgresql/*/bin", "pgsql-*/bin", "local/pgsql/bin"):
        folders += sorted(Path("/usr").glob(pattern), key=_version, reverse=True)
    return next((folder for folder in folders if _is_server(folder)), None)


def _version(folder: Path) -> int:
    return int("0" + "".join(re.findall(r"[0-9]+", folder.parent.name)))


def _is_server(folder: Path) -> bool:
    return all(os.access(folder / name, os.X_OK) for name in ("initdb", "postgres"))


@contextmanager
def private_server(binaries: Path) -> Iterator[str]:
    """A server of our own; yields its URL, then stops it and removes every trace."""
    home = Path(tempfile.mkdtemp(prefix="hscms-", dir="/tmp"))  # short: a socket's path has 107 bytes at most
    try:
        who = _ordinary_user(home)
        init = [
            binaries / "initdb",
            "--pgdata",
            home / "data",
            "--username=hscms",
            "--auth=trust",
            "--no-sync",
        ]
        _run([*init, "--locale=C.UTF-8", "--encoding=UTF8"], who)
        yield from _serve(binaries, home, who)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _ordinary_user(home: Path) -> dict[str, Any]:
    """How to start a program here: PostgreSQL refuses to run as root, so root takes another account."""
    where: dict[str, Any] = {"cwd": home, "stdin": subprocess.DEVNULL, "start_new_session": True}
    if os.geteuid() != 0:
        return where
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        os.chown(home, account.pw_uid, account.pw_gid)
        return where | {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    sys.exit("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.")


def _run(command: list[Any], who: dict[str, Any]) -> None:
    done = subprocess.run(command, **who, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        sys.exit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def _serve(binaries: Path, home: Path, who: dict[str, Any]) -> Iterator[str]:
    options = [f"unix_socket_directories={home}", "listen_addresses=", f"port={PORT}", *FAST]
    command = [
        binaries / "postgres",
        "-D",
        home / "data",
        *(word for option in options for word in ("-c", option)),
    ]
    with (home / "log").open("w") as log, subprocess.Popen(command, **who, stdout=log, stderr=log) as server:
        try:
            url = f"postgresql://hscms@{quote(str(home), safe='')}:{PORT}/postgres"
            _wait_for(url, server, home / "log")
            yield url
        finally:
            _stop(server)


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"The private PostgreSQL server did not start:\n{log.read_text(errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: open sessions are ended
    try:
        server.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
