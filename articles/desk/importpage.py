"""Import a page: paste it, look at it beside its reading, correct that, agree. Nothing is written before the end.

One address and one form. What has been done so far stands in the form, signed; the server remembers nothing.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.desk.base import change_address
from articles.desk.importbutton import ADDRESS, may_import
from articles.desk.importeffects import effects_of, warnings_of
from articles.desk.importforms import EncodingForm, PasteForm, SheetForm, is_too_long
from articles.desk.importpreview import preview
from articles.desk.importsheet import (
    Came,
    Sheet,
    SheetChanged,
    in_english,
    newest_text,
    outcome,
    sign_page,
    sign_text,
    spread,
    unsign_page,
    unsign_text,
)
from articles.desk.kinds import KINDS, mark_of, value_of, with_kinds, words_of
from articles.importing import ImportRefused, ImportReport, PageFailed, foresee_import, import_page
from articles.models import Page, RawPage
from articles.models.fields import YEARS
from articles.pagetext import DefectCode, UndecodableText
from articles.pagetext.lines import LINE_END
from articles.pagetext.markwords import Field, mark_for, split_mark, written
from articles.pagetext.sources import display


def import_view(admin: ModelAdmin) -> Callable[[HttpRequest], HttpResponse]:
    """The view, which looks at the size of what was sent before anything else does."""

    def view(request: HttpRequest) -> HttpResponse:
        if not may_import(request):
            raise PermissionDenied
        try:
            len(request.POST)
        except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError):
            return _too_much(admin, request)
        return csrf_protect(partial(_step, admin))(request)

    return csrf_exempt(view)


def _step(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    screen = Screen(admin, request)
    if request.method != "POST":
        return screen.begin()
    try:
        return _STEPS.get(request.POST.get("step", ""), Screen.read)(screen)
    except SheetChanged:
        return screen.begin_again()


def _too_much(admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """What was typed still stands in the browser, one step back; here it is not even kept in memory."""
    request._post, request._files = QueryDict(), MultiValueDict()  # type: ignore[attr-defined]
    _swallow(request)
    sentence = _(
        "What you sent is far larger than a page. Go back in your browser, where your text still stands, "
        "and send one page at a time."
    )
    return Screen(admin, request).show_paste(PasteForm(), error=sentence, status=413)


def _swallow(request: HttpRequest) -> None:
    """Take the rest of what is sent: a browser that is still sending does not listen to an answer."""
    try:
        for _chunk in range(1600):  # a hundred megabytes
            if not request.read(65536):
                return
    except (OSError, ValueError, RawPostDataException):
        return


def is_empty(sheet: Sheet) -> bool:
    return any(defect.code is DefectCode.EMPTY_PAGE for defect in sheet.reading.defects)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page is filed, and what has to be asked because the page does not print it."""

    day: datetime.date | None
    number: str | None
    asked: tuple[str, ...]


