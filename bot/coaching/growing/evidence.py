"""What a form finds: which kind of evidence it is, and the words that its questions are filled with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that a message surely holds. `form` names the questions, `values` fill them.

    `weight`: how much a question from it is worth, 1 to 6. `clause`: it says a told event again as it was told, so that
    it does not follow on the same words handed back.
    """

    form: str
    weight: int
    values: tuple[tuple[str, str], ...]
    clause: bool = False

    @property
    def key(self) -> str:
        """What the question is about, to be asked once."""
        return " ".join(value for _, value in self.values).casefold()


def found(form: str, weight: int, *, clause: bool = False, **values: str | None) -> Evidence | None:
    """The evidence where every value is there."""
    told = tuple((name, value) for name, value in values.items() if value)
    return Evidence(form, weight, told, clause) if len(told) == len(values) else None
