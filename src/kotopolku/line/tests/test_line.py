"""The line of Monineuvo: every door, own languages first, nobody twice, and nothing about anybody on a screen."""

from datetime import timedelta

import pytest
from tests.cast import TODAY, worker

from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.queries import day_visits
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ANYBODY, Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.line import actions, codes, queries
from kotopolku.line.board import minutes_for
from kotopolku.line.entries import TicketEntry, WishEntry
from kotopolku.line.models import Ticket, Wish
from kotopolku.line.tests.conftest import OFFICE, OTHER, call, shown, speaks, take

AFAR = {"office": codes.AFAR, "channel": "call", "way": "phone", "wish": WishEntry(phone="040 1234567")}
VISIT = VisitEntry(
    place=OFFICE, channel="walk_in", interpreter="own_language", lives="not_asked", minutes="up_to_15",
    outcome="solved", topics=("benefits",), language="ar",
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("line_open")


def test_numbers_run_by_office_and_begin_anew_each_day(area):
    assert [take(area).number, take(area).number, take(area, office=OTHER).number] == [1, 2, 1]
    assert take(area, on=TODAY + timedelta(days=1)).number == 1


def test_an_adviser_is_given_own_languages_and_those_that_nobody_counsels_in(area, officer, colleague):
    speaks(colleague, "ar")
    arabic, thai = take(area, language="ar"), take(area, language="th")
    # when the one without Arabic calls, then the Arabic number waits for the one who has it
    assert call(officer).pk == thai.pk
    mine = call(colleague)
    assert (mine.pk, mine.own_language, mine.room) == (arabic.pk, True, "Huone 3")
    assert call(worker_of(area, "third")) is None


def worker_of(area, name):
    return worker(
        username=name, name=f"Neuvoja {name}", at="raisio", area=area.id, role=Role.ADVISER, covers=["raisio"]
    )


def test_who_waits_at_the_door_passes_a_question_that_may_wait_and_safety_passes_all(area, officer):
    later = take(area, **AFAR)
    at_door, afraid = take(area), take(area)
    with acting_as(officer, on=TODAY):
        actions.give_priority(ticket_id=afraid.pk, reason="safety")
        assert [one.id for one in queries.desk_line(office=OFFICE).waiting] == [
            afraid.pk,
            at_door.pk,
            later.pk,
        ]
        with pytest.raises(Invalid, match="reason"):
            actions.give_priority(ticket_id=at_door.pk, reason="friend")
    assert Ticket.objects.get(pk=afraid.pk).priority_by == "Aino Kettunen"


def test_a_second_number_is_called_only_when_the_first_has_ended(area, officer):
    take(area), take(area)
    first = call(officer)
    with pytest.raises(Invalid):
        call(officer)
    with acting_as(officer, on=TODAY):
        actions.miss_visitor(ticket_id=first.pk)
    assert call(officer).number == 2


def test_one_act_ends_the_number_and_logs_the_visit(area, officer):
    take(area, language="ar", topics=("benefits",))
    mine = call(officer)
    with acting_as(officer, on=TODAY):
        visit = actions.finish_ticket(ticket_id=mine.pk, entry=VISIT)
        assert [one.id for one in day_visits(on=TODAY)] == [visit.pk]
        with pytest.raises(Stale):
            actions.finish_ticket(ticket_id=mine.pk, entry=VISIT)
    assert Ticket.objects.get(pk=mine.pk).state == "served"


def test_somebody_is_served_in_passing_by_one_press(area, officer):
    ticket = take(area)
    with acting_as(officer, on=TODAY):
        actions.quick_serve(ticket_id=ticket.pk, place=OFFICE)
        (visit,) = day_visits(on=TODAY)
    assert (visit.minutes, visit.lives, visit.topics) == ("up_to_5", "not_asked", ("other",))


def test_a_colleague_takes_over_and_a_moved_number_keeps_its_time(area, officer, colleague):
    first = take(area)
    mine = call(officer)
    with acting_as(colleague, on=TODAY):
        actions.move_ticket(ticket_id=mine.pk, to_staff=colleague.staff_id)
    assert call(officer) is None
    assert call(colleague).pk == first.pk
    with acting_as(colleague, on=TODAY):
        new = actions.move_ticket(ticket_id=first.pk, office=OTHER)
    assert (new.taken_at, new.number, new.moves) == (first.taken_at, 1, 2)
    assert Ticket.objects.get(pk=first.pk).state == "transferred"


def test_a_called_number_can_be_called_again_put_back_or_given_up(area, officer):
    ticket = take(area)
    call(officer)
    with acting_as(officer, on=TODAY):
        actions.recall(ticket_id=ticket.pk)
        actions.put_back(ticket_id=ticket.pk)
    with acting_as(ANYBODY, on=TODAY):
        actions.leave_line(ticket_id=ticket.pk, area_id=area.id)
    assert Ticket.objects.get(pk=ticket.pk).state == "left"
    with acting_as(officer, on=TODAY), pytest.raises(Stale):
        actions.call_ticket(ticket_id=ticket.pk)


def test_the_board_tells_numbers_rooms_and_waits_and_grows_with_every_change(area, officer, colleague):
    speaks(colleague, "ar")
    before = shown(area).version
    take(area, language="ar"), take(area)
    call(officer)
    board = shown(area)
    assert (board.version, board.waiting) == (before + 3, (1,))
    assert [(one.number, one.room) for one in board.called] == [(2, "Huone 3")]
    assert (board.wait("ar"), board.wait("th"), board.ahead(1)) == (10, 10, 0)
    # and yesterday's numbers are gone
    assert shown(area, on=TODAY + timedelta(days=1)).called == ()


def test_a_wait_is_rounded_up_to_five_minutes():
    assert [minutes_for(n, each=7, advisers=2) for n in (0, 1, 2, 3)] == [0, 5, 10, 15]


def test_a_wish_is_read_by_who_advises_in_the_area_and_by_nobody_else(area, officer, stranger, county_worker):
    ticket = take(area, **AFAR)
    for actor, sees in ((officer, True), (stranger, False), (county_worker, False), (ANYBODY, False)):
        with acting_as(actor, on=TODAY):
            assert (queries.wish(ticket.pk) is not None) is sees, actor.name
    with acting_as(stranger, on=TODAY), pytest.raises(NotFound):
        queries.ticket_view(ticket.pk)


def test_a_wish_is_erased_two_weeks_after_its_ticket_ended(area, officer, system):
    ticket, open_ticket = take(area, **AFAR), take(area, **AFAR)
    with acting_as(officer, on=TODAY):
        actions.call_ticket(ticket_id=ticket.pk)
        actions.miss_visitor(ticket_id=ticket.pk)
    for days, left in ((13, 2), (14, 1)):
        with acting_as(system, on=TODAY + timedelta(days=days)):
            actions.forget_wishes(area_id=area.id)
            assert Wish.objects.count() == left
    assert Ticket.objects.get(pk=open_ticket.pk).state == "waiting"


def test_the_doors_numbers_of_yesterday_have_left_without_service(area, system):
    ticket = take(area)
    with acting_as(system, on=TODAY + timedelta(days=1)):
        actions.forget_wishes(area_id=area.id)
    assert Ticket.objects.get(pk=ticket.pk).state == "left"


def test_a_missed_call_needs_only_its_number(area, officer):
    with acting_as(officer, on=TODAY):
        ticket = actions.note_missed_call(phone="040 765")
        assert queries.wish(ticket.pk).phone == "040 765"
        with pytest.raises(Invalid, match="phone"):
            actions.note_missed_call(phone=" ")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"channel": "pigeon"}, "way"),
        ({"office": ""}, "office"),
        ({"language": "xyzzy"}, "language"),
        ({"topics": ("astrology",)}, "topics"),
        ({**AFAR, "wish": WishEntry()}, "phone"),
        ({**AFAR, "way": "email", "channel": "question"}, "email"),
    ],
)
def test_what_the_line_does_not_know_is_refused(area, changes, field):
    with pytest.raises(Invalid) as refused:
        take(area, **changes)
    assert refused.value.field == field


