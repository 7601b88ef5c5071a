"""The form of a reply: its length, plain prose in British English, and nothing that is no prose."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching import asking
from bot.coaching.drafting.vetting import plainly
from bot.coaching.drafting.vetting.look import Look, found
from bot.coaching.record import Problem

_FEWEST_WORDS: Final = 4
_SLACK: Final = 3 / 2
"""Models cannot count: what they are told is the most may be overrun by half."""
_FEWEST_OF_SENTENCE: Final = 5
_LOUD: Final = 5
_ODD: Final = re.compile(r"[^A-Za-z0-9À-ÖØ-öø-ÿ .,;:?'\"“”‘’–—…()/£%&-]")
_LIST: Final = re.compile(
    r"(?:^|\s)(?:\(?\d{1,2}[.)]|\(?[a-h]\)|[-–—•])\s+(?=[A-Z])(?=.*\s(?:\(?\d{1,2}[.)]|\(?[a-h]\)|[-–—•])\s+[A-Z])"
    r"|^\s*(?:\(?[1-9][.)]|\(?[a-h]\)|[-–—•])\s+"
    r"|\([a-e1-5]\) .*\([a-e1-5]\) |(?:^|[.;:] )(?:First|Firstly|One|Step one|Option A)[:.,)] .*\b(?:[Ss]econd"
    r"|[Ss]econdly|[Tt]wo|[Ss]tep two|[Oo]ption B)[:.,)] "
    r"|\b(?:Situation|Background|Assessment|Goal|Reality|Options|Summary|Reflection|Question|Next steps?|Key points?"
    r"|Action"
    r"|Note|Coach|Doctor|Assistant|User|System|Human|Response|Output|Message|Aim|Answer|Reply) ?: "
)
_LINK: Final = re.compile(
    r"https?:|\bwww\.|\b[\w-]+\.(?:com|org|net|io|gov|uk|nhs|co|edu|info)\b|\b\w+/\w+/\w+|&\w+;|\bchannel\b:", re.I
)
_CODE: Final = re.compile(
    r"\b(?:def|import|print|select|return|function|class|var|null|true|false)\b ?[(:;=]|\(\)", re.I
)
_EMOTICON: Final = re.compile(r"(?:^|\s)[:;]-?[)(DP]|:\w+:")
_AMERICAN: Final = re.compile(
    r"\b(?:behavio(?:r|rs|ral)|organiz\w+|recogniz\w+|prioritiz\w+|color(?:s|ed)?|centers?|favorites?|realiz\w+"
    r"|analyz\w+"
    r"|apologiz\w+|emphasiz\w+|minimiz\w+|maximiz\w+|summariz\w+|criticiz\w+|normaliz\w+|utiliz\w+|finaliz\w+"
    r"|generaliz\w+"
    r"|acknowledgment|judgment call|honor(?:s|ed|ing)?|humor|neighbor\w*|rumors?|labor|rigor|fulfill(?:s|ment)?"
    r"|skillful"
    r"|counselor|counseling|modeling|modeled|traveled|canceled|canceling|labeled|labeling|gray|mom|moms|gotten"
    r"|pediatric\w*|anesthe\w+|orthopedic\w*|edema|hemo\w+|licensed? to|defense|offense|program(?!me|med|ming)s?"
    r"|attendings?"
    r"|math|refrigerators?|y'?all|take-?out|elevators?|sidewalk|apartments?|interns?|blood work|on the books|cabs?"
    r"|yogurt|trash|garbage|movies?|soccer|diapers?|faucet|airplane|gas station|parking lot|anesthesiologist|snuck"
    r"|dove into|touch base|reach(?:ing)? out|rain check|figure out|toward\b|normalcy|oftentimes|anyways|license"
    r"|practicing|gurneys?|theaters?|liters?|fibers?|caliber|meager|specters?|folks|orderl(?:y|ies)|vacations?"
    r"|sweaters?|zip code|restrooms?|co-?workers?|pagers?|paged|code blue|emergency room|operating rooms?"
    r"|med(?:ical)? student loans|semesters?|freshman|candy|cookies|drugstore|truck|highway|downtown|pissed|mad at"
    r"|jerk|dude|guys|gonna|aging|skeptic\w*|enroll(?:s|ment)?|installment|willful|pretense|catalog|dialog|leukemia"
    r"|anemi[ac]|diarrhea|esophag\w+|fetus|gynecolog\w+|hemorrh\w+|maneuver\w*|favor(?:s|ed|ing|able|ite)?|flavors?"
    r"|harbor\w*|savior|vigor|vapor|tumors?|endeavor\w*|demeanor|candor|odor|behaviors?"
    r"|[a-z]{3,}(?<!capsi)(?<!prepri)iz(?:e|es|ed|ing"
    r"|ations?)(?<!prize)(?<!prized)(?<!size)(?<!sized)(?<!seize)(?<!seized)(?<!capsize)|[a-z]+lyz(?:e|es|ed|ing)|math"
    r"|vacation|cellphone|residents(?! doctors?)|licens(?:e) your)\b",
    re.I,
)
_ROOMS: Final = re.compile(r"\b(?:one|the|two|an|your|that|each|every|in|to|of) (?:OR|ER)s?\b")
"""The operating room and the emergency room, which are none here."""
_CAPITALS: Final = re.compile(r"\b[A-Z]{3,}\b")
_ENGLISH: Final = frozenset(
    "the a an and or but if of to in on at by for from with without as than that this these those is are was were be"
    " been"
    " am do does did has have had will would could can should might may must not no you your yours i me my it its he"
    " him"
    " his she her they them their we us our what how who which when where why whose there here so then now one two"
    " some any"
    " all each more most much only just out up down off over into about before after again still yet".split()
)
_ALLOWED_CAPITALS: Final = frozenset({"NHS", "USA"})
_END: Final = re.compile(r"[.?!:…][\"')]*$")


def faults(look: Look) -> Iterator[Problem]:
    """All that keeps it from being a short reply in plain prose."""
    yield from _length(look)
    yield from found("not_plain", "a character that plain prose has no use for", _ODD, look.raw)
    if any(not one.isprintable() for one in look.raw):
        yield Problem(code="not_plain", detail="a control character or a line of its own")
    for what, pattern in (("a list or a heading", _LIST), ("a link or a path", _LINK), ("code", _CODE)):
        for line in look.lines:
            yield from found("not_plain", what, pattern, line.own)
    yield from found("not_plain", "an emoticon", _EMOTICON, look.raw)
    if look.text.count('"') % 2:
        yield Problem(code="not_plain", detail="a quotation that is not closed")
    yield from _words(look)


def _length(look: Look) -> Iterator[Problem]:
    words, most = len(look.text.split()), int(_SLACK * look.sheet.guide.words)
    if words > most:
        yield Problem(code="too_long", detail=f"{words} words, {most} allowed")
    if words < _FEWEST_WORDS:
        yield Problem(code="stump", detail=f"{words} words are no reply")
    cut = next((one.text for one in look.lines if not _END.search(one.text)), None)
    if cut is not None and not cut.endswith('"'):
        yield Problem(code="stump", detail=f"a sentence that does not end: {cut!r}")


def _words(look: Look) -> Iterator[Problem]:
    """Other spelling, other languages, shouting."""
    for pattern in (asking.AMERICAN, _AMERICAN, _ROOMS):
        hit = pattern.search(look.own)
        if hit and hit.group(0).casefold() not in look.known.casefold():
            yield Problem(code="american_spelling", detail=f"spelt as in America: {hit.group(0)!r}")
            break
    for line in look.lines:
        for sentence in plainly.sentences(line.own):
            words = re.findall(r"[a-z]+", sentence.casefold())
            foreign = len(words) > _FEWEST_OF_SENTENCE and not _ENGLISH.intersection(words)
            if foreign and not look.mostly_told(sentence, 0.5):
                yield Problem(code="not_english", detail=f"not English, or no sentence: {sentence!r}")
    yield from _shouting(look)


def _shouting(look: Look) -> Iterator[Problem]:
    known = set(re.findall(r"\w+", look.known))
    loud = [one for one in _CAPITALS.findall(look.own) if one not in _ALLOWED_CAPITALS]
    plain = [one for one in loud if one not in known and _is_a_word(one, look)]
    if plain:
        yield Problem(code="shouting", detail=f"in capitals: {plain[0]!r}")
    several = re.search(r"\b[A-Z]{4,} [A-Z]{4,}\b", look.own)
    if several:
        yield Problem(code="shouting", detail=f"in capitals: {several.group(0)!r}")


def _is_a_word(capitals: str, look: Look) -> bool:
    """Whether it is a word of every day and no abbreviation."""
    low = capitals.casefold()
    return low in _ENGLISH or (len(low) >= _LOUD and low in look.ground.names.ordinary)
