"""What the doctor may do: acts named in a message, and how firmly each is meant."""

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bot.coaching.commitments.days import find_when
from bot.coaching.commitments.sentences import cut, sentences, tidy, without_quotations


class Force(IntEnum):
    """How firmly an act is meant."""

    IDEA = 1
    BARE = 2
    FIRM = 3


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do, in the doctor's words from the verb on, and the sentence in which it stands."""

    what: str
    force: Force
    sentence: str


_VERBS: Final = (
    "admit agree apologi[sz]e approach arrange ask attend audit block book bring buy call cancel carry catch chair change"
    " chase check choose circulate clear close collect come compare contact copy count cover cut decide delegate delete"
    " design discuss do draft draw drop email explain feed film find finish fix follow forward gather get give go grab"
    " greet hand have help hold introduce invite join keep lead leave let list listen look mail make map meet mention"
    " message move name offer open own park pass phone pick pilot plan play post practi[sc]e present print pull push put"
    " raise reach read record refer rehearse remind reply request resend reserve reword ring rota run say schedule see send"
    " set share shadow show shut sit skip sort speak spend split start stay step stick stop suggest swap switch take talk"
    " teach tell test text thank track trial try turn use visit wait walk watch whatsapp word work write"
).split()
_VERB: Final = rf"(?:{'|'.join(_VERBS)})"
_GERUND: Final = r"(?!(?:th|noth|someth|everyth|anyth|morn|even|be|feel|meet|dur)ing\b)[a-z]{2,}ing"
_SOFTLY: Final = (
    r"(?:(?:just|probably|maybe|perhaps|possibly|actually|always|also|at least|simply|still|try(?: and| to)?|then|first"
    r"|definitely|only|make sure i|be sure to|have to|need to)\s+)*"
)
_AIM_AT: Final = (
    r"i['’]ll|i will|i shall|i['’]?m (?:going to|gonna|gunna)|i am (?:going to|gonna)|gonna|i plan to|i intend to"
    r"|i(?:['’]ve| have)? decided to|let me|we['’]?ll|we will|we['’]?re going to"
)
_MAYBE: Final = (
    r"i (?:could|might|may|can|would|should|ought to|need to|must)|i['’]?d(?: like to| rather)?|i(?:['’]ve| have) (?:got )?to"
    r"|could|might|we (?:could|might|can|should)|i (?:was|am|['’]m) thinking (?:of|about)|i want to|i['’]?m thinking of"
)
_FIRM: Final = re.compile(
    rf"\b(?:(?:{_AIM_AT})\s+{_SOFTLY}(?P<what>(?!be\b)[a-z].*)|(?:ill|well)\s+{_SOFTLY}(?P<bare>{_VERB}\b.*))", re.I | re.S
)
_PRESENT: Final = re.compile(
    rf"\bi\s+{_SOFTLY}(?P<what>(?:ask|tell|go|say|send|speak|start|see|meet|email|ring|open|sit|show|text|call)\b.*)", re.I | re.S
)
_BUSY: Final = re.compile(
    r"\bi['’]?m (?P<what>(?:texting|seeing|ringing|meeting|asking|telling|emailing|calling|messaging|sending|having a (?:word|chat)"
    r"|(?:writing|talking|speaking) (?:to|with))\b.*)",
    re.I | re.S,
)
"""'I'm texting him tonight': a plan where it has a day, else what is going on."""

