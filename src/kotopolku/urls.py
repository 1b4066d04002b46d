"""Every address of the program, one list a kind of reader."""

from django.conf import settings
from django.urls import include, path

from kotopolku.web.desk.calendar.feeds import calendar_feed
from kotopolku.web.partner.outside.view import outside
from kotopolku.web.parts.duties import choose_duty

urlpatterns = [
    path("api/", include("kotopolku.api.urls")),
    path("", include("kotopolku.web.sign_in.urls")),
    path("", include("kotopolku.web.screens.urls")),
    path("", include("kotopolku.web.desk.urls")),
    path("office/", include("kotopolku.web.office.urls")),
    path("calendar/<str:secret>.ics", calendar_feed, name="calendar_feed"),
    path("link/<str:secret>/", outside, name="packet_link"),
    path("partner/", include("kotopolku.web.partner.urls")),
    path("staff/duty/", choose_duty, name="choose_duty"),
    path("", include("kotopolku.web.public.urls")),
]
if settings.DEMO:
    urlpatterns += [path("parts/", include("kotopolku.web.parts.urls"))]

handler404 = "kotopolku.web.parts.errors.not_found"
handler500 = "kotopolku.web.parts.errors.server_error"
handler403 = "kotopolku.web.parts.errors.forbidden"
handler400 = "kotopolku.web.parts.errors.bad_request"
