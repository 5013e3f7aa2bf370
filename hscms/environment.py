"""Reading the environment: each function takes one variable and gives a checked value.

A wrong value ends the program with one line, `NAME: what is wrong`, on stderr and exit status 1. It is
SystemExit and not ImproperlyConfigured, because manage.py swallows the latter for some commands and servers
print a traceback. No message repeats a value that may hold a password.
"""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

import dj_database_url

DEMO_SECRET_KEY = "django-insecure-demo-key-for-the-developer's-own-machine-only"  # noqa: S105
SHORTEST_SECRET_KEY, FEWEST_CHARACTERS = 50, 5  # what Django's own check security.W009 asks for

SWITCH = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}
HOST = re.compile(r"\.?[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]", re.IGNORECASE)
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9\[][a-z0-9.:\]-]*", re.IGNORECASE)

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # a deferred writer would fail at once where this one waits
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
POSTGRES_OPTIONS = {"pool": {"min_size": 1, "max_size": 8, "timeout": 5}, "connect_timeout": 5}


def refuse(name: str, why: str) -> NoReturn:
    raise SystemExit(f"{name}: {why}")


def text(name: str, default: str = "") -> str:
    value = os.environ.get(name, "").strip() or default
    if any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in value):
        refuse(name, "contains a control character, or is not UTF-8.")
    return value


def words(name: str) -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in text(name).split(",") if word.strip()]


def switch(name: str, *, default: bool) -> bool:
    value = text(name).lower()
    if value and value not in SWITCH:
        refuse(name, "is neither 1 (on) nor 0 (off).")
    return SWITCH.get(value, default)


def whole_number(name: str, default: int, *, among: range | None = None) -> int:
    value = text(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", value):
        refuse(name, "is not a whole number.")
    if among is not None and int(value) not in among:
        refuse(name, f"is a number from {among[0]} to {among[-1]}.")
    return int(value)


def folder(name: str, default: Path) -> Path:
    """A folder, which need not exist yet; a relative one is taken from where `default` is."""
    path = (default.parent / Path(text(name, str(default))).expanduser()).resolve()
    if path.exists() and not path.is_dir():
        refuse(name, "is not a folder.")
    return path


def time_zone(name: str, default: str) -> str:
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        refuse(name, f"{value!r} is not a time zone; write one such as Asia/Shanghai.")
    return value


def secret_key(name: str, *, debug: bool) -> str:
    key = text(name)
    if debug:
        return key or DEMO_SECRET_KEY
    if not key:
        refuse(name, "is missing; with DEBUG=0 it must be set.")
    if len(key) < SHORTEST_SECRET_KEY or len(set(key)) < FEWEST_CHARACTERS:
        refuse(name, f"is weak; use at least {SHORTEST_SECRET_KEY} random characters.")
    if key == DEMO_SECRET_KEY or key.startswith("django-insecure"):
        refuse(name, "is a published example key; make one of your own.")
    return key


def allowed_hosts(name: str, *, debug: bool) -> list[str]:
    hosts = words(name)
    if not debug and not hosts:
        refuse(name, "is missing; with DEBUG=0 it must name the site's hosts, separated by commas.")
    for host in hosts:
        if "*" in host and not (debug and host == "*"):
            refuse(
                name, "'*' lets any host in; name the hosts (.example.org stands for it and all below it)."
            )
        if host != "*" and not HOST.fullmatch(host):
            refuse(name, f"{host!r} is not a host name; write it without scheme, port or path.")
    return hosts


def origins(name: str) -> list[str]:
    found = words(name)
    for origin in found:
        if not ORIGIN.fullmatch(origin):
            refuse(name, f"{origin!r} is not an origin; write one such as https://www.example.org.")
    return found


def database(name: str, default: Path) -> dict[str, Any]:
    """One entry of DATABASES, from a URL; `default` is the SQLite file of the demo."""
    url = text(name, f"sqlite:///{quote(str(default))}")
    try:
        config: dict[str, Any] = dict(dj_database_url.parse(url, conn_health_checks=True))
    except (ValueError, KeyError):
        refuse(
            name,
            "is not a database address; write sqlite:////folder/file or postgresql://user:password@host/name.",
        )
    if config["ENGINE"] == "django.db.backends.sqlite3":
        return _sqlite(name, config)
    if config["ENGINE"] == "django.db.backends.postgresql":
        return _postgresql(name, config)
    refuse(name, "only sqlite and postgresql are supported.")


def _sqlite(name: str, config: dict[str, Any]) -> dict[str, Any]:
    path = config["NAME"]
    if path != ":memory:" and not Path(path).absolute().parent.is_dir():
        refuse(name, "the folder of the SQLite file does not exist.")
    return config | {"OPTIONS": SQLITE_OPTIONS | config.get("OPTIONS", {})}


def _postgresql(name: str, config: dict[str, Any]) -> dict[str, Any]:
    if not config["NAME"]:
        refuse(name, "names no database.")
    return config | {"OPTIONS": POSTGRES_OPTIONS | config.get("OPTIONS", {})}


def cache(name: str) -> dict[str, Any]:
    """One entry of CACHES, from a URL; the memory of the process when unset."""
    url = text(name, "locmem://")
    scheme, _, rest = url.partition("://")
    backend = f"django.core.cache.backends.{scheme}"
    match scheme:
        case "locmem":
            return {"BACKEND": f"{backend}.LocMemCache"}
        case "file" if rest.startswith("/"):
            return {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": rest}
        case "db" if rest.isidentifier():
            return {"BACKEND": f"{backend}.DatabaseCache", "LOCATION": rest}
        case "redis" | "rediss" if _has_host(url):
            if find_spec("redis") is None:
                refuse(name, "redis needs the package redis, which is not installed.")
            return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    refuse(name, "write locmem://, file:///folder, db://table or redis://host:port/number.")


def _has_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
