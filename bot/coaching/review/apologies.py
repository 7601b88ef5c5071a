"""What weakens an apology: an if, a but, a defence, nobody who did it, nothing that changes."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.coaching.review.draft import Draft, Piece
from bot.coaching.review.found import Found, at
from bot.coaching.review.harsh import wounds
from bot.coaching.review.parts import core, large, up_to_break
from bot.coaching.review.softened import apologises_for_asking
from bot.coaching.speech_acts import Label

_SORRY: Final = (
    r"(?P<sorry>(?:i(?:['’]m| am) |we(?:['’]re| are) |my )?(?:so |very |really |truly |genuinely )?(?:sorry"
    r"|apologies|apologise)|i apologise|i regret)"
)
_IFS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (form, re.compile(pattern, re.I))
    for form, pattern in (
        ("for_what",
            rf"^{_SORRY},? (?:that |if )?(?:you|anyone|people) (?:were|was|felt|are|feel|got|found it|may have"
            rf" been) (?:upset|offended|hurt|annoyed|put out|angry|unhappy|bothered)"
            r" (?:by|at|about|with|over) (?P<what>(?:what|how|the way) i (?!felt)[^,.;]+?|my [^,.;]+?)(?: and .*|"
            r" but .*)?$"),
        ("left_out",
            rf"{_SORRY} (?:that |if )(?:you|anyone|they) (?:felt|feel|thought|think) (?:that |like "
            rf"|as if )?(?:you|they)"
            r" (?:(?:were|was|had) not|weren['’]t|werent|hadn['’]t)(?: been)? (?P<part>informed|told|asked|consulted"
            r"|involved|included|warned|updated)\b(?P<rest>.*)$"),
        ("did",
            rf"{_SORRY} if (?:you|anyone|people|some of you|it|any of you) (?:felt|thought|feel|think|may have felt"
            rf"|might have felt|got the impression|took it|seemed|felt like|had the impression)"
                r"(?: that| like| as if| as though)? (?P<did>i (?!felt\b).+)$"),
        ("did", rf"{_SORRY} if (?P<did>i (?!(?:offended|upset|hurt)(?: anyone| you| anybody)?\b\W*$).+)$"),
        ("did", rf"{_SORRY} if (?P<did>(?:that|this|it) (?:was|felt|seemed) .+)$"),
        ("came_across",
            rf"{_SORRY} if (?:that|it|this|what i said|my \w+(?: \w+)?|i) (?:came|comes|come) (?:across|over) "
            rf"(?P<how>as [^,]+|\w+)(?:,? but .*|,.*)?$"),
        ("upset",
            rf"{_SORRY} if (?P<who>you|anyone|anybody|people|some of you|any of you) (?:was|were|felt|feel|got|are) "
            rf"(?:a (?:bit|little) )?(?P<how>upset|hurt|offended|put out|annoyed|undermined|ignored|left out|rushed"
            rf"|criticised|attacked|embarrassed)(?P<rest>\b.*)$"),
        ("feel",
            rf"{_SORRY} if (?:you|anyone|anybody|people|some of you|any of you) (?:was|were|felt|feel|got|are) "
            rf"(?:in any way |at all |a bit )?(?:\w+)(?P<rest>\b.*)$"),
        ("upset", rf"{_SORRY} if i (?P<how>upset|hurt|offended) (?P<who>you|anyone|anybody)(?P<rest>)$"),
        ("any_by",
            rf"{_SORRY} (?:for|about) (?:any|whatever|the) (?P<what>offence|upset|inconvenience|confusion|distress) "
            rf"(?:that )?(?:(?:was |i may have )?caused by|from|that came from) (?P<rest>my [^,.]+)$"),
        ("any",
            rf"{_SORRY} (?:for|about) (?:any|whatever) (?P<what>offence|upset|inconvenience|confusion|distress"
            rf"|misunderstanding|stress|hurt)\b(?P<rest>.*)$"),
        ("any",
            r"^if (?:anything|something|what) (?:that )?i (?:said|did|wrote)\b[^,]*?,? (?P<sorry>i apologise"
            r"|i(?:['’]m| am)"
            r" (?:so |very |truly )?sorry)(?P<rest>)\b(?:,? but .*)?$"),
        ("any", r"^i regret any (?P<what>\w+)\b(?P<rest>.*)$"),
        ("did", rf"{_SORRY} (?:that )?you (?:feel|felt) (?:that |like |as if )?(?P<did>i (?!am\b).+)$"),
        ("feel", rf"{_SORRY} (?:that )?you (?:feel|felt)(?: that way| like that| this way)?(?P<rest>\b.*)$"),
    )
)  # fmt: skip
_DONE: Final = {
    "informed": "inform",
    "told": "tell",
    "asked": "ask",
    "consulted": "consult",
    "involved": "involve",
    "included": "include",
    "warned": "warn",
    "updated": "update",
}
_BUT: Final = re.compile(
    r"(?P<kept>^.*?\b(?:sorry|apologi[sz]e|regret|should(?:n['’]?t)? have|was (?:a bit |too |very |so |rather "
    r"|quite )?(?:wrong|rude"
    r"|short|sharp|abrupt|snappy|curt|harsh|grumpy|unfair|impatient|out of order))\b.*?),?\s+(?:but"
    r"|however|although|(?<!as )though)\b,?\s(?P<cut>.+)$",
    re.I,
)
_EXCUSE: Final = re.compile(
    r"^(?:but |and )?(?:as (?:you know|i['’]m sure you know|you['’]re aware|you are aware)|in (?:all )?fairness|to be "
    r"fair|tbf|in my defence|that said|having said that|however|you have to understand that|you know(?: that)?|i['’]m "
    r"sure you(?:['’]ll)? (?:understand|appreciate)(?: that)?|please understand(?: that)?)\b,?\s*(?P<fact>.+)$",
    re.I,
)
_EXCUSE_END: Final = re.compile(r"^(?P<fact>.+?),? (?:as you know|to be fair|in fairness|tbf|in my defence)$", re.I)
_NOT_MINE: Final = re.compile(
    r"^(?:mistakes|errors|a mistake|an error|things)\s+(?:were|was|have been|has been)\s+(?:made"
    r"|missed)\b(?P<rest>.*)$",
    re.I,
)
_HOPE: Final = re.compile(
    r"\b(?:hope|hopefully|trust|let['’]?s|lets)\s+(?:that )?(?:we|you)?\s?(?:can |could |all |just |will "
    r")*(?P<act>move on|draw a line(?: under (?:it|this))?|put (?:it|this) behind us|get past (?:it|this)|forget (?:it"
    r"|about it|this)|start again)",
    re.I,
)
_CHANGES: Final = re.compile(
    r"\b(?:from now on|next time|in future|i(?:['’]ll| will)|i(?:['’]ve| have) (?:asked|told|spoken|arranged|changed"
    r"|e-?mailed|put|booked|moved|set|written|started|since)|we(?:['’]ll| will|['’]ve| have)|ill (?!\w+ed)|going to"
    r"|so that it"
    r"|won['’]?t happen)\b",
    re.I,
)
_LOOKS_AHEAD: Final = re.compile(
    r"\bhow (?:did it|was it|are you)\b|\b(?:tell|show) me\b|\bif there(?:['’]s| is)\b", re.I
)
_VAGUE: Final = re.compile(
    rf"^{_SORRY} (?:about|for) (?P<when>(?:yesterday|today|earlier|tuesday|monday|wednesday|thursday|friday|saturday"
    rf"|sunday|last (?:night|week)|the other (?:day|night)|this (?:morning|week)))\W*$",
    re.I,
)
_VAGUE_WHAT: Final = re.compile(
    rf"^{_SORRY} (?:about|for) (?:what happened|everything|all (?:that|this)|my (?:part|behaviour|tone|attitude)|how "
    rf"(?:things|it) went)(?P<when>\b.*)$",
    re.I,
)
_DID: Final = re.compile(
    r"\bi (?!am\b|was (?:very |so |really |just )?(?:tired|busy|under|stressed|post|exhausted|stretched|on)\b|'m|’m"
    r"|want|hope|know|would|will|have to|think|feel|apolog|regret|can\b)(?:was|had|did|have|(?!tired|stressed"
    r"|rushed)\w+ed|\w+n['’]?t|shouted|snapped|left|sent|forgot|took|went|told|said|spoke|lost|made|missed|gave)\b",
    re.I,
)


def apologies(draft: Draft) -> Iterator[Found]:
    """What weakens an apology, in the order of the text."""
    specific = any(_DID.search(one.text) and not re.search(r"\bif (?:you|i|any)", one.text, re.I) for one in draft.body)
    for piece in draft.body:
        yield from _if(piece, draft)
        yield from _but(piece)
        yield from _rest(piece, specific=specific)
    yield from _nothing_changes(draft)


def _if(piece: Piece, draft: Draft) -> Iterator[Found]:
    said = core(piece.text)
    for form, pattern in _IFS:
        found = pattern.search(said)
        if not found:
            continue
        got = {name: value or "" for name, value in found.groupdict().items()}
        if form == "left_out":
            part, behind = _DONE[got["part"].casefold()], re.split(r",? but ", got["rest"])[0]
            form, got["did"], got["rest"] = "did", f"i did not {part} you{behind}", ""
        got["rest"] = _because(got.get("rest", ""))
        if got.get("how", "").casefold().endswith(" out"):
            got["how"], got["rest"] = got["how"][: -len(" out")], f" out{got['rest']}"
        sorry = got.get("sorry", "i am sorry")
        sorry = sorry if re.match(r"i|we", sorry, re.I) else "i am sorry"
        mine = re.split(r",? but ", got.get("did", ""), maxsplit=1)[0].strip()
        owned = _mine(draft, piece)
        if form in {"any", "feel", "upset"} and owned:
            form, mine = "did", owned
        slots: Mapping[str, str] = {**got, "Did": large(mine), "Sorry": large(_spelt(sorry)), "sorry": _spelt(sorry)}
        yield at(piece, "if_apology", form, slots)
        return


def _because(rest: str) -> str:
    kept = re.match(r"\s*(?P<by>(?:by|about|at|with|in|on|when|yesterday|today|earlier|last|this) ?.*)$", rest, re.I)
    return f" {kept.group('by').strip()}" if kept else ""


def _spelt(sorry: str) -> str:
    plain = re.sub(r"^i\b", "I", sorry.casefold())
    return "I am sorry" if "regret" in plain else plain


def _mine(draft: Draft, but: Piece) -> str:
    """What the doctor says elsewhere that they did, as a clause that can be owned."""
    for one in draft.body:
        found = re.match(
            r"^(?P<did>i (?:was (?:short|rude|wrong|sharp|abrupt|late)|snapped|shouted|left|forgot|missed|did not"
            r"|didn['’]?t|raised|interrupted|sent)\b.*)$",
            core(one.text),
            re.I,
        )
        if one is not but and found and not one.has(Label.DEFENCE):
            return up_to_break(found.group("did"))
    return ""


def _but(piece: Piece) -> Iterator[Found]:
    found = _BUT.match(core(piece.text))
    if (
        found
        and not apologises_for_asking(piece.text)
        and not piece.has(Label.HEDGE)
        and not re.search(r"\bif (?:you|i|any\w*|that|it)\b", found.group("kept"), re.I)
        and len(found.group("kept").split()) > 2
    ):
        yield Found("but_apology", "cut", piece.start, piece.end, {"kept": large(found.group("kept"))}, drops=True)


def _rest(piece: Piece, *, specific: bool) -> Iterator[Found]:
    said = core(piece.text)
    bare = re.sub(r"^(?:and|but|so|anyway),? ", "", piece.text.strip().rstrip(".!?"), flags=re.I)
    excuse = _EXCUSE.match(bare) or _EXCUSE_END.match(bare)
    if excuse and not re.search(r"\b(?:sorry|apolog)", excuse.group("fact"), re.I):
        fact = excuse.group("fact")
        blames = re.search(r"\b(?:your?|you['’]\w+|she|he|they|nurses?|registrar)\b", fact, re.I) or wounds(fact)
        yield at(piece, "defence", "ask", {}, -2.0 if blames else 0.0)
    if _NOT_MINE.match(said):
        yield at(piece, "not_owned", "ask")
    vague = _VAGUE.match(said) or _VAGUE_WHAT.match(said)
    if vague and not specific:
        yield at(piece, "not_said_what", "ask")
    hope = _HOPE.search(said)
    if hope and not piece.has(Label.OPEN_QUESTION):
        yield at(piece, "move_on", "ask")


def _nothing_changes(draft: Draft) -> Iterator[Found]:
    """An apology that names what happened and neither says nor asks what will be different."""
    if (
        any(_CHANGES.search(one.text) for one in draft.body)
        or draft.any(Label.OPEN_QUESTION, Label.INVITATION)
        or "?" in draft.text
        or _LOOKS_AHEAD.search(draft.text)
        or not draft.body
    ):
        return
    last = draft.body[-1].end
    yield Found("nothing_changes", "ask", last, last)
