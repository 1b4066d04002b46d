"""An address without a language goes to the reader's own (302), which differs from reader to reader (Vary)."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from kotopolku.languages.codes import Language


@require_safe
def to_best_language(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Redirect `/`, `/law/` and everything under it to the same page in the reader's best language.

    The middleware has read Accept-Language already; the query string is dropped, no page of ours needs it.
    """
    language: Language = request.language  # type: ignore[attr-defined]
    response = HttpResponseRedirect(f"/{language.path}{request.path_info}")
    patch_vary_headers(response, ["Accept-Language"])
    return response
