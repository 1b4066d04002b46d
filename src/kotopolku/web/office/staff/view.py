"""Users and rights: the list, one user with duties past and present, adding, granting and ending."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kotopolku.accounts.actions import add_staff, end_duty, first_password, grant_duty
from kotopolku.accounts.staff_queries import DutyView, duties_of_area, staff_member
from kotopolku.audit.actor import ROOMS, Role
from kotopolku.web.office.context import MANAGERS
from kotopolku.web.office.staff.form import DutyForm, EndForm, StaffForm, offer
from kotopolku.web.office.words import GROUPS, STATES, listed, period
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest, number_or_none
from kotopolku.web.parts.roles import ROLES, role
from kotopolku.web.parts.shapes import Cell, Column, Crumb, Table


@only_for(MANAGERS, subject="staff")
@require_GET
def staff(request: PageRequest) -> HttpResponse:
    """List users with their duties; `role`, `municipality` (id) and `past` narrow it down."""
    chosen = request.GET.get("role", "")
    place = request.GET.get("municipality", "")
    past = request.GET.get("past") == "on"
    language = request.language.code
    duties = duties_of_area(
        request.area.id,
        on=request.on,
        role=chosen if chosen in ROLES else "",
        municipality=number_or_none(place, digits=11),
        past=past,
    )
    context = {
        "title": _("Users and rights"),
        "table": _table(duties, language),
        "found": bool(duties),
        "roles": [(one.value, role(one.value), one.value == chosen) for one in ROOMS],
        "municipalities": [
            (one.id, one.names.pick(language).text, str(one.id) == place)
            for one in request.area.municipalities
        ],
        "past": past,
    }
    return render(request, "office/staff/page.html", context)


def _table(duties: tuple[DutyView, ...], language: str) -> Table:
    return Table(
        caption=_("Users and their duties"),
        columns=[
            Column(label=_("Name")),
            Column(label=_("Role")),
            Column(label=_("Municipalities")),
            Column(label=_("In force")),
        ],
        rows=[
            [
                Cell(text=one.staff_name, url=reverse("office:staff_member", args=[one.staff_id])),
                Cell(
                    text=role(one.role),
                    more=one.organisation.pick(language).text,
                    tag=_("public official") if one.is_official else "",
                ),
                Cell(text=listed(one.municipalities, language), more=one.limited_to),
                Cell(
                    text=period(one.valid_from, one.valid_to),
                    tag="" if one.state == "now" else str(STATES[one.state]),
                ),
            ]
            for one in duties
        ],
    )


@only_for(MANAGERS, subject="staff")
@require_http_methods(["GET", "POST"])
def member(request: PageRequest, staff_id: int) -> HttpResponse:
    """Show one user with every duty; POST ends one of them."""
    found = staff_member(request.area.id, staff_id, on=request.on)
    form = EndForm(request.POST or None)
    status = 200
    if request.method == "POST":
        own = {one.id for one in found.duties}
        if form.is_valid() and form.cleaned_data["duty"] in own and attempt(form, lambda: _ended(form)):
            return redirect("office:staff_member", staff_id=staff_id)
        status = 422
    language = request.language.code
    context = {
        "title": found.name,
        "staff": found,
        "form": form,
        "duties": [
            {
                "id": one.id,
                "role": role(one.role),
                "organisation": one.organisation.pick(language).text,
                "state": STATES[one.state],
                "period": period(one.valid_from, one.valid_to),
                "rows": _told(one, language),
                "form": _end_form(request, one, form) if one.manageable and one.state != "past" else None,
            }
            for one in found.duties
        ],
        "helps_to_sign_in": request.actor.role is Role.ADMINISTRATOR and staff_id != request.actor.staff_id,
        "crumbs": _back(),
    }
    return render(request, "office/staff/member.html", context, status=status)


def _ended(form: EndForm) -> bool:
    data = form.cleaned_data
    end_duty(duty_id=data["duty"], reason=data["end_reason"], last_day=data["last_day"])
    return True


def _end_form(request: PageRequest, one: DutyView, sent: EndForm) -> EndForm:
    if request.POST.get("duty") == str(one.id):
        return sent
    return EndForm(initial={"duty": one.id}, auto_id=f"d{one.id}_%s")


def _told(one: DutyView, language: str) -> list[tuple[str, str]]:
    rows = [
        (_("Municipalities"), listed(one.municipalities, language)),
        (_("Task"), one.purpose),
        (_("Limited to"), one.limited_to),
        (_("Public official"), _("yes") if one.is_official else ""),
        (_("May also know"), ", ".join(str(GROUPS[group]) for group in one.groups)),
        (_("Granted by"), one.granted_by),
        (_("Reason"), one.reason),
        (
            _("Still needed, said"),
            f"{one.reviewed_by} {day(one.reviewed_on)}" if one.reviewed_on else "",
        ),
        (_("Ended early by"), f"{one.ended_by}: {one.end_reason}" if one.ended_at else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _back() -> list[Crumb]:
    return [Crumb(label=_("Users and rights"), url=reverse("office:staff"))]


@only_for(MANAGERS, subject="staff")
@require_http_methods(["GET", "POST"])
def duty_new(request: PageRequest, staff_id: int) -> HttpResponse:
    """Grant a user another duty."""
    found = staff_member(request.area.id, staff_id, on=request.on)
    form = DutyForm(request.POST or None, offer=offer(request), on=request.on)
    status = 200
    if request.method == "POST":
        area = request.area.id
        if form.is_valid() and attempt(
            form, lambda: bool(grant_duty(staff_id=staff_id, area_id=area, **form.duty()))
        ):
            return redirect("office:staff_member", staff_id=staff_id)
        status = 422
    context = {
        "title": _("Grant a duty"),
        "lead": found.name,
        "form": form,
        "crumbs": [*_back(), Crumb(label=found.name, url=reverse("office:staff_member", args=[staff_id]))],
    }
    return render(request, "office/staff/duty.html", context, status=status)


@only_for(MANAGERS, subject="staff")
@require_http_methods(["GET", "POST"])
def staff_new(request: PageRequest) -> HttpResponse:
    """Add a user with a first duty; the first password is shown once, to be handed over on paper."""
    form = StaffForm(request.POST or None, offer=offer(request), on=request.on, initial={"language": "fi"})
    status = 200
    if request.method == "POST":
        made = attempt(form, lambda: _added(request, form)) if form.is_valid() else False
        if made is not False:
            return render(request, "office/staff/slip.html", {"title": _("The user was added"), **made})
        status = 422
    context = {"title": _("Add a user"), "form": form, "crumbs": _back()}
    return render(request, "office/staff/new.html", context, status=status)


def _added(request: PageRequest, form: StaffForm) -> dict[str, object]:
    data, password = form.cleaned_data, first_password()
    made = add_staff(
        username=data["username"],
        name=data["name"],
        email=data["email"],
        language=data["language"],
        password=password,
        to_be_changed=True,
    )
    grant_duty(staff_id=made.pk, area_id=request.area.id, **form.duty())
    return {"name": made.name, "username": made.username, "password": password, "staff_id": made.pk}
