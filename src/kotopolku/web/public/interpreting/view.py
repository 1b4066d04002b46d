"""An interpreter answers an order by its link, without signing in; the first answer stands (tulkkitilaus)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.appointments.actions import answer_interpreter_link
from kotopolku.appointments.interpreter_queries import link_view
from kotopolku.audit.errors import NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.codes import Language
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day_long, time_range

ANSWERS = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
def interpreting(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """Show what is asked; POST answers it once. 404 for a link that we have not given."""
    view = link_view(secret)
    if view is None:
        raise NotFound("interpreting")
    status, said = 200, ""
    if request.method == "POST":
        answer = ANSWERS.get(request.POST.get("answer", ""))
        if answer is not None and answer_interpreter_link(secret=secret, comes=answer):
            return redirect("public:interpreting", language, secret)
        status = 409 if answer is not None else 422
        said = (
            _("This order has been answered or cancelled already. If something has changed, call us.")
            if answer is not None
            else _("Choose whether you come.")
        )
    begin, end = view.starts_at.astimezone(HELSINKI), view.ends_at.astimezone(HELSINKI)
    context = {
        "title": _("Order of an interpreter"),
        "view": view,
        "when": f"{day_long(begin.date())} {time_range(begin.time(), end.time())}",
        "spoken": language_name(view.language),
        "said": said,
    }
    response = render(request, "public/interpreting/page.html", context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