_DAY_I: Final = re.compile(
    rf"\b(?:tomorrow|tonight|(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W+(?:then\W+)?i"
    rf"\s+{_SOFTLY}(?P<what>{_VERB}\b.*)",
    re.I | re.S,
)
_IDEA: Final = re.compile(rf"\b(?:{_MAYBE})\s+{_SOFTLY}(?P<what>(?:{_VERB}|{_GERUND})\b.*)", re.I | re.S)
_RUN_UP: Final = (
    r"^\W*(?:(?:yeah|yes|yep|yup|ok|okay|so|well|right|um+|er+|hmm+|oh|and|then|first|firstly|second|secondly|third|one|two"
    r"|three|four|go on(?: then)?|please|grand|fine|sure|but|or|just|simply|actually|honestly|i suppose|i guess|i think"
    r"|as i said|i said|already said|just said|told you|to|probably|definitely|a|b|c|the step|the plan(?:['’]?s| is| was)?"
    r"|my plan(?:['’]?s| is)?|plan|it['’]?s(?: to)?|step one|concretely|instead|maybe|perhaps|possibly|\d)\b\W*)*"
)
_HEDGE: Final = re.compile(
    r"^(?:\W|\b(?:so|well|ok|and|or|then|i suppose|i guess)\b)*(?:maybe|perhaps|possibly|or)\b", re.I
)
_BARE: Final = re.compile(rf"{_RUN_UP}(?P<what>{_VERB}\b(?!\s+(?:is|was|are|were|['’]s)\b).*)", re.I | re.S)
_BARE_ON: Final = re.compile(rf"\W*(?:(?:i|to|just|go and|then|and)\s+)*(?P<what>{_VERB}\b.*)", re.I | re.S)
_DOING: Final = re.compile(rf"{_RUN_UP}(?P<what>{_GERUND}\b.*)", re.I | re.S)
_NO_ACT: Final = re.compile(
    r"^(?:be\b(?! (?:at|in|there|early))|never|not (?:be|have|know)|regret|die|cry|lose|fail|forget|miss|admit (?:i|it|that)"
    r"|want|need|feel|get (?:eaten|shot|sacked|told|it|there|that|better|used|in trouble|blamed)|have (?:a|to|no|the) ?(?:problem"
    r"|chance|choice|idea|breakdown)|know|see(?: how| what| if (?:it|that))?(?:\W*$|\b(?= how| what| if it))"
    r"|(?:the|a|an|my|his|her|this|that|work|clinic|theatre|bed|sleep)\b(?! (?:through|on|with|out))"
    r"|say (?:that )?(?:it|this|i['’]?m|thank|no more|is|i\b)|let (?:you|u) know|tell (?:you|u)\b|ask you\b|drop it\b"
    r"|go (?:now|on|back on|home|to bed|mad|with (?:that|it)|from where|for (?:it|that)\W*$|\W*$|through the motions)"
    r"|(?:carry|keep) (?:on|going)\b|go ahead|do (?:my best|it justice|as i please|you|i\b|we\b|they\b|not|n['’]t)|come (?:back|off|across)"
    r"|have (?:done|been|had|not|n['’]t|i\b|you\b|we\b|they\b)|can|would|could|stop (?:asking|quoting|it|that|you|here|there)"
    r"|leave it (?:here|there|for (?:now|today))|look (?:like|stupid|daft|silly|weak|i['’]?m|,|bad)|turn into|end up"
    r"|get (?:it\W*$|what you)|see (?:you|where you|your)|thank(?:s| you| u|you)\b|help me\b|give me|show me|tell me|ask me"
    r"|let['’]?s (?:see|go on|carry on|continue|stay|stop|leave)|play (?:along|the part)|read (?:this|that) (?:back|again)"
    r"|work (?:here|there|in|at|nights|for|it out\W*$)|own (?:up\W*$|words|way)|list\W*$|change\W*$|plan\W*$|open\W*$"
    r"|probably\b|regularly|usually|always be|sound|seem|come to think|say so\W*$|wait,|check\W*$|call (?:it|me|myself)\b"
    r"|stay with the|get me\b|try again\W*$)",
    re.I,
)
_TO_THE_COACH: Final = re.compile(
    r"^\W*(?:please )?(?:ask|tell|give|show|let|say to|send|help) (?:me|us)\b|\b(?:can|could|will|would|do|did|are|have) you\b"
    r"|\bi(?:['’]ll| will) (?:tell|ask|let|write to) you\b",
    re.I,
)
_ASKED: Final = re.compile(
    r"^\W*(?:(?:so|and|but|well|ok|hm+|or|do|also)\W+)*(?:what|how|why|who|whom|which|where|when|should i|shall i|do i|can i"
    r"|could i|would|is|are|am i|did|does|if what)\b",
    re.I,
)
_IF: Final = re.compile(
    r"^\W*(?:(?:and|so|but|ok|well|already said|like i said|as i said)\W+)*(?:if|unless|in case)\b", re.I
)
_WHENEVER: Final = re.compile(
    r"^\W*(?:(?:and|so|but)\W+)*(?:when|whenever)\b(?!.{0,12}\b(?:next|back|on (?:shift|call))\b)", re.I
)
_PAST: Final = re.compile(
    r"\b(?:i (?:made|was|did|said|told|asked|went|had|gave|sent|tried|spoke|rang|got|put|saw|kept|used to)|last (?:week|month|year"
    r"|time|mon|tues|wed|thurs|fri|sat|sun)|yesterday|ago)\b",
    re.I,
)
_TOLD_BY_OTHERS: Final = re.compile(
    r"\b(?:he|she|they|everyone|boss|people|who|them|consultants?|nurses?|reg|sister|matron|manager)(?:['’](?:ll|d|s))?"
    r"(?: \w+){0,2} (?:said|says?|thinks?|reckons?|worr(?:y|ies)|hopes?|knows?|told me|keeps? saying|assumes?|expects?)"
    r"(?: \w+){0,2}\s*$",
    re.I,
)
_DOUBTED: Final = re.compile(
    r"\b(?:i (?:wish|hope|doubt|worry|fear|suppose|wonder|bet|know)|worried|scared|afraid|frightened|as if|like|whether|if|not|what|who|how|where|which|why"
    r"|never|don['’]?t think|dont think|because|cos)(?: that)?\s*$",
    re.I,
)
_OR: Final = re.compile(
    r",?\s+or\s+(?!two\b|three\b|four\b|five\b|so\b|not\b|something|whatever|someone|somebody|less|more|both|the other)"
    r"|,?\s+and (?:maybe|perhaps|possibly)\s+",
    re.I,
)
_COMMA_VERB: Final = re.compile(rf",\s+(?=(?:(?:maybe|perhaps|just|then|i could|i might)\s+)*{_VERB}\b)", re.I)
_OR_LEAD: Final = re.compile(r"^\W*(?:(?:maybe|perhaps|just|then|or|and|to(?= \w+)|even|i could|i might|i can)\s+)+", re.I)
_ASIDE: Final = re.compile(
    r",\s+(?:she|he|they|it|that|who|which|nobody|no one)(?:['’]?(?:s|d|re|ve))?\s+(?!will\b|could\b).*$", re.I | re.S
)
_WORDS_TO_SAY: Final = re.compile(r"\s*:\s*[\"“].*$", re.S)
_GOES_ON: Final = re.compile(r"\s+(?:is (?:the one|what|probably|the thing)|would be|scares me|frightens me)\b.*$", re.I | re.S)
_ONLY_LEAD: Final = re.compile(r"^\W*(?:(?:so|ok|well|just said|then|and|i think|maybe|on|by|yes|yeah|right|first thing)\b\W*)*$", re.I)
_OR_ELSE: Final = re.compile(r"^\W*(?:or|and)\s+(?:maybe |perhaps |even |just )*(?P<what>.+)", re.I | re.S)
_SAYINGS: Final = (
    (_FIRM, Force.FIRM), (_BUSY, Force.FIRM), (_DAY_I, Force.FIRM), (_IDEA, Force.IDEA), (_PRESENT, Force.BARE),
)  # fmt: skip
_MOST_ELSE: Final = 9
_MOST: Final = 24
_FEW: Final = 2


