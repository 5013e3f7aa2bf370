"""The versions of a record at the desk: one list, any two side by side, an older one restored as a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.desk.confirmation import Question, settle
from articles.desk.sidebyside import side_by_side
from articles.models import Act, Door
from articles.restoring import RESTORED, restore_version, restored_fields, why_not_restored
from articles.versions import Version, changed_fields, changes_in, differences, label_of

VERSIONS_PER_PAGE = 50
BY_TYPE = {
    "+": lambda: pgettext("act", "created"),
    "~": lambda: pgettext("act", "changed"),
    "-": lambda: pgettext("act", "deleted"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A version in the list."""

    version: Version
    who: str
    act: str
    changes: Sequence[str]  # labels of the fields that it has otherwise than the version before
    before: int | None  # key of the version before


def who(version: Version) -> str:
    """The person, or the door where nobody stood."""
    if version.history_user_id:
        return str(version.history_user)
    door = (version.history_change_reason or "").partition(":")[0]
    if door == Door.DESK:
        return _("an account that is gone")
    return str(Door(door).label) if door in Door.values else _("unknown")


def act_words(version: Version) -> str:
    """What kind of act wrote the version, in a word or two."""
    act = (version.history_change_reason or "").partition(":")[2]
    if version.history_type == "-" or act not in Act.values:
        return BY_TYPE[version.history_type]()
    return str(Act(act).label)


def moment(version: Version) -> str:
    return written(version.history_date)


def written(at: datetime) -> str:
    """To the second: several acts may follow in a minute."""
    return date_format(timezone.localtime(at), "Y-m-d H:i:s")


