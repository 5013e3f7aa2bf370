"""What every answer carries, in which language it is, and whether the server is well."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.conf import settings as project_settings
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from hscms.middleware import LanguageMiddleware, language_of
from tests.postgres import find_binaries, private_server
from tests.test_settings import CLOSED, PROJECT, start

ADDRESSES = [
    "/admin/login/",
    "/admin/",
    "/",
    "/en/",
    "/healthz",
    "/no/such/address/",
    "/static/no-such-file.css",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_content_policy(client, address):
    policy = client.get(address).headers["Content-Security-Policy"]

    directives = dict(part.strip().split(" ", 1) for part in policy.split(";") if part.strip())
    assert directives == {
        "default-src": "'none'",
        **dict.fromkeys(
            ["script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "media-src"],
            "'self'",
        ),
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_is_closed_to_frames_and_sniffing(client, address):
    headers = client.get(address).headers

    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_redirect_to_tls_carries_the_policy_and_the_probe_is_not_redirected(client, settings, db):
    settings.SECURE_SSL_REDIRECT = True

    redirect = Client().get("/admin/login/")

    assert (redirect.status_code, redirect.headers["Location"]) == (301, "https://testserver/admin/login/")
    assert "Content-Security-Policy" in redirect.headers
    assert Client().get("/healthz").status_code == 200


@pytest.mark.parametrize(
    ("accept", "language"), [("en-GB,en", "en"), ("zh-CN", "zh-hans"), ("fr", "zh-hans"), ("", "zh-hans")]
)
@pytest.mark.django_db
def test_an_editor_reads_the_language_of_the_browser(client, accept, language):
    answer = client.get("/admin/login/", headers={"accept-language": accept})

    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" in answer.headers["Vary"]
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/", "zh-hans"),
        ("/2021-09-02/5/", "zh-hans"),
        ("/english/", "zh-hans"),
        ("/en/", "en"),
        ("/en/2021-09-02/", "en"),
    ],
)
def test_a_reader_reads_the_language_of_the_address_whatever_the_browser_says(address, language):
    seen = []

    def view(request):
        seen.append(translation.get_language())
        return HttpResponse()

    request = RequestFactory().get(
        address, headers={"accept-language": "en" if language != "en" else "zh-CN"}
    )
    request.COOKIES[project_settings.LANGUAGE_COOKIE_NAME] = "en" if language != "en" else "zh-hans"
    answer = LanguageMiddleware(view)(request)

    assert seen == [language]
    assert answer.headers["Content-Language"] == language
    assert not answer.has_header("Vary")


def test_the_language_cookie_means_nothing_to_the_desk():
    request = RequestFactory().get("/admin/", headers={"accept-language": "zh-CN"})
    request.COOKIES[project_settings.LANGUAGE_COOKIE_NAME] = "en"

    assert language_of(request) == "zh-hans"


@pytest.mark.django_db
def test_the_probe_says_200_when_the_database_answers(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.content) == (200, b"ok\n")
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_the_probe_says_503_when_the_database_does_not_answer(tmp_path):
    broken = tmp_path / "db.sqlite3"
    broken.write_bytes(b"This is no database. " * 100)
    program = (
        "import django; django.setup(); from django.test import Client; "
        "answer = Client(headers={'host': 'localhost'}).get('/healthz'); "
        "print(answer.status_code, answer.content.decode(), end='')"
    )

    done = start(
        ["-c", program], {"DJANGO_SETTINGS_MODULE": "hscms.settings", "DATABASE_URL": f"sqlite:///{broken}"}
    )

    assert done.stdout == "503 the database does not answer\n", done.stderr
    assert str(broken) not in done.stdout


def test_the_deployment_check_is_clean():
    done = start(
        ["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        CLOSED | {"DATABASE_URL": "sqlite://:memory:"},
    )

    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_uploads_have_no_address_of_their_own(client, db):
    assert project_settings.MEDIA_URL in ("", "/")
    assert client.get("/media/pictures/1.jpg").status_code == 404


def test_no_test_touches_the_uploads_of_the_developer(settings):
    assert not Path(settings.MEDIA_ROOT).is_relative_to(PROJECT)
    assert not Path(project_settings.STATIC_ROOT).is_relative_to(PROJECT)


@pytest.mark.parametrize("script", ["bin/demo", "bin/install", "bin/lint", ".ci/run"])
def test_a_shell_script_parses(script):
    shell = "bash" if script == ".ci/run" else "sh"

    assert subprocess.run([shell, "-n", script], cwd=PROJECT, check=False).returncode == 0
    assert os.access(PROJECT / script, os.X_OK)


@pytest.mark.parametrize("port", ["0", "65536", "eighty", "-1"])
def test_the_demo_refuses_what_is_not_a_port_in_one_line(port):
    (PROJECT / ".venv").exists() or pytest.skip("the demo runs from .venv")
    done = subprocess.run(["bin/demo", port], cwd=PROJECT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(f"PORT={port} is not a port")
    assert done.stderr.count("\n") == 1


def test_the_private_server_is_gone_when_the_run_ends_early():
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL binaries on this machine")

    folders = []
    with suppress(KeyboardInterrupt), private_server(binaries) as url:
        folders.append(Path(unquote(urlsplit(url).netloc.split("@")[1].split(":")[0])))
        assert folders[0].is_dir()
        raise KeyboardInterrupt

    assert not folders[0].exists()
