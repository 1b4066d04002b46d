"""What the forms that anybody can send share: a field that machines fill in, and how a telephone number is written."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

PHONE = r"^\s*\+?[0-9][0-9 ()\-]{3,24}\s*$"


class TrapForm(forms.Form):
    """A form with a field that stays empty; a person never sees it, so nobody's text is lost in silence."""

    website = forms.CharField(required=False, label=lazy("Leave this field empty"))

    def clean_website(self) -> str:
        """Refuse what a machine filled in."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError(
                _("A field that must stay empty was filled in. Empty it and send again.")
            )
        return ""
