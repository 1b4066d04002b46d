"""94 § Palveluntuottajan tiedonsaantioikeus: what a provider may get about a client guided to it by the plan."""

from datetime import date

from kotopolku.law.act_661_2009.non_disclosure import READS as BAN_READS
from kotopolku.law.act_661_2009.non_disclosure import VTJL_36, ban_in_force
from kotopolku.law.facts import Facts
from kotopolku.law.facts.codes import PROVIDER_ITEMS
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_94 = rule(
    id="KOTOL-94",
    at=Provision(KOTOL, "94"),
    title=N_("What a provider may get"),
    text=N_(
        "A provider to which the client is guided by the plan may get the seventeen listed items, and other data only "
        "if it is necessary for taking part in the teaching or service."
    ),
    module=__name__,
)
_PROVIDERS = frozenset({"training_provider", "other_service_provider"})
_BANNED = frozenset({"home_place", "contact_details"})
_ITEM = ("disclosure.item",)


@question(
    "disclosure_to_provider_allowed",
    rules=(KOTOL_94, VTJL_36),
    reads=(
        "disclosure.recipient",
        "disclosure.client_guided_by_plan",
        "disclosure.item",
        "disclosure.necessary_for_service",
        *BAN_READS,
    ),
    type="bool",
    meaning=N_("May this data be given to the provider?"),
)
def disclosure_to_provider_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Listed or necessary data, to a provider of the plan; no home place or contacts during a non-disclosure order."""
    asked = "disclosure_to_provider_allowed"
    disclosure = facts.disclosure
    if disclosure.recipient not in _PROVIDERS:
        return (
            found(KOTOL_94, asked, False, N_("The recipient is not a provider of training or services.")),
        )
    if not disclosure.client_guided_by_plan:
        no_plan = N_("The client is not recorded to be guided to this provider by the plan.")
        return (found(KOTOL_94, asked, False, no_plan),)
    return (_item_allowed(facts, on),)


def _item_allowed(facts: Facts, on: date) -> Finding:
    """Whether the item may be given to a provider of the plan."""
    asked = "disclosure_to_provider_allowed"
    disclosure = facts.disclosure
    item, banned = disclosure.item, ban_in_force(facts, on)
    if item is None:
        return _unnamed_item(facts, banned=banned)
    if banned and item in _BANNED:
        ban = N_("A non-disclosure order is in force on {on}: {item} is not given.")
        return found(VTJL_36, asked, False, ban, on=on, item=item)
    if item in PROVIDER_ITEMS:
        return found(KOTOL_94, asked, True, N_("{item} is listed in 94 §."), item=item)
    if disclosure.necessary_for_service:
        needed = N_("{item} is not listed in 94 §, but necessary for taking part in the service.")
        return found(KOTOL_94, asked, True, needed, item=item)
    no = N_("{item} is not listed in 94 § and not recorded to be necessary.")
    return found(KOTOL_94, asked, False, no, item=item)


def _unnamed_item(facts: Facts, *, banned: bool) -> Finding:
    """Necessary data may be given whatever it is, unless it might be a contact under a non-disclosure order."""
    asked = "disclosure_to_provider_allowed"
    if facts.disclosure.necessary_for_service and not banned:
        return found(KOTOL_94, asked, True, N_("The data is necessary for taking part in the service."))
    return missing_fact(KOTOL_94, asked, _ITEM, N_("Which data is asked for is not recorded."))
