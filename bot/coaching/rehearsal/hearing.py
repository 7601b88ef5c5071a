"""Hearing a line of the doctor's as the other person would: what it did to them, what it asked, whether it ordered."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coaching.plain import plain
from bot.coaching.practice import Moment
from bot.coaching.rehearsal.acts import CLOSING, OF_LABEL, OPENING, Act
from bot.coaching.rehearsal.between import as_heard, orders
from bot.coaching.rehearsal.manners import FOR_THEM
from bot.coaching.speech_acts import Label, Labelled

_QUESTIONS: Final = frozenset({Label.OPEN_QUESTION, Label.CLOSED_QUESTION, Label.LEADING_QUESTION, Label.INVITATION})
_ABUSE: Final = re.compile(
    r"\b(?:fuck(?:ing)? (?:off|you|useless|idiot|hell)|f\*+k?|piss off|sod off|bugger off|shut (?:the \w+ )?up"
    r"|you(?:'re| are)(?: all)?(?: just)?(?: an?| such an?| so)?(?: \w+)? (?:idiots?|morons?|useless|pathetic|stupid"
    r"|joke|disgrace|clowns?|lazy|incompetent|twats?|wankers?|bitch|bastards?|liars?|cowards?|dinosaurs?)"
    r"|(?:idiot|moron|twat|wanker|bitch|arsehole|prick|dickhead|dick|cow|loser)\W*$"
    r"|(?:you|your) (?:fucking|bloody|stupid|useless|pathetic|lazy) \w+|go to hell|screw you|hate you)",
    re.I,
)
_STEP: Final = re.compile(
    r"\b(?:(?:shall|could|can|should) (?:we|i|you and i) (?!help\b|ask\b|say\b|get back)\w+|how about (?:we|i"
    r"|if we)|let'?s \w+|why don'?t we"
    r"|i(?:'ll| will| could| can) (?:\w+ )?(?:send|come|bring|start|try|write|draft|ask|speak|talk|sit|find|join|take"
    r"|show|drop|set|share|put|check|collect|count|run|do|meet|book|go|make|test|leave|keep|let you)\b"
    r"|what if we (?:tried|started|took|ran|did)|would you (?:be willing|be up for|try|come|join|meet|look))",
    re.I,
)
_WHEN: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\btomorrow\b|\btonight\b|\bnext (?:week|month|time|shift|round)"
    r"|\bthis (?:week|afternoon|morning|month)|\bfor (?:a|one|two|three|four) (?:weeks?|shifts?|days?|months?|rounds?)"
    r"|\b(?:one|two|a couple of) (?:weeks?|shifts?|patients?|beds?|bays?|clinics?|lists?|rounds?)\b|\btrial\b|\bpilot\b"
    r"|\bin a (?:week|fortnight|month)|\bby (?:the end|friday|monday)|\bsmall\b|\bfirst step\b",
    re.I,
)
_SAY_AGAIN: Final = re.compile(
    r"^\W*(?:(?:um+|er+m*|oh|wait)\W+)*(?:sorry\W*(?:what)?\W*\?|pardon(?: me)?|come again|(?:what"
    r"|how) do you mean(?: by that)?"
    r"|(?:can|could|would) you (?:say|repeat|explain|put) that(?: again| another way| differently)?(?: please)?"
    r"|say that again(?: please)?|i (?:didn't|don't|did not|do not) (?:quite )?(?:catch|get|follow"
    r"|understand)(?: that| you| what you mean)?"
    r"|sorry\W+i (?:didn't|don't) (?:quite )?(?:catch|get|follow|understand)(?: that| you| what you mean)?"
    r"|what\W*\?|eh\W*\?|huh\W*\?)\W*$",
    re.I,
)
_GREETING: Final = re.compile(
    r"^\W*(?:hi|hello|hey|hiya|morning|good (?:morning|afternoon|evening)|evening|afternoon|thanks for (?:seeing"
    r"|making|finding|meeting|the time)"
    r"|thank you for (?:seeing|making|finding|meeting|the time)|have you got|got|do you have|is (?:this"
    r"|now) (?:a good|ok)"
    r"|can i (?:have|grab|borrow)|could i (?:have|grab|borrow)|(?:sorry|hate) to (?:bother|catch|interrupt|disturb))\b",
    re.I,
)
_SMALL_TALK: Final = re.compile(
    r"\b(?:lunch|breakfast|dinner|tea break|weather|football|cricket|rugby|the match|holidays?|telly|tv|film"
    r"|netflix|favourite"
    r"|horoscope|joke|pets?|dogs?|cats?|haircut|birthday|christmas)\b",
    re.I,
)
_MY_FAULT: Final = re.compile(
    r"\bi (?:really )?(?:should(?:n't)? have|should've|could have|could've|got (?:it|that|this) wrong|was wrong"
    r"|made a mistake"
    r"|missed|forgot|didn't (?:speak|say|tell|ask|check|call|escalate|listen)|let (?:you|him|her|them|people"
    r"|everyone) down"
    r"|found (?:him|her|them|it|one|this)? ?(?:very |too )?late)\b|\bmy (?:fault|mistake|error)\b"
)
_THEIR_FAULT: Final = re.compile(
    r"\byour (?:fault|mistake|team|people|lot)\b|\byou (?:never|always|should|shouldn't|failed|didn't|don't|made|let)\b"
    r"|\byou people\b|\bbut you\b"
)
_HOW_ARE_YOU: Final = re.compile(
    r"\bhow(?:'s| is| was| has| are)(?: been)? (?:your|the) (?:morning|day|week|weekend|shift|afternoon|night"
    r"|evening|list"
    r"|clinic|ward round)(?: (?:going|been|today|so far))*\W*$|\bhow are you(?: (?:doing|today|getting on|keeping"
    r"|this morning))?\W*(?:$|[?.])|\bhow(?:'s| is) it going\W*$|\bhow are things\W*$|\byou (?:ok|all ?right|alright)\?"
)
_YES_OR_NO: Final = re.compile(
    r"^\W*(?:(?:so|and|but|ok(?:ay)?|well|oh|right|then|sorry)\W+)*(?:is|are|was|were|do|does|did|have|has|had"
    r"|isn't|aren't"
    r"|would|will|could|can|might|should) (?:it|that|this|there|you|they|he|she|we|the|your|people|anyone"
    r"|anybody|any)\b"
    r".*\?\W*$"
)
_TELL_ME: Final = re.compile(
    r"^\W*(?:\w+\W+){0,3}(?:can|could|would|will|might) (?:you|we|i)\b|\b(?:or|what|how|why|who|where|which)\b"
)
_A_SPEECH: Final = 3
_A_GREETING: Final = 12
_SHORT: Final = 3
_SPEECHES: Final = 2
_REPEATED: Final = 0.93


@dataclass(frozen=True, slots=True)
class Heard:
    """A line, heard. `questions` are its sentences that ask; `bare` is a line of nothing else."""

    text: str
    acts: frozenset[Act]
    labels: tuple[Label, ...]
    questions: tuple[str, ...]
    asking: int
    telling: int
    bare: bool
    repeated: bool

    @property
    def short(self) -> bool:
        """A word or two that do nothing: 'right', 'ok thanks'."""
        return not self.acts and len(self.text.split()) <= _SHORT

    @property
    def closing(self) -> tuple[Act, ...]:
        """What in it shuts people, the gravest first."""
        return tuple(one for one in CLOSING if one in self.acts)

    @property
    def opening(self) -> tuple[Act, ...]:
        """What in it opens people, the most telling first."""
        return tuple(one for one in OPENING if one in self.acts)


def hear(
    text: str,
    before: str,
    so_far: Sequence[Moment],
    label: Callable[[str, str], tuple[Labelled, ...]],
    near: Callable[[str, Sequence[str]], tuple[float, ...]],
) -> Heard:
    """What a line does, said after `before`."""
    sentences = tuple(as_heard(one, text, answering=bool(so_far)) for one in label(text, before))
    acts = {OF_LABEL[one] for each in sentences for one in each.labels if one in OF_LABEL}
    if _ABUSE.search(plain(text)):
        acts.add(Act.ABUSED)
    if Act.BLAMED in acts and _owns_up(text):
        acts = acts - {Act.BLAMED, Act.DIVIDED} | {Act.OWNED}  # a fault of one's own is told: nobody else is blamed
    if Act.ASKED in acts and _rants(sentences, acts):
        acts = acts - {Act.ASKED, Act.ASKED_CLOSED} | {Act.LED}
    if _answers(before, acts) and not orders(text):
        acts.discard(Act.PUSHED)  # the other asked; to say what one wants is then no push
    if not acts.intersection(CLOSING) and _proposes(plain(text)):
        acts.add(Act.PROPOSED)
    if _holds_forth(acts, before, so_far):
        acts.add(Act.HELD_FORTH)
    questions = tuple(text[one.start : one.end].strip() for one in sentences if _asks(one, text))
    counted = [one for one in sentences if not (text[one.start : one.end] and _opens_a_talk(one, text, so_far))]
    return Heard(
        text=text,
        acts=frozenset(acts),
        labels=tuple(one for one in Label if any(one in each.labels for each in sentences)),
        questions=questions,
        asking=sum(one.asks for one in counted),
        telling=sum(one.tells and Label.LISTENING not in one.labels for one in counted),
        bare=bool(questions) and len(questions) == len(sentences),
        repeated=_is_repeated(questions, so_far, near),
    )


def _owns_up(text: str) -> bool:
    """Whether a line tells a fault of the doctor's own, and lays none at anybody else's door."""
    return bool(_MY_FAULT.search(plain(text))) and not _THEIR_FAULT.search(plain(text))


def _rants(sentences: Sequence[Labelled], acts: set[Act]) -> bool:
    """Whether a question only ends a speech: nobody is asked by it."""
    told = sum(one.tells and Label.LISTENING not in one.labels for one in sentences)
    asked = sum(one.asks for one in sentences)
    mine = {Act.LISTENED, Act.OWNED, Act.APOLOGISED, Act.INVITED, Act.PATIENT}
    return told >= _A_SPEECH and asked == 1 and acts.isdisjoint(mine) and sentences[-1].asks


def _opens_a_talk(sentence: Labelled, text: str, so_far: Sequence[Moment]) -> bool:
    """Whether a sentence is the greeting at the door, which neither asks nor tells."""
    said = text[sentence.start : sentence.end]
    return not so_far and greets(said) and len(said.split()) <= _A_GREETING


def asks_how_they_are(text: str) -> bool:
    """Whether the other is asked how they are, or how their day is."""
    return bool(_HOW_ARE_YOU.search(plain(text)))


def feels_for(text: str) -> bool:
    """Whether a line is said out of feeling for the other."""
    return bool(FOR_THEM.search(plain(text)))


def yes_or_no(question: str) -> bool:
    """Whether a question wants a yes or a no, and is no request to tell more."""
    said = plain(question)
    return bool(_YES_OR_NO.match(said)) and not _TELL_ME.search(said)


def says_again(text: str) -> bool:
    """Whether the doctor only wants the same said otherwise: 'sorry?', 'what do you mean?'."""
    return bool(_SAY_AGAIN.match(plain(text)))


def strays(text: str) -> bool:
    """Whether a question goes off to lunch and football."""
    return text.rstrip().endswith("?") and bool(_SMALL_TALK.search(text))


def greets(text: str) -> bool:
    """Whether a line begins as one does at the door: 'Hi, have you got a minute?'."""
    return bool(_GREETING.match(plain(text)))


def proposed_a_time(text: str) -> bool:
    """Whether a day or a size stands in it: a step that is small enough to be agreed."""
    return bool(_WHEN.search(text))


def _asks(sentence: Labelled, text: str) -> bool:
    return not _QUESTIONS.isdisjoint(sentence.labels) or text[sentence.start : sentence.end].rstrip().endswith("?")


def _answers(before: str, acts: set[Act]) -> bool:
    return before.rstrip("\"' ").endswith("?") and acts.isdisjoint(set(CLOSING) - {Act.PUSHED})


def _proposes(text: str) -> bool:
    return bool(_STEP.search(text)) and bool(_WHEN.search(text))


def _holds_forth(acts: set[Act], before: str, so_far: Sequence[Moment]) -> bool:
    """A third speech in a row that nobody asked for."""
    if acts != {Act.TOLD} or before.rstrip("\"' ").endswith("?"):
        return False
    last = so_far[-_SPEECHES:]
    return len(last) == _SPEECHES and all(one.telling and not one.asking and one.opened <= 0 for one in last)


def _is_repeated(
    questions: Sequence[str], so_far: Sequence[Moment], near: Callable[[str, Sequence[str]], tuple[float, ...]]
) -> bool:
    earlier = [one.words for one in so_far if one.asking]
    if not questions or not earlier:
        return False
    return max(near(questions[-1], earlier)) >= _REPEATED
