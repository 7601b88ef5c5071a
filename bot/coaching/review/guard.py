"""Whether a rewording can be shown: whole English, the doctor's facts still in it, nothing that wounds left in it."""

import re
from typing import Final

from bot.coaching.review import verbs
from bot.coaching.review.harsh import wounds

_DOUBLED: Final = re.compile(r"\b(?!had\b|that\b|\d)(\w+) \1\b", re.I)
_BROKEN: Final = re.compile(
    r"\b(?:for|to|help|of) (?:i|we|he|she|they)\b(?! (?:all|both)\b)|\b(?:to|would|could) (?:to|please|would|could"
    r"|should)\b|\b(?:a|an|the) (?:a|an|the|my|our|your|this|these|that)\b|\b(?:my|our|your|their) (?:the|a|an"
    r"|my|our|your)\b"
    r"|[,;:]\s*[?.!]|\s[,.?!](?!\.)|\?\?|\(\)|\bto "
    r"\w+ing\b(?<!bring)(?<!ring)(?<!sing)(?<!swing)(?<!cling)|\bto (?:is|are|was|were|has|been)\b|\bmake (?:making"
    r"|to)\b|\byou you\b|\{|\}|[.?] ?,|\b(?:would|could|should|must|will|can|might|may)ing\b|\bto do not\b"
    r"|\band\.|\bi think (?:it|that) (?:is|was)(?:n['’]?t)? (?:not )?(?:it|that)\b",
    re.I,
)
_ENDS: Final = re.compile(
    r"\b(?:the|a|an|of|and|or|with|for|at|by|from|into|my|your|our|their|which|that|because|if|than|as|when"
    r"|while|every"
    r"|very|so|but|who|is|was|were|has|have|had|whether|until|unless|although|though)[?.]"
    r"|\b(?:is|are|was|were|do|does) (?:that|it|this|which) (?:they|we|you) \w+n['’]t\b",
    re.I,
)
"""A sentence that stops before its end; 'going to', 'put in' and 'signed off' may end one."""

_VERBS_MET: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|does|do|did|will|would) (?:is|are|was|were|has|do|does|did|will|would|can"
    r"|could)\b"
    r"|\b(?:get|gets|got|make|makes|take|takes) [\w -]{2,40} (?:is|are|was|were) that\b",
    re.I,
)
_PLAIN_VERB: Final = re.compile(
    r"\b(?:what would it take for (?:[^?]{2,60}?) to|what would help (?:you|us|me)|what makes it hard to|what would "
    r"make it easier to|what would help us to) (?P<verb>[\w'’-]+)",
    re.I,
)
_ING: Final = re.compile(
    r"\b(?:got|gets|getting|stood) in the way of (?:(?:me|us|them|him|her|you|the \w+|\w+s) )?(?P<verb>[\w'’-]+)", re.I
)
_WOULD_ING: Final = re.compile(r"^(?:how|what) would (?P<verb>\w+ing)\b", re.I)
_NO_VERB: Final = frozenset("mayb perhaps possibly wil would could shal slightly th someth anyth noth".split())
"""What stands before -ing where no verb does."""

_NOT_PLAIN: Final = frozenset(
    """the a an it this that is are was were been has had does did will would can could should may might must not no my
    your our their its his her in on at by for from of with very more less maybe perhaps possibly please they we you i
    he she there here so as and or but if""".split()
)
_DETERMINER: Final = re.compile(
    r"\b(?:a|an|one|each|every|this|that) (?:patients|scans|tests|letters|charts|forms|notes|nurses|doctors|referrals"
    r"|antibiotics|children)\b(?!['’])|\b(?:these|those|many|both) (?:patient|scan|test|letter|chart|form|nurse"
    r"|doctor"
    r"|referral|list|round)\b(?! \w+s\b)|\ba (?=[aeio]\w)(?!one|once|uni|use|eu)|\bmuch (?:patients|scans|beds)\b",
    re.I,
)
_ASIDE: Final = re.compile(r"\.\.\. \([^)]*\)")
_FIGURE: Final = re.compile(r"\d[\d,.:]*\d|\d")
_LARGE_INSIDE: Final = re.compile(
    r"\bI think (?-i:It|The|This|That|We|They|You|There|A)\b|\bI think (?:though|but|and|or|if|because|so)\b", re.I
)
_HOLLOW: Final = re.compile(
    r"\b(?:leverag\w+|synerg\w+|KPIs?|value chain|at scale|realign\w*|operationalis\w+|cascad\w+)\b", re.I
)
"""Words that say nothing: a rewording in them would be no plainer."""

_LONGEST: Final = 48
_FEWEST: Final = 4


def sound(said: str, words: str, *, figures: bool, own: bool = False) -> bool:
    """Whether a rewording can be shown: whole, its own, kind, the figures kept where `figures` asks for it.

    `own`: what is run down in it is the doctor's own doing.
    """
    bare = _ASIDE.sub("...", said)
    if _DOUBLED.search(bare) or len(said.split()) > _LONGEST or not whole(bare):
        return False
    if _letters(said) == _letters(words) or _is_short(said) or (wounds(said) and not own):
        return False
    if said.count("(") != said.count(")") or said.count('"') % 2:
        return False
    return not figures or set(_FIGURE.findall(words)) <= set(_FIGURE.findall(said))


def _is_short(said: str) -> bool:
    """Whether it is too short to be shown: three words do where they ask who or what."""
    return len(said.split()) < _FEWEST - bool(re.match(r"(?:who|what|which)\b.*\?$", said, re.I))


def whole(said: str) -> bool:
    """Whether a rewording is whole English, as far as its form shows it."""
    faults = (_BROKEN, _ENDS, _VERBS_MET, _DETERMINER, _LARGE_INSIDE, _HOLLOW)
    return not any(one.search(said) for one in faults) and _verbs_fit(said)


def _verbs_fit(said: str) -> bool:
    """Whether the verbs stand in the form that their place asks for."""
    for pattern, fits in ((_PLAIN_VERB, _is_plain), (_ING, _is_ing), (_WOULD_ING, _is_ing)):
        for found in pattern.finditer(said):
            if not fits(found.group("verb").casefold()):
                return False
    return True


def _is_plain(word: str) -> bool:
    if word == "not":
        return True
    if word in _NOT_PLAIN or (word.endswith("ing") and word not in {"bring", "ring", "bleeping"}):
        return False
    if word.endswith("ed") and not re.fullmatch(r"\w*(?:eed|shred|embed)", word):
        return False
    return not (word.endswith("s") and not word.endswith(("ss", "us")) and word not in {"discuss"}) or verbs.orders(
        word
    )


def _is_ing(word: str) -> bool:
    if word == "not" or word in {"it", "this", "that", "the", "a", "your", "our", "their", "an"}:
        return True
    stem = word.removesuffix("ing")
    return stem != word and stem not in _NO_VERB


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
