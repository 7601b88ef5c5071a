"""What the doctor does not know, takes to be so, or thinks that others think: each has a question of its own."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.people import START, SUBJECT, somebody
from bot.coaching.growing.seldom import Seldom
from bot.coaching.growing.slots import reach, shorter, yours

_NOT_KNOWN: Final = re.compile(
    r"\b(?:nobody (?:really |even )?knows|no one knows|none of us know|(?:i )?(?:don't (?:actually |really "
    r"|even )?(?:know|understand|see)|do not (?:know|understand)|not (?:at all )?(?:sure|certain)"
    r"|unsure|no idea|no clue|dunno|(?:can't|cannot|couldn't) (?:work out|tell|decide|see|figure out|think)"
    r"|wonder(?:ing|ed)?"
    r"|trying to (?:work out|decide|figure out)|keep asking myself|haven't worked out|(?:want|need|'d like"
    r"|would like|'d love)"
    r" to (?:know|understand|find out|work out)|what i can't (?:work out|decide|tell) is))(?: (?:of|about|is|on))? "
    r"(?P<wh>(?:whose|who|what|why|how|whether|if|which|where|when)\b.*)",
    re.I,
)
_HOW_DO_I: Final = re.compile(
    r"\b(?P<wh>how|what|who|where|which \w+) (?:do|should|can|would) (?:i|we) (?P<do>(?!not\b)[a-z]+\b.*)", re.I
)
_SHOULD_I: Final = re.compile(r"(?:^|[,;:.!?]\s*|\bor )(?:should|shall) i (?P<do>[a-z]+\b.*)", re.I)
_TO_DO: Final = re.compile(r"(?:how|what|who|where|whether|which(?: \w+)?|when) (?:\w+ )?to \b", re.I)
_WHOLE: Final = re.compile(
    r"(?:whose|who|what|why|how|whether|which|where|when)\b(?: \w+){0,3}? "
    r"(?:i|i'm|i've|he|she|they|we|it|it's|he's|she's|they're|there's|that|that's|anyone|anybody|people|is|was"
    r"|are|were|has|will|would|to|does|did|can"
    r"|could|should|might)\b"
    r"|(?:why|how|whether|what|who|where)\b (?:my|the|our|her|his|their) [a-z]+ [a-z]+",
    re.I,
)
_SAYS_LITTLE: Final = re.compile(
    r"(?:what|how|why|who|where|when|whether) (?:to do|it is|that is|it was|that means|to say|to think|else|i"
    r" am|i'm doing|it's|i(?:'m| am) (?:asking|saying|on about|after)|you mean)$"
    r"|(?:how|what|why)(?: else| not| though)?$|.*\bi mean$",
    re.I,
)
_BELIEF: Final = re.compile(
    r"\bi (?:just |still |really |always |sort of |honestly |keep |also )?"
    r"(?:think|thinking|reckon|suspect|assume|figure|believe|feel like|feel)"
    r"(?: that)? (?P<clause>(?:he|she|they|it|people|nobody|everyone|everybody|he's|she's|they're|it's|i'm|the"
    r"|my|our|most|half|no one)\b.*)",
    re.I,
)
_THEY_THINK: Final = Seldom(
    rf"{START}{SUBJECT}(?: |(?='))(?:probably |just |all |clearly |obviously |must |always )*"
    r"(?P<verb>says?|thinks?|thought|reckons?|believes?|assumes?|assumed|would (?:probably |just )?(?:say|think)|'d"
    r" (?:probably |just )?(?:say|think)"
    r"|will (?:just )?(?:say|think)|'ll (?:just )?(?:say|think))(?: that)? "
    r"(?P<clause>(?:i|i'm|he|she|they|it|we|we're|my|our|the|it's|they're|doctors|nurses|people|nobody|everyone)\b.*)",
    needs="say|think|thought|reckon|believe|assume",
)
_FEARED: Final = re.compile(
    r"\b(?:i'm|i am|am|was|i was)(?: just| really| so| a bit| quite| still)* (?:scared|afraid|worried|terrified"
    r"|frightened|nervous|dreading)"
    r"(?: that)? (?P<clause>(?:i|i'll|he|she|they|it|they'll|she'll|he'll|it'll|i'd|they'd|she'd|he'd|it'd"
    r"|people|someone|somebody"
    r"|nobody|everyone|the|my|we|we'll)\b.*)",
    re.I,
)
_A_PLAN: Final = re.compile(
    r"(?:would|'d) say|\b(?:i'll|i will|we should|should|need to|i want|we want|could|might|i'd|i can)\b", re.I
)
_SAYS: Final = re.compile(
    r"\b(?:is|isn't|are|aren't|was|were|has|have|had|do|does|did|don't|doesn't|didn't|can|can't|will|won't"
    r"|would|\w+'s|\w+'re|\w+'ve"
    r"|\w+'m|\w+'ll|\w+'d|think\w*|want\w*|know\w*|need\w*|[a-z]{3,}s|[a-z]{3,}ed)\b",
    re.I,
)
_SO: Final = re.compile(r"^(?:so|it|that|this|they do|it is|it does|not)$|\bit's (?:that|just|about)$", re.I)
_FEWEST: Final = 3
_MOST: Final = 11


def evidence(sentence: str) -> Iterator[Evidence | None]:
    """All that a sentence leaves open, holds for true or lays in others' mouths."""
    yield from _open_questions(sentence)
    for match in _BELIEF.finditer(sentence):
        if not _A_PLAN.search(match["clause"]):
            yield found("belief", 5, says=_clause(match["clause"]))
    for match in _THEY_THINK.finditer(sentence):
        who = somebody(match["who"])
        verb = "say" if "say" in match["verb"] else "think"
        if who is not None:
            told = _clause(match["clause"])
            verbs = verb if who.are_many else f"{verb}s"
            yield found("their_view", 5 + who.named, they=who.they, them=who.them, verb=verb, verb_s=verbs, says=told)
    for match in _FEARED.finditer(sentence):
        yield found("feared", 5, says=_clause(match["clause"]))


def _open_questions(sentence: str) -> Iterator[Evidence | None]:
    for match in _NOT_KNOWN.finditer(sentence):
        yield _open(match["wh"])
    for match in _HOW_DO_I.finditer(sentence):
        yield _open(f"{match['wh']} to {match['do']}")
    for match in _SHOULD_I.finditer(sentence):
        yield _open(f"whether to {match['do']}")


def _open(wh: str) -> Evidence | None:
    far = re.sub(r"^if\b", "whether", _after_first(wh), flags=re.I)
    for words in shorter(far):
        if len(words.split()) < _FEWEST or _SAYS_LITTLE.match(words) or not _WHOLE.match(words):
            continue
        told = yours(words, _MOST, open_end=True)
        if told is not None:
            told = told[0].lower() + told[1:]
            return found("open_way" if _TO_DO.match(told) else "open_fact", 6, wh=told)
    return None


def _after_first(wh: str) -> str:
    first, _, rest = wh.partition(" ")
    return f"{first} {reach(rest, far=True)}".strip()


def _clause(words: str) -> str | None:
    cut = reach(words)
    if len(cut.split()) < _FEWEST or _SO.search(cut) or not _SAYS.search(cut):
        return None
    told = yours(cut, _MOST)
    return told[0].lower() + told[1:] if told and not told.startswith("I ") else told
