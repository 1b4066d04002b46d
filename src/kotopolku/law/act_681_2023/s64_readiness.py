"""64 § Korvaus vastaanottoon varautumisesta."""

from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_64 = rule(
    id="KOTOL-64",
    at=Provision(KOTOL, "64"),
    title=N_("Costs of readiness for four months, with reason eight"),
    text=N_(
        "Necessary costs of readiness before a person referred under 43 § arrives or moves are reimbursed for at most "
        "four months, with a justified reason for at most eight. A decision of the state authority is needed."
    ),
    module=__name__,
)
_MONTHS, _MONTHS_WITH_REASON = 4, 8


@question(
    "readiness_months_reimbursable",
    rules=(KOTOL_64,),
    reads=("reimbursement.readiness_months_claimed", "reimbursement.readiness_justified_reason"),
    type="integer",
    meaning=N_("For how many months are the costs of readiness reimbursed?"),
)
def readiness_months_reimbursable(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The months claimed, at most four or with a justified reason eight; presupposes a referral of 43 §."""
    del on
    asked = "readiness_months_reimbursable"
    claimed = facts.reimbursement.readiness_months_claimed
    most = _MONTHS_WITH_REASON if facts.reimbursement.readiness_justified_reason else _MONTHS
    if claimed is None:
        none = N_("The months claimed are not recorded.")
        return (missing_fact(KOTOL_64, asked, ("reimbursement.readiness_months_claimed",), none),)
    smaller = N_("{claimed} months are claimed; at most {most} are reimbursed.")
    return (found(KOTOL_64, asked, min(claimed, most), smaller, claimed=claimed, most=most),)
