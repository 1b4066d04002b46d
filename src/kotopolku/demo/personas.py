"""The people who fall between: each persona by name, so that demo and tests can find them."""

from collections.abc import Iterator
from datetime import date

from kotopolku.demo.lives import Life

ADULT = (("learn_finnish", "Puhun suomea arjessa"), ("working_life_readiness", ""), ("employment", ""))
SCHOOL = (("upper_secondary_qualification", "Ammatti sähköalalta"), ("learn_finnish", ""))


def personas(on: date) -> Iterator[Life]:
    """Yield the personas as they stand on the day of the demo."""
    yield from _families(on)
    yield from _households(on)
    yield from _between(on)
    yield from _young_and_old(on)
    yield from _protected(on)
    yield from _names(on)
    yield from _inbox(on)


def _years(on: date, years: int, *, month: int = 5, day: int = 17) -> date:
    return date(on.year - years, month, day)


# Each persona reads best as one block.
# fmt: off
def _families(on: date) -> Iterator[Life]:
    yield Life(
        persona="mother_on_home_care_allowance", given="Huda", family="Mansour", own_script="هدى منصور",
        language="ar", dialect="Levantti", country="SY", municipality="raisio", born=_years(on, 29),
        basis="family_tie", granted=610, valid=-120, registered=580, home_care=300, contact="authority",
        sender="Varha, neuvola", arrived=9,
        message="Äiti on kotona kahden lapsen kanssa eikä ole missään palvelussa.", stage="case",
    )
    yield Life(
        persona="spouse_without_benefits", given="Priya", family="Fernandes", language="en", country="IN",
        municipality="naantali", born=_years(on, 31), basis="family_tie", granted=210, registered=190,
        interpreter=False, contact="own_request", arrived=6, stage="case",
        message="Puolisoni on töissä. Haluan oppia suomea.",
    )
    yield Life(
        persona="mother_who_does_not_read", given="Nimco", family="Jama Farah", language="so", country="SO",
        municipality="raisio", born=_years(on, 41), basis="family_tie", granted=820, valid=-300, registered=800,
        home_care=500, writes=False, assessed=150, planned=140, arrived=170, stage="plan", goals=ADULT,
        services=("literacy_training", "civic_orientation", "guidance"),
        long_goal="Arjen asiat suomeksi ilman tulkkia",
    )
    yield Life(
        persona="illiterate_in_wrong_course", given="Zohra", family="Haidari", own_script="زهره حیدری",
        language="prs", country="AF", municipality="masku", born=_years(on, 36), basis="refugee_status",
        granted=400, registered=380, writes=False, county=True, assessed=80, planned=70, arrived=100,
        stage="plan", goals=ADULT, services=("literacy_training", "health_or_social_service"),
    )


def _households(on: date) -> Iterator[Life]:
    """A household over two registers: the father, a son who moves out, and an uncle in the next municipality."""
    for persona, given, own, years, place in (
        ("household_father", "Bashir", "بشير", 47, "raisio"),
        ("household_son", "Karim", "كريم", 20, "raisio"),
        ("household_uncle", "Nabil", "نبيل", 51, "naantali"),
    ):
        yield Life(
            persona=persona, given=given, family="Haddad Saab", own_script=f"{own} حداد", language="ar",
            country="SY", municipality=place, born=_years(on, years), basis="subsidiary_protection", granted=300,
            registered=280, arrived=18, contact="own_request", stage="case",
        )


