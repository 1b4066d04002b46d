"""Kielen päättely: the language of a message where its words leave no doubt, else "" (not known).

A wrong language sends a question to the wrong adviser and an answer that is not understood, so that doubt is answered
by silence: too few words, two languages in one message, Persian or Dari, a language we do not know.
"""

import re
from collections import Counter

# Small words that stand in nearly every message of a language. A word of two languages counts for both.
_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "fi": "ja on ei että mutta minä olen kun jos niin tai minun mitä missä voin voinko kiitos hei haluan tarvitsen "
        "ovat myös se tämä oma asti sitten kuinka miten",
        "sv": "och är inte jag att det som har för med min mitt men vill kan jag tack hej när hur vad ett från också",
        "en": "and the is not i to of my you for have with this that please thank what how when can need are hello",
        "et": "ja ei et aga mina olen kui või minu mida kus saan tere aitäh soovin vajan on see oma ka kuidas millal",
        "so": "waa iyo oo ka ku in aan ma waxaan ayaa u soo wax sida haa maya mahadsanid qof iga fadlan baan isku",
        "sq": "dhe është nuk unë të në për me një që si kam jam mund faleminderit përshëndetje ku kur çfarë nga jo",
        "tr": "ve bir bu için ben benim değil ne nasıl var yok mi mı ile ama çok teşekkür merhaba istiyorum lütfen",
        "kmr": "û ez li ji bi di ku ev min jî ne bo spas dixwazim çi çawa heye nîne tu ew dikarim re da merheba",
        "de": "und ich ist nicht das der die zu ein mit für bitte danke habe wie wann kann auf sie es von",
        "fr": "et je est pas le la les de un une pour avec merci bonjour que qui comment quand suis mon ma",
        "es": "y el la los de que en un una por con no es para gracias hola como cuando puedo soy mi necesito",
        "uk": "і та що не я на це в у до як для мені мене чи дякую добрий день можу де коли треба мій моя буде",
        "ru": "и что не я на это в у к как для мне меня ли спасибо здравствуйте могу где когда нужно мой моя есть",
        "ar": "في من على أن هذا هل أنا لا ما إلى عن مع كيف متى شكرا أريد لي كان هذه التي الذي السلام عليكم",
        "ckb": "و لە بۆ من کە ئەم بە ئایا چۆن کەی سوپاس دەتوانم نییە هەیە لەگەڵ ئێمە منیش دەمەوێت",
        "fa": "و در من به که از این را است می با برای چگونه کی سلام تشکر ممنون هستم دارم",
    }.items()
}
_UNDECIDED = frozenset({"fa"})
"""Persian and Dari are written alike: which of them it is, is asked."""

_NEVER = {
    "uk": "ыэъё",
    "ru": "іїєґў",
    "ar": "پچژگڤڕڵۆێ",
    "en": "äöåõêîûşğı",
    "fi": "åõüşç",
    "sv": "õüşç",
    "et": "åşç",
}
"""Letters that a language has not: words that begin alike do not decide against them."""

_FEWEST, _FEWEST_DIFFERENT, _TIMES_THE_NEXT = 5, 4, 2
_WORD = re.compile(r"[^\W\d_]+")


def certain_language(text: str) -> str:
    """Return the code of the text's language, or "" where there is any doubt."""
    lower = text.lower()
    words = Counter(_WORD.findall(lower))
    hits = {code: {word: words[word] for word in known if word in words} for code, known in _WORDS.items()}
    totals = Counter({code: sum(found.values()) for code, found in hits.items()})
    (first, most), (_second, next_most) = totals.most_common(2)
    if most < _FEWEST or len(hits[first]) < _FEWEST_DIFFERENT or most < next_most * _TIMES_THE_NEXT:
        return ""
    if first in _UNDECIDED or any(letter in lower for letter in _NEVER.get(first, "")):
        return ""
    return "" if most * 8 < words.total() else first
