"""How much a run of the doctor's words carries: what people chose to hand back, learnt as a sum over a run's traits."""

import re
from collections.abc import Mapping
from typing import Final

from bot.coaching.charge_weights import WEIGHTS
from bot.coaching.kinds import ClauseKind
from bot.coaching.plain import AnyCase, small

_SHORT: Final = 4
_LONG: Final = 10
_FULL: Final = 12

NEGATED: Final = AnyCase(r"\b(?:nobody|no one|never|nothing|none|not|nowt|no)\b|n['’]t\b")
_MINE: Final = re.compile(r"\b(?:me|my|mine|myself)\b")
_OWN: Final = re.compile(r"\bi\b|\bi['’](?:ve|d|m|ll)\b")
_FROM_ME: Final = re.compile(r"(?:i\b|i['’]|im\b|ive\b)")
_FROM_THEM: Final = re.compile(r"(?:he|she|they|nobody|everyone|everybody)\b")
_ASKS: Final = re.compile(r"(?:how|what|who|when|where|why|is|do|can|should|any)\b")
_ASKS_ADVICE: Final = re.compile(r"(?:how (?:do|should|can) i|what (?:do|should) i|should i|do i)\b")
_TURNS: Final = re.compile(r"\bbut\W*$")
_FIGURE: Final = re.compile(
    r"\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|nil|zero|half|once|twice)\b"
)
_SEEN_NOW: Final = re.compile(
    r"\b(?:i see now|i can see|turns out|realis\w+|never thought|(?:hadn|haven)['’]?t (?:thought|seen|noticed"
    r"|asked|realised)"
    r"|maybe (?:it|i|we|they|that)['’]?\w*|it['’]?s not .{2,40}it['’]?s|all this time|all along|i['’]ve been \w+ing"
    r"|we['’]ve (?:all )?been \w+ing|that['’]s (?:the thing|the problem|half of it|what it is)|not (?:a"
    r"|the) \w+, (?:a|the))\b"
)
_OH: Final = re.compile(r"\b(?:oh|huh|hm+|hang on|wait|god|ha)\b[\s.,!…]*$")
OWNED: Final = AnyCase(
    r"\b(?:(?:it|that|this) was me|it['’]s (?:me|mine|on me)|my (?:own )?(?:fault|doing)|i (?:just |also "
    r"|then )?(?:said nothing"
    r"|walked (?:past|off|away|out)|let (?:it|him|her|them)|lied|ignored|snapped|shouted|froze|bluffed|pretended"
    r"|forgot|missed"
    r"|gave up|laughed|nodded|hid|looked (?:at|away)|kept quiet|bottled|never (?:asked|said|told|rang|answered)"
    r"|did(?:n['’]?t| not) (?:ask|say|ring|tell|look|go|stop|answer|know)))\b"
)
_DIGIT: Final = re.compile(r"\d")
_SENTENCE: Final = re.compile(r"[.!?\n]+")
FELT: Final = AnyCase(
    r"\b(?:scared|afraid|frightened|terrified|ashamed|embarrass\w*|humiliat\w*|guilty|guilt|angry|furious|fuming"
    r"|livid"
    r"|cross|upset|hurt|gutted|sad|tears?|cry|cried|crying|dread\w*|anxious|anxiety|worr(?:y|ied|ies)|sick|nervous"
    r"|exhausted|shattered|knackered|drained|lonely|alone|isolated|lost|stuck|torn|frustrat\w*|fed up|resent\w*"
    r"|proud|hopeful|relieved|jealous|stupid|useless|fraud|coward\w*|small|invisible|rubbish|awful|hate|love"
    r"|felt|feel(?:s|ing)?|g[oe]ts? (?:to )?me|stings?|stung|daft|silly|bottl(?:e|ed|ing)|mortif\w+|cring\w+|winc\w+"
    r"|regret\w*|nobody cares|on my own|years old)\b"
)
_HARD: Final = re.compile(
    r"\b(?:always|every(?:one|body|thing)?|again|only|even|still|whole|worst|silence|silent|tumbleweed|quiet|laugh\w*"
    r"|ignor\w*|shout\w*|snapp\w*|slamm\w*|roll\w* (?:his|her|their) eyes|eye ?roll\w*|blam\w*|fail\w*|missed"
    r"|forgot\w*"
    r"|froze|freeze|wrong|refus\w*|walked (?:out|off|away)|gave up|given up|told off|behind my back)\b"
)


def charge(text: str, run: str, kind: ClauseKind, *, quoted: bool, asked: bool) -> float:
    """How much `run` of `text` carries, on a scale without a zero: only the order among one message's runs counts.

    `quoted`: it is reported speech. `asked`: its sentence is a question.
    """
    return sum(
        WEIGHTS.get(name, 0.0) * value for name, value in traits(text, run, kind, quoted=quoted, asked=asked).items()
    )


def traits(text: str, run: str, kind: ClauseKind, *, quoted: bool, asked: bool) -> Mapping[str, float]:
    """What is known of a run: where it stands, how long it is, and what kind of words it holds; each 0 to 2."""
    start, low = max(0, text.find(run)), small(run)
    before, after = text[:start], text[start + len(run) :]
    words = len(run.split())
    earlier, later = len(_SENTENCE.findall(before)), len(_SENTENCE.findall(after.rstrip(" .!?\n\"'”’)")))
    own, negated = bool(_OWN.search(low)), bool(NEGATED.is_in(run))
    return {
        "place": start / max(1, len(text)),
        "first_sentence": float(earlier == 0),
        "second_sentence": float(earlier == 1),
        "last_sentence": float(later == 0),
        "length": words / _FULL,
        "short": float(words <= _SHORT),
        "long": float(words >= _LONG),
        "opens_sentence": float(bool(re.search(r"(?:[.!?\n]|^)\s*$", before))),
        "ends_sentence": float(bool(re.match(r"\s*(?:[.!?\n]|$)", after))),
        "after_but": float(bool(_TURNS.search(small(before[-8:]))) or run.casefold().startswith("but ")),
        "felt": float(bool(FELT.is_in(run))),
        "hard": float(min(2, len(_HARD.findall(low)))),
        "negated": float(negated),
        "own": float(own),
        "own_negated": float(own and negated),
        "mine": float(bool(_MINE.search(low))),
        "from_me": float(bool(_FROM_ME.match(low))),
        "from_them": float(bool(_FROM_THEM.match(low))),
        "number": float(bool(_DIGIT.search(run))),
        "contrast": float(len(_FIGURE.findall(low)) > 1),
        "joined": float(bool(_SENTENCE.search(run))),
        "seen_now": float(bool(_SEEN_NOW.search(low) or _OH.search(small(before[-14:])))),
        "owned": float(bool(OWNED.is_in(run))),
        "quoted": float(quoted),
        "asked": float(asked),
        "asks": float(bool(_ASKS.match(low))),
        "asks_advice": float(bool(_ASKS_ADVICE.match(low))),
        "asked_last": float(asked and later == 0),
        **{f"kind_{one.value}": float(one is kind) for one in ClauseKind},
    }
