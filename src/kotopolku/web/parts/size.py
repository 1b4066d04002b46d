"""A request larger than the program takes is refused before it is read (413)."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

from kotopolku.web.parts.requests import number_or_none


class RequestSize:
    """Raises RequestDataTooBig, which is told like text that is too long, on what the request says of its own size."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        size = number_or_none(str(request.META.get("CONTENT_LENGTH") or "0")) or 0
        if size > settings.MOST_REQUEST_BYTES:
            raise RequestDataTooBig
        return self.get_response(request)
