"""Proofs of an edition at the desk: marking one, and what has changed since."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy, pgettext, pgettext_lazy

from articles.desk.history import written
from articles.desk.sidebyside import FieldSideBySide, side_by_side
from articles.models import Article, Edition, Proof
from articles.proofs import Changed, Fate, changes_between, mark_proof

FATES = {
    Fate.NEW: pgettext_lazy("since the proof", "new"),
    Fate.GONE: pgettext_lazy("since the proof", "gone"),
    Fate.MOVED: pgettext_lazy("since the proof", "moved"),
    Fate.CHANGED: pgettext_lazy("since the proof", "changed"),
}
COUNTED = {
    Fate.NEW: ngettext_lazy("%(count)d new", "%(count)d new", "count"),
    Fate.GONE: ngettext_lazy("%(count)d gone", "%(count)d gone", "count"),
    Fate.MOVED: ngettext_lazy("%(count)d moved", "%(count)d moved", "count"),
    Fate.CHANGED: ngettext_lazy("%(count)d changed", "%(count)d changed", "count"),
}


class ProofForm(forms.ModelForm):
    class Meta:
        model = Proof
        fields = ("note",)
        help_texts = {"note": gettext_lazy("For whom or for which reading it is, if you like.")}
        widgets = {"note": forms.TextInput(attrs={"class": "vTextField"})}


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record on the page that tells what changed."""

    changed: Changed
    kind: str
    fates: list[tuple[str, str]]
    address: str  # of its form, or of its history where it is gone
    fields: list[FieldSideBySide]


class ProofPages(ModelAdmin):
    """The proofs of an edition, reached from its form."""

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view
        return [
            path("<int:key>/proofs/", view(self.proofs_view), name="articles_edition_proofs"),
            path(
                "<int:key>/proofs/difference/",
                view(self.proof_difference_view),
                name="articles_edition_proof_difference",
            ),
            *super().get_urls(),
        ]

    def proofs_view(self, request: HttpRequest, key: int) -> HttpResponse:
        edition = self._edition(request, key)
        can_mark = self.has_change_permission(request, edition)
        form = ProofForm(request.POST or None)
        if request.method == "POST":
            if not can_mark:
                raise PermissionDenied
            if form.is_valid():
                return self._mark(request, edition, form.cleaned_data["note"])
        proofs = edition.proofs.select_related("person")
        return self._page(
            request,
            edition,
            "proofs",
            title=_("Proofs"),
            proofs=proofs,
            form=form,
            can_mark=can_mark,
            difference=reverse("admin:articles_edition_proof_difference", args=[key]),
        )

    def proof_difference_view(self, request: HttpRequest, key: int) -> HttpResponse:
        edition = self._edition(request, key)
        if not self.admin_site.get_model_admin(Article).has_view_or_change_permission(request):
            raise PermissionDenied
        old, new = _proof(edition, request.GET.get("old")), _proof(edition, request.GET.get("new"))
        if old is None or (new is not None and new.number <= old.number):
            messages.error(request, _("Choose an older proof and a newer one."))
            return HttpResponseRedirect(reverse("admin:articles_edition_proofs", args=[key]))
        changes = changes_between(edition=edition, old=old.at, new=new.at if new else None)
        return self._page(
            request,
            edition,
            "proof_difference",
            title=_("What changed"),
            proofs=reverse("admin:articles_edition_proofs", args=[key]),
            between=_between(old, new),
            counted=_counted(changes),
            records=[_shown(changed) for changed in changes],
        )

    def _edition(self, request: HttpRequest, key: int) -> Edition:
        edition = Edition.objects.filter(pk=key).first()
        if edition is None:
            raise Http404
        if not self.has_view_or_change_permission(request, edition):
            raise PermissionDenied
        return edition

    def _mark(self, request: HttpRequest, edition: Edition, note: str) -> HttpResponse:
        proof = mark_proof(edition=edition, by=request.user, note=note)  # type: ignore[arg-type]
        messages.success(
            request,
            _("Proof %(number)d is marked. What changes from now on is shown here.")
            % {"number": proof.number},
        )
        return HttpResponseRedirect(reverse("admin:articles_edition_proofs", args=[edition.pk]))

    def _page(self, request: HttpRequest, edition: Edition, name: str, **context: Any) -> HttpResponse:
        request.current_app = self.admin_site.name
        context |= self.admin_site.each_context(request) | {
            "subtitle": str(edition),
            "record": edition,
            "name": str(edition),
            "opts": self.opts,
        }
        return TemplateResponse(request, f"admin/articles/{name}.html", context)


def _proof(edition: Edition, number: str | None) -> Proof | None:
    """The proof that is asked for; None stands for now."""
    if not number:
        return None
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        raise Http404
    proof = edition.proofs.select_related("person").filter(number=int(number)).first()
    if proof is None:
        raise Http404
    return proof


def _between(old: Proof, new: Proof | None) -> str:
    words = {"old": old.number, "old_time": written(old.at)}
    if new is None:
        return _("From proof %(old)d (%(old_time)s) until now.") % words
    return _("From proof %(old)d (%(old_time)s) to proof %(new)d (%(new_time)s).") % (
        words | {"new": new.number, "new_time": written(new.at)}
    )


def _counted(changes: list[Changed]) -> str:
    """ "1 new, 3 changed": what is both moved and changed counts in both."""
    counts = Counter(fate for changed in changes for fate in changed.fates)
    return pgettext("between parts of a list", ", ").join(
        str(COUNTED[fate] % {"count": counts[fate]}) for fate in Fate if counts[fate]
    )


def _shown(changed: Changed) -> ChangedRecord:
    view = "history" if Fate.GONE in changed.fates else "change"
    return ChangedRecord(
        changed=changed,
        kind=str(capfirst(changed.model._meta.verbose_name)),
        fates=[(fate.value, str(FATES[fate])) for fate in changed.fates],
        address=reverse(f"admin:articles_{changed.model._meta.model_name}_{view}", args=[changed.key]),
        fields=side_by_side(changed.fields),
    )
