"""What the site of the browser tests begins with: the Raisio programme, an officer of each kind, no clients."""

from datetime import date

from tests.database import ROOT

AREA = "raisio"
TODAY = date(2026, 11, 24)  # a Tuesday; the same day as in the cast of the other tests
PASSWORD = "a long enough password"
OFFICERS = {
    "aino": ("Aino Kettunen", "raisio"),
    "samir": ("Samir Haddad", "raisio"),
    "nea": ("Nea Salo", "naantali"),
}


def load_raisio() -> tuple[str, ...]:
    """Load the Raisio programme into the database at hand; return the codes of its municipalities, host first."""
    from kotopolku.accounts.queries import area_view
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import operator
    from kotopolku.programme.actions import load_programme
    from kotopolku.programme.check import check_path

    programme = check_path(ROOT / "programmes" / "raisio").programme
    assert programme is not None
    with acting_as(operator(area_id=AREA), on=TODAY):
        load_programme(programme=programme, on=TODAY)
        area = area_view(AREA, on=TODAY)
    assert area is not None
    return tuple(municipality.code for municipality in area.municipalities)


def settle() -> dict[str, int]:
    """Load the programme and the staff, mark it a demo; return the staff's ids by user name."""
    from kotopolku.accounts.actions import add_staff, grant_duty, mark_demo
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import Role, operator

    everywhere = load_raisio()
    ids: dict[str, int] = {}

    def add(username: str, name: str, *, at: str, role: Role, covers: tuple[str, ...]) -> None:
        ids[username] = add_staff(username=username, name=name, password=PASSWORD).pk
        grant_duty(
            staff_id=ids[username], organisation=at, area_id=AREA, role=role, municipalities=covers,
            purpose="kotoutumisen palvelut", valid_from=date(2025, 1, 1), reason="test",
        )  # fmt: skip

    with acting_as(operator(area_id=AREA), on=TODAY):
        mark_demo(area_id=AREA)
        for username, (name, municipality) in OFFICERS.items():
            add(username, name, at=municipality, role=Role.OFFICER, covers=(municipality,))
        add("kaisa", "Kaisa Virta", at="raisio", role=Role.COORDINATOR, covers=everywhere)
    return ids
