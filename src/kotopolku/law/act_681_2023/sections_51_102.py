"""Lain pykälät 51–102: every section of chapters 7–11, in order, and why some are not software.

Made from the section headings of the consolidated Act (Finlex, state of 2026-08-17). A section without a
reason is implemented: the register finds its rules by their provision.
"""

from kotopolku.law.wording import N_

#: Section, Finnish title, and why it is not software ("" = implemented).
ROWS: tuple[tuple[str, str, str], ...] = (
    (
        "51",
        "Kotoutumisen edistämisen valtakunnallinen suunnittelu, kehittäminen ja ohjaus",
        N_("National planning and guidance belong to the ministries."),
    ),
    (
        "52",
        "Valtion kotoutumisen edistämisohjelma",
        N_("The Government adopts the state programme."),
    ),
    (
        "53",
        "Palveluiden saatavuuden ja kustannuskehityksen seuranta",
        N_("The ministries follow availability and costs."),
    ),
    (
        "54",
        "Ministeriöiden välinen yhteistyöelin",
        N_("A cooperation body of the ministries."),
    ),
    (
        "55",
        "Elinvoimakeskuksen tehtävät",
        N_("Tasks of a state authority."),
    ),
    (
        "56",
        "Työllisyys-, kehittämis- ja hallintokeskuksen tehtävät",
        N_("Tasks of a state authority."),
    ),
    (
        "57",
        "Lupa- ja valvontaviraston tehtävät",
        N_("Tasks of a state authority."),
    ),
    (
        "58",
        "Alueellinen maahanmuuton ja kotoutumisen edistämisen yhteistyöryhmä",
        N_("A regional cooperation group."),
    ),
    (
        "59",
        "Valtion korvaus kunnalle ja hyvinvointialueelle",
        "",
    ),
    (
        "60",
        "Valtionosuus",
        N_("The central government transfer is paid without an application; counters belong to statistics."),
    ),
    (
        "61",
        "Laskennallinen korvaus kunnalle",
        "",
    ),
    (
        "62",
        "Laskennallinen korvaus hyvinvointialueelle ja Ahvenanmaan maakunnan terveys- ja "
        "sairaanhoitoviranomaiselle",
        N_(
            "The years are those of 61 § and the amounts those of decree 872/2024; both are implemented there."
        ),
    ),
    (
        "63",
        "Korvaus toimeentulotuesta",
        N_("Reimbursed to the wellbeing services county, not to the municipality."),
    ),
    (
        "64",
        "Korvaus vastaanottoon varautumisesta",
        "",
    ),
    (
        "65",
        "Valtion korvaus erityiskustannuksista",
        N_("Special costs need a decision of the state authority case by case."),
    ),
    (
        "66",
        "Korvaus paluumuuttoavustuksesta",
        N_("Reimbursement of return assistance goes to the county."),
    ),
    (
        "67",
        "Sodissa vapaaehtoisina palvelleista henkilöistä aiheutuvien kustannusten korvaaminen",
        N_("The state authority and the wellbeing services county agree on it."),
    ),
    (
        "68",
        "Ihmiskaupan uhrille annetuista palveluista ja tukitoimista aiheutuvien kustannusten korvaaminen",
        "",
    ),
    (
        "69",
        "Korvaus alaikäisenä ilman huoltajaa maahan tulleen lapsen tai nuoren asumisen tai tuen "
        "järjestämisestä",
        N_("Costs of a child or youth without guardian are reimbursed to the county."),
    ),
    (
        "70",
        "Korvausten maksaminen",
        "",
    ),
    (
        "71",
        "Maksetun korvauksen palautusvelvollisuus",
        "",
    ),
    (
        "72",
        "Asiakastietojen käsittelytarkoitukset",
        N_("Purposes of handling client data; they bound what the system does at all, not one case."),
    ),
    (
        "73",
        "Käsiteltävät tiedot",
        "",
    ),
    (
        "74",
        "Kotoutumisen edistämisen valtakunnalliset tietojärjestelmäpalvelut",
        N_("Describes the national information systems; whether they are in use is known from 2027 on."),
    ),
    (
        "75",
        "Kunnan lisäosa valtakunnalliseen kotoutumisen asiakastietojärjestelmäkokonaisuuteen",
        N_("Demands on an add-on of the municipality; the description of this system answers them."),
    ),
    (
        "76",
        "Kotoutumisen valtakunnalliseen tietovarantoon tallennettavat tiedot",
        "",
    ),
    (
        "77",
        "Valtakunnalliseen tietovarantoon tallennettujen tietojen poistaminen",
        "",
    ),
    (
        "78",
        "Kotoutumisen valtakunnallisen tietovarannon rekisterinpitäjät",
        "",
    ),
    (
        "79",
        "Valtakunnallisiin tietojärjestelmäpalveluihin kuuluvan asiakastietojärjestelmän käyttöoikeudet",
        "",
    ),
    (
        "80",
        "Käyttöoikeuden myöntäminen valtakunnallisiin tietojärjestelmäpalveluihin "
        "kuuluvaan asiakastietojärjestelmään",
        "",
    ),
    (
        "81",
        "Valtakunnallisiin tietojärjestelmäpalveluihin kuuluvaan asiakastietojärjestelmään myönnetyn "
        "käyttöoikeuden muuttaminen ja poistaminen",
        N_("Changing and removing access is an action of the administrator; rights here end by themselves."),
    ),
    (
        "82",
        "Kuntaan ohjaamisen valtakunnallisen suunnittelun tiedonsaanti",
        N_("Right of a state authority to information."),
    ),
    (
        "83",
        "Kuntaan ohjaamisen alueellinen tiedonsaanti",
        N_("Right of a state authority to information."),
    ),
    (
        "84",
        "Kotoutumisohjelman mukaisiin palveluihin tavoittamiseen liittyvä tiedonsaantioikeus",
        N_("Right of the municipality to ask for information; the answer comes from another authority."),
    ),
    (
        "85",
        "Kuntien välinen tiedonsaantioikeus",
        "",
    ),
    (
        "86",
        "Kotoutumista edistävien palveluiden tarjoamiseen liittyvä tiedonsaantioikeus",
        N_("Right of the municipality to ask for information; the answer comes from another authority."),
    ),
    (
        "87",
        "Alaikäisenä ilman huoltajaa maahan tulleen lapsen tai nuoren palveluiden järjestämiseen "
        "liittyvä tiedonsaantioikeus",
        N_("Right of the county to ask for information."),
    ),
    (
        "88",
        "Kansaneläkelaitoksen ja työttömyyskassan tiedonsaantioikeus",
        N_("Right of Kela and the unemployment funds to know of a plan; an answer to their request."),
    ),
    (
        "89",
        "Laskennallisten korvausten käsittelyyn liittyvä tiedonsaantioikeus",
        N_("Right of a state authority to information."),
    ),
    (
        "90",
        "Muiden korvausten hakemiseen ja käsittelyyn liittyvä tiedonsaantioikeus",
        N_("Right of a state authority to information."),
    ),
    (
        "91",
        "Ohjaus- ja valvontatehtäviin liittyvä tiedonsaantioikeus",
        N_("Right of a state authority to information."),
    ),
    (
        "92",
        "Elinvoimakeskuksen muu tiedonsaantioikeus",
        N_("Right of a state authority to information."),
    ),
    (
        "93",
        "Alaikäisen edustajan tiedonsaantioikeus",
        N_("Right of the representative of a child to information."),
    ),
    (
        "94",
        "Palveluntuottajan kotoutumista edistävien palveluiden tuottamiseen liittyvä tiedonsaantioikeus",
        "",
    ),
    (
        "95",
        "Muutoksenhaku",
        "",
    ),
    (
        "96",
        "Virkavastuu",
        N_("Criminal liability of those who do the work; a court considers it."),
    ),
    (
        "97",
        "Vakuutusturva",
        N_("The municipality takes out the insurance; attendance is recorded for it."),
    ),
    (
        "98",
        "Paluumuuton tukeminen",
        N_("Support of return is given by the wellbeing services county."),
    ),
    (
        "99",
        "Maahantulomatkan kustannusten korvaaminen",
        N_("The Immigration Service pays the costs of the journey."),
    ),
    (
        "100",
        "Lain soveltaminen Helsingin kaupunkiin",
        N_("Concerns the City of Helsinki only."),
    ),
    (
        "101",
        "Voimaantulo",
        N_("Entry into force; every rule carries its own period."),
    ),
    (
        "102",
        "Siirtymäsäännökset",
        "",
    ),
)