@dataclass(slots=True)
class Screen:
    admin: ModelAdmin
    request: HttpRequest
    notes: list[str] = field(default_factory=list)

    # ── the steps ──

    def begin(self) -> HttpResponse:
        """An empty form; or a page that is there already, to be read anew."""
        key = self.request.GET.get("raw_page", "")
        if not key.isdecimal() or not self.request.user.has_perm("articles.view_rawpage"):
            return self.show_paste(PasteForm())
        stored = RawPage.objects.select_related("page__edition").filter(pk=key[:18]).first()
        if stored is None:
            return self.show_paste(PasteForm())
        filed = (stored.page.edition.date.isoformat(), stored.page.number)
        came = Came(bytes(stored.content), stored.source, stored.encoding, filed)
        return self.show_sheet(spread(came, stored.marked_text or None))

    def begin_again(self) -> HttpResponse:
        """The signed parts of the form are not ours: whatever can be read of it goes back to the editor."""
        text = self.request.POST.get("marked") or self.request.POST.get("text") or ""
        sentence = _(
            "The form was changed on its way here, so nothing of it was used. Your text stands below; read it again."
        )
        return self.show_paste(PasteForm(initial={"text": text}), error=sentence)

    def read(self) -> HttpResponse:
        """Read what was pasted or uploaded for the first time."""
        held = self.request.POST.get("held", "")
        if held and not self.request.FILES and not self.request.POST.get("text", "").strip():
            return self._read_held(unsign_page(held))
        form = PasteForm(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self.show_paste(form)
        if file := form.cleaned_data["file"]:
            return self._read(form, Came(file.read(), display(file.name)))
        return self._read(form, Came(form.cleaned_data["text"].encode(), encoding="utf-8"))

    def _read_held(self, came: Came) -> HttpResponse:
        """A file that has waited for its encoding."""
        choice = EncodingForm(self.request.POST, content=came.content)
        if not choice.is_valid():
            return self._ask_encoding(came, choice)
        return self._read(PasteForm(), replace(came, encoding=choice.cleaned_data["encoding"]))

    def _read(self, form: PasteForm, came: Came) -> HttpResponse:
        try:
            sheet = spread(came)
        except PageFailed as failure:
            return self._unreadable(came, failure)
        if is_too_long(sheet.raw.text):
            sentence = _("This is far more than one printed page. Choose the file of one page.")
            return self.show_paste(form, error=sentence)
        if is_empty(sheet):
            sentence = _("There is nothing to read in it. Check that it is the right page.")
            return self.show_paste(form, error=sentence)
        return self.show_sheet(self._as_corrected_before(sheet))

    def _unreadable(self, came: Came, failure: PageFailed) -> HttpResponse:
        if isinstance(failure.__cause__, UndecodableText) and b"\0" not in came.content:
            choice = EncodingForm(content=came.content)
            if not choice.is_hopeless:
                return self._ask_encoding(came, choice)
        sentence = _("“%(name)s” was not read: %(reason)s.") % {
            "name": came.source,
            "reason": str(failure).rstrip(".。"),
        }
        return self.show_paste(PasteForm(), error=sentence)

    def _ask_encoding(self, came: Came, choice: EncodingForm) -> HttpResponse:
        sentence = _("How “%(name)s” was saved cannot be told for certain. Choose how it is to be read.") % {
            "name": came.source
        }
        return self.show_paste(PasteForm(), error=sentence, held=sign_page(came), choice=choice)

    def _as_corrected_before(self, sheet: Sheet) -> Sheet:
        """The same text again begins with the reading that an editor has given it."""
        place = self._place(sheet, SheetForm({}))
        key = place.day and place.number and newest_text(place.day, place.number)
        stored = RawPage.objects.filter(pk=key).first() if key else None
        if stored is None or not stored.marked_text or stored.text != sheet.raw.text:
            return sheet
        self.notes.append(
            _(
                "This text is on the page already, with a reading that was corrected by hand. That one is shown."
            )
        )
        return spread(sheet.came, stored.marked_text)

    def read_again(self) -> HttpResponse:
        """Read the marked text as the editor has it now."""
        sheet, form = self._returned()
        return self.show_sheet(sheet, form)

    def ask(self) -> HttpResponse:
        """Say what would happen; but first show what has not been seen yet."""
        sheet, form = self._returned()
        shown = unsign_text(self.request.POST.get("shown", ""))
        if sheet.marked.strip() != shown.strip():
            self.notes.append(
                _(
                    "You have changed the text since it was read. This is how it reads now; look at it, then go on."
                )
            )
            return self.show_sheet(sheet, form)
        return self._ask(sheet, form)

    def write(self) -> HttpResponse:
        """Do what was agreed to, if it still is what would happen."""
        sheet, form = self._returned()
        place = self._checked_place(sheet, form)
        if place is None:
            return self.show_sheet(sheet, form)
        agreed = unsign_text(self.request.POST.get("agreed", ""))
        try:
            report = self._write(sheet, place, agreed)
        except (ImportRefused, DatabaseError) as error:
            return self._refused(sheet, form, error)
        if report is None:
            sentence = _("Somebody has changed the page in the meantime. This is what would happen now.")
            return self._ask(sheet, form, changed=sentence)
        return self._done(report)

    def back(self) -> HttpResponse:
        sheet, form = self._returned()
        return self.show_sheet(sheet, form)

    # ── between the steps ──

    def _returned(self) -> tuple[Sheet, SheetForm]:
        """The sheet as it comes back in the form, other kinds of lines worked into its marked text."""
        posted = self.request.POST.copy()
        came, shown = unsign_page(posted.get("raw", "")), unsign_text(posted.get("shown", ""))
        posted.setdefault("marked", shown)
        form = SheetForm(posted)
        if "marked" in form.errors:
            return spread(came, shown), form
        remarked = with_kinds(shown, form.cleaned_data["marked"], self._chosen(shown), english=in_english())
        posted["marked"] = remarked.text
        self.notes += [
            _("The kind chosen for “%(words)s” was left: its line was changed in the marked text as well.")
            % {"words": words[:24]}
            for words in remarked.lost
        ]
        return spread(came, remarked.text), form

    def _chosen(self, shown: str) -> dict[int, Any]:
        """The lines that were given another kind."""
        marks = [split_mark(line)[0] for line in LINE_END.split(shown)]
        chosen = {}
        for number, present in enumerate(marks, 1):
            value = self.request.POST.get(f"kind-{number}", "")
            mark = mark_of(value)
            if mark and value != value_of(present):
                chosen[number] = mark
        return chosen

    def _place(self, sheet: Sheet, form: SheetForm) -> Place:
        """Where it is filed already, else what the page prints, else what the editor says."""
        reading = sheet.reading
        day, number = reading.edition_date, reading.page_number
        if sheet.came.filed:
            day, number = datetime.date.fromisoformat(sheet.came.filed[0]), sheet.came.filed[1]
        if day and day.year not in YEARS:
            day = None
        asked = tuple(name for name, value in (("day", day), ("number", number)) if value is None)
        return Place(day or form.given("day"), number or form.given("number"), asked)

    def _checked_place(self, sheet: Sheet, form: SheetForm) -> Place | None:
        place = self._place(sheet, form)
        if "day" in place.asked and place.day is None and "day" not in form.errors:
            form.add_error(
                "day", _("The page does not say of which date it is. Enter the date of its edition.")
            )
        if "number" in place.asked and place.number is None and "number" not in form.errors:
            form.add_error("number", _("The page does not say which one it is. Enter its page number."))
        relevant = ("marked", *place.asked)
        return None if any(name in form.errors for name in relevant) else place

    def _ask(self, sheet: Sheet, form: SheetForm, changed: str = "") -> HttpResponse:
        place = self._checked_place(sheet, form)
        if place is None:
            return self.show_sheet(sheet, form)
        assert place.day is not None
        assert place.number is not None
        if is_empty(sheet):
            form.add_error("marked", _("Nothing is left of the page. Put its text back, or begin again."))
            return self.show_sheet(sheet, form)
        newest = newest_text(place.day, place.number)
        try:
            report = foresee_import(
                parsed=sheet.by_rule, raw=sheet.to_write, day=place.day, number=place.number
            )
        except (ImportRefused, DatabaseError) as error:
            return self._refused(sheet, form, error)
        return self.show(
            "confirm",
            _("Import this page?"),
            raw=sign_page(sheet.came),
            shown=sign_text(sheet.marked),
            agreed=sign_text(outcome(sheet, newest, report)),
            day=place.day.isoformat(),
            number=place.number,
            changed=changed,
            effects=effects_of(sheet, place.day, place.number, report),
            warnings=warnings_of(sheet, preview(sheet)),
            unchanged=report.unchanged,
        )

    @transaction.atomic
    def _write(self, sheet: Sheet, place: Place, agreed: str) -> ImportReport | None:
        """None, and nothing written, where something else would happen than what was agreed to."""
        assert place.day is not None
        assert place.number is not None
        newest = newest_text(place.day, place.number)
        report = import_page(parsed=sheet.by_rule, raw=sheet.to_write, day=place.day, number=place.number)
        if outcome(sheet, newest, report) != agreed:
            transaction.set_rollback(True)
            return None
        if not report.unchanged:
            note = _("Imported, with a corrected reading.") if sheet.is_corrected else _("Imported.")
            self.admin.log_change(self.request, report.page, note)
        return report

    def _refused(self, sheet: Sheet, form: SheetForm, error: Exception) -> HttpResponse:
        if isinstance(error, ImportRefused):
            sentence = _("The page was not stored. %(problem)s") % {"problem": error}
        else:
            sentence = _("The database was busy, and nothing was stored. Try again in a moment.")
        form.add_error(None, sentence)
        return self.show_sheet(sheet, form)

    def _done(self, report: ImportReport) -> HttpResponse:
        page = report.page
        if report.unchanged:
            sentence = _("This text was on page %(page)s already; nothing has changed.") % {"page": page}
            messages.info(self.request, sentence)
        else:
            messages.success(self.request, _told(page))
        change = change_address(page)
        may_see = self.request.user.has_perm("articles.view_page") or self.request.user.has_perm(
            "articles.change_page"
        )
        return HttpResponseRedirect(change if may_see else reverse(ADDRESS))

    # ── what is shown ──

    def show_paste(
        self, form: PasteForm, *, error: str = "", status: int = 200, **kwargs: Any
    ) -> HttpResponse:
        return self.show("paste", _("Import a page"), status=status, form=form, error=error, **kwargs)

    def show_sheet(self, sheet: Sheet, form: SheetForm | None = None) -> HttpResponse:
        if form is None:
            day, number = sheet.place_in_path
            form = SheetForm({"marked": sheet.marked, "day": day or "", "number": number or ""})
        return self.show(
            "sheet",
            _("The page as read"),
            raw=sign_page(sheet.came),
            shown=sign_text(sheet.marked),
            sheet=sheet,
            place=self._place(sheet, form),
            form=form,
            preview=preview(sheet),
            legend=_legend(),
        )

    def show(self, step: str, title: str, *, status: int = 200, **context: Any) -> HttpResponse:
        self.request.current_app = self.admin.admin_site.name
        return TemplateResponse(
            self.request,
            f"admin/articles/import_{step}.html",
            {
                **self.admin.admin_site.each_context(self.request),
                "title": title,
                "step": step,
                "opts": self.admin.opts,
                "notes": self.notes,
                **context,
            },
            status=status,
        )


_STEPS: dict[str, Callable[[Screen], HttpResponse]] = {
    "read": Screen.read,
    "again": Screen.read_again,
    "ask": Screen.ask,
    "write": Screen.write,
    "back": Screen.back,
}


def _told(page: Page) -> Any:
    """What was done, with links to the articles of the page."""
    articles = list(page.articles.all())
    count = ngettext(
        "Page %(page)s is imported, with %(count)d article:",
        "Page %(page)s is imported, with %(count)d articles:",
        len(articles),
    ) % {"page": page, "count": len(articles)}
    links = format_html_join(
        " · ",
        '<a href="{}">{}</a>',
        ((change_address(one), str(one)[:40]) for one in articles[:20]),
    )
    return format_html("{} {}", count, links)


def _legend() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every mark with what it says a line is."""
    english = in_english()
    article = written(mark_for(Field.ARTICLE), english=english)
    rows = [
        (
            str(label),
            [
                (written(mark_for(mark, kind), english=english), words_of(mark_for(mark, kind)))
                for mark, kind, _words in kinds
            ],
        )
        for label, kinds in KINDS
    ]
    rows[1][1].insert(0, (article, words_of(mark_for(Field.ARTICLE))))
    return rows
