"""What a draft leaves out: nobody is asked in, no patient is in it, its words shut others out."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.review import matter
from bot.coaching.review.draft import Draft
from bot.coaching.review.found import Found, at
from bot.coaching.review.parts import core
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_PATIENTS: Final = re.compile(
    r"\b(?:patients?|pts?|child(?:ren)?|babies|baby|famil(?:y|ies)|relatives?|mother|mum|dad|daughter|son|women|woman"
    r"|man|men|people|mrs|mr|residents?|safer|year[- ]olds?|carers?)\b",
    re.I,
)
_ASKS_WEAKLY: Final = re.compile(
    r"(?:\b(?:any (?:thoughts|questions|comments|feedback)|thoughts|happy to (?:discuss|chat|take questions)|let me "
    r"know(?: if)?(?: you have)?(?: any \w+)?|(?:do )?(?:get|be) in touch)\b[^.?!]{0,60})[.?!]*$",
    re.I,
)
_PLAIN_WORDS: Final = {
    "leverage": "use",
    "leveraging": "using",
    "utilise": "use",
    "utilising": "using",
    "utilisation": "use",
    "optimise": "improve",
    "optimising": "improving",
    "stakeholders": "the people it touches",
    "throughput": "how many patients are seen",
    "operationalise": "start",
    "facilitate": "help",
    "synergies": "shared work",
    "implement": "start",
    "implementing": "starting",
    "bandwidth": "time",
    "granular": "detailed",
    "deliverables": "what we will do",
    "actionable": "usable",
    "cascade": "pass on",
    "incentivise": "encourage",
    "touch base": "talk",
    "deep dive": "close look",
    "learnings": "lessons",
    "patient flow": "how patients move through",
    "buy-in": "support",
    "solutionise": "mend",
    "key enablers": "what helps",
    "robust": "reliable",
    "bottleneck": "place where people wait",
    "bottlenecks": "places where people wait",
    "KPIs": "the figures we are measured by",
    "realign": "change",
    "realigning": "changing",
    "streamline": "simplify",
    "streamlining": "simplifying",
    "upskill": "train",
    "upskilling": "training",
    "pain points": "what hurts",
    "quick wins": "what we could mend at once",
    "socialise": "talk about",
    "at pace": "soon",
    "workstreams": "pieces of work",
    "workstream": "piece of work",
    "alignment": "agreement",
    "capacity and demand": "how many come and how many we can see",
}
_DROPPED: Final = re.compile(
    r"\b(?:going forwards?|moving forwards?|at this moment in time|in this space|holistic(?:ally)?|proactively|best[- "
    r"]in[- ]class|world[- ]class)\b,?\s*",
    re.I,
)
_HARD: Final = re.compile(r"\b(?:must|mandatory|with immediate effect|have to|comply|expected to)\b", re.I)
_REQUEST: Final = re.compile(
    r"\b(?:please|could (?:you|we|i)|can (?:you|we|i)|would you|we ask|i request|i would like (?!to (?:try|pilot"
    r"|trial|start|propose|introduce))|i need|my record)\b",
    re.I,
)
_GROUP: Final = re.compile(
    r"\W*(?:dear|hi|hello|morning)? ?(?:all|colleagues|team|everyone|everybody|both|guys"
    r"|folks)\b",
    re.I,
)
_TOLD: Final = 3


def invitation(draft: Draft) -> Iterator[Found]:
    """One sentence that would ask others in, made of what the draft is about, where nobody is asked."""
    if draft.asking and not _only_weak(draft):
        return
    told = sum(one.has(Label.ASSERTION) for one in draft.body)
    hard = draft.any(Label.BLAME, Label.THREAT, Label.COST) or bool(_HARD.search(draft.text))
    if not matter.doing(draft) and not (hard and told >= _TOLD):
        return
    wants = draft.kind is not DraftKind.PITCH and any(_REQUEST.search(one.text) for one in draft.body)
    group = draft.kind is DraftKind.PITCH or _GROUP.match(draft.text)
    if wants or not (matter.doing(draft) or group):
        return
    weak = next((one for one in reversed(draft.body) if _ASKS_WEAKLY.search(one.text)), None)
    form, slots = _about(draft)
    if not form:
        return
    much = 1.0 if draft.kind in {DraftKind.PITCH, DraftKind.EMAIL, DraftKind.MESSAGE} and matter.doing(draft) else 0.0
    much += 0.6
    much -= 0.8 * (form == "thing")
    much -= 1.5 * any(one.has(Label.OWNERSHIP) for one in draft.body)
    if weak is not None:
        yield at(weak, "nobody_asked", form, slots, much - 0.5)
    else:
        end = draft.body[-1].end
        yield Found("nobody_asked", form, end, end, slots, much)


def _only_weak(draft: Draft) -> bool:
    asked = [one for one in draft.body if one.has(Label.OPEN_QUESTION, Label.CLOSED_QUESTION, Label.INVITATION)]
    return all(_ASKS_WEAKLY.fullmatch(core(one.text) + "?") for one in asked)


def _about(draft: Draft) -> tuple[str, dict[str, str]]:
    act, doing, thing = matter.act(draft), matter.doing(draft), matter.thing(draft)
    if doing:
        return "doing", {"act": act, "doing": doing}
    return ("thing", {"thing": thing}) if thing else ("", {})


def patient(draft: Draft) -> Iterator[Found]:
    """Where a draft that would change something has no patient in it."""
    if _PATIENTS.search(draft.text) or draft.any(Label.PATIENT_BENEFIT):
        return
    doing, thing = matter.doing(draft), matter.thing(draft)
    start = draft.body[0].start if draft.body else 0
    if doing and len(doing.split()) <= 12:
        yield Found("no_patient", "doing", start, start, {"doing": doing}, 0.5 if draft.any(Label.COST) else 0.0)
    elif thing and draft.kind in {DraftKind.PITCH, DraftKind.SLIDES}:
        yield Found("no_patient", "thing", start, start, {"thing": thing})


def jargon(draft: Draft) -> Iterator[Found]:
    """Sentences in words that shut others out, with the plain ones in their place."""
    for piece in draft.body:
        if not piece.has(Label.JARGON) or piece.has(Label.LEADING_QUESTION, Label.THREAT):
            continue
        said = " ".join(_DROPPED.sub("", piece.text).split())
        for word, plain in _PLAIN_WORDS.items():
            said = re.sub(rf"\b{word}\b", plain, said, flags=re.I)
        if said.casefold() != " ".join(_DROPPED.sub("", piece.text).split()).casefold():
            yield at(piece, "jargon", "plain", {"said": said[:1].upper() + said[1:]})