def test_a_closure_shows_on_the_board_and_undoes_itself_at_its_end(area, officer):
    now = take(area).taken_at
    with acting_as(officer, on=TODAY):
        row = actions.close_office(
            office="", starts_at=now, ends_at=now + timedelta(hours=2), reason="illness"
        )
    assert shown(area).shut.reason == "illness"
    stored = queries.LineCounter.objects.get(office=OFFICE).shown
    after = queries.board.read(stored, office=OFFICE, version=1, now=now + timedelta(hours=2), fresh=True)
    assert after.shut is None
    with acting_as(officer, on=TODAY):
        actions.open_again(closure_id=row.pk)
    assert shown(area).shut is None


def test_a_visitor_takes_a_place_and_does_nothing_else(area):
    ticket = take(area)
    with acting_as(ANYBODY, on=TODAY), pytest.raises(NotPermitted):
        actions.call_ticket(ticket_id=ticket.pk)
    # 10 §: nobody is asked for a right to it
    assert set(TicketEntry.__dataclass_fields__) == {"office", "channel", "language", "topics", "way", "wish"}


def test_a_month_of_the_line_needs_nobodys_identity(area, officer, colleague):
    speaks(officer, "ar")
    take(area, language="ar"), take(area, language="uk"), take(area)
    mine = call(officer)
    with acting_as(officer, on=TODAY):
        actions.give_priority(ticket_id=Ticket.objects.get(number=3).pk, reason="safety")
        actions.finish_ticket(ticket_id=mine.pk, entry=VISIT)
    gone = call(colleague)
    with acting_as(colleague, on=TODAY):
        actions.miss_visitor(ticket_id=gone.pk)
        month = queries.line_month(first=TODAY.replace(day=1))
    assert (month.taken, month.ended, month.abandoned, month.served, month.first_time) == (3, 2, 1, 1, 1)
    assert (month.own_language, month.language_told, month.wait_median) == (1, 1, 0)
    assert month.priorities == (("safety", 1),)
