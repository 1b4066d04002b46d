"""Käännetyn sisällön kenttä: `Texts` as one JSON column."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.expressions import Expression
from django.db.models.fields.json import KeyTransform

from kotopolku.languages.texts import Texts, TextsError

# Django's class takes no type arguments when it runs; its stubs need them to know what an attribute gives.
if TYPE_CHECKING:
    _JSONField = models.JSONField[Texts | dict[str, Any], Texts]
else:
    _JSONField = models.JSONField


class TextsField(_JSONField):
    """A column of translated text: a `Texts` in Python, `{lang: {text, status, of}}` in PostgreSQL.

    Never NULL: no text is an empty `Texts`. A value that is not texts is refused when it is cleaned and when
    it is saved, whichever comes first.
    """

    description = "Text in several languages"

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("default", Texts)
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """Return the migration form; the default is the class itself and need not be repeated."""
        name, path, args, options = super().deconstruct()
        if options.get("default") is Texts:
            del options["default"]
        return name, path, args, options

    def from_db_value(self, value: Any, expression: Expression, connection: Any) -> Any:
        """Turn the stored JSON into `Texts`; a part asked for by key (`name__fi__text`) comes as it is."""
        read = super().from_db_value(value, expression, connection)
        if isinstance(expression, KeyTransform):
            return read
        return Texts() if read is None else Texts.from_json(read)

    def to_python(self, value: Any) -> Texts:
        """Return `Texts` for texts or their JSON form; raises `ValidationError` for anything else."""
        if isinstance(value, Texts):
            return value
        try:
            return Texts.from_json(value)
        except TextsError as fault:
            raise ValidationError(str(fault), code="invalid") from fault

    def get_prep_value(self, value: Any) -> Any:
        """Return the stored JSON form of texts; lookups by key pass plain values through."""
        return value.to_json() if isinstance(value, Texts) else super().get_prep_value(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001  Django calls it so
        """Refuse what is not texts before it reaches the database."""
        value = super().pre_save(model_instance, add)
        return value if hasattr(value, "resolve_expression") else self.to_python(value)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Check blank and null as other fields do; the JSON form is what must be serialisable."""
        super().validate(value.to_json() if isinstance(value, Texts) else value, model_instance)

    def value_to_string(self, obj: models.Model) -> Any:
        """Return the JSON form for Django's serializers."""
        value = self.value_from_object(obj)
        return value.to_json() if isinstance(value, Texts) else value

    def formfield(self, *args: Any, **options: Any) -> Any:
        """Offer no form field: each language is its own field in a form of the page."""
        return None
