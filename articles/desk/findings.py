"""What the proofreader found, on the form of the article and for a whole edition; and letting a finding stand."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.base import change_address, person
from articles.desk.confirmation import Question, answer_form, settle
from articles.models import Article, ContactCard, Edition, Photo, RecordKind
from articles.models.fields import validate_printable
from articles.proofreading import LIMIT, Finding, Severity, proofread, proofread_edition, waive

AROUND = 14  # characters shown before and after the words found
MODELS: dict[RecordKind, Any] = {
    RecordKind.ARTICLE: Article,
    RecordKind.PHOTO: Photo,
    RecordKind.CARD: ContactCard,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as it is read: where it stands, the words with a little around them, and where it is let stand."""

    finding: Finding
    before: str
    after: str
    address: str

    @property
    def severity(self) -> str:
        return str(Severity(self.finding.severity).label)

    @property
    def place(self) -> str:
        if self.finding.paragraph is None:
            return self.finding.field_name
        return _("%(field)s, paragraph %(number)d") % {
            "field": self.finding.field_name,
            "number": self.finding.paragraph,
        }


class ReasonForm(forms.Form):
    """Why a finding stands as it is."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        validators=[validate_printable],
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("One sentence for your colleagues; it is kept with your name."),
    )


def list_findings(article: Article) -> str:
    """The open findings of an article and its photos, the gravest first; how many were let stand."""
    findings = proofread(article)
    still = [finding for finding in findings if not finding.is_waived]
    return render_to_string(
        "admin/articles/_findings.html",
        {"findings": _shown(still), "waived": len(findings) - len(still)},
    )


def waive_view(
    model_admin: ModelAdmin, request: HttpRequest, kind: str, record: int, key: str
) -> HttpResponse:
    """Ask for the reason, then let one finding stand."""
    if not request.user.has_perm("articles.add_waiver"):
        raise PermissionDenied
    found = get_object_or_404(MODELS.get(RecordKind(kind), Article), pk=record) if kind in MODELS else None
    if found is None:
        raise Http404
    findings = proofread_edition(found.page.edition).findings
    asked = next((one for one in findings if (one.kind, one.record, one.key) == (kind, record, key)), None)
    if asked is None:
        raise Http404
    form = answer_form(request, ReasonForm)
    (shown,) = _shown([asked])
    question = Question(
        action="waive",
        title=_("Let it stand?"),
        button=_("Let it stand"),
        effects=[
            asked.sentence,
            f"{shown.place}：{shown.before}【{asked.words}】{shown.after}" if asked.words else shown.place,
        ],
        form=form,
        back=change_address(found),
    )

    def act() -> str:
        waive(finding=asked, reason=form.cleaned_data["reason"], by=person(request))
        return _("The finding stands, with your reason.")

    return settle(model_admin, request, [found], question, act)


def edition_view(model_admin: ModelAdmin, request: HttpRequest, edition: int) -> HttpResponse:
    """Everything found in an edition, record by record, and its score by the official rule."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    shown = get_object_or_404(Edition, pk=edition)
    report = proofread_edition(shown)
    groups: dict[tuple[RecordKind, int], list[Finding]] = {}
    for finding in report.open():
        groups.setdefault((finding.kind, finding.record), []).append(finding)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Proofreading of %(edition)s") % {"edition": shown},
        "edition": shown,
        "opts": model_admin.opts,
        "score": report.score,
        "limit": LIMIT,
        "counts": [(severity.label, len(report.open(severity))) for severity in Severity],
        "waived": len(report.findings) - len(report.open()),
        "groups": [(record, change_address(record), _shown(groups[key])) for key, record in _records(groups)],
    }
    request.current_app = model_admin.admin_site.name
    return TemplateResponse(request, "admin/articles/proofreading.html", context)


def _records(groups: Any) -> list[tuple[tuple[RecordKind, int], Any]]:
    """The records that have findings, in the order of the findings; one query a kind."""
    found: dict[tuple[RecordKind, int], Any] = {}
    for kind, model in MODELS.items():
        rows = model.objects.filter(pk__in=[key for one, key in groups if one == kind]).select_related(
            "page__edition"
        )
        found |= {(kind, row.pk): row for row in rows}
    return [(key, found[key]) for key in groups if key in found]


def _shown(findings: list[Finding]) -> list[Shown]:
    order = list(Severity)
    texts = {
        (kind, row.pk): row for (kind, _key), row in _records({(f.kind, f.record): None for f in findings})
    }
    rows = sorted(findings, key=lambda finding: order.index(Severity(finding.severity)))
    return [_show(finding, texts.get((finding.kind, finding.record))) for finding in rows]


def _show(finding: Finding, record: Any) -> Shown:
    text = str(getattr(record, finding.field, "") or "")
    return Shown(
        finding,
        before=text[max(0, finding.start - AROUND) : finding.start].rpartition("\n")[2],
        after=text[finding.end : finding.end + AROUND].partition("\n")[0],
        address=reverse(
            "admin:articles_finding_waive", args=[finding.kind.value, finding.record, finding.key]
        ),
    )
