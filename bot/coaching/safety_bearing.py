"""Words that bear on a danger to the doctor, without which a model's number alone seldom asks a blunt question.

They decide nothing by themselves: they keep the coach from asking a doctor about suicide because an answer, torn from
its question, happens to lie near such messages. Wide on purpose, and far from complete.
"""

import re
from functools import lru_cache
from typing import Final

from bot.coaching.plain import plain, sentences

_NOT: Final = r"(?:not|never|no longer|\w+n'?t|cannae|dinnae|without)"
MEANS: Final = (
    r"(?:my|both|the) wrists?|od'?d|anti-?freeze|all my (?:antidepressants?|tablets|pills|meds)"
    r"|noose|helium|curtain rail|flyover|petrol|(?:the|a|window) ledge|ledge|helipad|rail(?:ing)?s|tracks|hit me"
    r"|my head in|(?:resuscitate|save|find|stop) me|(?:it|either) to me|stomach pump\w*|scalpel"
    r"|gun (?:licence|cabinet)|potassium|insulin|bag over"
)
"""Means, places and acts, of which a number says what they are for."""

_FAMILIES: Final = (
    # death and what belongs to it
    r"suicid\w*|d(?:ie[sd]?|ying|ead|eath)|kill\w* (?:me|my)\w*|funeral|coffin|obituary|next of kin|my will|ashes|alive"
    rf"|{_NOT} (?:\w+ ){{0,3}}(?:live|living)|living any ?more|my own life|born",
    # not being here, not waking, vanishing
    rf"{_NOT} (?:\w+ ){{0,3}}(?:be(?:ing)? (?:here|around|there|in it|a problem|missed)|exist|wak\w+|come back|matter)"
    r"|being here|still (?:be )?here|(?:if|when) i'm not (?:here|there)|(?:wasn't|weren't|not) there (?:any ?more"
    r"|at all)|disappear\w*|vanish\w*|be(?:ing)? gone|(?:when|if|once|after|until) i'?m gone"
    r"|wake up|waking up|sleep (?:for ?ever|through it|and not)|switch(?:ed)? off|just stop|without me",
    # an end, a way out, no more
    r"end (?:it|this|things|of me)|ending (?:it|things)|way out|(?:make|want) it (?:all )?(?:to )?stop|it all to stop"
    r"|over with|no (?:future|way (?:on|forward)|tomorrow)|any ?more|(?:had|'ve had) enough|done with (?:it|this"
    r"|everything)",
    # means, and places
    r"tablets?|pills?|stash\w*|stockpil\w*|overdos\w*|insulin|potassium|propofol|fentanyl|morphine|vials?|ampoules?"
    r"|drawer|rope|ligature|blade|scalpel|razor|cut(?:ting)? (?:myself|my|again)|scars?|sleeves|bridge|viaduct|cliff"
    r"|river|canal|reservoir|quay|roof|ledge|multi-?stor\w+|platform|tracks|train|lorry|barrier|swerv\w*|the wheel"
    r"|seat ?belt|headlights|drink(?:ing)?|drank|drunk|vodka|gin|whisky|wine|bottles?",
    # farewells and putting in order
    r"good-?bye|farewell|my letters|(?:letters?|notes?|envelopes?) (?:to|for|in|on)|passwords?|in order|squared away"
    r"|giv\w+ (?:it |them )?away"
    r"|gave (?:\w+ ){0,4}away|look after (?:the|my)|remember me|insurance|pension|last (?:day|shift|one|handover"
    r"|clinic)",
    # no hope, no worth, a burden
    r"(?:what'?s|whats|see) the point|no point|pointless|hopeless\w*|worthless|useless|waste of (?:space|air|oxygen)"
    r"|burden\w*|better off|better without|in the way|(?:would anyone"
    r"|(?:nobody|no one|anyone|they|who)(?:'d| would| will|'ll)) (?:even |really )?"
    r"(?:miss|notice|care|look|find)|hate (?:myself|me)|loathe|deserve|waste of a \w+",
    # past coping; numb; strangely calm
    r"(?:can'?t|cannot|cannae|couldn'?t|don'?t think i can) (?:\w+ ){0,2}(?:do (?:this|it|another)|go on|carry on"
    r"|cope|face|take|keep)"
    r"|nothing left|empty|hollow|numb|(?:so|very|quite|strangely|oddly|feel|felt) (?:calm|peaceful|quiet|light)"
    r"|at peace|peaceful"
    r"|decided|made up my mind|dark\w*|thoughts? (?:of|about|at)|voices|crying|not safe|l(?:ie|ying) (?:on|down)"
    r"|the floor|engine|harm\w*|hurt(?:ing)? (?:my|me)\w*",
    MEANS,
)
_BEARS: Final = re.compile(r"\b(?:" + "|".join(_FAMILIES) + r")\b")