def _between(on: date) -> Iterator[Life]:
    yield Life(
        persona="jobseeker_who_fell_ill", given="Taras", family="Shevchuk", own_script="Тарас Шевчук",
        language="uk", country="UA", municipality="raisio", born=_years(on, 38),
        basis="temporary_protection_110", granted=700, registered=330, jobseeker=20, unemployed=20, assessed=200,
        planned=190, arrived=230, stage="plan", goals=ADULT, reviews=(60,),
    )
    yield Life(
        persona="temporary_protection_new_home", given="Oksana", family="Kovalenko",
        own_script="Оксана Коваленко", language="uk", country="UA", municipality="rusko", born=_years(on, 34),
        basis="temporary_protection_110", granted=450, valid=-100, registered=4, contact="authority",
        sender="Kela", arrived=3, stage="case",
    )
    yield Life(
        persona="family_moving_to_turku", given="Roya", family="Moradi", own_script="رویا مرادی", language="fa",
        country="IR", municipality="rusko", born=_years(on, 33), granted=640, registered=600, assessed=170,
        planned=160, arrived=200, stage="plan", goals=ADULT, judged=True,
        facts={"move.to_other_municipality_on": -9, "move.consent_to_contact": True},
    )
    yield Life(
        persona="trafficking_victim_after_three_years", given="Siriporn", family="Boonmee",
        own_script="ศิริพร บุญมี", language="th", country="TH", municipality="raisio", born=_years(on, 30),
        basis="aliens_act_52a_2", granted=1290, valid=-200, assistance=40,
        facts={"trafficking.first_reached_on": 12}, contact="authority",
        sender="Ihmiskaupan uhrien auttamisjärjestelmä", arrived=12, stage="case",
    )
    yield Life(
        persona="rare_language_speaker", given="Ratana", family="Chaiyasit", own_script="รัตนา ชัยสิทธิ์",
        language="th", country="TH", municipality="mynamaki", born=_years(on, 44), granted=350, registered=340,
        home_care=100, assessed=45, planned=38, arrived=70, stage="plan", goals=ADULT, referred=False,
    )
    yield Life(
        persona="need_not_judged", given="Vlora", family="Gashi", language="sq", country="XK",
        municipality="raisio", born=_years(on, 27), granted=150, registered=140, contact="own_request",
        arrived=2, stage="case", message="Pyydän arviointia. Haluan töihin leipomoon.",
    )
    yield Life(
        persona="window_about_to_close", given="Besnik", family="Hoxha", language="sq", country="AL",
        municipality="naantali", born=_years(on, 47), granted=1075, registered=1060, home_care=200, arrived=40,
        contact="tip", stage="draft", assessed=5,
    )
    yield Life(
        persona="facts_missing", given="Mai", family="Phạm", language="vi", country="VN", municipality="masku",
        born=None, has_code=False, granted=None, contact="tip", arrived=8, stage="case",
    )


def _young_and_old(on: date) -> Iterator[Life]:
    yield Life(
        persona="elderly_family_member", given="Larisa", family="Sokolova", own_script="Лариса Соколова",
        language="ru", country="UA", municipality="naantali", born=_years(on, 72),
        basis="temporary_protection_110", granted=500, registered=130, assessed=60, planned=55, arrived=90,
        stage="plan", services=("guidance", "association_activity"),
        goals=(("learn_finnish", "Arjen suomea"),), deviation="On 72-vuotias eikä hae työtä.",
        long_goal="Arjen asiat suomeksi ilman tulkkia",
    )
    yield Life(
        persona="between_school_and_work", given="Ramin", family="Rahimi", own_script="رامین رحیمی",
        language="prs", country="AF", municipality="raisio", born=_years(on, 19), basis="subsidiary_protection",
        granted=540, registered=520, assessed=90, planned=80, arrived=120, stage="plan", goals=SCHOOL,
        facts={"residence.unaccompanied_minor_on_arrival": True}, services=("adult_basic_education", "guidance"),
    )
    yield Life(
        persona="review_overdue", given="Hiwa", family="Barznji", own_script="هیوا بەرزنجی", language="ckb",
        country="IQ", municipality="mynamaki", born=_years(on, 35), basis="subsidiary_protection", granted=560,
        registered=540, assessed=200, planned=192, arrived=230, stage="plan", goals=ADULT,
    )
    yield Life(
        persona="plan_near_one_year", given="Elif", family="Aydın", language="tr", country="TR",
        municipality="masku", born=_years(on, 37), granted=700, registered=690, home_care=420, assessed=360,
        planned=352, arrived=390, stage="plan", goals=ADULT, reviews=(190, 20),
    )
    yield Life(
        persona="assessed_without_plan", given="Kadri", family="Põder", language="et", country="EE",
        municipality="naantali", born=_years(on, 40), kind="eu_registration", basis=None, granted=260,
        valid=None, registered=255, home_care=120, interpreter=True, arrived=50, assessed=16, stage="assessed",
    )
    yield Life(
        persona="eu_citizen_with_services", given="Rein", family="Kask", language="et", country="EE",
        municipality="raisio", born=_years(on, 52), kind="eu_registration", basis=None, granted=330, valid=None,
        registered=330, judged=True, arrived=60, assessed=30, outcome="guided_to_service", stage="assessed",
    )


