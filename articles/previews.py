"""Previews for somebody without an account: by a link that is signed, runs out and can be revoked."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.utils import timezone

from articles.models import Article, PreviewLink

SALT = "articles.previews"
LONGEST = timedelta(days=30)


@transaction.atomic
def make_preview_link(*, article: Article, by: User, valid_for: timedelta) -> PreviewLink:
    """A new link; it runs out after `valid_for`, at the latest after thirty days."""
    expires = timezone.now() + min(valid_for, LONGEST)
    return PreviewLink.objects.create(article=article, made_by=by, expires_at=expires)


@transaction.atomic
def revoke_preview_links(*, article: Article) -> int:
    """Close every open link of an article. Returns how many were closed."""
    return PreviewLink.objects.open().filter(article=article).update(revoked_at=timezone.now())


def preview_key(link: PreviewLink) -> str:
    """The part of the address that nobody can guess."""
    return signing.dumps(link.pk, salt=SALT)


def find_preview(key: str) -> Article | None:
    """The article that a key shows; None where it was forged, has run out or was revoked."""
    try:
        pk = signing.loads(key, salt=SALT)
    except signing.BadSignature:
        return None
    link = PreviewLink.objects.open().select_related("article").filter(pk=pk).first()
    return link.article if link else None
