"""What is settled before any view: that an address is text, and the language of its answer."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

DESK = "/admin/"


class TextMiddleware:
    """No name, title or number holds a NUL, and no database is asked for one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = (text for name, values in request.GET.lists() for text in (name, *values))
        if any("\0" in text for text in (request.path_info, *asked)):
            raise BadRequest("There is a NUL in the address.")
        return self.get_response(request)


class LanguageMiddleware:
    """A reader's by the address, an editor's by the browser.

    Django's LocaleMiddleware reads cookies and makes every answer vary by browser.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if request.path_info.startswith(DESK):
            patch_vary_headers(response, ["Accept-Language"])
        return response


def language_of(request: HttpRequest) -> str:
    if request.path_info.startswith(DESK):
        return _of_browser(request)
    return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE


def _of_browser(request: HttpRequest) -> str:
    """What Django reads from Accept-Language, without the language cookie it would look at first."""
    bare = HttpRequest()
    bare.META["HTTP_ACCEPT_LANGUAGE"] = request.headers.get("Accept-Language", "")
    return translation.get_language_from_request(bare)
