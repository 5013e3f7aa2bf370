"""What every page of the readers' side prints: the paper's name, the form of its dates, the other languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info, pgettext


def interface(request: HttpRequest | None = None) -> dict[str, Any]:
    """Depends on the address alone, so that the same address has the same answer for everybody."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "long_date": pgettext("date format", "l, j F Y"),
        "month_date": pgettext("date format of a month", "F Y"),
        "other_languages": _other_languages(request.get_full_path()) if request else [],
        **(_addresses(request) if request else {}),
    }


def _other_languages(address: str) -> list[dict[str, str]]:
    return [
        {"code": code, "name": get_language_info(code)["name_local"], "url": translate_url(address, code)}
        for code, _ in settings.LANGUAGES
        if code != get_language()
    ]


def _addresses(request: HttpRequest) -> dict[str, Any]:
    """The one address of a page, and those of its translations."""
    languages = [
        {"code": code, "url": request.build_absolute_uri(translate_url(request.path, code))}
        for code, _ in settings.LANGUAGES
    ]
    return {"canonical": request.build_absolute_uri(request.path), "languages": languages}
