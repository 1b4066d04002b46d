"""The log of advice: anonymous by default, for everybody, and named only by a code and a consent."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cast import TODAY

from kotopolku.accounts.models import Organisation
from kotopolku.advice import actions, queries
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.models import AdviceVisit, NamedVisit
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ANYBODY, Actor, Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.audit.models import LogRow, LogSeen
from kotopolku.plans.tests.stories import opened

VISIT = VisitEntry(
    place="martinkatu",
    channel="walk_in",
    interpreter="own_language",
    lives="not_asked",
    minutes="up_to_15",
    outcome="solved",
    topics=("benefits",),
    language="ar",
)

pytestmark = pytest.mark.usefixtures("advice_rules")


def log(actor, **changes):
    with acting_as(actor, on=TODAY):
        return actions.log_visit(entry=replace(VISIT, **changes))


def test_a_visit_stands_in_the_days_list_with_nothing_about_who_it_was(officer):
    # when a visit is logged
    log(officer, came_back=True)
    # then the day shows it
    with acting_as(officer, on=TODAY):
        (visit,) = queries.day_visits(on=TODAY)
    assert (visit.topics, visit.language, visit.came_back) == (("benefits",), "ar", True)
    # and neither the row nor the log knows a person
    assert not {field.name for field in AdviceVisit._meta.fields} & {"person", "case", "note", "text"}
    row = LogRow.objects.get(action="log_visit")
    assert not LogSeen.objects.filter(row=row).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"channel": "pigeon"}, "channel"),
        ({"interpreter": ""}, "interpreter"),
        ({"lives": ""}, "lives"),
        ({"lives": "member"}, "lives"),
        ({"lives": "member", "municipality_id": 999_999}, "lives"),
        ({"minutes": "soon"}, "minutes"),
        ({"outcome": ""}, "outcome"),
        ({"language": "xyzzy"}, "language"),
        ({"topics": ()}, "topics"),
        ({"topics": ("benefits", "benefits")}, "topics"),
        ({"topics": ("benefits", "housing", "letters", "other")}, "topics"),
        ({"topics": ("astrology",)}, "topics"),
    ],
)
def test_what_the_log_does_not_know_is_refused_and_nothing_is_written(officer, changes, field):
    with pytest.raises(Invalid) as refused:
        log(officer, **changes)
    assert refused.value.field == field
    assert not AdviceVisit.objects.exists()


def test_who_left_without_service_is_counted_without_a_topic(officer):
    log(officer, topics=(), outcome="left")
    with acting_as(officer, on=TODAY):
        assert queries.day_visits(on=TODAY)[0].outcome == "left"


def test_advice_asks_nobody_for_a_right_to_it():
    # 10 §: the package that logs advice knows neither the law's answers nor anybody's permit
    folder = Path(actions.__file__).parent
    source = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    for word in ("kotopolku.law", "kotopolku.clocks", "legal_facts", "residence", "ResidenceStatus"):
        assert word not in source, word


def test_a_correction_replaces_the_words_and_a_stale_one_is_refused(officer, colleague):
    row = log(officer)
    with acting_as(colleague, on=TODAY):
        actions.correct_visit(visit_id=row.pk, entry=replace(VISIT, outcome="partly"), version=1)
        assert queries.one_visit(row.pk).outcome == "partly"
    with acting_as(officer, on=TODAY), pytest.raises(Stale):
        actions.correct_visit(visit_id=row.pk, entry=VISIT, version=1)


def test_a_voided_visit_is_in_no_count_and_its_slip_is_gone(officer):
    row = log(officer)
    with acting_as(officer, on=TODAY):
        actions.give_slip(visit_id=row.pk)
        actions.void_visit(visit_id=row.pk, version=1)
        assert queries.day_visits(on=TODAY) == ()
        assert queries.month_numbers(first=TODAY.replace(day=1)).total == 0
    with acting_as(officer, on=TODAY):
        assert AdviceVisit.objects.get().slip is None


def test_a_slip_and_a_consent_join_the_visit_to_the_client_and_keep_its_history(officer):
    person_id, row = opened(officer, on=TODAY)[0], log(officer)
    with acting_as(officer, on=TODAY):
        code = actions.give_slip(visit_id=row.pk)
        before = queries.month_numbers(first=TODAY.replace(day=1))
        # when the client comes with the slip and consents
        named = actions.name_visit(
            person_id=person_id, code=code.lower().replace("-", " "), consent_how="spoken"
        )
        # then it is theirs, and every number is as it was
        assert [one.id for one in queries.visits_of(person_id)] == [row.pk]
        assert queries.month_numbers(first=TODAY.replace(day=1)) == before
        # and a consent taken back parts them again
        actions.withdraw_name(named_id=named)
        assert queries.visits_of(person_id) == ()
        assert len(queries.day_visits(on=TODAY)) == 1
    # and the code was never kept
    with acting_as(officer, on=TODAY):
        assert code.replace("-", "").encode() not in bytes(AdviceVisit.objects.get().slip)


@pytest.mark.parametrize("code", ["", "AAAA-AAAA"])
def test_a_wrong_code_joins_nothing(officer, code):
    person_id, row = opened(officer, on=TODAY)[0], log(officer)
    with acting_as(officer, on=TODAY):
        actions.give_slip(visit_id=row.pk)
        with pytest.raises(Invalid, match="code"):
            actions.name_visit(person_id=person_id, code=code, consent_how="spoken")


def test_without_consent_nobody_is_named(officer):
    person_id, row = opened(officer, on=TODAY)[0], log(officer)
    with acting_as(officer, on=TODAY):
        code = actions.give_slip(visit_id=row.pk)
        with pytest.raises(Invalid, match="consent_how"):
            actions.name_visit(person_id=person_id, code=code, consent_how="")
    assert not NamedVisit.objects.exists()


def test_after_ninety_days_a_slip_names_nobody_and_is_erased(officer, area):
    person_id, row = opened(officer, on=TODAY)[0], log(officer)
    with acting_as(officer, on=TODAY):
        code = actions.give_slip(visit_id=row.pk)
    later = TODAY + timedelta(days=91)
    with acting_as(officer, on=later), pytest.raises(Invalid):
        actions.name_visit(person_id=person_id, code=code, consent_how="spoken")
    system = Actor(role=Role.SYSTEM, name="system", area_id=area.id, duty_id=officer.duty_id)
    with acting_as(system, on=later):
        assert actions.erase_slips(area_id=area.id) == 1
    with acting_as(officer, on=TODAY):
        assert AdviceVisit.objects.get().slip is None


def test_another_areas_worker_and_a_teacher_know_of_no_visit(officer, stranger):
    row = log(officer)
    with acting_as(stranger, on=TODAY):
        assert queries.day_visits(on=TODAY) == ()
        with pytest.raises(NotFound):
            queries.one_visit(row.pk)


def test_who_does_not_advise_logs_nothing():
    with acting_as(ANYBODY, on=TODAY), pytest.raises(NotPermitted):
        actions.log_visit(entry=VISIT)


def test_a_month_is_counted_by_what_costs_and_languages_are_divided_by(officer):
    raisio = Organisation.objects.get(code="raisio").pk
    log(officer, lives="member", municipality_id=raisio, topics=("benefits", "housing"))
    log(officer, lives="member", municipality_id=raisio, language="", interpreter="remote", came_back=True)
    log(officer, outcome="left", topics=())
    with acting_as(officer, on=TODAY):
        month = queries.month_numbers(first=TODAY.replace(day=1))
        assert queries.common_topics(place="martinkatu", on=TODAY) == ("benefits", "housing")
        assert queries.months_with_visits() == (TODAY.replace(day=1),)
    assert (month.total, month.not_asked, month.own_language, month.came_back) == (3, 1, 2, 1)
    assert [(one.code, one.count) for one in month.municipalities] == [(str(raisio), 2), ("not_asked", 1)]
    assert [(one.code, one.count) for one in month.topics] == [("benefits", 2), ("housing", 1)]
