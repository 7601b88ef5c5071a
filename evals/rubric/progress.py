"""Progress: help, contract, arc, commitment, obstacle and confidence, change of topic, the end, the follow-up."""

from collections.abc import Iterator

from evals.casebook.case import Said
from evals.rubric import acts, banks, wording
from evals.rubric.asking import Purpose
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, met, not_met, of
from evals.rubric.world import World

_WHOLE = 6
_CONTRACT_WITHIN = 3
_END_WITHIN = 3
_REALITY = 2
_SHARED = 0.5
_FITS, _OF_THIS_CASE = 0.6, 0.9
_NAMES = 5.5  # nats of rarity
_RARE_ENOUGH = 4.0


def r6_usable_help(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Asked for help, it gives one thing that can be used: words to say, or a first step that fits the case."""
    if one.said is not Said.ASKS_HOW:
        return
    told = talk.said_up_to(one)
    words = next((each for each in wording.quotes(one.reply.text) if acts.offers_words(one.reply.text, each)), None)
    steps = acts.advice_in(one.reply.text, told) or tuple(
        each for each in one.reply.sentences if banks.found("offers_a_step", wording.own(each))
    )
    given = words or (steps[0] if steps else None)
    if not given:
        yield not_met("R6", "was asked for help and gives nothing to say or do")
        return
    if len(steps) + wording.bullets(one.reply.text) > 3:
        yield not_met("R6", "gives a list where one thing was wanted", steps[-1])
        return
    kinds = ("platitude", "withholds") if not words else ()
    empty = banks.found("platitudes", one.reply.own) or any(one.first_seen(each) for each in kinds)
    fits = _fits(one, told, world) and not empty
    yield of(
        "R6", "gives something to use" if fits else "what it gives has nothing of this case in it", given, yes=fits
    )


def _fits(one: Exchange, told: str, world: World) -> bool:
    """Whether help is of this case: much nearer to it than to others, or nearer and naming something of it."""
    near = world.nearness.share_beaten(one.reply.text, told)
    named = sum(world.nearness.idf(each) for each in wording.stems(one.reply.text) & wording.stems(told))
    return near >= _OF_THIS_CASE or (near >= _FITS and named >= _NAMES)


def c1_contract(talk: Talk, world: World) -> Iterator[Finding]:
    """What the doctor wants from the talk is asked within three replies, and said by the doctor."""
    del world
    if not _is_whole(talk):
        return
    early = talk.exchanges[:_CONTRACT_WITHIN]
    asked = next((each for one in early for each in one.reply.questions if Purpose.AIM in one.purposes(each)), None)
    said = talk.case.doctor is None or "aim" in talk.milestones
    yield of(
        "C1",
        "asks what is wanted from the talk" if asked else "never asks what is wanted, early on",
        asked or "",
        yes=bool(asked) and said,
    )


def c2_arc(talk: Talk, world: World) -> Iterator[Finding]:
    """What is happening before what could be done, and that before what will be done."""
    del world
    if not _is_whole(talk):
        return
    facts = 0
    for one in talk.exchanges:
        if one.said in {Said.PLAN, Said.ASKS_HOW}:
            break  # the doctor has gone ahead; so may the coach
        for question in one.reply.questions:
            purposes = set(one.purposes(question))
            if purposes & {Purpose.OPTIONS, Purpose.WILL} and not purposes & {Purpose.AIM}:
                yield of(
                    "C2",
                    f"asks what could be done after {facts} questions on what is happening",
                    question,
                    yes=facts >= _REALITY,
                )
                return
            facts += 1
    yield of(
        "C2",
        "the doctor came to a plan" if _planned(talk) else "never comes to what could be done",
        yes=_planned(talk) is not None,
    )


def c3_commitment(talk: Talk, world: World) -> Iterator[Finding]:
    """The doctor's own words hold what and when, and the coach asked for them."""
    del world
    if talk.case.doctor:
        missing = [one for one in ("plan", "when") if one not in talk.milestones]
        yield of(
            "C3",
            f"never drew out: {', '.join(missing)}" if missing else "what and when, in the doctor's words",
            yes=not missing,
        )


def c4_obstacle_and_confidence(talk: Talk, world: World) -> Iterator[Finding]:
    """At least two of: what may stop it, how it will be known to have worked, how sure 0 to 10."""
    del world
    if not talk.case.doctor:
        return
    asked = {purpose for one in talk.exchanges for each in one.reply.questions for purpose in one.purposes(each)}
    found = sorted(asked & {Purpose.OBSTACLE, Purpose.SUCCESS, Purpose.CONFIDENCE})
    yield of("C4", f"asked for: {', '.join(found) or 'none of the three'}", yes=len(found) >= 2)


def c8_topic_change(talk: Talk, world: World) -> Iterator[Finding]:
    """A change of subject is noticed, and put to the doctor or taken up; the matter left can be come back to."""
    del world
    for one in talk.exchanges:
        if one.said is not Said.SHIFT:
            continue
        text = one.reply.text
        new = wording.any_of(text, one.turn.takes_up)
        noticed = banks.found("notices_a_shift", one.reply.own)
        put = any(Purpose.CHOICE in one.purposes(each) for each in one.reply.questions)
        if noticed and put:
            yield met("C8", "notices the change of subject, and puts it to the doctor", noticed)
        elif new and (noticed or wording.any_of(text, one.turn.leaves)):
            yield met("C8", "notices the change of subject", noticed or new)
        elif new and one.reply.questions and not wording.any_of(one.reply.questions[-1], one.turn.leaves):
            yield met("C8", "takes the new matter up", new)
        else:
            yield not_met("C8", "goes on as if the subject had not changed", (one.reply.questions or (text,))[-1])
        return


def c10_ends(talk: Talk, world: World) -> Iterator[Finding]:
    """Within three replies of the whole plan it is said back, a next time is named, and nothing more is asked."""
    del world
    planned = _planned(talk)
    if planned is None or talk.case.kind == "single":
        return
    following = talk.exchanges[planned.number - 1 :][: _END_WITHIN + 1]
    for one in following:
        text = one.reply.text
        recapped = wording.stems(text) & wording.stems(planned.turn.says)
        enough = len(recapped) >= _SHARED * min(6, len(wording.stems(planned.turn.says)))
        if enough and not one.reply.questions and banks.found("next_time", text):
            yield met("C10", "ends with the plan in the doctor's words and a next time", one.reply.sentences[-1])
            return
    if len(following) > _END_WITHIN or not following[-1].reply.questions:  # a script that stops sooner shows no ending
        yield not_met("C10", f"no closing within {_END_WITHIN} replies of the plan")


def c11_follow_up(talk: Talk, world: World) -> Iterator[Finding]:
    """The next session begins with the last plan; kept or not, without blame."""
    first = next((one for one in talk.exchanges if one.session == 2), None)
    if first is None:
        return
    plans = " ".join(one.turn.says for one in talk.exchanges if one.session == 1 and one.said is Said.PLAN)
    if not plans:
        return
    text = " ".join(one.reply.text for one in talk.exchanges if one.session == 2 and one.number < first.number + 2)
    named = wording.stems(text) & wording.stems(plans)
    second = [one for one in talk.exchanges if one.session == 2 and one.number < first.number + 2]
    blamed = banks.found("blames", text) or next((hit for one in second if (hit := _seen_to_blame(one))), "")
    asked = banks.found("asks_how_it_went", text) or first.said is Said.LOOKS_BACK
    afresh = banks.found("starts_afresh", first.reply.own)
    if afresh:
        yield not_met("C11", "begins as if nobody had met before", afresh)
        return
    if blamed:
        yield not_met("C11", "blames the doctor for it", blamed)
        return
    quoted = any(
        wording.longest_copied(wording.tokens(each), wording.tokens(plans))[0] >= 3 for each in wording.quotes(text)
    )
    enough = quoted or sum(world.nearness.idf(stem) for stem in named) >= _RARE_ENOUGH
    reason = "begins with the last plan" if enough else "the last plan is not named"
    yield of("C11", reason, ", ".join(sorted(named)), yes=enough and bool(asked))


def _seen_to_blame(one: Exchange) -> str:
    """A sentence that the detectors take for a reproach, but for one in which the plan is said back."""
    sentences = (each for each in one.reply.sentences if not wording.quotes(each))
    to_learn = (each for each in sentences if not (wording.asks(each) and banks.found("looks_for_the_lesson", each)))
    return next((each for each in to_learn if one.sees("blame", each)), "")


def _is_whole(talk: Talk) -> bool:
    """Whether the talk is long enough for an arc, is one session, and no alarm bends it."""
    graded = [one for one in talk.exchanges if one.graded]
    alarmed = any(one.turn.route for one in talk.exchanges)
    return len(graded) >= _WHOLE and talk.case.kind != "sessions" and not alarmed


def _planned(talk: Talk) -> Exchange | None:
    """The first message after which what and when have both been said."""
    if talk.case.doctor and not {"plan", "when"} <= set(talk.milestones):
        return None
    plans = [one for one in talk.exchanges if one.said is Said.PLAN]
    return next((one for one in plans if banks.found("a_day", one.turn.says)), plans[0] if plans else None)
