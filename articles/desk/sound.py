"""Lists and forms of the desk, whatever is sent to them: an address and a form may hold what anybody has typed."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import FieldDoesNotExist, FieldError, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

# How a list may be narrowed down by its address; a pattern, say, could be one that the database refuses or never ends.
COMPARISONS = ("exact", "in", "isnull", "gte", "gt", "lte", "lt", "year", "month", "day")
COUNTS = ("TOTAL_FORMS", "INITIAL_FORMS")


class SoundAdmin(ModelAdmin):
    """A key that is none and a number that is none are left out before they reach the database."""

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        path, _sep, last = lookup.rpartition("__")
        filters: Any = self.list_filter
        named = {name if isinstance(name, str) else name[0] for name in filters if not isinstance(name, type)}
        links = {field.name for field in self.opts.fields if field.is_relation} | named
        own = {one.parameter_name for one in filters if hasattr(one, "parameter_name")}
        known = {"id", *own, *links, *(f"{name}__id" for name in links), *filter(None, [self.date_hierarchy])}
        is_known = lookup in known or (last in COMPARISONS and path in known)
        return is_known and super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        try:
            return super().get_changelist_instance(request)
        except (ArithmeticError, ValueError, TypeError, FieldError) as error:
            raise IncorrectLookupParameters(error) from error

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Any], *args: Any, **kwargs: Any
    ) -> HttpResponse | None:
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if all(_is_value(self.model, "pk", key) for key in chosen):
            return super().response_action(request, queryset, *args, **kwargs)
        self.message_user(request, _("What was chosen is not in this list. Choose again."), messages.ERROR)
        return None

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        return super().get_object(request, object_id, from_field or None)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address of a new record's form fills in, as far as it fits."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        return {name: value for name, value in initial.items() if _is_value(self.model, name, value)}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        if request.method == "POST":
            request.POST = self.sound(request)  # type: ignore[assignment]
        return super().changeform_view(request, object_id, form_url, extra_context)

    def sound(self, request: HttpRequest) -> QueryDict:
        """A choice that is no key is none, and a count below nothing is no count."""
        keys = dict(self._keys())
        sent = request.POST.copy()
        for name in sent:
            last = name.rpartition("-")[2]
            if last in COUNTS:
                sent.setlist(name, [one for one in sent.getlist(name) if not one.startswith("-")])
            elif last in keys:
                model = keys[last]
                sent.setlist(name, [one if _is_value(model, last, one) else "" for one in sent.getlist(name)])
        return sent

    def _keys(self) -> Iterator[tuple[str, type[Model]]]:
        for model in (self.model, *(inline.model for inline in self.inlines)):
            yield from ((field.name, model) for field in model._meta.fields if field.is_relation)


def _is_value(model: type[Model], name: str, value: Any) -> bool:
    try:
        field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
        python = field.to_python(value)
        if name == "pk" or field.is_relation:
            return python is None or 0 < python < 2**63
    except FieldDoesNotExist:
        return True  # the form's own
    except (ValidationError, ValueError, TypeError):
        return False
    return True