_MEANS: Final = re.compile(rf"\b(?:{MEANS})\b")
_SMALL: Final = (
    r"(?:honestly|sorry|just|really|god|ugh|tbh|look|no|so|but|and|tonight|now|today|anyway"
    r"|please|right|ok)"
)
_AT_AN_END: Final = re.compile(
    rf"\W*(?:{_SMALL}\W+)*(?:(?:i )?(?:just |really |honestly |simply )*(?:can't|can not|cannae)"
    r"|(?:i )?(?:don't (?:think|know (?:if|that|how))|am not sure|i'm not sure|not sure) (?:that )?i can) "
    r"(?:\w+ly |even )?(?:(?:do|take|face|bear|stand|cope with|keep doing|go on with|carry on with|go through) "
    r"(?:all |any of )?(?:this|it|that)|go on|carry on|keep going|cope) any ?more"
    rf"(?:,? (?:any|all|none) of (?:it|this))?(?:\W+{_SMALL})*\W*"
)
_NEARLY_ALONE: Final = 4
"""Words beside it at most: with more, the message says what it is that cannot be done."""


_STATE: Final = (
    # how somebody is, and what measures it
    r"sats?|news|obs|bp|gcs|mews|temp|pulse|hr|rr|ecg|spo2|lactate|potassium|sodium|glucose|bm|gas|hb|haemoglobin"
    r"|troponin"
    r"|inr|crp|ct|x-?ray|bloods?|arrest\w*|peri-?arrest|bleed\w*|breath\w*|airway|stridor|choking|seiz\w+|fitting|fits"
    r"|sep(?:sis|tic)|stroke|chest pain|grey|blue|clammy|mottled|drowsy|confused|unrous\w+|unresponsive|deteriorat\w+"
    r"|sinking|dying|die[sd]?|dead|collapsed?|fell|falls|ligature|floppy|bruis\w+|systolic|pupils|urine|anaphyla\w+"
    r"|hallucinat\w+|sectioned|abscond\w*|missing|dementia"
    # what is given, done or running
    r"|overdos\w*|insulin|heparin|warfarin|morphine|opioids?|gentamicin|methotrexate|dose[sd]?|infusion|pump|drip|drug"
    r"|allerg\w+|antibiotics?|transfus\w+|consent\w*|wrong (?:side|site|leg|arm|eye|patient|drug|dose|blood)|swabs?"
    r"|anaesth\w+|scrub\w*|incision|units?|mg|mls?|litres?|drain|tube|lines?|kidney|guidewire|clamp|chemo|syringe"
    r"|driver"
    r"|lp|lumbar puncture|stomach|biopsy|cancer|kits?|caesar|ctg|labour|defib\w*|crash|oxygen|suction|alarm\w*"
    r"|monitors?"
    r"|ventilat\w+|vents?|hoist"
    # whether anybody is there, and fit to act
    r"|drunk|drink\w*|vodka|smell\w*|slurr\w+|asleep|shaking|staff(?:ing|ed)?|short|alone|cover\w*|bleep\w*"
    r"|not answer\w*|2222|uncontactable|safeguard\w*|capacity|handed over|handover|tonight"
)
_WHO: Final = (
    r"patients?|pts?|resus|bays?|beds?|cubicles?|side ?rooms?|wards?|theatre|list|nicu|picu|itu|icu|hdu|ambulance"
    r"|trolleys?"
    r"|mum|mother|woman|lady|man|chap|lad|gentleman|girl|boy|he|she|her|him|his|elderly|resident|child\w*|kids?|toddler"
    r"|baby|babies|neonat\w+|midwi\w+|nurses?|doctors?|registrar|reg|consultant|locum|night jobs|supper|board|haem\w*"
    r"|scan|film|result|driv(?:e|es|ing)"
)
_OF_STATE: Final = re.compile(rf"\b(?:{_STATE})\b")
_OF_PATIENT: Final = re.compile(rf"\b(?:{_STATE}|{_WHO})\b")


@lru_cache(maxsize=8)
def bears_on_patient(text: str, *, midway: bool = False) -> bool:
    """Whether the words of a message could bear on a danger to a patient.

    At first who it is about is enough; midway, where people are spoken of anyway, it takes a word of how they are, what
    is done to them or who is not there.
    """
    return bool((_OF_STATE if midway else _OF_PATIENT).search(plain(text)))


def at_an_end(text: str) -> bool:
    """Whether it says, and nearly nothing else, that they can do no more: whom that is said of, only they can tell."""
    said = sentences(text)
    others = [one for one in said if not _AT_AN_END.fullmatch(one)]
    return len(others) < len(said) and sum(len(one.split()) for one in others) <= _NEARLY_ALONE


@lru_cache(maxsize=8)
def bears_on_self(text: str) -> bool:
    """Whether the words of a message could bear on a danger to the doctor at all."""
    return bool(_BEARS.search(plain(text)))


def names_means(text: str) -> bool:
    """Whether the words name means, a place or an act that can end a life."""
    return bool(_MEANS.search(plain(text)))
