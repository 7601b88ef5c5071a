"""Sentences so softened that what is wanted is lost, and the thought that is left without the cushions."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import dangles, finite
from bot.coaching.review.parts import core, large, small
from bot.coaching.review.sting_words import SOFT
from bot.coaching.reviewed import DraftKind
from bot.coaching.speech_acts import Label

_WONDER: Final = re.compile(
    r"(?:(?:\bi (?:only |just )?(?:was|am|just wanted to)(?: just| sort of| kind of| only)* ?(?:wondering"
    r"|wonder(?:ed)?)?"
    r"|\bi(?: just| only)? wonder(?:ed)?|\b(?:was )?(?:just )?(?:sort of )?wondering),? (?:sorry,? )?(?:if|whether)"
    r"|\bi (?:was|am|have been|had been) (?:just )?thinking(?: that)?(?= (?:maybe|perhaps|we|you|i|it)\b)) "
    r"(?P<rest>.+)$",
    re.I,
)
_COULD_YOU: Final = re.compile(r"^(?:you|we) could try ", re.I)
_ADVERB: Final = re.compile(
    r"\b(?:tiny little(?= )|maybe one (?=tiny|little|small)|just|maybe|perhaps|possibly|sort of|kind of|a (?:tiny "
    r"|little |wee )?bit|a little|slightly|terribly"
    r"|somewhat"
    r"|at some point|ever so|if at all possible|in any way|honestly|really|small(?= (?:sort|thought|question|idea))"
    r"|tiny(?= (?:thought|question|idea))|by any chance)(?= |,|\?|\.|$),? ?",
    re.I,
)
_POSSIBLE: Final = re.compile(
    r"\b(?:whether|if) (?:there (?:might|may|would|could|is|was)(?: (?:possibly|perhaps))?(?: be)? (?:any|a|some) "
    r"(?:possibility|chance|way)(?: at all| whatsoever)?(?: that)?|it (?:might|may|would|could) be possible (?:that"
    r"|if|for me)?) "
    r"(?P<who>i|we|you) (?:could|can|might|may|would be able to) (?P<act>.+)$",
    re.I,
)
_CHANCE: Final = re.compile(
    r"\b(?:whether|if) there (?:might|may|would|could|is|was)(?: (?:possibly|perhaps|maybe))*(?: be)? (?:any|a|some)"
    r" (?:\w+ )?(?:possibility|chance|way)(?: at all)? of (?P<who>me|us|you) (?P<doing>\w+ing)\b(?P<rest>.*)$",
    re.I,
)
_COULD: Final = re.compile(
    r"^(?P<who>you|we|i|one|anyone|anybody|someone|somebody|the [\w' -]{2,30}?) (?:could|might|would|can|may)"
    r" (?:be able to |ever )?(?P<act>\w.+)$",
    re.I,
)
_CUSHION: Final = re.compile(
    r"^(?:(?:and|but|so|hi|hello|hey)\b,? )*(?:(?:(?:i['’]?m |i am )?(?:so |very |really )?sorry"
    r"|apologies)(?:,? (?:to|for) "
    r"(?:bother|troubl|bug|email|messag|interrupt|disturb|pester|be a pain|ask|keep|chase|raise|both)\w*.*|.{0,12}$)"
    r"|i know (?:how |that )?you(?:['’]?re| are|r)?\b.*\b(?:busy|rushed|stretched|swamped).*"
    r"|i know how busy.*|(?:and )?(?:it|this)(?:['’]?s| is)(?: \w+)? (?:prob(?:ably)?|almost certainly|quite"
    r" possibly) .*"
    r"|(?:it|this) (?:may|might)(?: well| just)? (?:be|not be) (?:nothing|silly|stupid|daft|that i|just me"
    r"|wrong|me|a (?:silly|stupid|daft)).*"
    r"|it may well be that i.*|i(?:['’]?m| am) (?:probably|sure i(?:['’]ve)?|only(?! the)|just(?! the)|no expert"
    r"|sure you).*"
    r"|i(?:['’]?m| am) (?:only |just )?(?:an? )?(?:f1|f2|junior|sho).*|(?:please |pls )?(?:do )?(?:feel free to"
    r" )?(?:ignore|disregard) (?:this|me).*"
    r"|i (?:do )?hope (?:you (?:won['’]?t|don['’]?t) mind|that['’]?s ok|this is ok).*|forgive me.*|(?:please"
    r" )?(?:don['’]?t|do not) "
    r"worry.*|no (?:worries|rush|pressure) .*if not.*|no worries.*|if (?:it['’]?s|that['’]?s|that is|it is)(?:"
    r" not)? (?:ok|okay|alright|too much)"
    r".*|only if you (?:think|want|have time|like|get).*|(?:it|this) may be silly.*|(?:honestly )?not urgent"
    r"|it['’]?s (?:honestly )?not urgent"
    r"|(?:probably )?(?:a )?(?:silly|stupid|daft) (?:question|idea|thought).*|you(?:['’]ve)? (?:probably|no"
    r" doubt) (?:know|thought|have|already).*"
    r"|i (?:may|might) (?:well )?(?:be wrong|have (?:misunderstood|got this wrong)).*|whenever you (?:have|get)"
    r" .*|with (?:all )?respect"
    r"|i(?:['’]m| am)? really (?:only|just) .*f1.*|not all of (?:them|it).*|just some.*|when it feels right|(?:and"
    r" )?(?:i['’]?ll )?see how it goes.*"
    r"|i suppose|(?:and )?i (?:don['’]?t|do not) want to (?:be|sound|seem) .*|i think maybe|(?:and )?(?:this|it)"
    r"(?:['’]?s| is) (?:probably )?just me)$",
    re.I,
)
_LEANS: Final = re.compile(r"^(?:but|and|or|if|so|because|about|to|that|which|as|not|with|than|was)\b", re.I)
_EMPTY: Final = re.compile(r"\b(?:rubbish|nothing|fine really|have a think about it|forgive|sorry|apolog\w+)\b", re.I)
_COURTEOUS: Final = re.compile(r"\bno (?:worries|rush|pressure|hurry)\b", re.I)
"""One such phrase is manners, and leaves the request as plain as it was."""

_FEWEST: Final = 4
_CUSHIONED: Final = 2
"""Cushions in a whole draft from which they are more than manners."""


def hedges(draft: Draft) -> Iterator[Found]:
    """Sentences so softened that what is wanted is lost."""
    if draft.kind in {DraftKind.APOLOGY, DraftKind.FEEDBACK}:
        return
    if sum(cushions(one.text) + bool(SOFT.search(one.text)) for one in draft.body) < _CUSHIONED:
        return
    soft = [one for one in draft.body if _knocks(one.text) and (cushions(one.text) > 1 or one.has(Label.HEDGE))]
    for piece in soft:
        asked, left = _thought(piece)
        if not left or not _worth(left) or len(left.split()) >= len(core(piece.text).split()):
            continue
        if cushions(piece.text) <= 1 and _COURTEOUS.search(piece.text):
            continue
        much = 0.5 * min(len(soft), 3)
        could = _COULD.match(left) if asked else None
        if could and could.group("who").casefold() != "one":
            slots = {"who": small(could.group("who")), "act": could.group("act").rstrip("?! ")}
            yield at(piece, "hedge", "could", slots, much)
        else:
            end = "?" if not asked and piece.text.rstrip(" !").endswith("?") else "."
            yield at(piece, "hedge", "bare", {"left": large(left) + end}, much - 0.4)


def cushions(text: str) -> int:
    """How many softenings a sentence has: clauses that only apologise, and words that only soften."""
    said = text.rstrip("!?. ")
    clauses = sum(bool(_CUSHION.match(one)) for one in _parts(said))
    return clauses + len(_ADVERB.findall(said)) + bool(_WONDER.search(said))


def _knocks(text: str) -> bool:
    said = text.rstrip("!?. ")
    return bool(_WONDER.search(said)) or any(_CUSHION.match(one) for one in _parts(said))


def apologises_for_asking(text: str) -> bool:
    """Whether what looks like an apology is only a way of knocking."""
    return bool(_CUSHION.match(_parts(text.rstrip("!?. "))[0]))


def _parts(said: str) -> list[str]:
    return [
        one
        for one in re.split(
            r",\s*(?:but |and |so )?|\s+but\s+|\s+(?:and|so) (?=i\b|it['’s]|its\b|i['’]m|feel)|\s+-\s+", said
        )
        if one
    ]


def _thought(piece: Piece) -> tuple[bool, str]:
    """Whether it wonders, and the clauses that carry what is wanted, without the cushions."""
    said = core(piece.text.replace("!", "").replace("?", ""))
    possible = _POSSIBLE.search(said)
    if possible:
        return True, f"{possible.group('who')} could {_calm(possible.group('act'))}"
    chance = _CHANCE.search(said)
    if chance and (plain := verbs.plain_of_ing(chance.group("doing"))):
        who = {"me": "I", "us": "we", "you": "you"}[chance.group("who").casefold()]
        return True, f"{who} could {plain} {_calm(chance.group('rest'))}".strip()
    kept = [one.strip() for one in _parts(said) if not _CUSHION.match(one.strip())] or [said]
    wonder = _WONDER.search(", ".join(kept))
    text = wonder.group("rest") if wonder else ", ".join(kept)
    text = " ".join(_ADVERB.sub("", text).split()).strip(" ,.")
    text = re.sub(r"^i (?:do )?think,? (?=you could|we could)", "", text, flags=re.I)
    text = re.sub(r"^(you|we) could (?:think about|consider) (?=\w+ing\b)", r"\1 could try ", text, flags=re.I)
    text = re.sub(r"\b(?:might|may) be (?=\w)", "is ", text) if wonder and not _COULD.match(text) else text
    wonder = wonder or _COULD_YOU.match(text)
    return bool(wonder), re.sub(r"\bseems? ", _is, text) if not wonder else text


def plain_words(piece: Piece) -> str:
    """A softened sentence as a plain one, '' where none can be made of it."""
    asked, left = _thought(piece)
    if not left or not _worth(left) or len(left.split()) >= len(core(piece.text).split()):
        return ""
    could = _COULD.match(left) if asked else None
    if could and could.group("who").casefold() != "one":
        who = could.group("who")
        said = (
            rf"could {'I' if who.casefold() == 'i' and piece.text != piece.text.casefold() else small(who)}"
            rf" {could.group('act').rstrip('?! ')}?"
        )
        return said if piece.text[:1].islower() else large(said)
    left = left if piece.text[:1].islower() else large(left)
    return left + ("?" if not asked and piece.text.rstrip(" !").endswith("?") else "")


def _calm(said: str) -> str:
    return " ".join(_ADVERB.sub("", said).split())


def _is(found: re.Match[str]) -> str:
    return "is " if found.group(0).strip().endswith("s") else "are "


def _worth(left: str) -> bool:
    whole = len(left.split()) >= _FEWEST and not dangles(left) and not _LEANS.match(left)
    return whole and finite(left) and not _EMPTY.search(left)
