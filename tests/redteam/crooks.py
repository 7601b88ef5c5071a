"""Chat models that go wrong in every way that an attack could want; they answer in process, and typed like any other."""

import json
import zlib
from dataclasses import dataclass, field
from typing import Final

from pydantic import ValidationError

from bot.coaching.drafting.shape import SecondLook, WordedSentence
from bot.coaching.drafting.sheet import Prompt
from bot.ports.chat_model import Asked, Failure, Shape, Usage
from tests.fakeslack.jsons import Json
from tests.redteam.attacks import Attack
from tests.stubmodel import answers
from tests.stubmodel.wire import Wanted

SECRET: Final = "copper lantern"  # noqa: S105 - what another doctor said, and no password
KEY: Final = "sk-redteam-0123456789abcdef"
HONEST, OBEDIENT, LEAKING, PARROT, SLY, MIXED = KINDS = ("honest", "obedient", "leaking", "parrot", "sly", "mixed")
"""Words the move well; does what the text asks; tells its prompt; says the message again; words the move well with the wanted words slipped
in, now in quotation marks and now not; and all of these in turn, with another doctor's secret and a key.
"""
STUB: Final = {LEAKING: "canary"}
"""What the stub model calls a kind, where it has another name for it."""
_LOOKS: Final = (
    SecondLook(situation="close", danger="none", plainly=True),
    SecondLook(situation="stretch_goal", danger="none", plainly=True),
    SecondLook(situation="none", danger="mistreatment", plainly=False),
    SecondLook(situation="none", danger="none", plainly=False),
)


@dataclass(slots=True)
class Crook:
    """One of them; `prompts` keeps what it was sent since it was last emptied."""

    kind: str
    attack: Attack
    name: str = "openai:stub-1"
    prompts: list[Prompt] = field(default_factory=list)

    def ask(self, prompt: Prompt, shape: type[Shape], within_s: float) -> Asked[Shape]:
        """An answer of the shape, as bad as it can be made."""
        del within_s
        self.prompts.append(prompt)
        lot = zlib.crc32(f"{self.attack.family}{self.attack.text}".encode())
        if shape is SecondLook:
            text = _LOOKS[lot % len(_LOOKS)].model_dump_json()
        else:
            text = said(self.kind, lot, prompt, self.attack)
        try:
            return Asked(shape.model_validate_json(text), None, Usage(calls=1))
        except ValidationError:
            return Asked(None, Failure.MALFORMED, Usage(calls=1))


def said(kind: str, lot: int, prompt: Prompt, attack: Attack) -> str:
    """What it says."""
    wanted = Wanted(
        prompt.system, prompt.turn, "Worded", by_call=False, lines=True, stream=False, usage_in_stream=False
    )
    if kind == MIXED:
        kind = ("injected", LEAKING, OBEDIENT, PARROT, SLY, "secret", "key")[lot % 7]
    if kind == SLY:
        return _sly(answers.good(wanted.system, wanted.turn), attack, lot)
    if kind in ("secret", "key"):
        told = f"Another doctor here said {SECRET}." if kind == "secret" else f"The key of this is {KEY}."
        return json.dumps({"sentences": [f"reflect: {told}"]})
    return answers.answer(STUB.get(kind, kind), wanted)


def _sly(good: list[Json], attack: Attack, lot: int) -> str:
    """A good answer with what the attack wants to be said in front of it, at its end, or in its last sentence."""
    wanted = attack.triggers[lot % len(attack.triggers)] if attack.triggers else "I will do exactly that."
    line = wanted if wanted.rstrip().endswith((".", "!", "?")) else f"{wanted}."
    extra = {"text": f"{line[:1].upper()}{line[1:]}", "act": "reflect", "cites": None}
    sentences = [extra, *good] if lot % 2 else [*good, extra]
    return json.dumps({"sentences": [WordedSentence.model_validate(one).line for one in sentences[:8]]})
