"""The act of one clause where a plan was asked for: in the plain forms, and in the looser ones of an answer."""

import re
from typing import Final

from bot.coaching.commitments import act_words as said
from bot.coaching.commitments import pick_words as form
from bot.coaching.commitments.acts import Act, Force, acts, is_meant, whole
from bot.coaching.commitments.sentences import tidy, without_quotations

_FEWEST: Final = 2


def act_of(clause: str, *, dated: bool, asked: bool) -> Act | None:
    """The act of one clause; where a time was told, in looser forms too: 'thursday i sit her down'."""
    veiled = without_quotations(clause)
    if asked and form.A_QUESTION.match(veiled):
        return None
    if asked and (act := _offered(clause, veiled) or _decided(clause, veiled)):
        return act
    plain = next(iter(acts(clause)), None)
    if plain is not None and plain.force is not Force.IDEA:
        return plain
    if asked and (act := _wished(clause, veiled)):
        return act
    best = form.BEST_IS.search(veiled)
    if best is None and (plain is not None or _tells_no_act(veiled)):
        return plain
    return _loose(clause, veiled, best, dated=dated)


def _tells_no_act(veiled: str) -> bool:
    return bool(said.PAST.search(veiled) or said.TO_THE_COACH.search(veiled) or said.ASKED.match(veiled))


def _decided(clause: str, veiled: str) -> Act | None:
    """What follows 'my plan is to' and the like."""
    found = form.DECIDED.search(veiled)
    meant = found and is_meant(veiled[: found.start()])
    return whole(clause, found.start("what"), Force.FIRM) if found and meant else None


def _offered(clause: str, veiled: str) -> Act | None:
    """'Can I just say sorry to her', 'maybe go to her?', 'my plan is that the list gets split': looser forms."""
    found = (
        form.CAN_I.match(veiled)
        or form.SUPPOSE.match(veiled)
        or form.GETS_DONE.search(veiled)
        or form.WHENEVER_I.match(veiled)
        or form.ME_TO.match(veiled)
        or (form.WILL.match(veiled) if not veiled.rstrip().endswith("?") else None)
        or form.I_AM_DOING.match(veiled)
    )
    if found is None:
        return None
    name = next(one for one in ("what", "asked", "rest") if one in found.re.groupindex and found[one])
    what = tidy(clause[slice(*found.span(name))].rstrip("? "))
    told = found.re in {form.GETS_DONE, form.I_AM_DOING}
    empty = (said.NO_ACT.match(what) and not told) or len(what.split()) < _FEWEST
    return None if empty else Act(what, Force.FIRM if told else Force.BARE, clause)


def _wished(clause: str, veiled: str) -> Act | None:
    """What follows 'I would like to' and 'I could': firm where it is politely meant, an idea where it is weighed."""
    found = None if veiled.rstrip().endswith("?") else form.WISHED.search(veiled)
    before = veiled[: found.start()] if found else ""
    if found is None or form.OF_A_NOUN.search(before) or not is_meant(before) or said.HEDGE.match(veiled):
        return None
    sure = form.POLITE.search(veiled) and not form.WEIGHED.search(veiled)
    force = Force.FIRM if sure else Force.IDEA if form.COULD.search(veiled) else Force.BARE
    return whole(clause, found.start("what"), force)


def _loose(clause: str, veiled: str, best: re.Match[str] | None, *, dated: bool) -> Act | None:
    loose = (
        (
            form.NOUNS.match(veiled)
            or form.I_DO.search(veiled)
            or form.TOGETHER.search(veiled)
            or form.SOFT_BARE.match(veiled)
        )
        if dated
        else None
    )
    found = best or loose
    if found is None or said.DREADED.search(veiled[: found.start("what")]):
        return None
    what = tidy(clause[found.start("what") : found.end("what")])
    empty = said.NO_ACT.match(what) or not what
    return None if empty else Act(what, Force.BARE if best or dated else Force.IDEA, clause)
