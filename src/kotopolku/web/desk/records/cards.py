"""One record as a card of the records page."""

from dataclasses import dataclass

from kotopolku.plans.unrecorded import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One record as it is copied by hand, and its mark."""

    kind: str
    name: str
    record: str
    when: str
    pairs: tuple[tuple[str, str], ...]
    mark: Mark | None

    @property
    def is_guidance(self) -> bool:
        """True for a visit to advice, which is recorded only where that is needed (874/2024 4 §)."""
        return self.kind == "guidance"
