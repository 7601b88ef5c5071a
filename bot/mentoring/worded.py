"""Who worded a reply, and why a language model's wording of it was not sent, in plain words and without the wording.

A wording that was not sent is shown to nobody: it may hold what a reply must never say, the doctor has not seen it, and
the preview in which they would have to see it first is no place for it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

AFTER_MODEL: Final = "guided_after_llm"
"""The engine of a reply in people's words where a model's were not sent."""
_ENGINES: Final = {
    "guided": "people, beforehand",
    "llm": "a language model",
    AFTER_MODEL: "people, beforehand",
}
FAILED: Final = {
    "model_slow": "it was not there in time",
    "model_unreachable": "it could not be reached",
    "model_busy": "it was too busy",
    "model_broken": "it failed",
    "model_malformed": "its answer was cut off, or no answer at all",
    "model_refused": "it declined to answer",
    "model_misconfigured": "it is not set up rightly",
    "model_resting": "it had failed too often just before, so it was not asked",
    "model_broken_check": "a check of ours failed on it",
    "model_over_budget": "what one person may use of it in a day was used up",
}
"""Why a model gave nothing, by the code of the problem."""
FAULTS: Final = {
    "ability_claim": "it claimed to do what the coach cannot do",
    "absolution": "it told the doctor that it was right, or not theirs",
    "act_mismatch": "a sentence did not do what it claimed to do",
    "act_missing": "what this kind of reply is for was missing",
    "act_not_allowed": "it did what this kind of reply does not do",
    "advice_not_due": "it gave advice too soon",
    "american_spelling": "American spelling",
    "another_question": "another question than the one to be asked",
    "asks_for_identifier": "it asked for what would identify somebody",
    "bad_citation": "a quotation without its place",
    "clinical_ruling": "it ruled on a patient's care",
    "closed_question": "a question that yes or no would answer",
    "condemnation": "it found against the doctor",
    "crisis_words": "it worded help in a crisis, which only people's words may",
    "diagnosis": "it diagnosed somebody",
    "empty": "it said nothing",
    "example_repeated": "the words of an example it was given",
    "exclamation": "an exclamation mark",
    "harm": "it could have led to harm",
    "human_claim": "it claimed a person's life or feelings",
    "identifier": "it may have named somebody",
    "invented_source": "it spoke for research that it was not given",
    "leading_question": "an answer dressed as a question",
    "legal_ruling": "it ruled on law, contract or conduct",
    "mind_reading": "it claimed to know what somebody thinks or feels",
    "misquote": "quotation marks around what nobody had said",
    "missing_citation": "no source for what a source says",
    "no_question": "no question where one was due",
    "not_english": "not plain English",
    "not_plain": "signs that do not belong in a reply",
    "obeys": "it said what a pasted text ordered it to say",
    "overclaim": "it claimed more than it could know",
    "parroting": "the doctor's words at length, without quotation marks",
    "person_changed": "it spoke of somebody who had not been spoken of",
    "plan_changed": "it changed the doctor's plan",
    "plan_missing": "it left out the doctor's plan",
    "praise": "praise that gushes",
    "promise": "a promise that nobody can keep",
    "prompt_leak": "it gave away its instructions",
    "repeat": "what the coach had said before",
    "ruling": "a ruling on care or law",
    "shaming": "it shamed or threatened",
    "shouting": "capitals",
    "stock_empathy": "sympathy off the shelf",
    "stray": "it went away from what the doctor was talking of",
    "stump": "a reply that breaks off",
    "therapy_talk": "the talk of therapy or seminars",
    "too_long": "too long",
    "two_questions": "more than one question",
    "ungrounded": "it said what nobody had told it",
    "unknown_citation": "a source that was not in hand",
    "unknown_figure": "a figure that nobody gave",
    "unknown_name": "somebody whom nobody had mentioned",
    "verdict": "a verdict on somebody",
}
"""What was wrong with a draft, by the code of the problem."""


def by(engine: str) -> str:
    """Who worded it, as it goes on from "worded by"."""
    return _ENGINES.get(engine) or _spelt(engine)


def faults(codes: Iterable[str]) -> tuple[str, ...]:
    """What was wrong with a draft, each fault once; a code that has no better name is spelt out."""
    return tuple(dict.fromkeys(FAILED.get(one) or FAULTS.get(one) or _spelt(one) for one in codes))


def told(engine: str, codes: Sequence[str]) -> str:
    """Who worded a reply and, where a model's wording was not sent, why; it goes on from "worded by"."""
    if engine != AFTER_MODEL:
        return by(engine)
    return f"{by(engine)}. A language model's wording was not sent: {'; '.join(faults(codes)) or 'no reason was kept'}"


def _spelt(code: str) -> str:
    return code.replace("_", " ").strip()