def _protected(on: date) -> Iterator[Life]:
    for given, own, years in (("Rana", "رنا", 32), ("Yasin", "ياسين", 12), ("Noor", "نور", 8)):
        adult = years > 18
        yield Life(
            persona="non_disclosure_mother" if adult else f"non_disclosure_child_{given.lower()}", given=given,
            family="Al-Jabiri", own_script=f"{own} الجابري", language="ar", dialect="Irak", country="IQ",
            municipality="rusko", born=_years(on, years), basis="refugee_status", granted=420, registered=400,
            non_disclosure=True, county=adult, contact="authority", sender="Varha, aikuissosiaalityö",
            arrived=25, stage="draft" if adult else "case", assessed=4,
        )
    for given, own in (("Samira", "سميرة"), ("Tariq", "طارق")):
        yield Life(
            persona=f"must_not_meet_{given.lower()}", given=given, family="Saleh", own_script=f"{own} صالح",
            language="ar", country="SY", municipality="raisio", born=_years(on, 39),
            basis="subsidiary_protection", granted=480, registered=470, assessed=110, planned=100, arrived=140,
            stage="plan", goals=ADULT,
        )


def _names(on: date) -> Iterator[Life]:
    for number, (given, family, own) in enumerate(
        (("Mohamed", "Nuur", ""), ("Muhammad", "Noor", "محمد نور"), ("Maxamed", "Nuur Cali", "")), start=1
    ):
        yield Life(
            persona=f"mohamed_{number}", given=given, family=family, own_script=own,
            language="so" if not own else "ar", country="SO" if not own else "SD",
            municipality=("raisio", "naantali", "masku")[number - 1], born=date(1988, 1, 1),
            basis="subsidiary_protection", granted=300 + 40 * number, registered=290, arrived=33,
            contact="own_request", stage="case", judged=None,
        )
    # The same man registered a second time in the same register: for the coordinator to link.
    yield Life(
        persona="mohamed_again", given="Mohammed", family="Nur", language="so", country="SO", has_code=False,
        municipality="raisio", born=date(1988, 1, 1), basis="subsidiary_protection", granted=340,
        registered=290, jobseeker=40, arrived=12, contact="own_request", stage="case",
    )
    yield Life(
        persona="born_first_of_january", given="Guled", family="Cali Samatar", language="so", country="SO",
        municipality="mynamaki", born=date(1979, 1, 1), basis="refugee_status", granted=390, registered=380,
        arrived=44, assessed=20, stage="assessed",
    )
    yield Life(
        persona="one_name", given="", family="Suryani", language="en", country="ID", municipality="naantali",
        born=_years(on, 28), basis="work", granted=90, registered=80, interpreter=False, arrived=5, stage="case",
    )


def _inbox(on: date) -> Iterator[Life]:
    yield Life(
        given="Shukria", family="Noori", language="prs", municipality="raisio", born=_years(on, 26),
        contact="authority", sender="Varha, neuvola", arrived=1, stage="inbox",
        message="Kotona vauvan kanssa. Haluaa kielikurssille.",
    )
    yield Life(
        given="Agim", family="Berisha", language="sq", municipality="masku", born=_years(on, 33),
        contact="authority", sender="Tuntematon virasto", verified=False, arrived=4, stage="inbox",
        message="Tarvitsee palveluja pian.",
    )
    yield Life(
        given="Daryna", family="Lysenko", language="uk", municipality="naantali", born=_years(on, 24),
        contact="own_request", arrived=0, stage="inbox",
        message="Pyydän arviointia. Minulla on ammattitutkinto.",
    )
    yield Life(
        given="Grace", family="Mensah", language="en", municipality="rusko", contact="tip", arrived=6,
        stage="inbox", message="Naapuri kertoi, että perhe on muuttanut juuri.",
    )
