"""An option of a select that is borrowed from another language says so; its own language says nothing."""

from django.template import Context, Template
from django.utils import translation

OPTION = Template("{% load parts %}<option{{ words|language_attributes }}>{{ words }}</option>")


def test_a_borrowed_option_carries_its_language_and_direction():
    with translation.override("ar"):
        words = translation.gettext(
            "The speaker agrees that the kiosks play it to everybody, until it is deleted."
        )
        html = OPTION.render(Context({"words": words}))
    assert html.startswith('<option lang="en" dir="ltr">')


def test_an_option_of_the_pages_own_language_carries_none():
    with translation.override("fi"):
        assert OPTION.render(Context({"words": translation.gettext("Print")})) == "<option>Tulosta</option>"
