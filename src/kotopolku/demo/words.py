"""The demo's free texts in Finnish: reasons, titles, next steps. Sentences an officer would write."""

STEPS = {
    "plan_needed": (
        "Tarvitsee suomen kieltä ja koulutusta päästäkseen työhön.",
        "Suunnitelma tehdään seuraavalla tapaamisella.",
    ),
    "guided_to_service": (
        "Pärjää palveluissa itse; tarvitsi tiedon kurssista.",
        "Ilmoittautuu iltakurssille, soitamme kuukauden päästä.",
    ),
    "no_need_now": ("On työssä ja opiskelee suomea työpaikalla.", "Ottaa yhteyttä, jos tilanne muuttuu."),
    "guided_to_employment_authority": (
        "Työnhaku alkaa, vastuu siirtyy työvoimaviranomaiselle.",
        "Varaa ajan Turun työllisyyspalveluista.",
    ),
}

MEASURE_TITLES = {
    "integration_training": "Osa-aikainen kotoutumiskoulutus",
    "civic_orientation": "Yhteiskuntaorientaatio omalla kielellä",
    "literacy_training": "Luku- ja kirjoitustaidon ryhmä",
    "other_training": "Suomen kielen iltakurssi",
    "guidance": "Ohjaus Martinkadulla",
    "association_activity": "Naapuruustupa ja kielikahvila",
    "health_or_social_service": "Perhetyö",
    "employment_service": "Ohjaus työllisyyspalveluihin",
    "adult_basic_education": "Aikuisten perusopetus",
    "other": "Mentori omalta alalta",
}

MEASURE_REASONS = {
    "integration_training": "Suomen kieli on ehto sille työlle, jota hän tavoittelee.",
    "civic_orientation": "Hän oppii palveluista, oikeuksista ja velvollisuuksista omalla kielellään.",
    "literacy_training": "Lukutaito avaa tien muihin kursseihin.",
    "other_training": "Iltakurssi sopii yhteen lasten hoidon kanssa.",
    "guidance": "Lomakkeet ja lasten asiat vaativat vielä tukea.",
    "association_activity": "Hän saa käyttää suomea ja tutustuu naapureihin.",
    "health_or_social_service": "Perhe tarvitsee tukea arkeen, jotta opiskelu onnistuu.",
    "employment_service": "Hän haluaa työhön ja tarvitsee tietoa alan vaatimuksista.",
    "adult_basic_education": "Peruskoulun päättötodistus puuttuu.",
    "other": "Mentori tuntee alan ja auttaa verkostojen luomisessa.",
}

RESPONSIBLE = {
    "integration_training": ("provider", "Raisio-opisto"),
    "civic_orientation": ("municipality", "Raision kaupunki"),
    "literacy_training": ("provider", "Raisio-opisto"),
    "other_training": ("provider", "Raisio-opisto"),
    "association_activity": ("association", "Asukasyhdistys Esimerkki"),
    "health_or_social_service": ("county", "Varha"),
    "adult_basic_education": ("provider", "Raisio-opisto"),
    "employment_service": ("employment_authority", "Turun työllisyyspalvelut"),
}

REVIEW = {
    "participation": "Osallistuu kurssille kolmena päivänä viikossa.",
    "progress": "Puhuu arjessa jo lyhyitä lauseita.",
    "hindrances": "Lapsen sairastelu on vienyt joitakin päiviä.",
}

LONG_GOALS = (
    "Työ lastenhoitajana päiväkodissa",
    "Oma parturi-kampaamo",
    "Lähihoitajan tutkinto",
    "Työ keittiössä tai leipomossa",
    "Linja-autonkuljettajan työ",
    "Arjen asiat suomeksi ilman tulkkia",
    "Ammattikoulu ja työ sähköalalla",
    "Työ siivousalalla",
)

SENDERS = (
    "Varha, neuvola",
    "Varha, aikuissosiaalityö",
    "Kela",
    "Raision kaupunki, varhaiskasvatus",
    "Naantalin kaupunki, koulu",
    "Maskun kunta, varhaiskasvatus",
    "Turun työllisyyspalvelut",
)
