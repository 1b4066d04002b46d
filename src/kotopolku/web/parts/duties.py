"""Choose under which of one's duties one works: a POST from the user box, kept in the session."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from kotopolku.audit.errors import NotFound
from kotopolku.web.parts.middleware import CHOSEN_DUTY
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.roles import home_of


@require_POST
def choose_duty(request: PageRequest) -> HttpResponse:
    """Work under the duty `duty` from the next page on; a duty that one does not hold today does not exist."""
    held = getattr(request, "duties", ())
    chosen = next((one for one in held if str(one.duty_id) == request.POST.get("duty")), None)
    if chosen is None:
        raise NotFound("duty")
    request.session[CHOSEN_DUTY] = chosen.duty_id
    return redirect(home_of(chosen))
