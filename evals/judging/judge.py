"""Ask a chat model for one verdict at a time: reason first, then yes or no; pinned, cached, three tries, never a guess.

The form is that of HealthBench's grader and of VERA-MH: one yes-or-no criterion at a time, with a reference reply
beside it ("No Free Labels", arXiv 2503.05061). A pair is judged twice with the order swapped; a verdict that flips is a
tie (MT-Bench found that order alone changes a third of them).
"""

import contextlib
import hashlib
import json
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from evals.rubric.criteria import CRITERIA, Criterion
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, Verdict
from prompts import templates

Ask = Callable[[str], str]
Preference = Literal["first", "second", "tie"]

_TRIES = 3
_OBJECT = re.compile(r"\{.*\}", re.S)
_BAD = "The criterion has negative points: answer yes where the bad thing happened, as in 'yes, it gives advice'."
_GOOD = "Answer yes where the reply meets the criterion."


@dataclass(frozen=True, slots=True)
class Answer:
    """What the judge said, and why."""

    reason: str
    answer: str


class Cache:
    """Answers kept by the hash of model and prompt, a line each, so that a run made again asks nothing again."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[str, Answer] = {}
        if file and file.exists():
            for line in file.read_bytes().split(b"\n"):
                with contextlib.suppress(ValueError):  # a line that a kill cut off is asked for again
                    kept = json.loads(line)
                    self._known[kept["key"]] = Answer(kept["reason"], kept["answer"])

    def get(self, key: str) -> Answer | None:
        """The answer kept under a key."""
        return self._known.get(key)

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer."""
        self._known[key] = answer
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            line = json.dumps({"key": key, "reason": answer.reason, "answer": answer.answer})
            cut = self._file.exists() and not self._file.read_bytes().endswith(b"\n")
            with self._file.open("a", encoding="utf-8") as out:
                out.write(("\n" if cut else "") + line + "\n")


class Judge:
    """A pinned model that gives verdicts. `seed` decides the order in which things are put to it."""

    def __init__(self, model: str, ask: Ask, cache: Cache, seed: int = 0) -> None:
        self.model = model
        self._ask = ask
        self._cache = cache
        self._seed = seed

    def fill(self, talk: Talk, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings with those that were left to a judge graded, in an order drawn by the seed."""
        filled = list(findings)
        left = [place for place, one in enumerate(filled) if one.verdict is Verdict.NOT_GRADED]
        random.Random(f"{self._seed}|{talk.case.id}").shuffle(left)  # noqa: S311 - an order, no secret
        for place in left:
            filled[place] = self._verdict(talk, filled[place])
        return tuple(filled)

    def prefer(self, before: Sequence[Exchange], message: str, one: str, other: str) -> Preference:
        """Which of two replies is the better; a tie where the judge's answer goes with the order."""
        begins = bool(random.Random(f"{self._seed}|{message}").getrandbits(1))  # noqa: S311 - as above
        answers = {}
        for swapped in (begins, not begins):
            first, second = (other, one) if swapped else (one, other)
            said = self._asked(_pair(before, message, first, second), {"1", "2", "equal"})
            answers[swapped] = said.answer if said else "equal"
        if (answers[False], answers[True]) == ("1", "2"):
            return "first"
        return "second" if (answers[False], answers[True]) == ("2", "1") else "tie"

    def _verdict(self, talk: Talk, one: Finding) -> Finding:
        said = self._asked(_criterion(talk, one, CRITERIA[one.criterion]), {"yes", "no"})
        if said is None:
            return replace(one, verdict=Verdict.COULD_NOT_JUDGE, reason=f"{self.model} gave no usable answer")
        verdict = Verdict.MET if said.answer == "yes" else Verdict.NOT_MET
        return replace(one, verdict=verdict, reason=f"{said.reason} ({self.model})")

    def _asked(self, prompt: str, allowed: set[str]) -> Answer | None:
        key = hashlib.sha256(f"{self.model}|{prompt}".encode()).hexdigest()
        kept = self._cache.get(key)
        for _ in range(0 if kept else _TRIES):
            kept = _parsed(self._try(prompt), allowed)
            if kept:
                self._cache.put(key, kept)
                break
        return kept

    def _try(self, prompt: str) -> str:
        try:
            return self._ask(prompt)
        except Exception:  # noqa: BLE001 - whatever a provider raises, the verdict is 'could not judge', never a number
            return ""


def _parsed(text: str, allowed: set[str]) -> Answer | None:
    found = _OBJECT.search(text)
    try:
        given: object = json.loads(found[0]) if found else None
    except ValueError:
        return None
    if not isinstance(given, dict):
        return None
    answer, reason = str(given.get("answer", "")).strip().lower(), str(given.get("reason", "")).strip()
    return Answer(reason, answer) if answer in allowed and reason else None


def _criterion(talk: Talk, one: Finding, criterion: Criterion) -> str:
    number = one.turn or len(talk.exchanges)
    exchange = talk.exchanges[number - 1]
    values = {
        "id": criterion.id,
        "title": criterion.title,
        "question": criterion.question,
        "direction": _BAD if criterion.negative else _GOOD,
        "conversation": _told(talk.before(exchange), exchange.turn.says),
        "reply": exchange.reply.text,
        "reference": talk.case.reference,
    }
    return templates.named("judge/criterion.txt")(values)


def _pair(before: Sequence[Exchange], message: str, first: str, second: str) -> str:
    values = {"conversation": _told(before, message), "first": first, "second": second}
    return templates.named("judge/pair.txt")(values)


def _told(before: Sequence[Exchange], message: str) -> str:
    lines = [f"Doctor: {one.turn.says}\nCoach: {one.reply.text}" for one in before]
    return "\n".join([*lines, f"Doctor: {message}"])
