"""Small hand-made talks, and what a criterion must say of them."""

from collections.abc import Sequence
from dataclasses import replace

from evals.casebook.case import Case, Doctor, Owed, Turn
from evals.rubric.criteria import CRITERIA
from evals.rubric.grade import grade
from evals.rubric.score import is_bad
from evals.rubric.talk import Citation, Exchange, Reply, Talk
from evals.rubric.verdicts import Finding, Verdict
from tests.evals.rubric.fake_world import WORLD

RADIOLOGY = (
    "The radiology registrar refused my scan request on the phone, in front of the whole nurses' station, "
    "and I just hung up."
)
DOCTOR = Doctor.model_validate(
    {
        "opening": RADIOLOGY,
        "temper": "terse",
        "aim": "a way to ask again",
        "facts": [{"tells": f"fact {one}", "asked_by": ["what"]} for one in "abc"],
        "feeling": "ashamed",
        "other_view": "he had ten calls waiting",
        "insight": "he never heard why",
        "hidden": "i want a job there",
        "options": "ring him, or write",
        "plan": {"what": "ring", "when": "on friday", "snag": "busy", "way_round": "wait", "confidence": "7"},
        "thanks": "ta",
    }
)
Pair = tuple[str | Turn, str | Reply]


def said(kind: str, says: str, **more: object) -> Turn:
    """A message of any kind; one that is plainly told needs no more than its words."""
    return Turn.model_validate({"says": says, "said": kind, **more})


def reply(text: str, *cited: Citation, **more: object) -> Reply:
    return Reply.model_validate({"text": text, "citations": cited, **more})


def citation(**changed: object) -> Citation:
    """The first card's place as it should be, but for what is changed."""
    card = WORLD.cards["errors-shown"]
    right = {"card": "errors-shown", "doc": card.doc, "section": card.section, "quote": card.quote}
    return Citation.model_validate({**right, "start": card.start, "end": card.end, **changed})


def talk_of(*pairs: Pair, about: str = "speaking_up", came: Sequence[str] | None = None, scene: int = 0) -> Talk:
    """Messages and the replies to them. The first `scene` only set it; with `came` a simulated doctor came to those."""
    turns = tuple(one if isinstance(one, Turn) else Turn(says=one) for one, _ in pairs)
    replies = tuple(one if isinstance(one, Reply) else Reply(text=one) for _, one in pairs)
    played: dict[str, object] = {"context": turns[:scene], "turns": turns[scene:]}
    if came is not None:
        played = {"doctor": DOCTOR}
    named = {"id": "a-talk", "family": "a-talk", "about": about, "split": "tune", "reference": "Who heard it?"}
    exchanges = [
        Exchange(number, turn, text, graded=number > scene, session=2 if turn.day else 1)
        for number, (turn, text) in enumerate(zip(turns, replies, strict=True), 1)
    ]
    return Talk(Case.model_validate({**named, **played}), tuple(exchanges), tuple(came or ()))


def findings(criterion: str, talk: Talk) -> tuple[Finding, ...]:
    """What one criterion alone finds, as the grader finds it."""
    case = talk.case.model_copy(update={"criteria": (Owed(id=criterion),)})
    return grade(replace(talk, case=case), WORLD)


def assert_good(criterion: str, talk: Talk, why: str = "") -> None:
    """It applies to the last reply, or the whole talk, and all is well, for the reason given."""
    found = _last(criterion, talk)
    assert not is_bad(found), found
    assert why in found.reason, found


def assert_bad(criterion: str, talk: Talk, why: str = "") -> None:
    """It applies to the last reply, or the whole talk, and is failed, for the reason given."""
    found = _last(criterion, talk)
    assert is_bad(found), found
    assert why in found.reason, found


def assert_silent(criterion: str, talk: Talk) -> None:
    """It does not apply to the last reply, or the whole talk."""
    assert not _lasts(criterion, talk)


def _last(criterion: str, talk: Talk) -> Finding:
    found = _lasts(criterion, talk)
    assert len(found) == 1, f"{criterion} leaves {len(found)} findings"
    assert found[0].verdict in {Verdict.MET, Verdict.NOT_MET}
    return found[0]


def _lasts(criterion: str, talk: Talk) -> list[Finding]:
    assert criterion in CRITERIA
    return [one for one in findings(criterion, talk) if one.turn in {None, len(talk.exchanges)}]
