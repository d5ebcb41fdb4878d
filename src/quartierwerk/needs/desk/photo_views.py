"""Photos at the desk: looking at them, dropping them, making parts unrecognisable."""

from django.contrib import messages as notices
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quartierwerk.core.private_files import private_answer

from .. import actions
from ..models import Photo
from .areas import AreasForm
from .sections import need_url
from .views import for_moderation, need_of, steps_from, told


@for_moderation
@require_safe
def file(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The photo itself, whether readers see it or not; nobody else gets it from here."""
    return private_answer(_photo(request, reference, pk).file, shown_as=f"foto-{pk}")


@for_moderation
@require_POST
def drop(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    photo = _photo(request, reference, pk)
    done = _("Das Foto wird nicht gezeigt.")
    return told(request, lambda: actions.drop_photo(photo=photo, by=request.user), done, _page(photo))


@for_moderation
@require_POST
def show(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    photo = _photo(request, reference, pk)
    done = _("Das Foto wird wieder gezeigt.")
    return told(request, lambda: actions.show_photo(photo=photo, by=request.user), done, _page(photo))


@for_moderation
@require_http_methods(["GET", "HEAD", "POST"])
def blur(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """A grid of fields over the photo; with JavaScript rectangles are drawn, too."""
    photo = _photo(request, reference, pk)
    form = AreasForm(request.POST if request.method == "POST" else None, photo=photo)
    if form.is_valid():
        try:
            actions.blur_photo(photo=photo, areas=form.areas, by=request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            notices.success(request, _("Das Gewählte ist unkenntlich, das erste Bild ist gelöscht."))
            return redirect(_page(photo))
    way = steps_from(photo.need, _("Unkenntlich machen"))
    context = {"photo": photo, "need": photo.need, "form": form, **way}
    return render(request, "needs/desk/blur.html", context, status=422 if form.errors else 200)


def _photo(request: HttpRequest, reference: str, pk: int) -> Photo:
    need = need_of(request, reference)
    photo = get_object_or_404(need.photos, pk=pk)
    photo.need = need
    return photo


def _page(photo: Photo) -> str:
    return f"{need_url(photo.need)}#fotos"
