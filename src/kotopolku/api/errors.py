"""Errors in the house's form: a code, what to do, and a number to quote; never what exists or what was sent."""

import logging
from secrets import token_hex

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from kotopolku.audit.acting import acting
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.errors import NotFound
from kotopolku.audit.log import refuse

log = logging.getLogger("kotopolku.errors")
ADVICE = {
    400: ("bad_request", "The request could not be read. Compare it with /api/v1/openapi.json."),
    401: ("not_signed_in", "Send a valid key of a duty: Authorization: Bearer …"),
    404: ("not_found", "There is no such thing, or it is not yours to see."),
    405: ("not_allowed", "The interface is read-only: use GET."),
    422: ("invalid", "A parameter has a wrong form. Compare it with /api/v1/openapi.json."),
    500: ("our_fault", "Something went wrong on our side. Tell the support the number."),
}


def fault(status: int) -> HttpResponse:
    """Return the answer of a status; an unknown one is told as our fault's is."""
    error, advice = ADVICE.get(status, ADVICE[500])
    number = token_hex(4).upper()
    answer = JsonResponse({"error": error, "advice": advice, "number": number}, status=status)
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if status >= 500:
        log.error("error %s in the interface", number)
    return answer


def install(api: NinjaAPI) -> None:
    """Let every error of the interface be told in this form."""

    @api.exception_handler(NotFound)
    @api.exception_handler(NotPermitted)
    def _not_there(request: HttpRequest, fault_: Exception) -> HttpResponse:
        request.undone = True  # type: ignore[attr-defined]
        return fault(404)

    @api.exception_handler(AuthenticationError)
    def _nobody(request: HttpRequest, fault_: Exception) -> HttpResponse:
        acting()  # the knock is logged in the transaction around the request
        refuse(kind="look", subject="api", subject_id="")
        return fault(401)

    @api.exception_handler(ValidationError)
    def _invalid(request: HttpRequest, fault_: Exception) -> HttpResponse:
        return fault(422)

    @api.exception_handler(HttpError)
    def _refused(request: HttpRequest, fault_: HttpError) -> HttpResponse:
        return fault(fault_.status_code)

    @api.exception_handler(Exception)
    def _ours(request: HttpRequest, fault_: Exception) -> HttpResponse:
        log.exception("the interface failed", exc_info=fault_)
        return fault(500)
