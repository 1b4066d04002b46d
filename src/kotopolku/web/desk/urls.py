"""Addresses of the desk: English words, random ids, never anything personal."""

from django.urls import include, path

from kotopolku.web.desk.advice import view as advice
from kotopolku.web.desk.advice.naming import advice_named
from kotopolku.web.desk.advice.numbers import advice_numbers
from kotopolku.web.desk.advice.onward.view import advice_onward
from kotopolku.web.desk.answer.view import answer_new
from kotopolku.web.desk.arrived import view as arrived
from kotopolku.web.desk.assessment import beside
from kotopolku.web.desk.assessment import view as assessment
from kotopolku.web.desk.away.view import away
from kotopolku.web.desk.barred.view import barred
from kotopolku.web.desk.calendar import booking, costs, feeds, interpreters, one
from kotopolku.web.desk.calendar import view as calendar
from kotopolku.web.desk.calendar.sick import sick
from kotopolku.web.desk.case import view as case
from kotopolku.web.desk.contact.view import contact
from kotopolku.web.desk.contacts.view import contact_new, contacts
from kotopolku.web.desk.danger.view import danger
from kotopolku.web.desk.decision import view as decision
from kotopolku.web.desk.duplicates.link import duplicate_link
from kotopolku.web.desk.duplicates.view import duplicates
from kotopolku.web.desk.emergency.view import emergency
from kotopolku.web.desk.facts import view as facts
from kotopolku.web.desk.fee.list import fees, fees_export
from kotopolku.web.desk.fee.view import fee
from kotopolku.web.desk.find.view import find
from kotopolku.web.desk.grants.view import grants
from kotopolku.web.desk.handling.view import handling
from kotopolku.web.desk.handover import tasks as handover_tasks
from kotopolku.web.desk.handover import view as handover
from kotopolku.web.desk.household import view as household
from kotopolku.web.desk.judge.view import judge
from kotopolku.web.desk.line import answering
from kotopolku.web.desk.line import view as line
from kotopolku.web.desk.load.view import load_undo, work_load
from kotopolku.web.desk.looks.view import looks
from kotopolku.web.desk.network import view as network
from kotopolku.web.desk.open_masked import view as masked
from kotopolku.web.desk.outreach_phone import view as outreach_phone
from kotopolku.web.desk.people.export import people_export
from kotopolku.web.desk.people.view import people, person
from kotopolku.web.desk.person_new.view import person_new
from kotopolku.web.desk.plan import view as plan
from kotopolku.web.desk.plan.family import view as family
from kotopolku.web.desk.plan.length import view as plan_length
from kotopolku.web.desk.plan.review import view as plan_review
from kotopolku.web.desk.recordings import view as recording_pages
from kotopolku.web.desk.records import view as records
from kotopolku.web.desk.roster.outreach import outreach, outreach_new
from kotopolku.web.desk.roster.view import roster
from kotopolku.web.desk.safe_contact.view import safe_contact
from kotopolku.web.desk.today.view import today
from kotopolku.web.desk.typed import view as typed
from kotopolku.web.desk.undo import view as undo
from kotopolku.web.parts.notices.view import notice_list, notice_read
from kotopolku.web.parts.outbox.view import outbox
from kotopolku.web.parts.settings.view import own_settings

