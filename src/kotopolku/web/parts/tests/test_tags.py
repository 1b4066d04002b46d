"""The tags draw what a screen reader and a keyboard need, and nothing that must not be seen."""

import re

import pytest
from django import forms
from django.template import engines
from django.utils import translation

from kotopolku.web.parts.fields import error_summary, field
from kotopolku.web.parts.shapes import (
    Action,
    Answer,
    Cell,
    Citation,
    ClockBadge,
    ClockKind,
    ClockState,
    Column,
    Fact,
    FindingCard,
    Ground,
    GroundMark,
    Pair,
    PathStep,
    StepState,
    Table,
    TimelineEntry,
    Toast,
)


def draw(text, **context):
    with translation.override("en"):
        return engines["django"].from_string("{% load parts %}" + text).render(context)


class Sample(forms.Form):
    born = forms.CharField(label="Born", help_text="for example 14.2.1994")
    level = forms.ChoiceField(label="Level", choices=[("a1", "A1"), ("a2", "A2")], widget=forms.RadioSelect)
    days = forms.MultipleChoiceField(
        label="Days",
        choices=[("mo", "Mon"), ("tu", "Tue")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label="Agreed", required=False)


def fields_of(form, name, **extra):
    with translation.override("en"):
        return field(form[name], **extra)


def test_a_field_is_tied_to_its_label_hint_and_error():
    html = fields_of(Sample({}), "born", source="Source: Migri")
    assert '<label class="field-label" for="id_born">' in html
    assert 'aria-describedby="id_born-hint id_born-error id_born-source"' in html
    assert 'aria-invalid="true"' in html
    assert {"id_born-hint", "id_born-error", "id_born-source"} <= set(re.findall(r'\bid="([^"]+)"', html))


def test_a_field_without_fault_is_not_marked_wrong():
    html = fields_of(Sample(), "born")
    assert "aria-invalid" not in html
    assert 'aria-describedby="id_born-hint"' in html


def test_choices_stand_in_a_group_with_a_name_and_keep_what_was_chosen():
    html = fields_of(Sample({"born": "x", "days": ["tu"]}), "days")
    assert "<fieldset" in html
    assert "<legend" in html
    assert re.search(r'value="tu" checked', html)
    assert not re.search(r'value="mo" checked', html)


def test_segments_are_real_radios_with_their_keys():
    html = fields_of(Sample(), "level", style="segmented", keys="12")
    assert html.count('type="radio"') == 2
    assert 'data-key="1"' in html
    assert "<kbd>2</kbd>" in html


def test_optional_is_marked_and_required_is_not():
    assert "(optional)" in fields_of(Sample(), "days")
    assert "(optional)" not in fields_of(Sample(), "born")
    assert "(optional)" not in fields_of(Sample(), "agreed")


def test_typed_text_cannot_become_markup():
    assert "<script>" not in fields_of(Sample({"born": "<script>"}), "born")


def test_a_wrong_width_is_refused():
    with pytest.raises(ValueError, match="width"):
        fields_of(Sample(), "born", width="huge")


def test_the_summary_leads_to_every_field_with_the_same_words():
    form = Sample({})
    with translation.override("en"):
        html = error_summary(form)
        shown = field(form["born"])
    assert 'tabindex="-1"' in html
    assert "autofocus" in html
    assert 'href="#id_born"' in html
    assert 'href="#id_level_0"' in html
    assert "Mend two things" in html
    words = re.search(r'href="#id_born">([^<]+)<', html).group(1)
    assert words in shown


def test_there_is_no_summary_without_errors():
    assert error_summary(Sample()) == ""
    assert error_summary(Sample({"born": "14.2.1994", "level": "a1"})) == ""


WORDS = {
    Answer.YES: "Yes",
    Answer.NO: "No",
    Answer.JUDGE: "You decide",
    Answer.MISSING: "A fact is missing",
    Answer.OPEN: "The law is open",
    Answer.NOT_APPLICABLE: "Does not apply",
}


@pytest.mark.parametrize("answer", list(Answer))
def test_every_answer_has_its_word_beside_the_mark(answer):
    card = FindingCard(answer=answer, question="Is it due?", sentence="It is")
    html = draw("{% finding card folded=True %}", card=card)
    assert WORDS[answer] in html
    if answer is not Answer.NOT_APPLICABLE:
        assert f"answer-{answer}" in html


def test_headings_alone_tell_the_story():
    card = FindingCard(answer=Answer.YES, question="Is it due?", sentence="Yes, it is due")
    assert re.search(r"<h3[^>]*>Yes, it is due</h3>", draw("{% finding card %}", card=card))
    assert re.search(
        r"<summary>.*<h3[^>]*>Is it due\? <b>Yes\.</b></h3>",
        draw("{% finding card folded=True %}", card=card),
        re.S,
    )


def test_grounds_say_how_they_stand_and_cite_the_law():
    grounds = [
        Ground(statement="A", citation=Citation(text="14 §", url="/law/14/")),
        Ground(statement="B", mark=GroundMark.UNKNOWN),
    ]
    html = draw(
        "{% finding card %}", card=FindingCard(answer=Answer.YES, question="Q", sentence="S", grounds=grounds)
    )
    assert '<a class="cite" href="/law/14/">' in html
    assert "holds:" in html
    assert "not recorded:" in html


@pytest.mark.parametrize(
    ("kind", "word"), [("law", "law:"), ("target", "service target:"), ("fact", "date:")]
)
def test_whose_date_it_is_can_also_be_heard(kind, word):
    badge = ClockBadge(kind=ClockKind(kind), state=ClockState.RUNNING, text="24.11.", share=40)
    html = draw("{% clock b %}", b=badge)
    assert f"clock-{kind}" in html
    assert word in html
    assert 'stroke-dasharray="40 100"' in html


def test_the_path_says_where_the_client_is():
    steps = [
        PathStep(name="Contact", state=StepState.DONE),
        PathStep(name="Assessment", state=StepState.NOW),
        PathStep(name="Plan", state=StepState.AHEAD),
    ]
    html = draw("{% path steps %}", steps=steps)
    assert html.count('aria-current="step"') == 1
    assert "(done)" in html


def test_the_year_stands_where_it_changes():
    entries = [TimelineEntry(when="1.1.", year=year, act="Act") for year in (2026, 2026, 2025)]
    html = draw("{% timeline e %}", e=entries)
    assert html.count("timeline-year") == 1
    assert "2025" in html


def test_a_table_names_its_rows_columns_and_order():
    table = Table(
        caption="Clients",
        columns=[
            Column(label="Name", sort_url="?sort=name", sort="ascending"),
            Column(label="Days", numeric=True),
        ],
        rows=[[Cell(text="Farid", url="/x/"), Cell(text="50")]],
    )
    html = draw("{% data_table t %}", t=table)
    assert 'aria-sort="ascending"' in html
    assert '<th scope="row"><a href="/x/">' in html
    assert '<td data-label="Days" class="num">50</td>' in html
    assert "<caption" in html


def test_a_row_of_another_length_than_the_head_is_refused():
    table = Table(caption="Clients", columns=[Column(label="Name")], rows=[[Cell(text="a"), Cell(text="b")]])
    with pytest.raises(ValueError, match="zip"):
        draw("{% data_table t %}", t=table)


def test_a_masked_value_is_not_in_the_page_at_all():
    html = draw("{% facts rows %}", rows=[Fact(name="Home", value="Masku", masked=True)])
    assert "Masku" not in html
    assert "hidden" in html


def test_a_missing_translation_says_what_to_do_now():
    html = draw(
        '{% two_languages rows first="fi" second="ar" second_dir="rtl" %}',
        rows=[Pair(first="A"), Pair(first="B", second="ب")],
    )
    assert html.count("pair-missing") == 1
    assert "Have the interpreter say it now." in html
    assert 'lang="ar" dir="rtl"' in html


def test_an_action_that_changes_things_posts_with_a_token():
    html = draw("{% post_action a %}", a=Action(label="Undo", url="/undo/", post=True), csrf_token="T0KEN")
    assert '<form class="inline-form" method="post" action="/undo/">' in html
    assert 'name="csrfmiddlewaretoken" value="T0KEN"' in html


def test_the_place_of_the_toast_is_there_before_the_toast():
    assert 'role="status"' in draw("{% toast t %}", t=None)
    html = draw("{% toast t %}", t=Toast(text="Cancelled", undo_url="/undo/"), csrf_token="T")
    assert "Cancelled" in html
    assert "Undo" in html


def test_icons_are_passed_over_by_screen_readers_and_turned_when_they_point():
    assert 'aria-hidden="true"' in draw('{% icon "arrow" %}')
    assert "icon-flip" in draw('{% icon "arrow" %}')
    assert "icon-flip" not in draw('{% icon "clock" %}')


def test_an_icon_nobody_drew_is_an_error():
    with pytest.raises(KeyError):
        draw('{% icon "unicorn" %}')


def test_a_form_saved_as_typed_brings_its_words_along():
    html = draw('<form {% draft_attrs "/draft/" %}>')
    assert 'data-draft-url="/draft/"' in html
    assert 'data-saved-text="Saved at {time}"' in html


def test_a_script_is_a_module_of_our_own():
    assert (
        draw('{% script "autosave" %}')
        == '<script type="module" src="/static/parts/js/autosave.js"></script>'
    )


def test_htmx_is_the_fourth_and_needs_no_inline_script():
    html = draw('{% include "parts/htmx.html" %}')
    assert "htmx-4" in html
    assert re.search(r"<script[^>]*>\s*</script>", html)


def test_a_label_borrowed_from_another_language_says_which_it_is():
    class Worded(forms.Form):
        name = forms.CharField(
            label=translation.gettext_lazy("Name"),
            error_messages={"required": translation.gettext_lazy("Write the note first.")},
        )

    # given a language in which the words of the form are not written
    with translation.override("so"):
        form = Worded({})
        html = str(field(form["name"])) + str(error_summary(form))
        borrowed = translation.gettext("Name")
    # then label and mistake say whose words they are, beside the field and in the summary
    assert re.search(rf'<label [^>]*><span lang="(en|fi)" dir="ltr">{borrowed}</span>', html)
    assert html.count('<span lang="') >= 3
    # and on a page in their own language nothing is marked
    with translation.override("fi"):
        assert "<span lang=" not in str(field(Worded()["name"]))


def test_an_option_borrowed_from_another_language_says_which_it_is():
    class Worded(forms.Form):
        reason = forms.ChoiceField(
            choices=[("", translation.gettext_lazy("Name")), ("a & b", "Kerttulan <koulu>")], initial="a & b"
        )

    # given a language in which the words of one option are not written
    with translation.override("so"):
        html = str(field(Worded()["reason"]))
        borrowed = translation.gettext("Name")
    # then that option says whose words they are; what is nobody's message stands as it is
    assert re.search(rf'<option value="" lang="(en|fi)" dir="ltr">{borrowed}</option>', html)
    assert '<option value="a &amp; b" selected>Kerttulan &lt;koulu&gt;</option>' in html
    # and on a page in their own language nothing is marked
    with translation.override("fi"):
        assert "lang=" not in str(field(Worded()["reason"]))
