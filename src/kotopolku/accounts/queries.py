"""Areas, municipalities and colleagues as plain values for pages and for the packages above."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Q

from kotopolku.accounts import area_settings
from kotopolku.accounts.access import area_of
from kotopolku.accounts.models import Area, Duty, Membership
from kotopolku.accounts.periods import in_force
from kotopolku.accounts.rights import OFFICIALS
from kotopolku.audit.actor import Role
from kotopolku.audit.prepared import Prepared
from kotopolku.languages.texts import Texts

_AREA = Prepared(
    lambda area: Area.objects.select_related("host", "employment_authority", "county").filter(pk=area)
)
_MEMBERS = Prepared(
    lambda area, on: (
        Membership.objects.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_to__isnull=True) | Q(valid_to__gte=on),
            area_id=area,
        )
        .select_related("municipality")
        .order_by("position", "pk")
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A member municipality (jäsenkunta)."""

    id: int
    code: str
    municipality_code: str
    names: Texts


@dataclass(frozen=True, kw_only=True)
class AreaView:
    """An area with its members, ordered as the programme lists them."""

    id: str
    names: Texts
    host_id: int
    employment_authority: Texts | None
    county: Texts | None
    is_demo: bool
    municipalities: tuple[Municipality, ...]
    settings: area_settings.AreaSettings

    @cached_property
    def by_id(self) -> dict[int, Municipality]:
        """Municipalities by organisation id."""
        return {found.id: found for found in self.municipalities}

    @cached_property
    def finnish_names(self) -> dict[int, str]:
        """The municipalities' Finnish names by organisation id, for lists that name one on every row."""
        return {found.id: found.names.pick("fi").text for found in self.municipalities}


def area_view(area_id: str | None = None, *, on: date, host: str = "") -> AreaView | None:
    """Return the area, or the one served at `host`; None when no programme has been loaded yet."""
    try:
        area = _AREA.first(area=area_id) if area_id else area_of(host)
    except Area.DoesNotExist:
        return None
    if area is None:
        return None
    return AreaView(
        id=area.pk,
        names=area.names,
        host_id=area.host_id,
        employment_authority=area.employment_authority.names if area.employment_authority else None,
        county=area.county.names if area.county else None,
        is_demo=area.is_demo,
        municipalities=tuple(
            Municipality(
                id=m.municipality_id,
                code=m.municipality.code,
                municipality_code=m.municipality.municipality_code or "",
                names=m.municipality.names,
            )
            for m in _MEMBERS(area=area.pk, on=on)
        ),
        settings=area_settings.read(area.settings),
    )


def area_ids() -> tuple[str, ...]:
    """Return the ids of all areas, in order."""
    return tuple(Area.objects.order_by("pk").values_list("pk", flat=True))


def area_settings_of(area_id: str) -> area_settings.AreaSettings:
    """Return the area's own targets."""
    return area_settings.read(Area.objects.values_list("settings", flat=True).get(pk=area_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Somebody with a duty in the area on a day."""

    staff_id: int
    name: str
    role: str


def colleagues(area_id: str, *, on: date) -> tuple[Colleague, ...]:
    """Return everybody with an officer's or coordinator's duty in the area on the day, by name."""
    duties = Duty.objects.filter(
        in_force(on),
        area_id=area_id,
        role__in=OFFICIALS,
        staff__isnull=False,
        staff__is_active=True,
    ).values_list("staff_id", "staff__name", "role")
    found = {
        staff_id: Colleague(staff_id=staff_id, name=name, role=role)
        for staff_id, name, role in duties
        if staff_id is not None and name is not None
    }
    return tuple(sorted(found.values(), key=lambda one: one.name))


def staff_with(role: Role, *, municipality_id: int, on: date) -> tuple[int, ...]:
    """Return the ids of the staff who hold a duty of the role for the municipality's clients on the day."""
    found = Duty.objects.filter(
        in_force(on), role=role, staff__is_active=True, municipalities__municipality_id=municipality_id
    )
    ids = found.order_by("staff_id").values_list("staff_id", flat=True).distinct()
    return tuple(one for one in ids if one is not None)


def workers_of(area_id: str) -> tuple[tuple[int, str], ...]:
    """Return everybody who has or has had a duty in the area, as (id, name) by name: the log outlives duties."""
    found = Duty.objects.filter(area_id=area_id, staff__isnull=False).values_list("staff_id", "staff__name")
    return tuple(sorted({(int(key), name) for key, name in found}, key=lambda one: (one[1], one[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStaff:
    """Somebody a demo visitor may step in as."""

    staff_id: int
    name: str
    role: str
    organisation: Texts


def demo_staff(area_id: str, *, on: date) -> tuple[DemoStaff, ...]:
    """Return the staff of a demo area; empty for an area that is not marked as a demo."""
    duties = Duty.objects.filter(
        in_force(on),
        area__is_demo=True,
        staff__is_active=True,
    ).select_related("staff", "organisation")
    return tuple(
        DemoStaff(
            staff_id=duty.staff.pk, name=duty.staff.name, role=duty.role, organisation=duty.organisation.names
        )
        for duty in duties.order_by("area_id", "pk")
        if duty.staff is not None
    )
