"""Who sits at the desk."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client


def make_user(*codenames: str, **kwargs: Any) -> User:
    user = User.objects.create_user("林一苇", password="wangchuan", is_staff=True, **kwargs)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.fixture
def chief(db: None) -> Client:
    """A superuser, who reads English."""
    client = Client(headers={"accept-language": "en"})
    client.force_login(make_user(is_superuser=True))
    return client


@pytest.fixture
def editor(db: None) -> Any:
    """A client of an editor with exactly the named permissions."""

    def log_in(*codenames: str) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(make_user(*codenames))
        return client

    return log_in
