"""One text in many languages: the reader gets the best there is, and is never misled about what it is."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.languages.fields import TextsField
from kotopolku.languages.texts import STATUSES, Text, Texts, TextsError, digest

CODES = [language.code for language in UI_LANGUAGES]
texts = st.dictionaries(
    st.sampled_from(CODES),
    st.builds(Text, st.text(max_size=20), st.sampled_from(STATUSES), st.none() | st.text(max_size=16)),
).map(lambda made: Texts.from_json({code: _json(text) for code, text in made.items()}))


def _json(text: Text) -> dict[str, object]:
    return {"text": text.text, "status": text.status, "of": text.of}


def test_the_reader_gets_their_own_language_when_it_is_there() -> None:
    shown = Texts.of(fi="Neuvonta", ar="الاستشارة").pick("ar")

    assert (shown.text, shown.language, shown.direction) == ("الاستشارة", "ar", "rtl")
    assert shown.is_fallback is False


def test_a_dari_reader_gets_persian_then_english_then_finnish() -> None:
    everything = Texts.of(fi="Koulu", en="School", fa="مدرسه")

    assert everything.pick("prs").language == "fa"
    assert Texts.of(fi="Koulu", en="School").pick("prs").language == "en"
    only_finnish = Texts.of(fi="Koulu").pick("prs")
    assert (only_finnish.text, only_finnish.direction, only_finnish.is_fallback) == ("Koulu", "ltr", True)


def test_a_text_in_no_language_of_the_chain_is_better_than_nothing() -> None:
    assert Texts.of(sv="Skola").pick("fi").text == "Skola"
    assert Texts().pick("fi").text == ""


def test_a_translation_is_outdated_when_the_finnish_has_changed() -> None:
    before = Texts.of(fi="Avoinna ma–to", sv="Öppet må–to")

    after = before.written("fi", "Avoinna ma–pe")

    assert before.pick("sv").status == "reviewed"
    assert after.pick("sv").status == "outdated"
    assert after.written("sv", "Öppet må–fr").pick("sv").status == "reviewed"
    assert after.missing(("fi", "sv", "en")) == ("sv", "en")


def test_about_rights_only_reviewed_words_are_shown() -> None:
    fee = Texts.of(fi="Maksu on enintään 56,70 €.").written("ar", "ترجمة آلية", status="machine")

    assert fee.pick("ar").status == "machine"
    assert fee.pick("ar", reviewed_only=True).language == "fi"


def test_about_rights_a_translation_of_the_old_finnish_is_not_shown() -> None:
    fee = Texts.of(fi="Maksu on 50 €.", sv="Avgiften är 50 €.").written("fi", "Maksu on 60 €.")

    assert fee.pick("sv", reviewed_only=True).language == "fi"


def test_line_endings_do_not_make_a_translation_outdated() -> None:
    assert digest("Rivi\r\ntoinen \n") == digest("Rivi\ntoinen")


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (["fi"], "object"),
        ({"fi": "Neuvonta"}, "fi: an entry needs a text"),
        ({"xx": {"text": "?"}}, "xx: not one of"),
        ({"sv": {"text": "Skola", "status": "good"}}, "sv: status 'good'"),
        ({"sv": {"text": "Skola", "by": "me"}}, "sv: by is not a part"),
        ({"sv": {"text": "Skola", "of": 3}}, "sv: of is the digest"),
    ],
)
def test_what_is_not_texts_is_refused_with_its_language(value: object, complaint: str) -> None:
    with pytest.raises(TextsError, match=complaint):
        Texts.from_json(value)
    with pytest.raises(ValidationError):
        TextsField().to_python(value)


@pytest.mark.slow
@given(texts)
def test_the_stored_form_comes_back_unchanged(value: Texts) -> None:
    assert Texts.from_json(value.to_json()) == value
    assert TextsField().to_python(TextsField().get_prep_value(value)) == value
    assert list(value.to_json()) == sorted(value.to_json(), key=CODES.index)


@pytest.mark.slow
@given(texts, st.sampled_from(CODES), st.booleans())
def test_what_is_shown_is_always_one_of_the_entries_and_says_truly_where_it_comes_from(
    value: Texts, language: str, reviewed_only: bool
) -> None:
    shown = value.pick(language, reviewed_only=reviewed_only)

    if shown.text:
        entry = value.get(shown.language)
        assert entry is not None
        assert entry.text == shown.text
        assert shown.direction == by_code(shown.language).direction
        assert shown.is_fallback == (shown.language != language)
        assert not (reviewed_only and shown.status in {"machine", "outdated"})
    else:
        usable = [entry for _, entry in value if entry.text]
        assert not usable or (reviewed_only and all(e.status in {"machine", "outdated"} for e in usable))


@pytest.mark.slow
@given(texts, st.sampled_from(CODES), st.text(min_size=1, max_size=10))
def test_writing_one_language_leaves_the_others_as_they_were(value: Texts, language: str, text: str) -> None:
    after = value.written(language, text)

    assert after.get(language).text == text  # type: ignore[union-attr]
    assert [(c, e.text) for c, e in after if c != language] == [
        (c, e.text) for c, e in value if c != language
    ]
    assert after.written(language, "").get(language) is None


def test_the_field_is_required_unless_it_may_be_blank() -> None:
    with pytest.raises(ValidationError):
        TextsField().clean(Texts(), None)  # type: ignore[arg-type]
    assert TextsField(blank=True).clean(Texts(), None) == Texts()  # type: ignore[arg-type]


def test_a_migration_names_the_field_alone() -> None:
    _, path, args, options = TextsField().deconstruct()

    assert (path, args, options) == ("kotopolku.languages.fields.TextsField", [], {})


def test_the_field_defaults_to_no_text() -> None:
    class Leaflet(models.Model):
        title = TextsField()

        class Meta:
            app_label = "languages"

    assert Leaflet().title == Texts()
    assert not Leaflet().title
