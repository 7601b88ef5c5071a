"""What rests on a source says so and says no more than it; nobody is named, and no study, whom nobody knows of here."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.grounded import Known
from bot.coaching.drafting.vetting.look import Line, Look
from bot.coaching.kinds import Act
from bot.coaching.record import Problem

_SPEAKS_FOR: Final = re.compile(
    r"\b(?:research(?:ers)?|stud(?:y|ies)|(?:the |some |good |strong |ample |plenty of )?evidence|literature|science"
    r"|scientists"
    r"|(?:the )?data|experts?|scholars|psychologists?|trials?|reviews?|surveys?|meta-analys[ei]s|reports?|papers?"
    r"|audits?"
    r"|statistics|figures|guidelines?|guidance|textbooks?|theor(?:y|ists)|the sources?|the books?|university|statement)"
    r"(?: \w+){0,4}? (?:shows?|showed|shown|found|finds?|suggests?|says?|tells? us|proves?|proved|demonstrat\w+|argues?"
    r"|indicates?|confirms?|agrees?|calls? (?:this|it|that)|is clear|supports?|recommends?|estimates?|asks? for"
    r"|puts? it|has it"
    r"|estimates?|links?|concludes?|published|names?|describes?|sets? out|warns?|advises?|states?)\b"
    r"|\baccording to (?!you|her|him|them|the (?:sister|nurse|consultant))|\b(?:it is|it has been) (?:well[- ]known"
    r"|proven"
    r"|established|(?:often |long )?(?:shown|demonstrated|proved|proven|known))\b|\bevidence[- ]based\b"
    r"|\bresearch[- ]backed\b"
    r"|\bthere is (?:good |strong |clear |growing |ample |some |plenty of )*(?:evidence|research|literature)\b"
    r"|\b(?:a|the|one|recent|classic|famous|well[- ]known|published) (?:\w+ ){0,3}(?:study|trial|survey|meta-analysis"
    r"|systematic review|textbook|theory|model|framework) (?:of|by|from|in|on|called|known)\b"
    r"|\b(?:is|are) (?:called|known as|termed) (?:the |a |an )?[a-z' -]+ (?:effect|theory|model|bias|syndrome"
    r"|principle|law)\b"
)
_ARGUES: Final = re.compile(
    r"(?:^|[.;:,] |\b(?:as|what|from|by|and|that|of|in|see|per|to|a|the) )"
    r"(?P<who>(?:[A-Z][\w'’-]+ ){0,3}[A-Z][\w'’-]+)(?: \w+){0,3}? "
    r"(?:argu(?:es|ed)|found|finds|shows|showed|says|said|writes|wrote|describes|described|suggests|calls|called|puts"
    r"|put|coined"
    r"|named|recommends|reports|reported|estimates|proved|notes|noted|warns)\b"
)
_CAPITAL: Final = re.compile(r"(?<![.?!:\"'(] )(?<![.?!:\"'(])(?<!^)\b[A-Z][A-Za-z'’-]*\b")
_ANY: Final = frozenset(
    "i im ive id ill monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july"
    " august september october november december nhs english british uk england scotland wales ireland christmas easter"
    " tto ttos it and or but whatsapp email hospital doctor registrar consultant trust ok".split()
)
_STRONG: Final = re.compile(
    r"\b(?:prov(?:e|es|ed|en|ing)|proof|guarantee\w*|always|never|without exception|invariably|in every (?:case"
    r"|hospital"
    r"|team|ward)|every (?:single )?(?:doctor|team|leader|hospital|time|clinician)|all (?:doctors|teams|leaders"
    r"|hospitals"
    r"|clinicians)|nobody|no one|none of|only goals|cannot fail|certain(?:ly)?|definitive\w*|conclusive\w*|undoubtedly"
    r"|demonstrat(?:e|es|ed|ion)|establish(?:es|ed)|showed|shown|causes?|caused|ensures?|the (?:best|only) way|must"
    r"|everyone"
    r"|anyone)\b"
)
_ALWAYS: Final = re.compile(
    r"\b(?:(?:always|never) (?!was\b|is\b|this\b|as\b|has\b|does\b)\w+s\b(?! (?:to|of))|(?:people|teams|rules|leaders"
    r"|doctors|patients|nurses"
    r"|staff|managers|colleagues|trainees|consultants|(?:\w+s|\w+) like (?:this|that|these|yours)|those who) (?:always"
    r"|never)\b"
    r"|in (?:any|every) (?:hospital|team|ward|trust|country|case|department)|every (?:single|doctor|team|leader"
    r"|hospital)"
    r"|only one thing|the only (?:way|thing that|reason|cure|answer)|all (?:doctors|people|teams|leaders)|(?:without"
    r"|no)"
    r" exceptions?|inevitabl[ey]|invariably|the whole of the|exactly the same"
    r"|(?:nobody|no one)(?: who| in any| ever| can)"
    r"|(?:everyone|everybody) (?:knows|feels|does|has|wants|needs|agrees)|always (?:will|open)|never (?:fail|work"
    r"|teach|change|forget|regret|be)|proven|proves?|guarantee\w*|works? every time|by definition"
    r"|beyond (?:any )?doubt)\b"
)
"""What no claim of the coach's own can carry."""
_OF_ONE: Final = re.compile(r"(?:always|never) \w+s$")
"""'Never ends', which is said of one thing in the story as often as of the world."""
_SWEEPING: Final = frozenset({"always", "never", "everyone", "everybody"})
_CLAIMS: Final = frozenset({Act.CHALLENGE, Act.INFORM, Act.ADVISE})
_DIRECTIONS: Final = (("more", "fewer"), ("more", "less"), ("higher", "lower"), ("better", "worse"), ("rise", "fall"))
_TELLING: Final = 3
_MOST_NEW: Final = 0.4
"""The share of the telling words of a sentence that cites which its evidence need not have."""