class VersionPages(ModelAdmin):
    """Admin classes whose records have versions; for others the stock page of the admin's own log stays."""

    def get_urls(self) -> Any:
        if not hasattr(self.model, "history"):
            return super().get_urls()
        name, view = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path(
                "<int:key>/history/difference/", view(self.difference_view), name=f"{name}_history_difference"
            ),
            path("<int:key>/history/<int:version>/restore/", view(self.restore_view), name=f"{name}_restore"),
            *super().get_urls(),
        ]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not hasattr(self.model, "history"):
            return super().history_view(request, object_id, extra_context)
        key = unquote(object_id)
        if not (key.isascii() and key.isdigit() and len(key) < 19):
            raise Http404
        versions = self._versions(request, int(key))
        page = Paginator(versions, VERSIONS_PER_PAGE).get_page(request.GET.get("page"))
        if not page.paginator.count:
            raise Http404
        old, new = _chosen(request, "old"), _chosen(request, "new")
        lines = _lines(versions, max(page.start_index() - 1, 0))
        if old is None and new is None and len(lines) > 1 and page.number == 1:
            old, new = lines[1].version.history_id, lines[0].version.history_id
        here = {line.version.history_id for line in lines}
        elsewhere = versions.filter(history_id__in={old, new} - here - {None})
        return self._answer(
            request,
            "history",
            versions,
            lines=[*_loose_lines(elsewhere), *lines],
            page=page,
            page_numbers=page.paginator.get_elided_page_range(page.number),
            old=old,
            new=new,
            can_compare=page.paginator.count > 1,
            photos=self.photo_histories(int(key)),
        )

    def photo_histories(self, key: int) -> Sequence[Any]:
        """Photos whose own versions belong to the record's story."""
        return ()

    def difference_view(self, request: HttpRequest, key: int) -> HttpResponse:
        versions = self._versions(request, key)
        wanted = {_chosen(request, "old"), _chosen(request, "new")} - {None}
        chosen = list(versions.filter(history_id__in=wanted))
        if len(chosen) != 2:
            messages.error(request, _("Choose two different versions of the list."))
            return HttpResponseRedirect(self._address("history", key))
        new, old = chosen
        (fields,) = differences([(old, new, changed_fields(old, new))])
        return self._answer(
            request,
            "difference",
            versions,
            sides=[self._side(request, version) for version in (old, new)],
            fields=side_by_side(fields),
        )

    def restore_view(self, request: HttpRequest, key: int, version: int) -> HttpResponse:
        record = self.get_object(request, str(key))
        if record is None:
            raise Http404
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        versions = self._versions(request, key)
        chosen = versions.filter(history_id=version).exclude(history_type="-").first()
        if chosen is None:
            raise Http404
        refusal = why_not_restored(record)
        names = changed_fields(versions[0], chosen, restored_fields(self.model)) if not refusal else []
        if refusal or not names:
            messages.error(request, refusal or _("The record has these words already."))
            return HttpResponseRedirect(self._address("history", key))
        return settle(
            self, request, [record], self._question(record, chosen, names), _restoring(record, chosen)
        )

    def _question(self, record: Any, version: Version, names: Sequence[str]) -> Question:
        fields = pgettext("between parts of a list", ", ").join(
            label_of(type(version), name) for name in names
        )
        return Question(
            action="restore",
            title=_("Restore this version?"),
            button=_("Restore"),
            effects=[
                _("These become again what they were on %(time)s (%(person)s): %(fields)s.")
                % {"time": moment(version), "person": who(version), "fields": fields},
                _("What stands there now stays in the history and can be restored in the same way."),
            ],
            warnings=[_("Signatures on the present text lapse.")]
            if getattr(record, "signed_stage", 0)
            else [],
            back=self._address("history", record.pk),
        )

    def _versions(self, request: HttpRequest, key: int) -> Any:
        """The versions of a record, newest first, for those who may see it."""
        if not self.has_view_or_change_permission(request, self.get_object(request, str(key))):
            raise PermissionDenied
        versions = self.model.history.filter(id=key).select_related("history_user")
        return versions.order_by("-history_id")

    def _side(self, request: HttpRequest, version: Version) -> dict[str, Any]:
        record = self.get_object(request, str(version.id))
        newest = self.model.history.filter(id=version.id).order_by("-history_id").first()
        may = record is not None and self.has_change_permission(request, record)
        offers = may and self.model in RESTORED and version.history_type != "-" and version != newest
        return {
            "line": Line(version, who(version), act_words(version), (), None),
            "is_newest": version == newest,
            "restore": self._address("restore", version.id, version.history_id) if offers else "",
            "why_not": why_not_restored(record) if offers else "",
        }

    def _answer(self, request: HttpRequest, view: str, versions: Any, **context: Any) -> HttpResponse:
        newest = versions.first()
        if newest is None:
            raise Http404
        request.current_app = self.admin_site.name
        record = self.model._default_manager.filter(pk=newest.id).first()
        titles = {"history": _("History"), "difference": _("Difference")}
        context |= self.admin_site.each_context(request) | {
            "title": titles[view],
            "subtitle": str(record or newest.instance),
            "record": record,
            "name": str(record or newest.instance),
            "opts": self.opts,
            "history": self._address("history", newest.id),
            "difference": self._address("history_difference", newest.id),
        }
        return TemplateResponse(request, f"admin/articles/{view}.html", context)

    def _address(self, view: str, *keys: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}", args=keys)


def _lines(versions: Any, start: int) -> list[Line]:
    found = list(versions[start : start + VERSIONS_PER_PAGE + 1])  # one more, to compare the last with
    shown = found[:VERSIONS_PER_PAGE]
    befores = [*found[1:], None][: len(shown)]
    changes = [*changes_in(found), []]
    return [
        Line(
            version,
            who(version),
            act_words(version),
            changed if version.history_type == "~" else (),
            before.history_id if before else None,
        )
        for version, before, changed in zip(shown, befores, changes, strict=False)
    ]


def _loose_lines(versions: Any) -> list[Line]:
    """What was chosen on another page of the list goes along."""
    return [Line(version, who(version), act_words(version), (), None) for version in versions]


def _chosen(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _restoring(record: Any, version: Version) -> Any:
    def act() -> str:
        restore_version(record=record, version=version)
        return _("The version of %(time)s is restored, as a new version.") % {"time": moment(version)}

    return act
