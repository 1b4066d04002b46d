"""Addresses of the public pages. GET changes nothing; what has no language word goes to the best language."""

from django.urls import URLPattern, path, register_converter

from kotopolku.web.public.accessibility.view import accessibility
from kotopolku.web.public.addresses import LanguageWord
from kotopolku.web.public.assessment_request.view import assessment_request
from kotopolku.web.public.authorities.view import authorities
from kotopolku.web.public.booking import view as booking
from kotopolku.web.public.check_yourself.view import check_yourself
from kotopolku.web.public.contact.view import contact
from kotopolku.web.public.contact_form.view import contact_form
from kotopolku.web.public.front.view import front
from kotopolku.web.public.interpreting.view import interpreting
from kotopolku.web.public.jobseekers.view import jobseekers
from kotopolku.web.public.law.view import law, law_section
from kotopolku.web.public.life.view import life, situation
from kotopolku.web.public.line import view as line
from kotopolku.web.public.municipalities.view import municipalities
from kotopolku.web.public.municipality.view import municipality
from kotopolku.web.public.outreach import view as outreach
from kotopolku.web.public.programme.view import programme
from kotopolku.web.public.receipt.view import receipt
from kotopolku.web.public.root.view import to_best_language
from kotopolku.web.public.service.view import service
from kotopolku.web.public.services.view import services

app_name = "public"
register_converter(LanguageWord, "language")

urlpatterns: list[URLPattern] = [
    path("", to_best_language, name="root"),
    path("law/", to_best_language, name="law-root"),
    path("law/<path:rest>", to_best_language, name="law-section-root"),
    path("<language:language>/", front, name="front"),
    path("<language:language>/services/", services, name="services"),
    path("<language:language>/services/<slug:service_id>/", service, name="service"),
    path("<language:language>/life/", life, name="life"),
    path("<language:language>/life/<slug:guide_id>/", situation, name="situation"),
    path("<language:language>/looking-for-work/", jobseekers, name="jobseekers"),
    path("<language:language>/for-authorities/", authorities, name="authorities"),
    path("<language:language>/for-authorities/contact/", contact_form, name="contact-form"),
    path("<language:language>/check-yourself/", check_yourself, name="check-yourself"),
    path("<language:language>/request-assessment/", assessment_request, name="assessment-request"),
    path("<language:language>/received/<slug:kind>/<str:signed>/", receipt, name="receipt"),
    path("<language:language>/interpreting/<str:secret>/", interpreting, name="interpreting"),
    path("<language:language>/book/", booking.book, name="book"),
    path("<language:language>/book/time/", booking.book_time, name="book-time"),
    path("<language:language>/book/own/", booking.book_own, name="book-own"),
    path("<language:language>/book/own/<str:secret>/", booking.book_mine, name="book-mine"),
    path("<language:language>/line/", line.line, name="line"),
    path("<language:language>/line/now/", line.line_now, name="line-now"),
    path("<language:language>/line/take/", line.line_take, name="line-take"),
    path("<language:language>/line/call/", line.line_call, name="line-call"),
    path("<language:language>/line/question/", line.line_question, name="line-question"),
    path("<language:language>/line/ticket/<uuid:ticket_id>/", line.line_ticket, name="line-ticket"),
    path(
        "<language:language>/line/ticket/<uuid:ticket_id>/now/", line.line_ticket_now, name="line-ticket-now"
    ),
    path("<language:language>/outreach/", outreach.outreach, name="outreach"),
    path("<language:language>/outreach/ask/", outreach.outreach_ask, name="outreach-ask"),
    path("<language:language>/programme/", programme, name="programme"),
    path("<language:language>/municipalities/", municipalities, name="municipalities"),
    path("<language:language>/municipalities/<slug:municipality_id>/", municipality, name="municipality"),
    path("<language:language>/contact/", contact, name="contact"),
    path("<language:language>/accessibility/", accessibility, name="accessibility"),
    path("<language:language>/law/", law, name="law"),
    path("<language:language>/law/<slug:act>/<slug:section>/", law_section, name="law-section"),
]
