"""Oikeudet ja velvollisuudet: shown in a language only when somebody who reads it has approved the words."""

from kotopolku.law.wording import N_

RIGHTS: dict[str, str] = {
    "binding_nature_rights_duties": N_(
        "The plan binds both you and us. You have the right to the services agreed in it, as far as they are "
        "available, and to an interpreter. You have the duty to follow the plan. If you cannot take part, tell us. "
        "Not taking part without a reason may affect your benefits."
    ),
    "personal_data": N_(
        "We write down only what we need for your services. You may see what we have written and ask us to correct it. "
        "Only those who work with your matter read it, and each look is recorded. The interpreter is bound to secrecy."
    ),
}
