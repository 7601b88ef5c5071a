"""Details with a form of their own, such as an NHS number, a date of birth or a postcode: patterns and checks."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from bot.coaching.model import Identifier

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = (
    rf"(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}(?P<sep>[\s./-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d{{2}})"
    rf"|{_DAY}(?:\s+of)?[\s-]*{_MONTH},?[\s-]*(?:\d{{4}}|['’]?\d{{2}})|{_MONTH}\s+{_DAY},?\s+\d{{4}})(?!\d)"
)
_YEARLESS: Final = rf"(?:{_DAY}(?:\s+of)?[\s-]*{_MONTH}|\d{{8}}|\d{{1,2}}[./-]\d{{1,2}})(?!\w)"
_IS: Final = r"[\s:;=,(–-]*(?:(?:is|was|of|on|the)\s+){0,3}"

_EMAIL: Final = re.compile(r"(?<![\w.@])\w[\w.+'’-]*@[\w-]+(?:\.[\w-]+)+")
_NHS_CUE: Final = re.compile(
    r"\b(?:nhs|chi|h\s?&\s?c|hsc)\b\W*(?:no|num|number|id)?\b[.:#\s]*(?:is\s+|was\s+)?"
    r"(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)",
    re.I,
)
_NHS: Final = re.compile(r"(?<![\w./-])(\d{3}([ -]?)\d{3}\2\d{4})(?![\w/]|[.-]\d)")
_PHONE: Final = re.compile(
    r"(?<![\w./])((?:(?:\+|00\s?)44[\s-]?(?:\(0\)\s?)?|44[\s-]?(?=7[\s-]?\d)|\(?0)\d(?:[\s()-]{0,2}\d){8,9})(?!\d|[./]\d)"
)
_GMC: Final = re.compile(
    r"\bgmc\b[\s:#.-]*(?:reg(?:istration)?\b\.?\s*)?(?:no|num|number|ref|reference|id)?\b\.?[\s:#]*(?:is\s+)?(\d{7})(?!\d)",
    re.I,
)
_NI: Final = re.compile(
    r"(?<![\w-])([a-ceghj-prstw-z][a-ceghj-npr-tw-z]([\s-]?)\d{2}[\s-]?\d{2}[\s-]?\d{2}[\s-]?[a-d])(?!\w)", re.I
)
_BORN: Final = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|birth\s?date|birthday|born){_IS}({_DATE})", re.I
)
_AND_BORN: Final = re.compile(
    rf"[\s,;]+(?:and\s+|or\s+)?(?:the\s+)?(?:other|second)(?:\s+one)?\s+(?:was\s+)?(?:on\s+)?({_DATE})",
    re.I,
)
"""A second date right behind one of birth: 'one born 7 June 1952, the other 7 July 1952'."""

_DOB_SHORT: Final = re.compile(rf"\b(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth){_IS}({_YEARLESS})", re.I)
_HOSPITAL: Final = re.compile(
    r"\b(?:mrn|crn|(?:hosp(?:ital)?|unit|case\s?notes?|chart|patient|pt|pas|record|district)[\s.]*(?:no|num|number|id|ref)\b)"
    r"[.:#\s]*(?:is\s+|was\s+)?"
    r"(\d{2,4}(?: \d{2,4}){1,3}\b|(?=(?:[a-z]*[/-]?\d){4})[a-z]{0,4}[/-]?\d[\da-z]*(?:[/-][\da-z]+)*)",
    re.I,
)
_POSTCODE: Final = re.compile(r"(?<![\w.])(([a-z]{1,2})\d[a-z\d]?\s?\d([abd-hjlnp-uw-z]{2}))(?!\w)", re.I)
_AREAS: Final = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en "
    "ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv ka kt kw ky l la ld le ll ln ls lu m me mk ml n "
    "ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf "
    "tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze".split()
)
_NO_INWARD: Final = frozenset("st nd rd th hr bd".split())

_ROADS: Final = (
    r"road|rd|street|st|avenue|ave|lane|ln|close|cl|drive|way|crescent|cres|gardens|gdns|terrace|place|court|ct|grove|park"
    r"|hill|rise|square|sq|mews|row|walk|view|parade|wynd|brae|vale|fold|croft"
)
_ADDRESS: Final = re.compile(
    r"(?<![\w./£-])((?:(?:flat|apartment|apt)\s+\w{1,4},?\s+)?\d{1,4}[a-z]?(?:-\d{1,4})?,?\s+"
    rf"(?P<words>[^\W\d_][\w'’]*\.?(?:[\s-][^\W\d_][\w'’]*){{0,2}}?)\s(?P<road>{_ROADS}))(?![\w'’-])",
    re.I,
)
_WELSH: Final = re.compile(
    r"(?<![\w./£-])(\d{1,4}[a-z]?,?\s(?:Heol|Ffordd|Stryd|Lôn|Maes|Clos|Rhodfa)\s(?:[Yy]r?\s)?[A-Z][\w'’]*(?:\s[A-Z][\w'’]*)?)"
)
_SURE_ROADS: Final = frozenset("road rd street avenue ave lane crescent gardens terrace grove mews".split())
_NOT_ROAD_NAMES: Final = frozenset(
    "a an and are at by cars beds bays day days different doctors down for from he hour hours hr hrs i in is "
    "it metres mile miles min mins minute minutes month months more my nurses of off on one or other our out "
    "patients people per she the their they to two up was way ways we week weeks with year years yr yrs "
    "hundred downing".split()
)
_NOT_HOUSES: Final = re.compile(
    r"\b(?:ward|bay|bed|room|level|floor|band|step|phase|page|figure|table|theatre|clinic)\s*$", re.I
)
_AFTER_ROAD: Final = re.compile(r"\s*(?:clinic|practice|surgery|hospital|site|health|medical|campus)\b", re.I)
_LIVES: Final = re.compile(r"\b(?:lives?|living|address|letter|home|visit|house|sent|drove)\b[^.!?\d]{0,20}$", re.I)


def patterned(text: str) -> list[Identifier]:
    """Return every detail found by its form, the surest kind first; spans of different kinds may overlap."""
    found: list[Identifier] = []
    for kind, search in _SEARCHES:
        found += [Identifier(kind=kind, start=start, end=end) for start, end in search(text)]
    return found


def birth_date_after(text: str, end: int) -> tuple[int, int] | None:
    """The span of a date with a year of birth that stands right behind a name ending at `end`, if there is one."""
    match = _AFTER_NAME.match(text, end)
    return match.span(1) if match else None


def _groups(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    """A search that takes the first group of each match without further checks."""

    def search(text: str) -> Iterator[tuple[int, int]]:
        return (match.span(1) for match in pattern.finditer(text))

    return search


def _emails(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _EMAIL.finditer(text)) if "@" in text else iter(())


def _nhs_numbers(text: str) -> Iterator[tuple[int, int]]:
    """A number after the letters NHS counts as it stands; one without must pass the check digit."""
    for match in _NHS_CUE.finditer(text):
        yield match.span(1)
    for match in _NHS.finditer(text):
        if _passes_check(re.sub(r"\D", "", match.group(1))):
            yield match.span(1)


def _passes_check(digits: str) -> bool:
    """The modulus 11 check of an NHS number; a number of one digit repeated, or starting with 0, is none."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9]) and len(set(digits)) > 1 and digits[0] != "0"


