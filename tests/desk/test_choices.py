"""What is offered when an editor searches for the other end of a link comes in an order, page after page."""

import pytest
from django.contrib import admin
from django.test import Client

from articles.models import Article, Author, Edition, Page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Article, Author, Edition, Page], ids=lambda model: model.__name__)
def test_choices_have_an_order(chief: Client, model: type) -> None:
    request = chief.get("/admin/").wsgi_request
    assert admin.site.get_model_admin(model).get_queryset(request).ordered
