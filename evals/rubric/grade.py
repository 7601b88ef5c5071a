"""Grade a held conversation: every criterion that the case owes, each finding with its reason."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from evals.casebook.case import SHOWN, Case, Said
from evals.rubric import acts, duties, rehearsed, wording
from evals.rubric.criteria import CRITERIA, OF_REPLY, OF_TALK
from evals.rubric.talk import Exchange, Reply, Talk
from evals.rubric.verdicts import Finding, not_met
from evals.rubric.world import World

_OF_THE_WORDS = frozenset({"R1", "R15", "R16", "R18", "C7"})
"""Criteria that look at words wherever they come from."""

_BY_TAG = {"reflect": "R2", "ask_open": "R3", "ask_closed": "R3"}


def owed(case: Case) -> Mapping[str, int]:
    """The criteria that a case is graded by, with their points: its own list, else all but those it is without."""
    own = {one.id: one.points if one.points is not None else CRITERIA[one.id].points for one in case.criteria}
    every = own or {one.id: one.points for one in CRITERIA.values()}
    return {name: points for name, points in every.items() if name not in case.without}


def grade(talk: Talk, world: World) -> tuple[Finding, ...]:
    """Every finding on a talk, in the rubric's order; a criterion that does not apply leaves none."""
    wanted = owed(talk.case)
    talk = _looked_at(talk, world)
    return tuple(one for criterion in CRITERIA if criterion in wanted for one in _findings(talk, criterion, world))


def _findings(talk: Talk, criterion: str, world: World) -> Iterator[Finding]:
    """A reply that is hardly more than the message said again counts as none, but where that is what is asked."""
    heard = talk if criterion in _OF_THE_WORDS else _without_echoes(talk)
    if criterion in OF_TALK:
        looked_at = duties.of_talk(criterion, heard)
        yield from OF_TALK[criterion](looked_at, world) if looked_at else ()
        return
    talk = heard
    for one in talk.exchanges:
        if one.graded and criterion not in duties.NOT_ON.get(one.said, ()):
            yield from (replace(each, turn=one.number) for each in _of_reply(criterion, talk, one, world))


def _of_reply(criterion: str, talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """The findings on a reply; one that claims an act which its text does not bear out is not believed."""
    false = acts.falsely_tagged(one.reply.acts, one.reply.sentences)
    for each in OF_REPLY[criterion](talk, one, world):
        if false and _BY_TAG[false] == criterion:
            yield not_met(criterion, f"says that it does '{false}', and its text does not", one.reply.text[:120])
        else:
            yield each


def _looked_at(talk: Talk, world: World) -> Talk:
    """The talk with what the detectors make of every sentence, without what stands in quotation marks.

    What the other person of a rehearsal says, and what a review offers to be written, is looked at as well.
    """
    looked = [_to_look_at(one) for one in talk.exchanges]
    found = world.detect([own for each in looked for own in each.values() if own])
    seen = [{said: found.get(own, frozenset()) for said, own in each.items()} for each in looked]
    return replace(
        talk, exchanges=tuple(replace(one, seen=each) for one, each in zip(talk.exchanges, seen, strict=True))
    )


def _to_look_at(one: Exchange) -> Mapping[str, str]:
    """What of a reply is looked at: each piece, and its words as the detectors are given them."""
    spoken = wording.sentences(rehearsed.spoken(one.reply.text)) if one.said is Said.LINE else ()
    offered = wording.quotes(one.reply.text) if one.said in SHOWN else ()
    own = {each: wording.own(each).strip() for each in one.reply.sentences}
    return {**{each: each for each in (*spoken, *offered)}, **own}


def _without_echoes(talk: Talk) -> Talk:
    """The talk with every echo of a message emptied."""
    emptied = tuple(
        replace(one, reply=Reply(text="")) if acts.is_hollow(one.reply.text, one.turn.says) else one
        for one in talk.exchanges
    )
    return replace(talk, exchanges=emptied)