def _phones(text: str) -> Iterator[tuple[int, int]]:
    """Geographic and mobile numbers; helplines and other numbers of organisations (03, 08, 09) are left."""
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group(1).replace("(0)", ""))
        national = re.sub(r"^(?:00)?44", "0", digits)
        if national[1] in "127" and len(national) in (10, 11):
            yield match.span(1)


def _ni_numbers(text: str) -> Iterator[tuple[int, int]]:
    for match in _NI.finditer(text):
        if not (match.group(1)[:2] in ("am", "at", "as", "an", "by", "he", "me", "my", "we") and match.group(2) == " "):
            yield match.span(1)


def _births(text: str) -> Iterator[tuple[int, int]]:
    """Dates behind 'born' and the like, and a second one told with the first."""
    for match in _BORN.finditer(text):
        yield match.span(1)
        if second := _AND_BORN.match(text, match.end(1)):
            yield second.span(1)


def _postcodes(text: str) -> Iterator[tuple[int, int]]:
    """A postcode has an area that exists; `st4 5th` and the like are grades and ordinals."""
    for match in _POSTCODE.finditer(text):
        if match.group(2).lower() in _AREAS and match.group(3) not in _NO_INWARD:
            yield match.span(1)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for match in _WELSH.finditer(text):
        yield match.span(1)
    for match in _ADDRESS.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if not _NOT_HOUSES.search(before) and not _AFTER_ROAD.match(text, match.end()) and _is_road(match, before):
            yield match.span(1)


def _is_road(match: re.Match[str], before: str) -> bool:
    """True where the words between the number and `road` read as a name: capitals, or a plain sort of road."""
    words, road = match.group("words").split(), match.group("road")
    if any(word.lower() in _NOT_ROAD_NAMES for word in words) or road.isupper():
        return False
    capitals = road[0].isupper() and all(word[0].isupper() for word in words)
    return capitals or road.lower() in _SURE_ROADS or bool(_LIVES.search(before))


_AFTER_NAME: Final = re.compile(
    rf"[\s,(]{{1,3}}((?:\d{{1,2}}[./-]\d{{1,2}}[./-]|{_DAY}\s+{_MONTH}\s+)(?:19\d\d|200\d|201[0-5]))(?!\d)", re.I
)
_SEARCHES: Final[tuple[tuple[str, Callable[[str], Iterator[tuple[int, int]]]], ...]] = (
    ("email", _emails),
    ("gmc number", _groups(_GMC)),
    ("nhs number", _nhs_numbers),
    ("hospital number", _groups(_HOSPITAL)),
    ("national insurance number", _ni_numbers),
    ("date of birth", _births),
    ("date of birth", _groups(_DOB_SHORT)),
    ("phone", _phones),
    ("address", _addresses),
    ("postcode", _postcodes),
)
