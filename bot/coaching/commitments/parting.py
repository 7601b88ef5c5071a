"""A plan told in one breath, parted: the step and its time; the snag, what then, and the number."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from bot.coaching.commitments import part_words as form
from bot.coaching.commitments.sentences import is_torn, sentences, tidy, without_quotations

_MOST: Final = 1000
"""Characters in which a plan is looked for; what a longer message says after them is left as it is."""
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Parted:
    """`step` is the message with all else blanked out, each character in its place; the rest are words of it."""

    step: str
    way: str | None = None
    snag: str | None = None


@lru_cache(maxsize=16)
def parted(text: str) -> Parted:
    """The message parted. Where all of it is one 'if I get a gap I'll ask him', the act in it is the step."""
    head = _parted(text[:_MOST])
    return replace(head, step=head.step + text[_MOST:])


def _parted(text: str) -> Parted:
    veiled = without_quotations(text)
    left = form.NUMBER.sub(_blank, veiled)
    spare, left = _if_not_so(left)
    way, head = spare and tidy(text[slice(*spare)]), None
    for found in form.WAY.finditer(left):
        told = found["way"]
        act = form.IF_ACT.match(told)
        before = re.search(r"\w", left[: found.start("way")])
        if not _is_way(told, act, left[: found.start("way")]):
            continue
        if not before and re.search(r"\b(?:i['’]?ll|i will|i go(?:ing)?|i['’]?m going)\b", told, re.I) and act:
            later = form.OTHERWISE.sub("", left[found.end() :])
            if not form.I_WILL.search(later):
                left = _blanked(left, found.start(), found.start("way") + act.start("act"))
                head = tidy(text[found.start("way") : found.end("way")])
                continue
        way = way or tidy(text[found.start("way") : found.end("way")])
        left = _blanked(left, found.start(), found.end())
    way = way or head
    snag, left = _snag(text, left)
    if snag and way is None and (then := form.THEN_I_WILL.search(left)) and text.find(snag) < then.start():
        way = tidy(text[slice(*then.span("way"))])
        left = _blanked(left, then.start(), then.end())
    if snag is None and way is None and (reason := form.REASON.match(veiled) or form.LACK.match(veiled)):
        snag = tidy(text[slice(*reason.span("snag"))])
    bare = tidy(form.IF_SO.sub("", way)) if way else ""
    return Parted(_unveiled(text, left), bare if len(bare.split()) >= _FEWEST and not is_torn(bare) else way, snag)


def _if_not_so(left: str) -> tuple[tuple[int, int] | None, str]:
    """Where it stands what is done if not, behind 'if he is free I'll ask him', and the rest without it."""
    first = form.WAY.search(left)
    found = form.IF_NOT_SO.search(left, first.start("way")) if first else None
    if not (first and found) or re.search(r"\w", left[: first.start("way")]) or found.start() > first.end():
        return None, left
    act = form.IF_ACT.match(left[first.start("way") : found.start("end")])
    if act is None or not form.I_WILL.search(act["act"]) or len(act["act"].split()) <= _FEWEST:
        return None, left
    left = _blanked(left, found.start("end"), found.end())
    return found.span("spare"), _blanked(left, first.start(), first.start("way") + act.start("act"))


def _snag(text: str, left: str) -> tuple[str | None, str]:
    """What may stop it, named as that, and the rest without it."""
    snag = None
    for found in (*form.SNAG.finditer(left), *form.MAY_NOT.finditer(left)):
        name = next((one for one in ("snag", "dread") if one in found.re.groupindex and found[one]), "snag")
        told = tidy(text[found.start(name) : found.end(name)])
        if _is_no_snag(told, found, name, left):
            continue
        snag = snag if snag and found.re is not form.SNAG.pattern() else told
        left = _blanked(left, found.start(), found.end())
    if snag is None and (named := form.WRECKS.search(left) or _thats_it(left)):
        snag = tidy(text[slice(*named.span("snag"))])
        left = _blanked(left, named.start(), named.end())
    return snag, left


def _thats_it(left: str) -> re.Match[str] | None:
    return form.THATS_IT.search(left) if form.MAY_BE_IT.search(left) else None


def _is_way(told: str, act: re.Match[str] | None, before: str) -> bool:
    """Whether the words say what would be done then, and are not what is asked or when the step itself is done."""
    acted = form.ACTS_THEN.search(told) or form.IF_THEY_I.match(told) or (act and form.BARE_VERB.match(act["act"]))
    mine = (
        re.match(r"if i\b(?!\W+(?:can|could)n)", told, re.I)
        and "," not in told
        and " then " not in told
        and not form.I_WILL.search(told)
    )
    asked = not form.SPARE.match(told) and form.ASKED_IF.search(before) and not form.I_WILL.search(told)
    return bool(acted) and not (mine or asked)


def _is_no_snag(told: str, found: re.Match[str], name: str, left: str) -> bool:
    """Whether the words are too few, blanked out by now, or say that nothing may stop it."""
    if (len(told.split()) < _FEWEST and found.re is not form.SNAG.pattern()) or re.match(
        r"(?:none|nothing|no)\b", told, re.I
    ):
        return True
    blank = not left[found.start(name) : found.end(name)].strip()
    alone = name == "snag" and found.re is form.MAY_NOT.pattern() and not re.search(r"\w{3}", left[: found.start()])
    return blank or alone


def before_the_way(text: str) -> str:
    """What comes before 'so if she objects I'll show her the slide': the snag itself."""
    way = parted(text).way
    return form.LOOSE.sub("", text.partition(way)[0]) if way else text


def snag_and_way(text: str) -> tuple[str, str | None]:
    """A snag and what then, told one after the other without an 'if': 'ward round overruns. i'd email her'."""
    told = sentences(text)
    at = next((n for n, one in enumerate(told) if n and form.THEN.match(one) and not one.rstrip().endswith("?")), None)
    if at is None:
        one = (form.RUN_ON.match(text) or form.SO_ILL.match(text)) if len(told) == 1 else None
        return (one["snag"], tidy(one["way"])) if one else (text, None)
    snag = ". ".join(one.rstrip(" .") for one in told[:at])
    way = tidy(form.THEN_LEAD.sub("", ". ".join(told[at:])))
    return (snag, way) if len(way.split()) >= _FEWEST and not form.THEN.match(snag) else (text, None)


def without_remarks(text: str) -> str:
    """The message without thanks, assent and words on the talk itself, which are no part of a plan."""
    told = sentences(text)
    kept = [one for one in told if not form.REMARK.match(one)]
    return text if len(kept) == len(told) else ". ".join(one.rstrip(" .") for one in kept)


def without_number(text: str) -> str:
    """The message without '7 out of 10' and the like, each other character in its place."""
    return form.NUMBER.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group(0))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "." * min(1, end - start) + " " * max(0, end - start - 1) + text[end:]


def _unveiled(text: str, left: str) -> str:
    """What is left, with the quotations that it still has."""
    return "".join(
        own if kept not in {" ", "."} or own in {" ", "."} else kept for own, kept in zip(text, left, strict=True)
    )
