"""Lain pykälät 1–50: every section of chapters 1–6, in order, and why some are not software.

Made from the section headings of the consolidated Act (Finlex, state of 2026-08-17). A section without a
reason is implemented: the register finds its rules by their provision.
"""

from kotopolku.law.wording import N_

REPEALED = N_("Repealed by act 1100/2024 from 2025-01-01.")

#: Section, Finnish title, and why it is not software ("" = implemented).
ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "1",
        "Lain tarkoitus",
        N_("States the purpose of the Act; nothing follows from it for one case."),
    ),
    (
        "2",
        "Soveltamisala",
        "",
    ),
    (
        "3",
        "Lain soveltaminen työnhakijaan",
        "",
    ),
    (
        "4",
        "Lain soveltaminen lapseen",
        "",
    ),
    (
        "5",
        "Määritelmät",
        "",
    ),
    (
        "6",
        "Tulkitseminen ja kääntäminen",
        N_("Refers to 26 § of the Administrative Procedure Act, which is implemented in its own place."),
    ),
    (
        "7",
        "Oikeus työttömyysetuuteen ja toimeentulotukeen",
        N_("Refers to other acts on benefits; the deciding authorities apply them."),
    ),
    (
        "8",
        "Kuntien yhteistyö",
        N_("Lets the employment authority do what belongs to the municipality; who does it is recorded."),
    ),
    (
        "9",
        "Yhteydenotto kotoutumista edistävien palveluiden tarpeen arvioimiseksi",
        "",
    ),
    (
        "10",
        "Ohjaus ja neuvonta",
        "",
    ),
    (
        "11",
        "Perustieto suomalaisesta yhteiskunnasta",
        N_("Basic information is given by every authority; a text, not a rule about one case."),
    ),
    (
        "12",
        "Kotoutumista edistävien palveluiden järjestäminen",
        N_("Says who arranges services; the area describes its own arrangement in its programme."),
    ),
    (
        "13",
        "Kunnan kotoutumisohjelman sisältö",
        N_("The content of the programme is checked when the programme is read, not case by case."),
    ),
    (
        "14",
        "Osaamisen ja kotoutumisen palvelutarpeen arviointi",
        "",
    ),
    (
        "15",
        "",
        REPEALED,
    ),
    (
        "16",
        "Kotoutumissuunnitelma",
        "",
    ),
    (
        "17",
        "",
        REPEALED,
    ),
    (
        "18",
        "Kotoutumissuunnitelmassa sovittavat tavoitteet",
        "",
    ),
    (
        "19",
        "Kotoutumissuunnitelman sisältö",
        "",
    ),
    (
        "20",
        "Kotoutumissuunnitelman laatiminen",
        "",
    ),
    (
        "21",
        "",
        REPEALED,
    ),
    (
        "22",
        "Kotoutumissuunnitelman tarkistaminen",
        "",
    ),
    (
        "23",
        "Kotoutumissuunnitelman kesto ja päättyminen",
        "",
    ),
    (
        "24",
        "Kotoutuja-asiakkaan velvollisuus noudattaa kotoutumissuunnitelmaa",
        N_("Duties of the client; effects on benefits are decided by other authorities."),
    ),
    (
        "25",
        "Monikielinen yhteiskuntaorientaatio",
        "",
    ),
    (
        "26",
        "Kotoutumiskoulutuksen sisältö",
        "",
    ),
    (
        "27",
        "Kotoutumiskoulutuksen järjestäminen",
        "",
    ),
    (
        "28",
        "Omaehtoisen opiskelun tukeminen",
        N_("Support of self-motivated study is decided by the employment authority."),
    ),
    (
        "29",
        "Omaehtoisen opiskelun tukemisen yleiset edellytykset",
        N_("General conditions of self-motivated study are decided by the employment authority."),
    ),
    (
        "30",
        "Omaehtoisia opintoja koskevat edellytykset",
        N_("Conditions on the studies themselves are decided by the employment authority."),
    ),
    (
        "31",
        "Omaehtoisten opintojen jatkaminen kotoutumissuunnitelman enimmäiskeston täyttyessä",
        "",
    ),
    (
        "32",
        "Työvoimapalveluiden järjestämisestä annetun lain soveltaminen omaehtoiseen opiskeluun",
        N_("Applies the act on employment services to studies; the employment authority does so."),
    ),
    (
        "32 a",
        "Käyttämättä jätetystä palvelusta perittävä maksu",
        "",
    ),
    (
        "33",
        "Ilman huoltajaa maassa olevan lapsen asumisen järjestäminen",
        N_("The wellbeing services county arranges the housing of a child without guardian."),
    ),
    (
        "34",
        "Alaikäisenä ilman huoltajaa maahan tulleen lapsen ja nuoren tuki",
        N_("The wellbeing services county arranges the support of the child or youth."),
    ),
    (
        "35",
        "Edustajan määrääminen",
        N_("A court appoints the representative of a child."),
    ),
    (
        "36",
        "Edustajatoiminnan ohjaus, suunnittelu ja valvonta",
        N_("The state authority guides and supervises the work of representatives."),
    ),
    (
        "37",
        "Edustajan kelpoisuus ja tehtävät",
        N_("Qualification and tasks of the representative; the court considers them."),
    ),
    (
        "38",
        "Edustajan vapauttaminen tehtävästään ja edustajan tehtävän lakkaaminen",
        N_("A court releases the representative."),
    ),
    (
        "39",
        "Edustajalle maksettava palkkio ja kulut",
        N_("The state authority pays the representative."),
    ),
    (
        "40",
        "Kuntaan ohjaamisen valtakunnallinen suunnittelu ja kehittäminen",
        N_("National planning of referral to municipalities belongs to the state."),
    ),
    (
        "41",
        "Kuntaan ohjaamisen alueellinen suunnittelu, kehittäminen ja toimeenpano",
        N_("Regional planning of referral to municipalities belongs to the state."),
    ),
    (
        "42",
        "Sopimus kuntaan ohjaamisesta ja kotoutumisen edistämisestä",
        "",
    ),
    (
        "43",
        "Kuntaan ohjaaminen",
        N_("The state authority refers a person to a municipal place, case by case."),
    ),
    (
        "44",
        "Kunnan kuntapaikalle ohjattavan vastaanottoon liittyvät tehtävät",
        N_("Reception in the municipality is practical work; it is recorded as tasks."),
    ),
    (
        "45",
        "Kotoutumisen edistämisen suunnittelu ja kehittäminen kunnassa",
        N_("Planning and development in the municipality; the programme document serves it."),
    ),
    (
        "46",
        "Kunnan kotoutumista edistävien palveluiden järjestäminen",
        N_("Extent and quality of services; the programme document serves it."),
    ),
    (
        "47",
        "Kotoutumista edistävien palveluiden yhteensovittaminen",
        N_("Fitting services together is cooperation; the programme document serves it."),
    ),
    (
        "48",
        "",
        REPEALED,
    ),
    (
        "49",
        "Kotoutumisen edistämisen huomioiminen hyvinvointialueen toiminnan suunnittelussa ja kehittämisessä",
        N_("Belongs to the planning of the wellbeing services county."),
    ),
    (
        "50",
        "Hyvinvointialueen kotoutumista edistävät tehtävät",
        N_("Tasks of the wellbeing services county."),
    ),
)
