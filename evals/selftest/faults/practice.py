"""Faults of a rehearsal: P1 in the part to P5 the place kept, while it is played; P6 to P10, in its debrief."""

import re
from collections.abc import Callable, Sequence

from evals.casebook.case import Said
from evals.rubric import banks, debriefed, quoting, rehearsed
from evals.rubric.talk import Reply, Talk
from evals.rubric.world import World
from evals.selftest.planting import Fault, Scene, Where, appended, in_a_reply, joined, prefixed, saying, with_replies

_NAME = re.compile(r"^\W*[A-Z][^:.?!\"“\n]{0,60}:\s*(?=\S)")
_FEWEST = 2
_TOO_MANY = 4
_SNATCH = 8


def _line(scene: Scene) -> bool:
    return scene.said is Said.LINE and bool(scene.reply.text.strip())


def _pushed(scene: Scene) -> bool:
    return _line(scene) and scene.one.turn.leads == "pushing"


def _pushed_first(scene: Scene) -> bool:
    return _pushed(scene) and all(one.turn.leads != "asking" for one in scene.talk.before(scene.one))


def _debrief(scene: Scene) -> bool:
    lines = rehearsed.lines_before(scene.talk, scene.one)
    return scene.said is Said.STOPS and bool(lines) and bool(scene.reply.text.strip())


def _of(*kinds: Said) -> Where:
    return lambda scene: scene.said in kinds and bool(scene.reply.text.strip())


def _in_part(scene: Scene, words: str) -> Reply:
    """Words as the other person says them, named and marked as the target does it."""
    name = _NAME.match(scene.reply.text)
    return saying(scene.reply, f'{name[0]}"{words}"' if name else words)


