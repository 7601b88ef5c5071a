"""What goes on and on, what is asked of the doctor, what they might do, what it is like: told in a fixed form."""

import re
from collections.abc import Iterator
from typing import Final

from bot.coaching.growing.denied import deed
from bot.coaching.growing.evidence import Evidence, found
from bot.coaching.growing.people import START, SUBJECT, somebody
from bot.coaching.growing.seldom import Seldom
from bot.coaching.growing.slots import reach, yours
from bot.coaching.growing.verbs import BARE, of_perfect, of_third

_DOING: Final = (
    r"(?P<doing>(?!(?:th|noth|someth|everyth|anyth|morn|even|be|feel|meet|dur|go|hav|think|wonder)ing\b)"
    r"[a-z]{2,}ing\b.*)"
)
_KEEP: Final = re.compile(
    rf"(?:\bi (?:just |still )?(?:keep|kept|always end up|end up|ended up|find myself|spend \w+ \w+)|\bi'?ve"
    rf" (?:been|started|taken to)|\bi (?:started|took to)|^\W*(?:just )?keep) {_DOING}",
    re.I,
)
_THEY_KEEP: Final = Seldom(
    rf"{START}{SUBJECT}(?: |(?='))(?:just |still |have |has |'ve )*(?:keeps?|kept|started|begun|(?:'s|is|are"
    rf"|'re) (?:always|constantly|forever)) {_DOING}",
    needs="keep|kept|started|begun|always|constantly|forever",
)
_TOLD_TO: Final = re.compile(
    r"(?:\bi(?:'m| am| was|'ve been| have been)|^\W*(?:been|am)|\band)(?: now| just| also| only)* (?:supposed"
    r"|meant|told|asked|expected)"
    r" to (?P<do>[a-z]+\b.*)|\b(?:wants?|asked|told|expects|got|wanted) (?:me|us) to (?P<doo>[a-z]+\b.*)"
    r"|\bi've (?:got )?to (?P<too>[a-z]+\b.*)",
    re.I,
)
_DONE_TO: Final = re.compile(
    r"(?:\b(?:i|we)(?: was| were| got|'ve been| have been| get| keep getting| am always|'m always)|^\W*(?:been"
    r"|got)) (?P<verb>[a-z]+)(?P<rest>\b.*)",
    re.I,
)
_NOT_DONE: Final = frozenset(
    "told asked stuck said seen gone come run put made let got stood sat set expected done read".split()
)
_COULD: Final = re.compile(
    r"(?:\bi (?:could|might)(?: just| always| maybe| try and)?|^\W*(?:or |maybe |perhaps )?(?:could|might)(?:"
    r" just| always)?) (?P<do>[a-z]+\b.*)",
    re.I,
)
_LIKE: Final = re.compile(
    r"\b(?:it's|it is|it was|its|that's|feels?|felt|sounds?|sounded|looks?|looked|is|was|bit|be) (?:all |just "
    r"|a bit |more |basically )?"
    r"like (?P<like>(?:a|an|[a-z]+ing) .*)",
    re.I,
)
_EVERYONE: Final = re.compile(
    r"(?:^|[,;:.]\s*|\b(?:and|but|because|that)\s+)(?P<who>everyone|everybody|they all|we all|all of (?:them"
    r"|us)) (?:just |still |already )?"
    r"(?P<do>[a-z]+\b.*)",
    re.I,
)
_THEY_DO: Final = re.compile(
    rf"{START}{SUBJECT} (?:just |still |always |all |usually |then |only |often )?(?P<verb>[a-z]+)(?P<rest> .*)", re.I
)
_I_DO: Final = re.compile(
    rf"{START}(?:i|we) (?:just |still |always |usually |then |only |often |mostly |sort of"
    rf" )?(?P<verb>[a-z]+)(?P<rest> .*)",
    re.I,
)
_NO_HABIT: Final = frozenset(
    "swear keep manage say seem see hear find lose miss fail work fall expect suspect get come tell ask read"
    " meet leave start let take set put cut"
    " shut quit finish guess promise agree insist trust end hurry go run work cover lead manage look do".split()
)
_IDLE: Final = frozenset("say seem hear find lose miss fail work fall expect suspect".split())
"""As a habit these say little, or are as likely something that happened once."""

_MOST: Final = 8
_LONG: Final = 11
_ENOUGH: Final = 3
_PAST_OR_PRESENT: Final = re.compile(r"(?:[a-z]+s|know|agree|think|say|want|hate|love|see|does|do)\b", re.I)


def evidence(sentence: str) -> Iterator[Evidence | None]:
    """All that a sentence tells in one of these forms."""
    for match in _KEEP.finditer(sentence):
        yield found("keeps_on", 5, doing=yours(reach(match["doing"]), _MOST))
    for match in _THEY_KEEP.finditer(sentence):
        who = somebody(match["who"])
        if who is not None:
            yield found(
                "they_keep_on", 4 + who.named, they=who.they, them=who.them, doing=yours(reach(match["doing"]), _MOST)
            )
    for match in _TOLD_TO.finditer(sentence):
        told = match["do"] or match["doo"] or match["too"]
        yield found("told_to", 4, do=None if re.match(r"grow up|f|get lost|wait", told, re.I) else deed(told))
    for match in _COULD.finditer(sentence):
        yield found("could_do", 4, do=deed(match["do"]))
    for match in _DONE_TO.finditer(sentence):
        if of_perfect(match["verb"]) and match["verb"].casefold() not in _NOT_DONE:
            yield found("done_to_me", 4, clause=True, done=yours(reach(f"{match['verb']}{match['rest']}"), _MOST))
    yield from _images(sentence)
    yield from _habits(sentence)


def _images(sentence: str) -> Iterator[Evidence | None]:
    for match in _LIKE.finditer(sentence):
        image = reach(match["like"])
        yield found("likened", 4, like=yours(image, 5) if len(image.split()) > 1 else None)
    for match in _EVERYONE.finditer(sentence):
        if _PAST_OR_PRESENT.match(match["do"]):
            who = {"we all": "you all", "all of us": "all of you"}.get(match["who"].casefold(), match["who"].casefold())
            told = yours(reach(match["do"]), 6)
            yield found("everyone", 5, clause=True, all=f"{who} {told}" if told else None)


def _habits(sentence: str) -> Iterator[Evidence | None]:
    """What somebody does as a rule, by the verb's form: 'rewrites', and not 'rewrote'."""
    for match in _THEY_DO.finditer(sentence):
        who = somebody(match["who"])
        verb = match["verb"].casefold()
        bare = verb if who and who.are_many else of_third(verb)
        if who and not who.is_everyone and bare in BARE and (bare not in _NO_HABIT or not who.are_many):
            do = deed(f"{bare}{match['rest']}", _LONG) if bare not in _IDLE else None
            if do and len(do.split()) >= _ENOUGH:
                form = "things_do" if who.they.startswith("every ") else "they_do"
                yield found(form, 3 + who.named, they=who.they, them=who.them, do=do)
    for match in _I_DO.finditer(sentence):
        verb = match["verb"].casefold()
        if (verb in BARE and verb not in _NO_HABIT) or re.match(
            r"go (?:quiet|cold|red|blank|along|back)\b", f"{verb}{match['rest']}", re.I
        ):
            do = deed(f"{verb}{match['rest']}", _LONG)
            yield found("own_habit", 4, do=do if do and " " in do else None)
