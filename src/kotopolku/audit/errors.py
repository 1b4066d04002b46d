"""Ways a request can fail that are nobody's fault in the program; pages turn them into 404, 422 and 409."""

from django.utils.functional import Promise


class NotFound(Exception):
    """Not there, or not yours: the two must look alike."""


class Invalid(ValueError):
    """A value cannot be used: which field, and a sentence in the user's language that says how to mend it."""

    def __init__(self, *, field: str, message: "str | Promise") -> None:
        super().__init__(str(field))
        self.field, self.message = field, message


class Closed(Invalid):
    """The thing can be read but not changed any more: the message says since when and what to do instead (409)."""

    def __init__(self, message: "str | Promise") -> None:
        super().__init__(field="", message=message)


class Stale(Exception):
    """Somebody else saved the thing after this form was opened (409); `heading` and `advice` say it in own words."""

    def __init__(
        self, what: str = "", *, heading: "str | Promise" = "", advice: "str | Promise" = ""
    ) -> None:
        super().__init__(what)
        self.heading, self.advice = heading, advice
