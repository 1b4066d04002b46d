"""Build the demo: staff, personas, the crowd; everything by actions, on the days on which it would have happened."""

from datetime import date, time, timedelta
from uuid import UUID

from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.demo import AREA
from kotopolku.demo.crowd import crowd
from kotopolku.demo.fees import miss_a_time
from kotopolku.demo.packets import hand_over
from kotopolku.demo.personas import personas
from kotopolku.demo.playing import Player
from kotopolku.demo.staff import add_everybody
from kotopolku.demo.times import book_times
from kotopolku.demo.visits import log_visits
from kotopolku.demo.waiting import fill_line
from kotopolku.letters.actions import read_all_notices
from kotopolku.people.actions import form_household, keep_apart, set_non_disclosure, set_safe_contact
from kotopolku.people.entries import SafeContactEntry, Source

CROWD = 161
NEW_ENOUGH = 6  # lives whose notices nobody has read yet


def build(*, on: date) -> dict[str, UUID]:
    """Build everything as it stands on the day `on`; return the personas' persons by name.

    The programme of the area must have been loaded. Raises RuntimeError when it has not.
    """
    area = area_view(AREA, on=on)
    if area is None:
        raise RuntimeError("load the programme first: kotopolku programme load programmes/raisio")
    actors = add_everybody(on=on)
    officers = (actors["aino"], actors["samir"])
    player = Player(on=on, municipalities={one.code: one.id for one in area.municipalities})
    lives = [*personas(on), *crowd(on, count=CROWD)]
    for number, life in enumerate(lives):
        if number == len(lives) - NEW_ENOUGH:
            for actor in actors.values():
                with acting_as(actor, on=on):
                    read_all_notices()
        # Only Samir is named for victims of trafficking, wherever in the list one stands.
        officer = actors["samir"] if life.assistance is not None else officers[number % 2]
        player.play(life, officer=officer)
    log_visits(actors["eero"], on=on, municipalities=player.municipalities)
    fill_line(actors, on=on)
    with acting_as(actors["aino"], on=on - timedelta(days=1)):
        found = player.persons
        form_household(
            members=[
                (found["non_disclosure_mother"], "adult"),
                (found["non_disclosure_child_yasin"], "child"),
                (found["non_disclosure_child_noor"], "child"),
            ]
        )
        form_household(
            members=[
                (found["household_father"], "adult"),
                (found["household_son"], "adult"),
                (found["household_uncle"], "other"),
            ],
            name="Haddad",
        )
        keep_apart(
            person_id=found["must_not_meet_samira"],
            other_id=found["must_not_meet_tariq"],
            source=Source(code="person"),
        )
        _safe_contacts(found, on=on)
    hand_over(player.persons.values(), actors=actors, on=on)
    book_times(player.persons.values(), actors=actors, on=on)
    miss_a_time(player.persons.values(), actors=actors, on=on)
    return player.persons


def _safe_contacts(found: dict[str, UUID], *, on: date) -> None:
    """Protect the family with an address that may be shown; say how she and another client are reached."""
    set_non_disclosure(
        person_id=found["non_disclosure_mother"],
        in_force=True,
        contact_address="PL 900, 00101 Helsinki",
        source=Source(code="dvv"),
    )
    set_safe_contact(
        person_id=found["non_disclosure_mother"],
        entry=SafeContactEntry(
            ways=("phone", "portal"),
            never=("sms", "letter"),
            not_through=("spouse", "relative"),
            from_time=time(9),
            until_time=time(12),
            weekdays_only=True,
            message_allowed=False,
            sender_name="Aino",
            language="ar",
        ),
        source=Source(code="county"),
    )
    set_safe_contact(
        person_id=found["mother_on_home_care_allowance"],
        entry=SafeContactEntry(never=("sms",), note="Puhelin on perheen yhteinen."),
    )
