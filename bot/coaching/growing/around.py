"""Who and what stands around a matter: colleagues named, days to come, things of the doctor's own."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching import named
from bot.coaching.casing import spelt
from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.people import Somebody
from bot.coaching.growing.slots import yours

_ONE: Final = (
    r"consultant|registrar|reg|sister|charge nurse|site nurse|specialist nurse|scrub nurse|nurse|matron|clerk"
    r"|receptionist|porter"
    r"|housekeeper|midwife|pharmacist|physio|dietitian|dietician|radiographer|radiologist|anaesthetist|surgeon"
    r"|hca|odp|paramedic"
    r"|social worker|psychologist|microbiologist|geriatrician|psychiatrist|manager|coordinator|trainer"
    r"|supervisor|tpd|director"
    r"|partner|gp|f1|f2|f3|fy1|fy2|sho|trainee|student|locum|fellow|boss|professor|prof|secretary|bloke"
    r"|colleague|tutor|governor"
    r"|play specialist|analyst|librarian|technician|mentor|ward clerk|bed manager|site manager|practice manager"
    r"|rota manager"
    r"|ops manager|ops lead|clinical lead|team lead|rota coordinator|medical director|ops director|clinical director"
)
_MANY: Final = (
    r"consultants|registrars|regs|sisters|nurses|matrons|clerks|receptionists|porters|cleaners|midwives"
    r"|pharmacists|physios"
    r"|radiographers|radiologists|anaesthetists|surgeons|hcas|odps|paramedics|managers|trainers|supervisors"
    r"|directors|partners"
    r"|gps|f1s|f2s|shos|trainees|juniors|students|secretaries|therapists|dietitians|geriatricians|psychiatrists|bosses"
)
_TEAM: Final = r"management|pharmacy|radiology|transport|finance|procurement|the ward|the lab|the board|switchboard"
_MENTION: Final = re.compile(
    rf"(?P<own>\b(?:my|our) )?(?P<the>\b(?:the|that|this|an?|another|one|his|her|their) )?(?P<adj>\b(?:old|new"
    rf"|senior|night|own|other|lead) )?"
    rf"\b(?:(?P<one>{_ONE})|(?P<many>{_MANY})|(?P<team>{_TEAM}))\b(?!['’]s\b)(?! (?:room|post|job|rota|form"
    rf"|office|lounge|surgery|practice|training|trainee|land|here\b))",
    re.I,
)
_NEEDS_ONE: Final = re.compile(
    r"gp|reg|registrar|sho|f[123]|fy[12]|trainee|fellow|locum|partner|student|prof|professor|colleague|director"
    r"|nurse|hca|tutor",
    re.I,
)
"""What stands for a place or for the writer, unless 'the' or 'my' goes before it."""

_SELF: Final = re.compile(
    r"\b(?:i'm|i am|im|as|being|been|be|become|became|was|made|to be|we're|we are)(?: an?| the)?(?: [a-z]+)?\s*$", re.I
)
_BEGINS: Final = re.compile(r"^\W*(?:[\w-]+ ){0,2}$")
"""How doctors begin: with who they are."""

_OWN_GRADE: Final = re.compile(
    r"^\W*(?:i'm |i am |im )?(?:an? |the )?(?:[\w&-]+ ){0,3}(?P<grade>reg|registrar|sho|f[123]|fy[12]|trainee"
    r"|fellow|gp|partner|consultant)\b",
    re.I,
)
_COMING: Final = re.compile(
    r"\b(?:by|before|until|till|from|for|on|this|next|comes? up in|starts?(?: in| on)?|due(?: on| in)?|is(?: on"
    r"| in)?|off at|in) "
    r"(?P<day>(?:next )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march"
    r"|april|june|july"
    r"|august|september|october|november|december|easter|christmas|the autumn|the spring|the summer))\b",
    re.I,
)
_AHEAD: Final = re.compile(
    r"\b(?:next|tomorrow|will|'ll|going to|gonna|by|before|until|till|starts?|due|comes up|leaving|leave in|off at)\b",
    re.I,
)
_BEHIND: Final = re.compile(r"\b(?:was|were|had|did|came|went|said|got|sent|told|asked)\b", re.I)
_TOMORROW: Final = re.compile(r"\b(?:tomorrow|tmrw|tmr|tonight|next week|next month|the weekend)\b", re.I)
_OWN: Final = re.compile(r"\b(?:i|me|my|we|us|our)\b|\bi['’]", re.I)
_NAMED_DAY: Final = {"tmrw": "tomorrow", "tmr": "tomorrow"}
_OWN_THING: Final = re.compile(
    r"\b(?:my|our) (?P<thing>(?:(?:own|new|old|little|night|morning|monthly|weekly|first|last) )?"
    r"(?:audit|rota|handover|huddle|ward round|board round|round|mdt|clinic|waiting list|list|project|poster"
    r"|email|letter|template"
    r"|checklist|protocol|guideline|pathway|teaching|dashboard|slides|survey|idea|fix|plan|group|committee"
    r"|pilot|review|report"
    r"|business case|proposal|portfolio|reflection|budget|appraisal|meeting|talk|presentation|sheet|form|app"
    r"|spreadsheet))"
    r"(?=\W*$|[,;:.!?]|\s(?:is|was|has|had|and|but|for|on|in|at|with|to|that|which|when|because|so|from|by"
    r"|about|of|got|gets|goes"
    r"|went|runs|says|said)\b)",
    re.I,
)


_UP_TO: Final = re.compile(
    r"\b(?:up to|down to|depends on|hangs on|waiting (?:for|on)|stuck with) (?:the |my |our )?$", re.I
)


def mentioned(text: str) -> tuple[Somebody, ...]:
    """The colleagues and teams that a message names, in order, each once; who writes it is none of them."""
    told: dict[str, Somebody] = {}
    own = _OWN_GRADE.match(text)
    for match in _MENTION.finditer(text):
        if own and not match["own"] and own["grade"].casefold() == (match["one"] or "").casefold():
            continue
        if match["own"] and (match["one"] or "").casefold() == "sister" and not match["adj"]:
            continue  # at home as likely as on the ward
        if match["one"] and _NEEDS_ONE.fullmatch(match["one"]) and not (match["own"] or match["the"]):
            continue
        before = text[: match.start()]
        if not match["own"] and (_SELF.search(before) or (match["one"] and not match["the"] and _BEGINS.match(before))):
            continue
        bare = " ".join(f"{match['adj'] or ''}{match['one'] or match['many'] or match['team']}".casefold().split())
        bare = re.sub(r"^(?:own|other) ", "", bare)
        if any(bare.startswith(one) or one.startswith(bare) for one in told):
            continue
        article = "" if match["team"] else "your " if match["own"] else "the "
        name = spelt(f"{article}{bare}")
        told.setdefault(bare, Somebody(name, name))
    return tuple(told.values())


def evidence(text: str) -> Iterator[Evidence | None]:
    """Of the whole message: the one it turns on, a day to come, a thing of the doctor's own."""
    who = _turned_on(text)
    yield found("person", 2, they=who, them=who)
    yield found("coming", 3, day=_day(text))
    thing = _OWN_THING.search(text)
    yield found("thing", 1, thing=yours(f"my {thing['thing']}") if thing else None)


def _day(text: str) -> str | None:
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if not _OWN.search(sentence):
            continue  # of somebody else: nothing has to be ready for it
        near = _TOMORROW.search(sentence)
        if near is not None and not _BEHIND.search(sentence):
            low = near[0].casefold()
            return _NAMED_DAY.get(low, low)
        match = _COMING.search(sentence)
        if match is not None and _AHEAD.search(sentence) and not _BEHIND.search(sentence):
            return spelt(match["day"].casefold())
    return None


def _turned_on(text: str) -> str | None:
    """The one colleague on whom it hangs, in so many words, or who does something; nobody wished for or denied."""
    told = [one.they for one in mentioned(text) if not one.are_many]
    hangs = next((one for one in reversed(told) if _UP_TO.search(text[: _place(one, text)])), None)
    return hangs or named.whose_view(text)


def _place(name: str, text: str) -> int:
    return max(0, text.casefold().find(name.split(" ", 1)[-1].casefold()))
