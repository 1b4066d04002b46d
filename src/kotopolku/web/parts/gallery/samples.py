"""Invented people and dates for the gallery. The answers show how to say things, not what the law says."""

from datetime import date, timedelta

from kotopolku.web.parts.badges import clock_badge
from kotopolku.web.parts.shapes import (
    Action,
    Answer,
    Cell,
    Citation,
    ClockBadge,
    ClockKind,
    ClockRow,
    Column,
    Crumb,
    EntryKind,
    Fact,
    FindingCard,
    Ground,
    GroundMark,
    Language,
    NavItem,
    Opened,
    Page,
    Pair,
    PathStep,
    StepState,
    Table,
    TimelineEntry,
    Toast,
    Told,
    UserBox,
)

ON = date(2026, 11, 24)
HERE = "#main"

NAV = [
    NavItem(label="Tänään", url=HERE, icon="tick", count=4, current=True),
    NavItem(label="Asiakkaat", url=HERE, icon="people"),
    NavItem(label="Neuvonta", url=HERE, icon="speech", count=4),
    NavItem(label="Ajat", url=HERE, icon="calendar"),
    NavItem(label="Ryhmät", url=HERE, icon="group"),
    NavItem(label="Siirrot", url=HERE, icon="arrows", count=2),
    NavItem(label="Kirjeet", url=HERE, icon="envelope"),
    NavItem(label="Palvelut", url=HERE, icon="book", secondary=True),
    NavItem(label="Ohje", url=HERE, icon="question", secondary=True),
]
USER = UserBox(name="Aino Kettunen", organisation="Kotoutumispalvelut, Raisio")
CRUMBS = [Crumb(label="Asiakkaat", url=HERE), Crumb(label="Rana Al-Khatib", url=HERE)]


def cite(text: str) -> Citation:
    """Return a citation that leads nowhere further than this page."""
    return Citation(text=text, url=HERE)


OPEN_FINDING = FindingCard(
    answer=Answer.YES,
    question="Onko palvelutarpeen arviointi tehtävä?",
    sentence="Kyllä, arviointi on tehtävä",
    citation=cite("KotoL 14 § 1 mom."),
    grounds=[
        Ground(
            statement="Hänellä on voimassa oleva oleskelulupa.",
            detail="Lupa 12.3.2025–11.3.2027. Lähde: Migri, tallensi A. Kettunen 17.11.2026",
            citation=cite("2 § 1 mom."),
        ),
        Ground(
            statement="Ensimmäisestä luvasta on enintään kolme vuotta.",
            detail="Myönnetty 12.3.2025. Kolme vuotta täyttyy 12.3.2028, päivä mukaan luettuna.",
            citation=cite("14 § 1 mom."),
        ),
        Ground(
            statement="Työnhaku ei ole voimassa.",
            detail="Ei kirjattu.",
            mark=GroundMark.UNKNOWN,
            citation=cite("3 § 1 mom."),
        ),
    ],
    computed="Laskettu 24.11.2026 klo 10.20",
    rule_url=HERE,
    correct_url=HERE,
)
FOLDED = [
    FindingCard(
        answer=Answer.YES,
        question="Onko arviointi tehtävä?",
        sentence="Kyllä, arviointi on tehtävä",
        because="Perusteet näkyvät ennen kuin niitä kysytään.",
        citation=cite("14 § 1 mom."),
        grounds=OPEN_FINDING.grounds,
        rule_url=HERE,
    ),
    FindingCard(
        answer=Answer.NO,
        question="Kuuluuko asia työvoimaviranomaiselle?",
        sentence="Ei, vastuussa on kotikunta",
        because="Työnhaku ei ole voimassa.",
        citation=cite("3 § 1 mom."),
        grounds=[Ground(statement="Työnhaku ei ole voimassa.", mark=GroundMark.FAILS)],
    ),
    FindingCard(
        answer=Answer.JUDGE,
        question="Tarvitaanko hyvinvointialue mukaan?",
        sentence="Sinä ratkaiset ja perustelet",
        because="Perustelu, nimi ja päivä tallentuvat.",
        citation=cite("14 § 4 mom."),
        actions=[Action(label="Ratkaise", url=HERE)],
    ),
    FindingCard(
        answer=Answer.MISSING,
        question="Alkoiko korvausaika?",
        sentence="Kotikunnan rekisteröintipäivä puuttuu",
        because="Puuttuu: kotikunnan rekisteröintipäivä.",
        citation=cite("61 §"),
        actions=[Action(label="Lisää tieto", url=HERE)],
    ),
    FindingCard(
        answer=Answer.OPEN,
        question="Jatkuuko oikeus muuton jälkeen?",
        sentence="Laki ei sano, kumpi kunta vastaa",
        because="Avoin kohta: muutto kesken arvioinnin.",
        citation=cite("14 §"),
        asked_of="alueen koordinaattori tai ministeriön neuvonta",
    ),
    FindingCard(
        answer=Answer.NOT_APPLICABLE, question="Jatkoaika?", sentence="", because="Suunnitelmaa ei ole vielä."
    ),
]