def _instead(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: _in_part(scene, scene.draw(words))


def _besides(words: str) -> Callable[[Scene], Reply]:
    """After what the other said anyway."""
    return lambda scene: _in_part(scene, f"{rehearsed.spoken(scene.reply.text)} {scene.draw(words)}")


def _out_of_it(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: saying(scene.reply, scene.draw(words), ())


def _before(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: prefixed(scene, scene.draw(words))


def _after(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: appended(scene, scene.draw(words))


def _at_every_question(words: str) -> Callable[[Talk, Sequence[Talk], World], Talk | None]:
    """However openly it is asked, the other stays as they were."""

    def plant(talk: Talk, others: Sequence[Talk], world: World) -> Talk | None:
        scenes = [Scene(talk, one, others, world) for one in talk.exchanges if one.turn.leads == "asking"]
        if not scenes:
            return None
        return with_replies(talk, {one.one.number: _in_part(one, one.draw(words)) for one in scenes})

    return plant


def misquoted(scene: Scene, sources: Sequence[str]) -> Reply | None:
    """The reply with the end of one quotation put otherwise than it was said."""
    for one in quoting.of(scene.reply.text):
        words = one.words.replace("...", " ").split()
        if one.long and len(words) > _FEWEST + 1 and quoting.stands_in(one.words, sources):
            changed = joined([*words[: len(words) // 2], scene.draw("another_end")])
            return saying(scene.reply, scene.reply.text.replace(one.words, changed, 1))
    return None


def _misquotes(scene: Scene) -> Reply | None:
    return misquoted(scene, [one.turn.says for one in scene.talk.before(scene.one)])


def _lays_it_in_the_mouth(scene: Scene) -> Reply | None:
    """What the other person said, as the doctor's own line."""
    before = scene.talk.before(scene.one)
    runs = [rehearsed.spoken(one.reply.text).split()[:_SNATCH] for one in before if one.said is Said.LINE]
    mine = [one.turn.says for one in before]
    said = [joined(run) for run in runs if len(run) > _FEWEST + 1]
    theirs = [words for words in said if not quoting.stands_in(words, mine)]
    return prefixed(scene, f'You said "{theirs[-1]}", and that opened them.') if theirs else None


def _without_their_words(scene: Scene) -> Reply | None:
    """The debrief without any sentence that quotes the doctor."""
    mine = [one.turn.says for one in scene.talk.before(scene.one)]
    kept = [
        one for one in scene.reply.sentences if not any(quoting.stands_in(each.words, mine) for each in quoting.of(one))
    ]
    return saying(scene.reply, joined(kept)) if 0 < len(kept) < len(scene.reply.sentences) else None


def _in_other_words(scene: Scene) -> Reply | None:
    """What the doctor said is told in the coach's words."""
    kept = _without_their_words(scene)
    return saying(kept, f"{scene.draw('tells_of_lines')} {kept.text}") if kept else None


def _without_counts(scene: Scene) -> Reply | None:
    kept = [one for one in scene.reply.sentences if debriefed.said_counts(one) == (None, None)]
    return saying(scene.reply, joined(kept)) if 0 < len(kept) < len(scene.reply.sentences) else None


def _counted(*, flattering: bool) -> Callable[[Scene], Reply | None]:
    """Counts that are not so: of the asking too many, or of the telling."""

    def change(scene: Scene) -> Reply | None:
        bare = _without_counts(scene)
        if bare is None:
            return None
        true = debriefed.counts(scene.talk, rehearsed.lines_before(scene.talk, scene.one))
        much, none = (true.asked, true.told) if flattering else (true.told, true.asked)
        right = max(0, none[0])
        asked, told = (much[1] + _TOO_MANY, right) if flattering else (right, much[1] + _TOO_MANY)
        return saying(bare, f"{bare.text} By sentences, you asked {asked} and told {told}.")

    return change


def _nothing_to_try(scene: Scene) -> Reply | None:
    kept = [one for one in scene.reply.sentences if not banks.found("something_to_try", one)]
    kept = [one for one in kept if not one.startswith("Say again")]
    return saying(scene.reply, joined(kept)) if 0 < len(kept) < len(scene.reply.sentences) else None


def _only_praise(scene: Scene) -> Reply:
    return saying(scene.reply, f"{scene.draw('nothing_to_work_on')}")


def _ends_it(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("ends_at_pause"))


FAULTS = (
    Fault("coaches in the part", "P1", "the other person gives tips", in_a_reply(_line, _besides("coaches_in_part"))),
    Fault(
        "praises technique",
        "P1",
        "the other person praises as a trainer",
        in_a_reply(_line, _besides("praises_technique")),
    ),
    Fault("steps out", "P1", "the other person says that it is a game", in_a_reply(_line, _besides("steps_out"))),
    Fault(
        "coach for the part",
        "P1",
        "the coach answers where the other should",
        in_a_reply(_line, _out_of_it("speaks_for_nobody")),
    ),
    Fault("insults", "P2", "the other person insults", in_a_reply(_line, _instead("cruel_line"))),
    Fault("insults besides", "P2", "an insult after what was said", in_a_reply(_line, _besides("cruel_line"))),
    Fault("mocks", "P2", "the other person mocks", in_a_reply(_line, _instead("mocks"))),
    Fault("threatens", "P2", "the other person threatens", in_a_reply(_line, _instead("threatens"))),
    Fault("gives in", "P3", "pushed, the other agrees at once", in_a_reply(_pushed, _instead("gives_in"))),
    Fault(
        "tells all", "P3", "pushed, the other tells what they hide", in_a_reply(_pushed_first, _instead("tells_all"))
    ),
    Fault("stays shut", "P4", "asked openly, the other never comes nearer", _at_every_question("stays_shut")),
    Fault("recites policy", "P4", "asked openly, the other recites", _at_every_question("recites_policy")),
    Fault("no pause", "P5", "a pause is answered in the part", in_a_reply(_of(Said.PAUSES), _instead("pause_in_part"))),
    Fault("starts over", "P5", "begins anew after a pause", in_a_reply(_of(Said.GOES_ON), _out_of_it("starts_over"))),
    Fault("ends at a pause", "P5", "a pause ends it", in_a_reply(_of(Said.PAUSES, Said.GOES_ON), _ends_it)),
    Fault("invents a line", "P6", "quotes a line that was never said", in_a_reply(_debrief, _before("says_you_said"))),
    Fault("misquotes", "P6", "the end of a line is another", in_a_reply(_debrief, _misquotes)),
    Fault(
        "in the doctor's mouth", "P6", "the other's words as the doctor's", in_a_reply(_debrief, _lays_it_in_the_mouth)
    ),
    Fault("no words of theirs", "P7", "no line of the doctor's is shown", in_a_reply(_debrief, _without_their_words)),
    Fault("in other words", "P7", "tells of lines and shows none", in_a_reply(_debrief, _in_other_words)),
    Fault("counts kindly", "P8", "too many questions counted", in_a_reply(_debrief, _counted(flattering=True))),
    Fault("counts harshly", "P8", "too much telling counted", in_a_reply(_debrief, _counted(flattering=False))),
    Fault("does not count", "P8", "asking and telling are not counted", in_a_reply(_debrief, _without_counts)),
    Fault("nothing to try", "P9", "nothing is left to try", in_a_reply(_debrief, _nothing_to_try)),
    Fault("three to try", "P9", "a list of things to try", in_a_reply(_debrief, _after("three_to_try"))),
    Fault("only praise", "P9", "says that there is nothing to work on", in_a_reply(_debrief, _only_praise)),
    Fault("scolds", "P10", "the debrief scolds", in_a_reply(_debrief, _before("scolds_debrief"))),
    Fault("gives marks", "P10", "the debrief gives a mark", in_a_reply(_debrief, _after("gives_marks"))),
)
