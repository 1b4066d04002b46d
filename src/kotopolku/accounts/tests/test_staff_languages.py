"""Who speaks a language is data: said by the worker or by who keeps duties, for counsel or only for greeting."""

import pytest
from tests.cast import TODAY

from kotopolku.accounts.staff_languages import KnownLanguage, languages_of, set_staff_languages, speakers_of
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound

SORANI = KnownLanguage(language="ckb", for_counsel=True, reads=True)
HELLO = KnownLanguage(language="ru")


def test_a_worker_s_languages_replace_the_former_ones_and_greeting_is_not_counsel(officer):
    # given
    with acting_as(officer, on=TODAY):
        set_staff_languages(staff_id=officer.staff_id, languages=[KnownLanguage(language="so")])
        # when
        set_staff_languages(staff_id=officer.staff_id, languages=[HELLO, SORANI])
    # then
    assert languages_of([officer.staff_id]) == {officer.staff_id: (SORANI, HELLO)}
    assert speakers_of("ckb") == {officer.staff_id}
    assert speakers_of("ru") == frozenset()
    assert speakers_of("ru", counsel=False) == {officer.staff_id}


def test_only_oneself_or_who_keeps_duties_says_them(officer, colleague, coordinator, stranger):
    with acting_as(colleague, on=TODAY), pytest.raises(NotFound):
        set_staff_languages(staff_id=officer.staff_id, languages=[SORANI])
    with acting_as(stranger, on=TODAY), pytest.raises(NotFound):
        set_staff_languages(staff_id=officer.staff_id, languages=[SORANI])
    with acting_as(coordinator, on=TODAY):
        set_staff_languages(staff_id=officer.staff_id, languages=[SORANI])
    assert speakers_of("ckb") == {officer.staff_id}


@pytest.mark.parametrize(
    "wrong",
    [
        [KnownLanguage(language="klingon")],
        [KnownLanguage(language="ar", speaks=False)],
        [KnownLanguage(language="ar", speaks=False, reads=True, for_counsel=True)],
        [SORANI, KnownLanguage(language="ckb")],
    ],
)
def test_an_unknown_or_doubled_language_or_one_without_skill_is_refused(officer, wrong):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid):
        set_staff_languages(staff_id=officer.staff_id, languages=wrong)
    assert languages_of([officer.staff_id]) == {}
