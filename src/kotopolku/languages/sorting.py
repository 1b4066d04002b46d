"""Aakkosjärjestys: Finnish order for Python and PostgreSQL, and names folded for search.

PostgreSQL without ICU has no Finnish collation, so the order is an expression that can be indexed and is the
same on every server: letters in small, å ä ö after z, other accented letters with their plain ones.
"""

import re
import unicodedata
from typing import Any

from django.db.models import F, Func, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Collate, Lower

# ü is sorted as y and õ as o in Finnish; æ and ø stand with ä and ö. One letter for one, as `translate` needs
# it.
_FROM = "åäæöøõüáàâãéèêëíìîïóòôúùûýÿçćčñńšśşžźżđðłğ"
_TO = "{||}}oyaaaaeeeeiiiiooouuuyycccnnssszzzddlg"
_FINNISH = str.maketrans(_FROM, _TO)

# The same expression in SQL, for an index: FINNISH_ORDER_SQL.format(column="family_name").
_IN_FORMAT = _TO.replace("{", "{{").replace("}", "}}")
FINNISH_ORDER_SQL = f"(translate(lower({{column}}), '{_FROM}', '{_IN_FORMAT}') COLLATE \"C\")"


def _letters(table: str) -> dict[int, str]:
    """Read "ц=ts ъ=" as a table for `str.translate`."""
    return str.maketrans(dict(pair.split("=") for pair in table.split()))


_CYRILLIC = str.maketrans("абвгдезийклмнопрстуфхыэіїґўјђ", "abvgdeziiklmnoprstufhieiiguid") | _letters(
    "ё=e ж=z ц=ts ч=ch ш=s щ=sch ъ= ь= ю=iu я=ia є=ie љ=li њ=ni ћ=ch џ=d"
)
_SPECIAL = _letters("ß=ss æ=a ø=o œ=o ł=l đ=d ð=d þ=t ı=i ə=a ŋ=n ς=σ")
# Arabic script keeps its own letters, but one letter has one code: Arabic and Persian keyboards differ.
_ARABIC = str.maketrans("يىئكةەھأإآٱؤ", "یییکهههااااو", "ـ\u200c\u200d\u200e\u200f")
_H_AFTER_S = re.compile("([sz])h")
_ONE_LETTER = str.maketrans("owyjq", "uviik")
_APOSTROPHES = re.compile("['’ʼ‘`´ʻ]")
_WORD = re.compile(r"[^\W_]+")
_DOUBLE = re.compile(r"([^\W\d_])\1+")


def finnish_key(text: str) -> str:
    """Return the key by which Finnish names sort: aalto, Oja, Virta, Zeta, Åberg, Ämmälä, Öhman.

    Compare keys of this function only with each other; PostgreSQL's `finnish_order` gives the same order.
    """
    return text.lower().translate(_FINNISH)


def finnish_order(field: str | Combinable) -> Collate:
    """Return the expression to put into `order_by` for a text field, named or as an expression."""
    expression: Any = F(field) if isinstance(field, str) else field
    return Collate(
        Func(Lower(expression), Value(_FROM), Value(_TO), function="translate", output_field=TextField()), "C"
    )


def fold_name(text: str) -> list[str]:
    """Fold a name into search words: no capitals, no marks, one letter for one sound, in the order written.

    Stored words and typed words are folded alike and compared by their beginnings, so what is typed so far
    always folds to the beginning of the folded whole. Muhammad, Muhamad and Мухаммад become one word; o and
    u, w and v, y, j and i are one letter; sh is s. Hyphens part words, apostrophes do not. Arabic script
    stays Arabic (`sound_of`). A name without letters or figures gives [].
    """
    # Marks go first: a letter that is written as another one raised or joined is that letter for the tables below.
    joined = _APOSTROPHES.sub("", text)  # one of them comes apart into a space and a mark
    whole = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", joined).lower())
    plain = _APOSTROPHES.sub("", "".join(letter for letter in whole if not unicodedata.combining(letter)))
    plain = plain.translate(_CYRILLIC).translate(_ARABIC).translate(_SPECIAL)
    return [_fold_word(word) for word in _WORD.findall(plain)]


def _fold_word(word: str) -> str:
    return _DOUBLE.sub(r"\1", _H_AFTER_S.sub(r"\1", _DOUBLE.sub(r"\1", word.translate(_ONE_LETTER))))


_ARABIC_CONSONANTS = str.maketrans(
    "بپتثجحخدذرزژسشصضطظعغفڤقکگلمنهویاڕڵۆێ", "bptsdhhddrzzsssdttagfvkkglmnhuiarlui"
) | _letters("چ=ts ء=")
_VOWELS = re.compile("[aeiu]")
_ONE_SOUND = (("kh", "h"), ("ph", "f"), ("sch", "s"), ("ch", "s"), ("ts", "s"))


def sound_of(text: str) -> list[str]:
    """Return the consonants of each word of a name: the same for Mohamed, Muhammad, Мохаммед and محمد.

    For the question "is this person here already?" only: it finds too much rather than too little, and a
    person looks at what it finds. A word of vowels alone keeps its first letter.
    """
    return [_sound_of_word(word) for word in fold_name(text)]


def _sound_of_word(word: str) -> str:
    latin = word.translate(_ARABIC_CONSONANTS)
    for sound, letter in _ONE_SOUND:
        latin = latin.replace(sound, letter)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", latin)) or word[:1]
