"""Addresses of the office."""

from django.urls import path

from kotopolku.web.office.api_tokens.view import token_end, tokens
from kotopolku.web.office.contacts import view as contacts
from kotopolku.web.office.devices import view as devices
from kotopolku.web.office.fees.view import fee_amounts
from kotopolku.web.office.front.view import front
from kotopolku.web.office.guides.view import guides
from kotopolku.web.office.languages.view import language_drafts, languages
from kotopolku.web.office.letters.view import letters
from kotopolku.web.office.log.view import log, log_export, log_person
from kotopolku.web.office.overrides.view import override, overrides
from kotopolku.web.office.printed_codes import view as printed_codes
from kotopolku.web.office.review.view import review
from kotopolku.web.office.staff import view as staff
from kotopolku.web.office.staff.sign_in_view import staff_sign_in
from kotopolku.web.office.staff_languages.view import staff_languages
from kotopolku.web.office.substitute.view import substitute
from kotopolku.web.parts.notices.view import notice_list, notice_read
from kotopolku.web.parts.settings.view import own_settings

app_name = "office"
urlpatterns = [
    path("", front, name="front"),
    path("notices/", notice_list, name="notices"),
    path("settings/", own_settings, name="own_settings"),
    path("notices/read/", notice_read, name="notice_read"),
    path("letters/", letters, name="letters"),
    path("staff/", staff.staff, name="staff"),
    path("staff/new/", staff.staff_new, name="staff_new"),
    path("staff/substitute/", substitute, name="substitute"),
    path("contact-persons/", contacts.contacts, name="contact_persons"),
    path("contact-persons/<slug:contact>/", contacts.change, name="contact_person_change"),
    path("review/", review, name="review"),
    path("staff/<int:staff_id>/", staff.member, name="staff_member"),
    path("staff/<int:staff_id>/duty/", staff.duty_new, name="duty_new"),
    path("staff/<int:staff_id>/sign-in/", staff_sign_in, name="staff_sign_in"),
    path("staff/<int:staff_id>/languages/", staff_languages, name="staff_languages"),
    path("languages/", languages, name="languages"),
    path("languages/drafts/", language_drafts, name="language_drafts"),
    path("pages/", guides, name="guides"),
    path("fees/", fee_amounts, name="fee_amounts"),
    path("overrides/", overrides, name="overrides"),
    path("overrides/<uuid:override_id>/", override, name="override"),
    path("keys/", tokens, name="api_tokens"),
    path("keys/end/", token_end, name="api_token_end"),
    path("log/", log, name="log"),
    path("log/person/", log_person, name="log_person"),
    path("log/export/", log_export, name="log_export"),
    path("devices/", devices.devices, name="devices"),
    path("devices/end/", devices.device_end, name="device_end"),
    path("devices/place/", devices.device_place, name="device_place"),
    path("sign-in-codes/", printed_codes.printed_codes, name="printed_codes"),
    path("sign-in-codes/sheet/", printed_codes.sheet, name="sheet"),
    path("sign-in-codes/revoke/", printed_codes.sheet_revoke, name="sheet_revoke"),
]
