"""Addresses of the partners' pages."""

from django.urls import path

from kotopolku.web.partner.case.view import case
from kotopolku.web.partner.front.view import front
from kotopolku.web.partner.link.view import link
from kotopolku.web.partner.packet.view import packet
from kotopolku.web.parts.notices.view import notice_list, notice_read
from kotopolku.web.parts.settings.view import own_settings

app_name = "partner"
urlpatterns = [
    path("", front, name="front"),
    path("links/<str:secret>/", link, name="link"),
    path("packets/<uuid:packet_id>/", packet, name="packet"),
    path("cases/<uuid:case_id>/", case, name="case"),
    path("notices/", notice_list, name="notices"),
    path("settings/", own_settings, name="own_settings"),
    path("notices/read/", notice_read, name="notice_read"),
]
