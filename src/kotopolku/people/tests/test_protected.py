"""Whom a contact leads to: asked of protected people alone, however and whenever they came to be protected."""

from datetime import date
from uuid import UUID

from kotopolku.audit.acting import acting_as
from kotopolku.people.actions import change_details, open_masked, set_non_disclosure
from kotopolku.people.entries import Names
from kotopolku.people.protected import Subject, leads_to_protected
from kotopolku.people.queries import person_card


def leads(name, *, born=None):
    """Return whom one contact about somebody of this name leads to."""
    asked = {NOBODY: Subject(name=name, birth_date=born)}
    return set(leads_to_protected(asked).values())


NOBODY = UUID(int=0)


def test_an_order_given_a_name_changed_and_an_order_ended_are_all_followed(officer, person_of, today):
    # given somebody without an order
    rana = person_of(officer, given_names="Rana Amina", family_name="Haddad")
    with acting_as(officer, on=today):
        assert leads("Haddad Rana") == set()
        # when
        set_non_disclosure(person_id=rana, in_force=True)
        # then every word of the contact's name must be hers
        assert leads("Haddad Rana") == {rana}
        assert leads("Haddad Hodan") == set()
        # when she takes another name
        version = person_card(rana).version
        names = Names(given_names="Maryam", family_name="Haddad")
        change_details(person_id=rana, names=names, birth_date=date(1990, 5, 6), version=version)
        # then she is found by it, and by one word if the day of birth is hers
        assert leads("Maryam Haddad") == {rana}
        assert leads("Maryam Virta", born=date(1990, 5, 6)) == {rana}
        assert leads("Maryam Haddad", born=date(1991, 5, 6)) == set()
        # when the order ends
        open_masked(person_id=rana, reason="correct", words="Määräys päättyy")
        set_non_disclosure(person_id=rana, in_force=False)
        assert leads("Maryam Haddad") == set()
