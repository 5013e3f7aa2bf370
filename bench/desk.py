"""The desk with 100 articles and with 100,000: queries and time of every list and form, as ratios within one run.

Python of the checked-out code, a SQLite file of its own in a temporary folder, nothing kept.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SIZES = (100, 100_000)
ROUNDS = 5
PER_PAGE, PER_EDITION = 8, 40  # articles
WORDS = "渠水进村夜班公交老桥渡口调解室开门法庭工资阅览室堤岸集市学校路灯"


def set_up(folder: str) -> None:
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{folder}/desk.sqlite3",
        "DJANGO_SETTINGS_MODULE": "hscms.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def fill(count: int) -> None:
    """As many articles as that, in editions of five pages, half of them drafts."""
    from articles.models import Article, Edition, Page, Photo, Status
    from articles.models.edition import label_order

    for model in (Photo, Article, Page, Edition):
        model.objects.all().delete()
    days = range(-(-count // PER_EDITION))
    editions = Edition.objects.bulk_create(
        Edition(date=date(2026, 3, 6) - timedelta(days=day)) for day in days
    )
    pages = Page.objects.bulk_create(
        Page(edition=edition, number=label, order=label_order(label), title="法治望川")
        for edition in editions
        for label in "12345"
    )
    articles = [
        Article(
            page=page,
            number=number,
            position=number,
            headline="".join(WORDS[(page.pk * 7 + number * 3 + at * 5) % len(WORDS)] for at in range(10)),
            body="渡口昨日通桥。\n" * 8,
            status=Status.DRAFT if number % 2 else Status.PUBLISHED,
            continues_on="8" if number == 1 else "",
        )
        for page in pages
        for number in range(1, PER_PAGE + 1)
    ][:count]
    made = Article.objects.bulk_create(articles, batch_size=5_000)
    Photo.objects.bulk_create(
        (Photo(page=one.page, article=one, caption="桥。") for one in made[::4]), batch_size=5_000
    )
    from django.db import connection

    connection.cursor().execute("ANALYZE")


def addresses() -> Iterator[tuple[str, str]]:
    """Every list and every form of the desk that has rows, Today, searches and filters."""
    from django.contrib import admin
    from django.urls import reverse

    yield "Today", reverse("admin:index")
    for model in sorted(admin.site._registry, key=lambda one: one._meta.label):
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield f"{model._meta.model_name} list", reverse(f"{name}_changelist")
        if row := model._default_manager.order_by("pk").last():
            yield f"{model._meta.model_name} form", reverse(f"{name}_change", args=[row.pk])
    articles = reverse("admin:articles_article_changelist")
    for query in ("q=老桥", "status__exact=draft", "waits=1", "jump=waiting", "picture=no", "p=2"):
        yield f"articles ?{query}", f"{articles}?{query}"


def measure() -> dict[str, tuple[int, float]]:
    """Queries and the median of the seconds of each address."""
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.force_login(User.objects.get_or_create(username="bench", is_staff=True, is_superuser=True)[0])
    found = {}
    for name, address in addresses():
        client.get(address)
        seconds = []
        for _ in range(ROUNDS):
            with CaptureQueriesContext(connection) as queries:
                start = time.perf_counter()
                client.get(address)
                seconds.append(time.perf_counter() - start)
        found[name] = (len(queries), statistics.median(seconds))
    return found


def main() -> int:
    """Prints the table; 1 where a page needs more queries, or more than twice the time, with more articles."""
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        from django.test.utils import setup_test_environment

        setup_test_environment()
        found = []
        for size in SIZES:
            fill(size)
            found.append(measure())
    few, many = found
    print(f"{'':32}{'queries':>16}{'milliseconds':>20}{'ratio':>8}")
    worse = 0
    for name in [name for name in few if name in many]:
        (fewer, short), (more, long) = few[name], many[name]
        bad = more > fewer or long > 2 * short
        worse += bad
        print(
            f"{name:32}{fewer:>8}{more:>8}{1000 * short:>10.0f}{1000 * long:>10.0f}{long / short:>8.2f}{'  !' if bad else ''}",
            flush=True,
        )
    print(f"{worse} of {len(few)} grow with the number of articles.")
    return int(worse > 0)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
