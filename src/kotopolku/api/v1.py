"""Version 1 of the interface: what is public, and with a duty's key the records of VNA 874/2024.

No session is looked at: who has no key is nobody, so no page elsewhere can make a signed-in browser read here.
"""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import NinjaAPI, Query, Schema
from ninja.security import HttpBearer

from kotopolku.accounts.api_tokens import actor_of_token
from kotopolku.accounts.queries import area_view
from kotopolku.api import schemas
from kotopolku.api.errors import fault, install
from kotopolku.audit.acting import acting, acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.errors import NotFound
from kotopolku.languages.texts import Texts
from kotopolku.law import register
from kotopolku.plans import records
from kotopolku.programme.queries import head
from kotopolku.services import queries as catalogue

After = Annotated[str, Query(max_length=100, pattern=r"^[^\x00]*$")]
AfterId = Annotated[UUID | None, Query()]
AfterNumber = Annotated[int | None, Query(ge=0, le=2**63 - 1)]
Limit = Annotated[int, Query(ge=1, le=records.MOST)]


class DutyKey(HttpBearer):
    """`Authorization: Bearer KEY`, a key that the area's administrator has made for a duty."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """Return who acts by the key, None for any other text."""
        return actor_of_token(token, on=acting().on)


api = NinjaAPI(
    title="Kotopolku",
    version="1",
    description="Read-only. Public: services, programme, rules. With a key of a duty: records of VNA 874/2024.",
    urls_namespace="api",
    docs_url=None,
    auth=None,
)
install(api)
_FAULTS: Any = {401: schemas.Fault, 404: schemas.Fault, 422: schemas.Fault}


def _words(texts: Texts) -> dict[str, str]:
    return {language: text.text for language, text in texts}


def _area_id() -> str:
    area = area_view(on=acting().on)
    if area is None:
        raise NotFound
    return area.id


def _service(one: catalogue.ServiceView) -> schemas.Service:
    facts = one.facts
    return schemas.Service(
        code=one.code,
        kind=facts.kind,
        names=_words(one.name),
        summaries=_words(one.texts["summary"]),
        responsible=facts.responsible,
        provisions=[basis.provision for basis in facts.basis],
        municipalities=list(facts.municipalities),
        languages=list(facts.languages),
        plan_measure=facts.plan_measure,
    )


@api.get("/services", response={200: schemas.Services, **_FAULTS}, url_name="services")
def services(request: HttpRequest, after: After = "", limit: Limit = 50) -> schemas.Services:
    """List the services of the programme by code."""
    found = sorted(
        (one for one in catalogue.services(_area_id()) if one.code > after), key=lambda one: one.code
    )
    items = [_service(one) for one in found[:limit]]
    return schemas.Services(items=items, after=items[-1].code if len(found) > limit else None)


@api.get("/services/{code}", response={200: schemas.Service, **_FAULTS}, url_name="service")
def service(request: HttpRequest, code: str) -> schemas.Service:
    """Return one service."""
    found = catalogue.service(_area_id(), code) if "\0" not in code else None
    if found is None:
        raise NotFound
    return _service(found)


@api.get("/programme", response={200: schemas.Programme, **_FAULTS}, url_name="programme")
def programme(request: HttpRequest) -> schemas.Programme:
    """Return the programme in force in one line."""
    area = _area_id()
    found = head(area)
    if found is None:
        raise NotFound
    return schemas.Programme(
        area=area,
        titles=_words(found.title),
        summaries=_words(found.summary),
        edition=found.edition,
        valid_from=found.valid_from,
        changed_on=found.changed_on,
        languages=list(found.languages),
    )


@api.get("/rules", response={200: schemas.Rules, **_FAULTS}, url_name="rules")
def rules(request: HttpRequest, after: After = "", limit: Limit = 50) -> schemas.Rules:
    """List the rules of the law register by id."""
    found = sorted((one for one in register.rules() if one.id > after), key=lambda one: one.id)
    items = [
        schemas.Rule(
            id=one.id,
            citation=one.provision.official,
            act=one.provision.act.number,
            section=one.provision.section,
            title=one.title,
            text=one.text,
            in_force_from=one.force.from_,
            in_force_to=one.force.to,
            not_decided=one.not_decided,
        )
        for one in found[:limit]
    ]
    return schemas.Rules(items=items, after=items[-1].id if len(found) > limit else None)


def _as_holder(request: HttpRequest) -> Any:
    """Act as the holder of the key for what is read, whoever the request came as."""
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return acting_as(actor, on=acting().on)


def _told[S: Schema](schema: type[S], page: records.Records[Any, Any]) -> S:
    """Return a page of records, each field as the schema names it."""
    return schema.model_validate({"items": list(page.rows), "after": page.after}, from_attributes=True)


@api.get(
    "/records/assessments", auth=DutyKey(), response={200: schemas.Assessments, **_FAULTS},
    url_name="assessments",
)  # fmt: skip
def assessments(request: HttpRequest, after: AfterId = None, limit: Limit = 50) -> schemas.Assessments:
    """List the records of concluded assessments of the duty's clients (1 §)."""
    with _as_holder(request):
        return _told(schemas.Assessments, records.assessment_records(after=after, size=limit))


@api.get("/records/plans", auth=DutyKey(), response={200: schemas.Plans, **_FAULTS}, url_name="plans")
def plans(request: HttpRequest, after: AfterId = None, limit: Limit = 50) -> schemas.Plans:
    """List the records of plans of the duty's clients (2 §)."""
    with _as_holder(request):
        return _told(schemas.Plans, records.plan_records(after=after, size=limit))


@api.get("/records/reviews", auth=DutyKey(), response={200: schemas.Reviews, **_FAULTS}, url_name="reviews")
def reviews(request: HttpRequest, after: AfterNumber = None, limit: Limit = 50) -> schemas.Reviews:
    """List the records of reviews of plans of the duty's clients (3 §)."""
    with _as_holder(request):
        return _told(schemas.Reviews, records.review_records(after=after, size=limit))


def not_there(request: HttpRequest, rest: str = "") -> Any:
    """Answer at an address of the interface that does not exist."""
    return fault(404)
