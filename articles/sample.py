"""The sample edition: what `make demo` shows."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files import File
from django.db import transaction

from articles.importing import Filing, Outcome, import_sources
from articles.models import Page, Photo
from articles.pagetext.sources import find_sources


@dataclass(frozen=True, slots=True)
class Account:
    """A demo account. Its password is no secret: it exists on a visitor's own machine only."""

    name: str
    password: str
    is_chief: bool


ACCOUNTS = (
    Account("editor", "wangchuan-bianji", is_chief=False),
    Account("chief", "wangchuan-zongbian", is_chief=True),
)


def load_sample(*, folder: Path) -> Iterator[Outcome]:
    """Import the sample edition and publish it; pages that are there already stay as they are."""
    make_accounts()
    for outcome in import_sources(find_sources([folder], io.BytesIO()), filing=Filing(publish=True)):
        if outcome.report and not outcome.report.unchanged:
            attach_pictures(page=outcome.report.page, folder=folder)
        yield outcome


@transaction.atomic
def attach_pictures(*, page: Page, folder: Path) -> None:
    """Give the captions of a page the pictures that pictures.json names for them."""
    listed = json.loads((folder / "pictures.json").read_text(encoding="utf-8"))
    for row in listed.get(page.edition.date.isoformat(), {}).get(page.number, []):
        photo = Photo.objects.get(page=page, caption__startswith=row["caption_starts"])
        with (folder / "pictures" / row["file"]).open("rb") as picture:
            photo.picture.save(row["file"], File(picture))


@transaction.atomic
def make_accounts() -> None:
    """Make the demo accounts that are missing; the editor may do everything with the paper, the chief everything."""
    users = get_user_model().objects
    for account in ACCOUNTS:
        if users.filter(username=account.name).exists():
            continue
        make = users.create_superuser if account.is_chief else users.create_user
        user = make(account.name, password=account.password, is_staff=True)
        user.user_permissions.set(Permission.objects.filter(content_type__app_label="articles"))
