"""Names stand in Finnish order everywhere, and are found however they were spelt."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from kotopolku.languages.sorting import FINNISH_ORDER_SQL, finnish_key, fold_name, sound_of

FINNISH_ORDER = ["aalto", "Oja", "Virta", "Zeta", "Åberg", "Ämmälä", "Öhman"]


def test_the_three_last_letters_come_last_and_capitals_do_not_count() -> None:
    assert sorted(sorted(FINNISH_ORDER), key=finnish_key) == FINNISH_ORDER


def test_an_accented_letter_stands_with_its_plain_one() -> None:
    assert sorted(["Źak", "Žukov", "Özdemir", "Ébert", "Fox"], key=finnish_key) == [
        "Ébert", "Fox", "Źak", "Žukov", "Özdemir",
    ]  # fmt: skip


@pytest.mark.django_db
def test_postgresql_gives_the_same_order() -> None:
    names = [*FINNISH_ORDER, "Ébert", "Øster", "Çelik", "Cox", "Üner", "Yli", "Łukasz", "Шевченко"]
    order = FINNISH_ORDER_SQL.format(column="name")

    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT name FROM unnest(%s::text[]) AS name ORDER BY {order}, name COLLATE "C"', [names]
        )
        found = [row[0] for row in cursor.fetchall()]

    assert found == sorted(names, key=lambda name: (finnish_key(name), name))


@pytest.mark.parametrize(
    "names",
    [
        ("Muhammad", "Muhamad", "Мухаммад", "MUHAMMAD"),
        ("Mohamed", "Mohammed", "Мохамед", "Muhamed"),
        ("Shevchenko", "Шевченко"),
        ("Yusuf", "Jusuf", "Youssouf", "Юсуф"),
        ("Hämäläinen", "Hamalainen"),
        ("Wirtanen", "Virtanen"),
        ("O'Brien", "O’Brien", "O´Brien", "Obrien"),
        ("İlhan", "Ilhan", "ılhan"),
        ("علي", "علی"),
        ("Łukasz", "Lukasz"),
    ],
)
def test_spellings_of_one_name_fold_to_one_word(names: tuple[str, ...]) -> None:
    assert len({tuple(fold_name(name)) for name in names}) == 1


def test_a_hyphen_parts_words_and_their_order_is_kept() -> None:
    assert fold_name("Anna-Liisa  af Hällström") == ["ana", "lisa", "af", "halstrum"]


@pytest.mark.parametrize("empty", ["", "  ", "–", "'"])
def test_a_name_without_letters_has_no_words(empty: str) -> None:
    assert fold_name(empty) == []


def test_figures_are_kept_as_they_are() -> None:
    assert fold_name("111000") == ["111000"]


@pytest.mark.slow
@given(
    st.text(alphabet=st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo")), min_size=1, max_size=12),
    st.data(),
)
def test_what_is_typed_so_far_always_finds_the_whole(name: str, data) -> None:
    whole = fold_name(name)
    typed = fold_name(name[: data.draw(st.integers(min_value=0, max_value=len(name)))])

    assert len(typed) <= len(whole)
    assert all(full.startswith(begun) for begun, full in zip(typed, whole, strict=False))


@pytest.mark.slow
@given(st.text(max_size=30))
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    folded = fold_name(name)

    assert fold_name(" ".join(folded)) == folded


@pytest.mark.parametrize("name", ["Mohamed", "Muhammad", "Mohammed", "Мохаммед", "محمد", "Mahmed"])
def test_the_same_name_sounds_the_same_in_another_spelling_and_script(name: str) -> None:
    assert sound_of(name) == ["mhmd"]


def test_different_names_do_not_all_sound_the_same() -> None:
    assert sound_of("Khalid") == sound_of("Халид") == sound_of("خالد")
    assert sound_of("Khalid") != sound_of("Khalil")
    assert sound_of("Aia") == ["a"]
