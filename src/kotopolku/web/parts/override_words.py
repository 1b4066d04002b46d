"""The words of emergency openings: why a file was opened."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "child_at_risk": _("a child is at risk"),
    "threat_to_life": _("a threat to life or health"),
    "court_order": _("an order of a court or another authority"),
    "other": _("another reason, in your own words"),
}
