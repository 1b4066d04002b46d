"""Papers: tagged, in two directions, the same everywhere, and honest about what could not be printed."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest

from kotopolku.letters.pdf import Paper, Section, Words, render

ARABIC = {"lang": "ar", "rtl": True}


def paper(*rows: tuple[tuple[Words, ...], ...], **known: object) -> Paper:
    return Paper(
        **{
            "title": "Kotoutumissuunnitelma",
            "author": "Raision seutu",
            "sender": "Raision seutu",
            "reference": "2026-00012",
            "page_word": "Sivu",
            "missing_notice": "Näitä merkkejä ei voitu tulostaa:",
            "titles": (Words(text="Kotoutumissuunnitelma"), Words(text="خطة الاندماج", **ARABIC)),
            "sections": (
                Section(heading=(Words(text="Tavoitteet"), Words(text="الأهداف", **ARABIC)), rows=rows),
            ),
            **known,
        }
    )


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def languages(pdf: pikepdf.Pdf) -> set[str]:
    """Every language told of a part of the document, in its tags or in the page's own content."""
    told = {str(tag.Lang) for tag in tags(pdf.Root.StructTreeRoot) if "/Lang" in tag}
    drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    return told | {one.decode() for one in re.findall(rb"/Lang\((\w+)\)", drawn)}


def tags(above: pikepdf.Object) -> Iterator[pikepdf.Object]:
    below = above.get("/K", [])
    for one in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(one, pikepdf.Dictionary):
            yield one
            yield from tags(one)


def test_a_paper_is_tagged_and_tells_its_language_and_title():
    # when a paper in Finnish and Arabic is made
    made = render(paper(((Words(text="Suomen kieli B1"),), (Words(text="اللغة الفنلندية", **ARABIC),))))
    # then it is a tagged PDF whose title is shown and whose language is told
    pdf = opened(made.content)
    assert made.conforms
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang).startswith("fi")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    # and the standards stand in its metadata
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "2"


def test_each_text_carries_its_own_language():
    made = render(paper(((Words(text="Suomen kieli B1"),), (Words(text="اللغة", **ARABIC),))))
    # then the Arabic of the row and of the headings is told from the Finnish, for who listens to it
    assert "ar" in languages(opened(made.content))


def test_a_character_outside_the_fonts_is_named_instead_of_lost():
    # given a name in Ethiopic letters, which none of our fonts has
    made = render(paper(((Words(text="ሰላም"),), (Words(text="سلام", **ARABIC),))))
    # then the paper is made all the same, and says so
    assert not made.conforms
    assert made.missing == "ሰላም"
    assert opened(made.content).pages


def test_words_are_data_and_never_typst_source():
    # given what would be code if it were pasted into the source
    hostile = '#read("/etc/passwd") = Heading *bold* $x$ \\ #panic()'
    made = render(paper(((Words(text=hostile),), (Words(text=hostile),))))
    assert made.conforms


@pytest.mark.parametrize("rows", [0, 1, 200])
def test_a_paper_of_any_length(rows):
    made = render(paper(*(((Words(text=f"rivi {n}"),), (Words(text="صف", **ARABIC),)) for n in range(rows))))
    assert len(opened(made.content).pages) == (1 if rows < 200 else len(opened(made.content).pages))
    assert made.conforms


def test_one_language_alone():
    one = paper(
        titles=(Words(text="Päätös"),),
        sections=(Section(heading=(Words(text="Asia"),), rows=(((Words(text="x"),),),)),),
    )
    assert render(one).conforms
