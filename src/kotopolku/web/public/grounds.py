"""Who has a right to a service, in words people use; unread translations of them are shown to nobody."""

from django.utils.translation import gettext_lazy as _

GROUNDS = {
    "unemployed_jobseeker": _("You are an unemployed jobseeker"),
    "protection_or_family": _("You have international or temporary protection, or your family member has it"),
    "home_care_allowance": _("You take care of your child at home and get child home care allowance"),
    "request_or_contact": _(
        "You ask for an assessment, or an authority contacts us for you, and you need it"
    ),
    "social_assistance": _("You get social assistance for longer than a short time"),
    "minor_or_youth": _("You came to Finland as a child without a guardian and you are under 23"),
    "trafficking_victim": _("You are in the assistance system for victims of human trafficking"),
    "needs_county_coordination": _(
        "You need services of both the municipality and the wellbeing services county"
    ),
    "plan_needed_after_assessment": _("The assessment shows that you need an integration plan"),
    "agreed_in_plan": _("The service has been agreed in your integration plan"),
    "special_training_needs": _("You have special needs for training"),
    "integration_client": _("You have an integration plan that is in force"),
    "any_immigrant": _("Everyone who has moved here, whatever the reason and however long ago"),
}
