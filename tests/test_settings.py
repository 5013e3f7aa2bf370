"""A wrong environment stops the start with one line, at every door; a right one is read as it is meant."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
GOOD_KEY = "k3y-" + "abcdefghijklmnopqrstuvwxyz0123456789" * 2
CLOSED = {"DEBUG": "0", "SECRET_KEY": GOOD_KEY, "ALLOWED_HOSTS": "www.example.org"}
DOORS = {
    "manage.py": ["manage.py", "check"],
    "wsgi": ["-c", "import hscms.wsgi"],
    "asgi": ["-c", "import hscms.asgi"],
}


def start(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    bare = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=PROJECT,
        env=bare | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def read_setting(expression: str, environment: dict[str, str]) -> str:
    done = start(["-c", f"from hscms import settings; print(({expression}))"], environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def refusal(environment: dict[str, str], arguments: list[str] | None = None) -> str:
    """The one line that a start with this environment ends with."""
    done = start(arguments or ["-c", "import hscms.settings"], environment)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


BAD = [
    ("DEBUG", "perhaps"),
    ("TLS", "2"),
    ("BEHIND_PROXY", "nginx"),
    ("DATABASE_URL", "oracle://somebody:secret@db/name"),
    ("DATABASE_URL", "mysql://somebody:secret@db/name"),
    ("DATABASE_URL", "no address at all"),
    ("DATABASE_URL", "postgresql://somebody:secret@db:port/name"),
    ("DATABASE_URL", "postgresql://somebody:secret@db"),
    ("DATABASE_URL", "sqlite:////no/such/folder/db.sqlite3"),
    ("CACHE_URL", "redis://"),
    ("CACHE_URL", "memcached://localhost"),
    ("TIME_ZONE", "Asia/Wangchuan"),
    ("TIME_ZONE", "../../etc/passwd"),
    ("MEDIA_ROOT", str(PROJECT / "manage.py")),
    ("MEDIA_ROOT", str(PROJECT / "staticfiles" / "media")),
    ("CSRF_TRUSTED_ORIGINS", "www.example.org"),
    ("CSRF_TRUSTED_ORIGINS", "https://www.example.org/path"),
    ("SITE_NAME", "two\nlines"),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_wrong_value_stops_the_start_with_one_line_that_names_it(name, value):
    line = refusal({name: value})

    assert line.startswith(f"{name}: ")
    assert "secret" not in line


@pytest.mark.parametrize("arguments", DOORS.values(), ids=DOORS)
def test_every_door_refuses_without_a_traceback(arguments):
    assert refusal({"TIME_ZONE": "nowhere"}, arguments).startswith("TIME_ZONE: ")


@pytest.mark.parametrize(
    "key",
    [
        "",
        "short",
        "ab" * 40,
        "django-insecure-" + GOOD_KEY,
        "django-insecure-demo-key-for-the-developer's-own-machine-only",
    ],
)
def test_without_debug_a_missing_or_weak_secret_key_stops_the_start(key):
    assert refusal(CLOSED | {"SECRET_KEY": key}).startswith("SECRET_KEY: ")


@pytest.mark.parametrize(
    "hosts", ["", " , ", "*", "www.example.org,*", "*.example.org", "https://www.example.org", "a:80"]
)
def test_without_debug_open_or_empty_allowed_hosts_stop_the_start(hosts):
    assert refusal(CLOSED | {"ALLOWED_HOSTS": hosts}).startswith("ALLOWED_HOSTS: ")


def test_hsts_seconds_are_a_whole_number():
    assert refusal(CLOSED | {"HSTS_SECONDS": "a year"}).startswith("HSTS_SECONDS: ")


def test_without_any_variable_the_demo_runs():
    assert read_setting("settings.DEBUG, settings.SITE_NAME, settings.TIME_ZONE", {"PYTHONUTF8": "1"}) == (
        "(True, '望川日报', 'Asia/Shanghai')"
    )
    assert read_setting("settings.DATABASES['default']['NAME']", {}) == str(PROJECT / "db.sqlite3")


def test_debug_is_off_when_told_and_then_tls_is_on():
    assert read_setting(
        "settings.DEBUG, settings.SECURE_SSL_REDIRECT, settings.SESSION_COOKIE_SECURE", CLOSED
    ) == ("(False, True, True)")
    assert read_setting(
        "settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS", CLOSED | {"TLS": "off"}
    ) == ("(False, 0)")


def test_the_scheme_is_taken_from_the_proxy_only_when_there_is_one():
    expression = "hasattr(settings, 'SECURE_PROXY_SSL_HEADER')"

    assert read_setting(expression, CLOSED) == "False"
    assert read_setting(expression, CLOSED | {"BEHIND_PROXY": "1"}) == "True"


def test_sqlite_waits_for_its_turn_and_postgresql_keeps_a_pool():
    sqlite = read_setting("settings.DATABASES['default']['OPTIONS']", {})
    postgresql = read_setting(
        "settings.DATABASES['default']", {"DATABASE_URL": "postgresql://me@%2Ftmp%2Fpg:5432/news"}
    )

    assert "'IMMEDIATE'" in sqlite
    assert "journal_mode=WAL" in sqlite
    assert "'pool'" in postgresql
    assert "'HOST': '/tmp/pg'" in postgresql


def test_a_folder_with_spaces_and_percent_signs_may_hold_the_database(tmp_path):
    odd = tmp_path / "a 50% folder?"
    odd.mkdir()

    name = read_setting(
        f"__import__('hscms.environment').environment.database('NO_SUCH_VARIABLE', "
        f"__import__('pathlib').Path({str(odd / 'db.sqlite3')!r}))['NAME']",
        {},
    )

    assert name == str(odd / "db.sqlite3")


@pytest.mark.parametrize(
    ("url", "backend"),
    [("", "LocMemCache"), ("file:///tmp/cache", "FileBasedCache"), ("db://cache", "DatabaseCache")],
)
def test_the_cache_is_chosen_by_its_address(url, backend):
    assert read_setting("settings.CACHES['default']['BACKEND']", {"CACHE_URL": url}).endswith(backend)


@pytest.mark.parametrize("document", ["README.md", "README.zh-CN.md", "docs/settings.md"])
def test_every_setting_stands_in_the_table(document: str) -> None:
    table = (PROJECT / document).read_text(encoding="utf-8")
    source = (PROJECT / "hscms" / "settings.py").read_text(encoding="utf-8")
    read = {piece.split('"')[1] for piece in source.split("environment.")[1:] if '("' in piece.split(")")[0]}

    assert read
    assert {name for name in read if f"`{name}`" not in table} == set()
