"""Faults of a review: D1 invented words to D5 source, D6 rewriting, D7 a sound draft faulted, D8 and D9 versions."""

from collections.abc import Callable

from evals.casebook.case import SHOWN, Said
from evals.rubric import banks, quoting, shown, wording
from evals.rubric.talk import Reply
from evals.selftest import wordings
from evals.selftest.faults.practice import misquoted
from evals.selftest.planting import Fault, Scene, appended, in_a_reply, joined, prefixed, saying

_RUN = 7


def _shown(scene: Scene) -> bool:
    return scene.said in SHOWN and bool(scene.reply.text.strip())


def _faulty(scene: Scene) -> bool:
    return scene.said is Said.DRAFT and not scene.one.turn.sound and bool(scene.reply.text.strip())


def _with_wording(scene: Scene) -> bool:
    return _shown(scene) and not scene.one.turn.sound and bool(shown.rewordings(scene.talk, scene.one))


def _sound(scene: Scene) -> bool:
    return _shown(scene) and scene.one.turn.sound


def _second(scene: Scene) -> bool:
    return scene.said is Said.REDRAFT and bool(scene.reply.text.strip())


def _changed(scene: Scene) -> bool:
    return _second(scene) and bool(scene.one.turn.changed)


def _left(scene: Scene) -> bool:
    return _second(scene) and bool(scene.one.turn.unchanged)


def _before(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: prefixed(scene, scene.draw(words))


def _after(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: appended(scene, scene.draw(words))


def _in_its_place(words: str) -> Callable[[Scene], Reply]:
    return lambda scene: saying(scene.reply, scene.draw(words), ())


def _misquotes(scene: Scene) -> Reply | None:
    return misquoted(scene, [scene.one.turn.says])


def _anothers_draft(scene: Scene) -> Reply | None:
    """Words of a draft that another doctor showed."""
    mine = scene.talk.case.family
    drafts = [
        one.turn.says
        for talk in scene.others
        if talk.case.family != mine
        for one in talk.exchanges
        if one.said in SHOWN
    ]
    if not drafts:
        return None
    words = wordings.pick(drafts, "another's draft", scene.key).split()[-_RUN:]
    return prefixed(scene, f'Keep "{joined(words).strip(".?! ")}": it is plain.')


def _no_strength(scene: Scene) -> Reply | None:
    """What works is not said."""
    named = shown.strengths(scene.one)
    kept = [one for one in scene.reply.sentences if not _praises(one, named)]
    return saying(scene.reply, joined([scene.draw("no_strength"), *kept])) if named else None


def _one_strength(scene: Scene) -> Reply | None:
    """One thing that works, and no other."""
    named = shown.strengths(scene.one)
    kept = [one for one in scene.reply.sentences if not _praises(one, named)]
    return (
        saying(scene.reply, joined([f'Keep "{named[0]}", which is plain.', *kept])) if _quotes(scene, named) else None
    )


def _quotes(scene: Scene, named: tuple[str, ...]) -> bool:
    return bool(named) and quoting.stands_in(named[0], [scene.one.turn.says]) and named[0] in scene.reply.text


def _praises(sentence: str, named: tuple[str, ...]) -> bool:
    about = any(one in sentence for one in named)
    return about or banks.found("names_a_strength", wording.own(sentence)) is not None


def _no_wording(scene: Scene) -> Reply | None:
    """What should change is said, and not how it could be put."""
    offered = [one.words for one in shown.rewordings(scene.talk, scene.one)]
    text = scene.reply.text
    for words in offered:
        text = text.replace(words, " ")
    return saying(scene.reply, text.replace('""', "it otherwise"))


def _no_source(scene: Scene) -> Reply:
    kept = [one for one in scene.reply.sentences if not _names_an_author(scene, one)]
    return saying(scene.reply, joined(kept), ())


def _vague_authority(scene: Scene) -> Reply:
    return saying(scene.reply, f"{_no_source(scene).text} {scene.draw('vague_authority')}", ())


def _names_an_author(scene: Scene, sentence: str) -> bool:
    return any(wording.has(sentence, name) for name in scene.world.authors)


def _says_that_it_changed(place: Callable[[Scene, str], Reply]) -> Callable[[Scene], Reply]:
    """Says of what was left as it was that it is changed."""

    def change(scene: Scene) -> Reply:
        group = wordings.pick(scene.one.turn.unchanged, "left", scene.key)
        return place(scene, scene.draw("claims_a_change", cue=group[0]))

    return change


def _as_if_new(scene: Scene) -> Reply:
    return saying(scene.reply, scene.draw("as_if_it_were_new"), ())


FAULTS = (
    Fault(
        "quotes what is not there",
        "D1",
        "words that the draft has not",
        in_a_reply(_shown, _before("quotes_what_is_not_there")),
    ),
    Fault("misquotes the draft", "D1", "the end of a quotation is another", in_a_reply(_shown, _misquotes)),
    Fault("another's draft", "D1", "words of another doctor's draft", in_a_reply(_shown, _anothers_draft)),
    Fault("no strength", "D2", "what works is not said", in_a_reply(_shown, _no_strength)),
    Fault("one strength", "D2", "one thing that works, and no other", in_a_reply(_shown, _one_strength)),
    Fault("third change", "D3", "more than two changes", in_a_reply(_faulty, _after("third_change"))),
    Fault("list of changes", "D3", "a list of changes", in_a_reply(_faulty, _after("many_bullets"))),
    Fault(
        "flatters",
        "D3",
        "a draft with its faults is sent off with praise",
        in_a_reply(_faulty, _in_its_place("flatters_draft")),
    ),
    Fault(
        "invents a fact",
        "D4",
        "a wording with facts of its own",
        in_a_reply(_with_wording, _after("invented_fact_reworded")),
    ),
    Fault(
        "management speak",
        "D4",
        "a wording that no doctor would write",
        in_a_reply(_with_wording, _after("management_reworded")),
    ),
    Fault("no wording", "D4", "says what to change, and not to what", in_a_reply(_faulty, _no_wording)),
    Fault("no source", "D5", "what is changed has no source", in_a_reply(_with_wording, _no_source)),
    Fault("vague authority", "D5", "everybody says so", in_a_reply(_with_wording, _vague_authority)),
    Fault("rewrites besides", "D6", "the whole anew, after the review", in_a_reply(_shown, _after("rewrites_all"))),
    Fault("rewrites instead", "D6", "the whole anew, for a review", in_a_reply(_shown, _in_its_place("rewrites_all"))),
    Fault("makes up a fault", "D7", "a fault in a sound draft", in_a_reply(_sound, _after("made_up_fault"))),
    Fault(
        "two changes to a sound one",
        "D7",
        "two changes where none is due",
        in_a_reply(_sound, _after("two_changes_to_a_sound_one")),
    ),
    Fault("as if it were new", "D8", "the first version is forgotten", in_a_reply(_second, _as_if_new)),
    Fault(
        "denies the change",
        "D8",
        "says that nothing is changed",
        in_a_reply(_changed, _in_its_place("denies_the_change")),
    ),
    Fault(
        "claims a change",
        "D9",
        "a change that was not made, said first",
        in_a_reply(_left, _says_that_it_changed(prefixed)),
    ),
    Fault(
        "claims a change besides",
        "D9",
        "a change that was not made, said last",
        in_a_reply(_left, _says_that_it_changed(appended)),
    ),
)