def acts(text: str) -> tuple[Act, ...]:
    """Every act that the message names as the doctor's own to come, in its order; a question or a snag names none."""
    found = (_act(one) for one in sentences(text))
    return tuple(one for one in found if one is not None)


def ideas(text: str) -> tuple[str, ...]:
    """The acts kept apart: 'ask A, or tell B and maybe ring C' holds three."""
    found: list[str] = []
    for sentence in sentences(text):
        act = _act(sentence)
        if act is not None:
            found += _parted(act.what)
            continue
        other = _OR_ELSE.match(sentence) if found and not sentence.rstrip().endswith("?") else None
        if other and len(other["what"].split()) <= _MOST_ELSE and not _PAST.search(sentence):
            found.append(_bare(_OR_LEAD.sub("", other["what"])))
    return tuple(dict.fromkeys(one for one in found if len(one.split()) >= _FEW))


def _parted(what: str) -> list[str]:
    """The ideas inside one sentence; parts too short to stand alone stay with what comes before."""
    kept: list[str] = []
    commas = _COMMA_VERB if re.search(r"\bor\b", what, re.I) else None
    parts = [part for one in _OR.split(what) for part in (commas.split(one) if commas else [one])]
    for part in parts:
        bare = _bare(_OR_LEAD.sub("", part))
        if kept and len(bare.split()) < _FEW:
            kept[-1] = f"{kept[-1]}, {part.strip()}"
        elif bare:
            kept.append(bare)
    return kept