def badge(kind: ClockKind, days: int, **extra: object) -> ClockBadge:
    """Return a badge due in `days` days from the sample day, begun three weeks ago."""
    return clock_badge(
        kind=kind,
        due_on=ON + timedelta(days=days),
        on=ON,
        started_on=ON - timedelta(days=21),
        **extra,  # type: ignore[arg-type]
    )


LAW, TARGET = ClockKind.LAW, ClockKind.TARGET
CLOCKS = [
    ("kulkee", badge(LAW, 474), badge(TARGET, 6)),
    ("pian", badge(LAW, 3), badge(TARGET, 0)),
    ("myöhässä", badge(LAW, -3), badge(TARGET, -4)),
    ("tehty", badge(LAW, 3, met_on=ON - timedelta(days=7)), badge(TARGET, 3, met_on=ON - timedelta(days=6))),
    ("tauolla", badge(LAW, 90, paused_on=date(2026, 10, 1), reason="vanhempainvapaa"), None),
]
CLOCK_ROWS = [
    ClockRow(name="Arvioinnin aloitus", badge=badge(TARGET, 6), source="laki: viipymättä. Tavoite: 14 pv"),
    ClockRow(
        name="Suunnitelma viimeistään", badge=badge(LAW, 474), source="laki", citation=cite("20 § 3 mom.")
    ),
    ClockRow(
        name="Luvan voimassaolo", badge=badge(ClockKind.FACT, 107), source="tieto Migriltä, ei laske mitään"
    ),
]
PATH = [
    PathStep(name="Yhteydenotto", state=StepState.DONE, when="16.11.2026, Varha"),
    PathStep(name="Arviointi", state=StepState.NOW, when="aika ke 25.11. klo 10"),
    PathStep(name="Suunnitelma", state=StepState.AHEAD, when="viipymättä arvioinnista"),
    PathStep(name="Palvelut ja tarkistukset", state=StepState.AHEAD, when="vähintään 6 kk välein"),
    PathStep(name="Päättyminen", state=StepState.AHEAD),
]
EVENTS = [
    TimelineEntry(
        when="17.11.",
        year=2026,
        act="Yhteydenotto otettiin käsittelyyn.",
        kind=EntryKind.ACT,
        sentence="Lähettäjä sai kuittauksen.",
        meta="Aino Kettunen",
        citation=cite("9 § 2 mom."),
    ),
    TimelineEntry(
        when="12.10.", year=2026, act="Neuvontakäynti,", sentence="kirje selitetty.", meta="Samir Haddad"
    ),
    TimelineEntry(
        when="1.12.", year=2025, act="Kirje lähetetty", kind=EntryKind.DOCUMENT, sentence="arabiaksi."
    ),
]
TABLE = Table(
    caption="Asiakkaat",
    columns=[
        Column(label="Nimi", sort_url=HERE, sort="ascending"),
        Column(label="Kieli"),
        Column(label="Odottanut", numeric=True),
    ],
    rows=[
        [Cell(text="Farid Ahmadi", url=HERE), Cell(text="dari"), Cell(text="50 pv")],
        [Cell(text="Arta Krasniqi", url=HERE, protected=True), Cell(text="albania"), Cell(text="14 pv")],
        [Cell(text="nimi peitetty", masked=True), Cell(text="arabia"), Cell(text="9 pv")],
    ],
    totals=[Cell(text="Yhteensä"), Cell(text=""), Cell(text="73 pv")],
    page=Page(shown="Rivit 1–25 / 212", next_url=HERE),
)
FACTS = [
    Fact(name="Kotikunta", masked=True),
    Fact(name="Äidinkieli", value="arabia", more="(Levantti)"),
    Fact(name="Nimi", value="رنا الخطيب", lang="ar", dir="rtl"),
]
PAIRS = [
    Pair(first="Tavoitteeni", second="هدفي", heading=True),
    Pair(
        first="Työ lastenhoitajana",
        second="العمل مربية أطفال",
        first_more="päiväkodissa",
        second_more="في روضة",
    ),
    Pair(
        first="Mentoritoiminta",
        first_more="kerran kuussa",
        missing="Luettelon teksti on kääntäjällä. Tulkkaa nyt.",
    ),
]
TOLD = [
    Told(field="aims", what="Mihin palveluilla pyritään", ticked=True, how="10.08 arabiaksi. Ymmärsi."),
    Told(field="binding", what="Suunnitelma sitoo", text_url=HERE, text_label="Näytä teksti arabiaksi"),
]
TOAST = Toast(text="Aika peruttu", undo_url=HERE)
OPENED = Opened(until="klo 10.35", reason="kirjeen lähetys", mask_url=HERE)
ACTIONS = {
    "search": Action(label="Katso tulossa olevat", url=HERE),
    "primary": Action(label="Kirjaa neuvonta", url=HERE, kind="primary", icon="speech", key="N"),
    "new": Action(label="Uusi asiakas", url=HERE, icon="plus"),
}


def language_links(rows: list[tuple[str, str, str]], *, current: str) -> list[Language]:
    """Return the language list from (code, own name, direction), all leading back to this page."""
    return [
        Language(code=code, own_name=name, dir=way, url=HERE, current=code == current)
        for code, name, way in rows
    ]
