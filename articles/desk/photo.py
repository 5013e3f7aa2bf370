"""Photos and their picture files."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import ForeignKey, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from articles.desk.base import NOTHING, PublicationAdmin
from articles.desk.filters import PageTitleFilter, PhotoPictureFilter, ProposalFilter, StandsAloneFilter
from articles.desk.halves import NeighbourSelect, page_and_title
from articles.desk.notes import ProposalNote
from articles.desk.pictures import PictureField, PictureInput, make_thumbnail
from articles.desk.previews import photo_copy
from articles.desk.publications import back_to_draft, publish
from articles.models import Article, Photo, Reading, Waiver
from articles.reviewing import note_stages


def bring_to_page(photo: Photo, article: Article) -> None:
    """A photo of an article stands on the page of the article."""
    if article.page_id:
        photo.page = article.page


class PhotoForm(forms.ModelForm):
    class Meta:
        field_classes = {"picture": PictureField}
        widgets = {
            "picture": PictureInput,
            "caption": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "article" in self.fields:
            self._offer_articles(self.fields["article"])

    def _offer_articles(self, field: Any) -> None:
        field.queryset = Article.objects.select_related("page")
        field.label_from_instance = page_and_title
        if self.instance.page_id:
            getattr(field.widget, "widget", field.widget).edition = self.instance.page.edition_id


class PictureColumn:
    """A small picture, linked to the whole one."""

    @admin.display(description=_("picture"))
    def thumbnail(self, photo: Photo) -> SafeString | str:
        if not photo.pk or not photo.picture:
            return NOTHING
        return format_html(
            '<a href="{}"><img class="desk-thumbnail" src="{}" alt="{}" loading="lazy"></a>',
            reverse("admin:articles_photo_picture", args=[photo.pk]),
            reverse("admin:articles_photo_thumbnail", args=[photo.pk])
            + f"?{photo.modified_at:%Y%m%d%H%M%S%f}",
            Truncator(photo.caption).chars(40),
        )


@admin.register(Photo)
class PhotoAdmin(PictureColumn, ProposalNote, PublicationAdmin):
    form = PhotoForm
    owner = "article"
    actions = (publish, back_to_draft)
    autocomplete_fields = ("page",)
    kept_by_machine = (Reading, Waiver)

    list_display = ("thumbnail", "photo_title", "page_label", "article_title", "credit", "status_badge")
    list_display_links = ("photo_title",)
    list_filter = (
        "status",
        PhotoPictureFilter,
        StandsAloneFilter,
        ProposalFilter,
        ("page__title", PageTitleFilter),
    )
    date_hierarchy = "page__edition__date"
    search_fields = ("title", "caption", "credit", "=page__number")
    search_help_text = _("Words of the caption, a credit, or a page number.")

    readonly_fields = ("thumbnail", "status_badge", "modified_at", "proposals")
    fieldsets = (
        (_("Picture"), {"fields": ("thumbnail", "picture")}),
        (_("Caption"), {"fields": ("title", "caption", "credit")}),
        (_("Place"), {"fields": ("page", "article", "position")}),
        (_("Publishing"), {"fields": ("status_badge", "public_from", "modified_at")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Photo | None = None) -> Any:
        return [*self.proposal_note(obj), *super().get_fieldsets(request, obj)]

    def save_model(self, request: HttpRequest, obj: Photo, form: Any, change: Any) -> None:
        before = list(Article.objects.filter(photos=obj.pk)) if change else []
        super().save_model(request, obj, form, change)
        note_stages([*before, *Article.objects.filter(photos=obj)])

    def delete_model(self, request: HttpRequest, obj: Photo) -> None:
        self.delete_queryset(request, Photo.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Photo]) -> None:
        signed = list(Article.objects.filter(photos__in=queryset).distinct())
        super().delete_queryset(request, queryset)
        note_stages(signed)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        return super().get_queryset(request).select_related("page__edition", "article")

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "article":
            kwargs["widget"] = NeighbourSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_urls(self) -> Any:
        view = self.admin_site.admin_view
        return [
            path("<int:photo>/<int:width>.<str:extension>", view(photo_copy), name="articles_photo_copy"),
            path(
                "<int:photo>/picture/", view(require_safe(self.picture_view)), name="articles_photo_picture"
            ),
            path(
                "<int:photo>/thumbnail/",
                view(require_safe(self.thumbnail_view)),
                name="articles_photo_thumbnail",
            ),
            *super().get_urls(),
        ]

    def picture_view(self, request: HttpRequest, photo: int) -> FileResponse:
        """The file as it was uploaded, for editors alone."""
        return FileResponse(self._open(request, photo))

    def thumbnail_view(self, request: HttpRequest, photo: int) -> HttpResponse:
        with self._open(request, photo) as file:
            small = make_thumbnail(file)
        return HttpResponse(
            small, content_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"}
        )

    def _open(self, request: HttpRequest, key: int) -> Any:
        photo = get_object_or_404(Photo, pk=key)
        if not self.has_view_permission(request, photo):
            raise PermissionDenied
        try:
            return photo.picture.open("rb").file if photo.picture else self._nothing()
        except FileNotFoundError:
            return self._nothing()

    def _nothing(self) -> Any:
        raise Http404

    @admin.display(description=_("photo"), ordering="title")
    def photo_title(self, photo: Photo) -> str:
        return str(photo)

    @admin.display(description=_("page"), ordering="page")
    def page_label(self, photo: Photo) -> str:
        return str(photo.page)

    @admin.display(description=_("article"))
    def article_title(self, photo: Photo) -> str | None:
        return str(photo.article) if photo.article else None
