"""A form that shows every kind of field; it goes nowhere."""

from typing import ClassVar

from django import forms

LEVELS = [("none", "Ei vielä"), ("a1", "A1"), ("a2", "A2"), ("b1", "B1"), ("b2", "B2+")]
CHANNELS = [("visit", "Käynti"), ("phone", "Puhelin"), ("email", "Sähköposti"), ("video", "Video")]
LANGUAGES = [
    ("", ""),
    ("ar", "arabia"),
    ("prs", "dari"),
    ("kmr", "kurdi, kurmandži"),
    ("ckb", "kurdi, sorani"),
]
OWN_NAMES = {"ar": "العربية", "prs": "دری", "kmr": "Kurdî", "ckb": "کوردی"}
TOPICS = [("kela", "Kela ja etuudet"), ("letter", "Kirje tai päätös selitetty"), ("home", "Asuminen")]
DAYS = [("mo", "ma"), ("tu", "ti"), ("we", "ke"), ("th", "to"), ("fr", "pe")]


class NamedSelect(forms.Select):
    """A list whose options carry the language's own name as their second text."""

    more: ClassVar[dict[str, str]] = OWN_NAMES

    def create_option(self, *args: object, **kwargs: object) -> dict[str, object]:
        """Add the own name to an option."""
        option: dict[str, object] = super().create_option(*args, **kwargs)  # type: ignore[arg-type]
        own = self.more.get(str(option["value"]))
        if own and isinstance(option["attrs"], dict):
            option["attrs"]["data-more"] = own
        return option


class SampleForm(forms.Form):
    """One field of every kind, with the mistakes of picture l when it is bound to the sample data."""

    birth = forms.CharField(label="Syntymäaika", help_text="esimerkiksi 14.2.1994")
    level = forms.ChoiceField(label="Puhuminen", choices=LEVELS, widget=forms.RadioSelect)
    channel = forms.ChoiceField(label="Tapa", choices=CHANNELS, widget=forms.RadioSelect)
    language = forms.ChoiceField(label="Tulkkauskieli", choices=LANGUAGES, widget=NamedSelect)
    topics = forms.MultipleChoiceField(
        label="Aiheet, enintään kolme",
        choices=TOPICS,
        required=False,
        widget=forms.SelectMultiple(
            attrs={"data-limit": "3", "data-limit-text": "Valitse enintään kolme aihetta."}
        ),
    )
    days = forms.MultipleChoiceField(
        label="Milloin hän pystyy opiskelemaan?",
        choices=DAYS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    words = forms.CharField(
        label="Mitä hän haluaa osata suomeksi?",
        help_text="Kirjoita asiakkaan sanoin. Asiakas näkee tämän.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    consent = forms.BooleanField(label="Asiakas antoi suostumuksen yhteydenottoon", required=False)

    def clean_birth(self) -> str:
        """Refuse the sample's month 14 the way ui.md 7 says it."""
        value: str = self.cleaned_data["birth"]
        if value.split(".")[1:2] == ["14"]:
            raise forms.ValidationError("Kuukausi 14 ei kelpaa. Kirjoita ensin päivä.")
        return value


SAMPLE = {
    "birth": "2.14.1994",
    "level": "a1",
    "channel": "visit",
    "language": "",
    "topics": ["kela"],
    "days": ["tu", "we"],
    "words": "Haluan puhua neuvolassa ja päiväkodissa itse.",
}
