from django.urls import path

from . import caller_views, comment_views, duplicate_views, letter_views, photo_views, views

HERE = "schreibtisch/handlungsbedarfe/"
NEED = f"{HERE}<str:reference>/"

patterns = [
    path(HERE, views.inbox, name="desk"),
    path(f"{HERE}taegliche-mail/", views.daily_mail, name="desk_daily_mail"),
    path(NEED, views.need, name="desk_need"),
    path(f"{NEED}doppelt/", duplicate_views.duplicate, name="desk_duplicate"),
    path(f"{NEED}stehen-lassen/", comment_views.keep, name="desk_keep"),
    path(f"{NEED}kommentare/<int:pk>/zeigen/", comment_views.show, name="desk_show_comment"),
    path(f"{NEED}kommentare/<int:pk>/entfernen/", comment_views.hide, name="desk_hide_comment"),
    path(f"{NEED}fotos/<int:pk>/bild/", photo_views.file, name="desk_photo_file"),
    path(f"{NEED}fotos/<int:pk>/entfernen/", photo_views.drop, name="desk_drop_photo"),
    path(f"{NEED}fotos/<int:pk>/zeigen/", photo_views.show, name="desk_show_photo"),
    path(f"{NEED}fotos/<int:pk>/unkenntlich/", photo_views.blur, name="desk_blur_photo"),
    path(f"{NEED}fuer-jemanden/", caller_views.for_somebody, name="desk_for_somebody"),
    path(f"{NEED}folgen/briefe/", letter_views.letters, name="desk_letters"),
    path(f"{NEED}<slug:verb>/", views.do, name="desk_do"),
]