def faults(look: Look) -> Iterator[Problem]:
    """Unknown and missing keys, claims beyond the evidence, and names that nobody mentioned."""
    keys = {one.key for one in look.sheet.guided.citations}
    for line in look.lines:
        if line.cites is not None and line.cites not in keys:
            yield Problem(code="unknown_citation", detail=f"cites {line.cites!r}, which is no evidence of this turn")
    due = {one.cites for one in look.sheet.guided.sentences if one.cites}
    used = {one.cites for one in look.lines if one.cites}
    if due and not due & used:
        yield Problem(code="missing_citation", detail="this move gives a piece of the literature, and none is cited")
    for line in look.lines:
        yield from _uncited(line, look)
        yield from _too_sure(line, look)
        if line.cites in keys:
            yield from _beyond(line, look)
        yield from _speaks_for(line, look, cited=bool(used & keys))
    yield from _names(look)


def _uncited(line: Line, look: Look) -> Iterator[Problem]:
    """A sentence that says what the evidence says, or informs, and names no key."""
    if line.cites or line.asks or not look.sheet.evidence:
        return
    own = plainly.stems(line.own) - look.doctor_stems
    shared = own & plainly.stems(look.sources)
    if len(shared) >= _TELLING and len(shared) * 2 >= len(own) and not _is_title(line, look):
        yield Problem(code="missing_citation", detail=f"says what the evidence says and cites nothing: {line.text!r}")


def _is_title(line: Line, look: Look) -> bool:
    """Whether the sentence only names the authors."""
    authors = plainly.stems(" ".join(one.author for one in look.sheet.guided.citations))
    return bool(authors & plainly.stems(line.own)) and len(plainly.tokens(line.own)) < 16


def _too_sure(line: Line, look: Look) -> Iterator[Problem]:
    """'Always' and 'nobody', where the coach claims something, unless somebody said so."""
    if line.asks:
        return
    for hit in _ALWAYS.finditer(line.plain):
        words = hit.group(0)
        of_one = _OF_ONE.match(words) is not None and line.act not in _CLAIMS
        sure = line.act in _CLAIMS or (" " in words and not of_one) or words in _SWEEPING
        of_itself = line.plain[: hit.start()].endswith("i have ")
        if sure and not of_itself and words not in look.known_plain:
            yield Problem(code="overclaim", detail=f"claims more than anybody can know: {words!r}")
            return


def _beyond(line: Line, look: Look) -> Iterator[Problem]:
    """A claim that is stronger than the evidence, turns it round, or has little to do with it."""
    evidence = plainly.spelt_out(look.sources)
    for hit in _STRONG.finditer(line.plain):
        if hit.group(0)[:5] not in evidence:
            yield Problem(code="overclaim", detail=f"more than the evidence says: {hit.group(0)!r}")
            break
    own = set(plainly.tokens(line.own))
    there = set(plainly.tokens(look.sources))
    for one, other in (*_DIRECTIONS, *((right, left) for left, right in _DIRECTIONS)):
        if one in own and one not in there and other in there and other not in own:
            yield Problem(code="overclaim", detail=f"turns the evidence round: {one!r}")
            break
    telling = plainly.stems(line.own)
    new = {plainly.stem(one) for one in Known(look).new_in(line.own)}
    if len(telling) > _TELLING and len(new) > _MOST_NEW * len(telling):
        yield Problem(code="overclaim", detail="says what the evidence cited does not say")


def _speaks_for(line: Line, look: Look, *, cited: bool) -> Iterator[Problem]:
    hit = _SPEAKS_FOR.search(line.plain)
    if hit is None or line.asks or (cited and line.act is Act.INFORM and look.sheet.evidence):
        return
    if (
        not re.search(r"\b(?:i (?:cannot|do not|have no)|sources i hold)\b", line.plain)
        and hit.group(0) not in look.doctor_plain
    ):
        yield Problem(code="invented_source", detail=f"speaks for research that is not given: {hit.group(0)!r}")


def _names(look: Look) -> Iterator[Problem]:
    """Words with a capital, and whoever argues something, that nobody mentioned."""
    for line in look.lines:
        outside = re.sub(r'""', "x", line.own)
        strange = [one for one in _CAPITAL.findall(outside) if not _is_known(one, look)]
        if strange:
            yield Problem(code="unknown_name", detail=f"names what nobody mentioned: {strange[0]!r}")
            return
        for hit in _ARGUES.finditer(line.own):
            who = [one for one in hit["who"].split() if not _is_known(one, look) and not _is_plain(one, look)]
            if who:
                yield Problem(code="unknown_name", detail=f"speaks for somebody whom nobody mentioned: {who[0]!r}")
                return


def _is_known(word: str, look: Look) -> bool:
    low = plainly.straight(word).replace("'", "").casefold()
    parts = [one for one in re.split("-", low) if one]
    told = look.known_tokens
    return all(
        one in told
        or one in _ANY
        or one.removesuffix("s") in told
        or f"{one}s" in told
        or one.removesuffix("s") in _ANY
        for one in parts
    )


def _is_plain(word: str, look: Look) -> bool:
    """Whether a word may begin a sentence without being a name."""
    low = word.casefold()
    return low in look.ground.names.ordinary or low in look.ground.names.public
