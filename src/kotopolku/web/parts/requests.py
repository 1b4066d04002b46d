"""The request as pages see it: with the day, the area, the actor and the language that the middleware adds."""

from datetime import date

from django.http import HttpRequest

from kotopolku.accounts.queries import AreaView
from kotopolku.audit.actor import Actor
from kotopolku.languages.codes import Language


class PageRequest(HttpRequest):
    """Only a name for type checkers: the middleware sets these on Django's own request."""

    on: date
    area: AreaView
    actor: Actor
    duties: tuple[Actor, ...]
    language: Language