desk = [
    path("", today, name="today"),
    path("away/", away, name="away"),
    path("load/", work_load, name="load"),
    path("load/undo/", load_undo, name="load_undo"),
    path("settings/", own_settings, name="own_settings"),
    path("notices/", notice_list, name="notices"),
    path("notices/read/", notice_read, name="notice_read"),
    path("letters/", outbox, name="letters"),
    path("danger/", danger, name="danger"),
    path("calendar/", calendar.week, name="calendar"),
    path("calendar/day/", calendar.day_list, name="calendar_day"),
    path("calendar/book/", booking.book_light, name="book_light"),
    path("calendar/sick/", sick, name="sick"),
    path("calendar/elsewhere/", feeds.calendar_feeds, name="calendar_feeds"),
    path("calendar/interpreters/", interpreters.interpreter_list, name="interpreters"),
    path("calendar/interpreters/numbers/", costs.interpreting_costs, name="interpreting_costs"),
    path("calendar/interpreters/colleagues/", costs.interpreter_leaves, name="interpreter_leaves"),
    path("calendar/rooms/", one.room_list, name="calendar_rooms"),
    path("appointments/<uuid:appointment_id>/", one.appointment, name="appointment"),
    path("appointments/<uuid:appointment_id>/interpreter/", interpreters.interpreting, name="interpreting"),
    path("appointments/<uuid:appointment_id>/fee/", fee, name="fee"),
    path("fees/", fees, name="fees"),
    path("fees/export/", fees_export, name="fees_export"),
    path("cases/<uuid:case_id>/book/", booking.book_client, name="book_client"),
    path("advice/", advice.advice, name="advice"),
    path("advice/numbers/", advice_numbers, name="advice_numbers"),
    path("advice/<uuid:visit_id>/", advice.advice_visit, name="advice_visit"),
    path("advice/<uuid:visit_id>/undo/", advice.advice_undo, name="advice_undo"),
    path("advice/<uuid:visit_id>/onward/", advice_onward, name="advice_onward"),
    path("advice/<uuid:visit_id>/slip/", advice.advice_slip, name="advice_slip"),
    path("line/now/", line.line_now, name="line_now"),
    path("line/here/", line.line_station, name="line_station"),
    path("line/next/", line.line_next, name="line_next"),
    path("line/give/", line.line_give, name="line_give"),
    path("line/missed/", line.line_missed, name="line_missed"),
    path("line/closed/", line.line_closed, name="line_closed"),
    path("roster/", roster, name="roster"),
    path("outreach/", outreach, name="outreach"),
    path("outreach/new/", outreach_new, name="outreach_new"),
    path("line/recordings/", recording_pages.recordings_page, name="recordings"),
    path("line/recording/", recording_pages.recording, name="recording"),
    path("line/recording/sound/", recording_pages.recording_sound, name="recording_sound"),
    path("outreach/<int:day_id>/phone/", outreach_phone.page, name="outreach_phone"),
    path("outreach/<int:day_id>/phone/worker/", outreach_phone.worker, name="outreach_phone_worker"),
    path("outreach/<int:day_id>/phone/send/", outreach_phone.send, name="outreach_phone_send"),
    path("line/<uuid:ticket_id>/", line.line_ticket, name="line_ticket"),
    path("line/<uuid:ticket_id>/answer/", answering.line_answer, name="line_answer"),
    path("cases/<uuid:case_id>/advice/", advice_named, name="advice_named"),
    path("contacts/", contacts, name="contacts"),
    path("contacts/new/", contact_new, name="contact_new"),
    path("contacts/<uuid:contact_id>/", contact, name="contact"),
    path("contacts/<uuid:contact_id>/undo/", undo.contact_undo, name="contact_undo"),
    path("contacts/<uuid:contact_id>/typed/", typed.contact_typed, name="contact_typed"),
    path("people/", people, name="people"),
    path("people/export/", people_export, name="people_export"),
    path("people/find/", find, name="find"),
    path("people/emergency/", emergency, name="emergency"),
    path("people/new/", person_new, name="person_new"),
    path("people/<uuid:person_id>/", person, name="person"),
    path("people/<uuid:person_id>/household/", household.home_of, name="home_of"),
    path("households/<uuid:household_id>/", household.household, name="household"),
    path("households/<uuid:household_id>/split/", household.split, name="household_split"),
    path("households/<uuid:household_id>/together/", household.together, name="household_together"),
    path("duplicates/", duplicates, name="duplicates"),
    path("duplicates/link/", duplicate_link, name="duplicate_link"),
    path("cases/<uuid:case_id>/", case.case, name="case"),
    path("cases/<uuid:case_id>/typed/", typed.case_typed, name="case_typed"),
    path("cases/<uuid:case_id>/handling/", handling, name="handling"),
    path("cases/<uuid:case_id>/network/", network.network, name="network"),
    path("cases/<uuid:case_id>/network/one/", network.member, name="network_member"),
    path("cases/<uuid:case_id>/decisions/", decision.decisions, name="decisions"),
    path("cases/<uuid:case_id>/decisions/one/", decision.decision, name="decision"),
    path("cases/<uuid:case_id>/decisions/file/", decision.decision_file, name="decision_file"),
    path("cases/<uuid:case_id>/papers/", arrived.papers, name="papers"),
    path("cases/<uuid:case_id>/papers/one/", arrived.paper, name="paper"),
    path("cases/<uuid:case_id>/papers/file/", arrived.paper_file, name="paper_file"),
    path("cases/<uuid:case_id>/barred/", barred, name="barred"),
    path("cases/<uuid:case_id>/grants/", grants, name="grants"),
    path("cases/<uuid:case_id>/undo/", undo.case_undo, name="case_undo"),
    path("cases/<uuid:case_id>/looks/", looks, name="looks"),
    path("cases/<uuid:case_id>/open/", masked.ask, name="open_masked"),
    path("cases/<uuid:case_id>/mask/", masked.mask, name="mask"),
    path("cases/<uuid:case_id>/safe-contact/", safe_contact, name="safe_contact"),
    path("cases/<uuid:case_id>/answer/", answer_new, name="answer_new"),
    path("cases/<uuid:case_id>/handovers/new/", handover.handover_new, name="handover_new"),
    path("cases/<uuid:case_id>/responsibility/", handover_tasks.responsibility, name="responsibility"),
    path("cases/<uuid:case_id>/move/", handover_tasks.move, name="move"),
    path("cases/<uuid:case_id>/placement/", handover_tasks.placement, name="placement"),
    path("cases/<uuid:case_id>/own-tasks/", handover_tasks.own_tasks, name="own_tasks"),
    path("packets/<uuid:packet_id>/", handover.packet, name="packet"),
    path("cases/<uuid:case_id>/judge/", judge, name="judge"),
    path("cases/<uuid:case_id>/facts/", facts.facts, name="facts"),
    path("cases/<uuid:case_id>/facts/one/", facts.fact, name="fact"),
    path("cases/<uuid:case_id>/facts/history/", facts.history, name="facts_history"),
    path("cases/<uuid:case_id>/assessment/", case.assessment_new, name="assessment_new"),
    path("cases/<uuid:case_id>/plan/", case.plan_new, name="plan_new"),
    path("assessments/<uuid:assessment_id>/", assessment.assessment, name="assessment"),
    path("assessments/<uuid:assessment_id>/draft/", assessment.draft, name="assessment_draft"),
    path("assessments/<uuid:assessment_id>/told/", beside.told, name="assessment_told"),
    path("assessments/<uuid:assessment_id>/measure/", beside.measure, name="assessment_measure"),
    path("assessments/<uuid:assessment_id>/talk/", beside.sitting, name="assessment_sitting"),
    path("assessments/<uuid:assessment_id>/county/", beside.county_part, name="assessment_county"),
    path("assessments/<uuid:assessment_id>/conclude/", beside.conclude, name="assessment_conclude"),
    path("assessments/<uuid:assessment_id>/file/", assessment.paper_file, name="assessment_file"),
    path("plans/<uuid:plan_id>/", plan.plan, name="plan"),
    path("plans/<uuid:plan_id>/draft/", plan.draft, name="plan_draft"),
    path("plans/<uuid:plan_id>/accept/", plan.accept, name="plan_accept"),
    path("plans/<uuid:plan_id>/referral/", plan.referral, name="plan_referral"),
    path("plans/<uuid:plan_id>/review/", plan_review.review, name="plan_review"),
    path("plans/<uuid:plan_id>/review/file/", plan_review.review_paper_file, name="plan_review_file"),
    path("plans/<uuid:plan_id>/typed/", typed.plan_typed, name="plan_typed"),
    path("plans/<uuid:plan_id>/asked/", plan.asked, name="plan_asked"),
    path("plans/<uuid:plan_id>/next/", plan.next_step, name="plan_next_step"),
    path("plans/<uuid:plan_id>/length/", plan_length.length, name="plan_length"),
    path("plans/<uuid:plan_id>/length/obstacle/", plan_length.obstacle, name="plan_obstacle"),
    path("plans/<uuid:plan_id>/end/", plan.end, name="plan_end"),
    path("plans/<uuid:plan_id>/paper/", plan.paper, name="plan_paper"),
    path("plans/<uuid:plan_id>/paper/file/", plan.paper_file, name="plan_paper_file"),
    path("plans/<uuid:plan_id>/unfreeze/", plan.unfreeze, name="plan_unfreeze"),
    path("cases/<uuid:case_id>/family/", family.family_plan, name="family_plan"),
    path("cases/<uuid:case_id>/records/", records.case_records, name="records"),
    path("cases/<uuid:case_id>/records/file/", records.records_file, name="records_file"),
]

urlpatterns = [path("desk/", include((desk, "desk")))]