def _act(sentence: str) -> Act | None:
    veiled = without_quotations(sentence)
    if _IF.match(veiled) or _WHENEVER.match(veiled) or _TO_THE_COACH.search(veiled) or _is_question(veiled):
        return None
    return _spoken_of(sentence, veiled) or _bare_act(sentence, veiled)


def _spoken_of(sentence: str, veiled: str) -> Act | None:
    """An act with its 'I will' or 'I could'; the firmest kind of saying first."""
    for pattern, force in _SAYINGS:
        match = pattern.search(veiled)
        while match is not None:
            start = match.start("bare" if "bare" in pattern.groupindex and match["bare"] else "what")
            undated = pattern is _BUSY and not find_when(veiled)
            act = None if undated or _not_meant(veiled[: match.start()]) else _whole(sentence, start, _softened(veiled, match.start(), start, force))  # fmt: skip
            if act is not None and not (pattern is _PRESENT and _PAST.search(veiled)):
                return act
            match = pattern.search(veiled, start)
    return None


def _bare_act(sentence: str, veiled: str) -> Act | None:
    """An act named by its verb alone, as in 'ask the sister', with or without the day in front."""
    first = find_when(veiled)
    at = veiled.find(first) + len(first) if first and _ONLY_LEAD.match(veiled[: veiled.find(first)]) else 0
    dated = first is not None
    match = _BARE.match(veiled, 0) or (_BARE_ON.match(veiled[at:]) if at else None)
    offset = 0 if match is None or match.re is _BARE else at
    match = match or (_DOING.match(veiled) if dated else None)
    if match is None or _PAST.search(veiled):
        return None
    soft = _HEDGE.match(veiled)
    return _whole(sentence, offset + match.start("what"), Force.IDEA if soft else Force.BARE)


def _softened(veiled: str, start: int, what: int, force: Force) -> Force:
    """A 'maybe' before it or in it makes an idea of the firmest words."""
    lead = veiled[max(0, start - 20) : what]
    return Force.IDEA if re.search(r"\b(?:maybe|perhaps|possibly)\b", lead, re.I) else force


def _whole(sentence: str, start: int, force: Force) -> Act | None:
    raw = tidy(_GOES_ON.sub("", sentence[start:]))
    what = cut(_bare(raw), _MOST) if force is not Force.IDEA else raw
    return None if _NO_ACT.match(what) or not what else Act(what, force, sentence)


def _bare(what: str) -> str:
    """The act without an aside on somebody, or the very words that are to be said."""
    for pattern in (_ASIDE, _WORDS_TO_SAY):
        shorter = tidy(pattern.sub("", what))
        if len(shorter.split()) > _FEW:
            what = shorter
    return tidy(what)


def _not_meant(before: str) -> bool:
    """True where the words before make it somebody else's saying, a doubt, or what follows from an 'if'."""
    return bool(
        _TOLD_BY_OTHERS.search(before) or _DOUBTED.search(before) or re.search(r"\b(?:if|unless)\b", before, re.I)
    )


def _is_question(veiled: str) -> bool:
    return bool(_ASKED.match(veiled)) and (
        veiled.rstrip().endswith("?") or not re.search(r"\bi['’]?ll\b", veiled, re.I)
    )
