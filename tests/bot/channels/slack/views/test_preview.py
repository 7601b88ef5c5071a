"""The preview: every word that a mentor would see and no other, page by page, and what comes back of its fields."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given

from bot.channels.slack.views import preview_fields
from bot.channels.slack.views.preview import Shown, digest, last_page, preview
from bot.channels.slack.views.preview_fields import Wishes, left_out, place_of, suggested_at_first, wishes_of
from bot.channels.slack.views.sharing import Choice
from bot.coaching.record import Contact
from bot.mentoring.shared_talk import shared_talk
from bot.ports.sharing import Purpose
from tests.bot.channels.slack.edge.shapes import CALM
from tests.bot.channels.slack.render.samples import SOURCE, WORDS, harmful
from tests.bot.channels.slack.render.shares import CONVERSATION, a_preview, mentor
from tests.bot.channels.slack.views.filling import blocks_of, sent, told, words

CHOICE = Choice("a-share", CONVERSATION, 3, "T1:U7", Purpose.NEXT_STEP, 14, last=2)
TEXTS = ("My registrar shouts.", "It was Marigold on the ward round.")


def shown(*texts: str, gone: tuple[str, ...] = (), **more: object) -> Shown:
    """What the preview shows of a talk of these texts."""
    found = a_preview(*(texts or TEXTS))
    made = Shown(CHOICE, mentor(), False, date(2026, 12, 6), shared_talk(found.records, gone, found.verdicts))
    return replace(made, **more)  # type: ignore[arg-type]


def test_the_preview_shows_every_word_that_the_mentor_sees_and_none_that_was_left_out() -> None:
    made = shown(gone=("Marigold",))
    seen = told(preview(WORDS, made, page=0, showing=1))
    for turn in made.talk.turns:
        assert f"You:\n{turn.doctor}" in seen
        assert f"Coach:\n{turn.coach}" in seen
        assert turn.reason in seen
        assert turn.query in seen
    assert "Marigold" not in seen
    assert "It was [left out] on the ward round." in seen
    assert "Too long\nYou said why: It went on." in seen


def beneath(made: Shown) -> list[str]:
    """The small print of all pages."""
    pages = [preview(WORDS, made, page=number, showing=1) for number in range(last_page(WORDS, made) + 1)]
    return [words(one) for page in pages for one in blocks_of(page) if one["type"] == "context"]


def with_turn(made: Shown, **changed: object) -> Shown:
    """The same with something else about its second turn."""
    first, second = made.talk.turns
    turn = replace(second, **changed)  # type: ignore[arg-type]
    return replace(made, talk=replace(made.talk, turns=(first, turn)))


def test_beneath_each_reply_stands_what_the_mentor_reads_beside_it() -> None:
    help_line = Contact(id="line", name="Practitioner Health", number="0300 0303 300")
    about = {"reason": "it told of [left out]", "query": "shouting on rounds", "evidence": (SOURCE,)}
    made = with_turn(shown(), move="safety_route", contacts=(help_line,), **about)
    assert (
        "3 November 2026 at 09:00\n"
        "I stopped here for somebody's safety, or asked about it.\n"
        "Why I said this: it told of [left out]\n"
        "What I looked for: shouting on rounds\n"
        "The source I used: Bohmer 2012, A section\n"
        "Where I said there is help: Practitioner Health, 0300 0303 300"
    ) in beneath(made)
    usual = [one for one in beneath(made) if WORDS.preview.safety not in one]
    assert f"3 November 2026 at 09:00\nWhy I said this: {made.talk.turns[0].reason}" in usual
    assert "3 November 2026 at 14:30" in "".join(beneath(replace(made, timezone="Asia/Kolkata")))


def test_where_a_language_model_had_a_part_the_doctor_sees_that_the_mentor_sees_it() -> None:
    why = "people, beforehand. A language model's wording was not sent: it was not there in time"
    made = with_turn(shown(), engine="guided_after_llm", worded=why)
    assert f"Worded by {why}." in "".join(beneath(made))
    assert "Worded by a language model." in "".join(
        beneath(with_turn(shown(), engine="llm", worded="a language model"))
    )
    assert "Worded by" not in "".join(beneath(shown()))


def test_reasons_and_queries_are_shown_whole_however_long_they_are() -> None:
    made = with_turn(shown(), reason="why it was so " * 500, query="what was sought " * 500)
    for text in (made.talk.turns[1].reason, made.talk.turns[1].query):
        assert "".join(text.split()) in "".join("".join(beneath(made)).split())


def test_what_was_left_out_of_reasons_and_queries_is_not_in_the_small_print() -> None:
    found = a_preview(*TEXTS)
    about = {"reason": 'they say "Marigold"', "query": "marigold on rounds"}
    move = found.records[1].move.model_copy(update=about)
    records = [found.records[0], found.records[1].model_copy(update={"move": move})]
    small = "\n".join(beneath(shown(talk=shared_talk(records, ("Marigold",)))))
    assert "marigold" not in small.lower()
    assert "What I looked for: [left out] on rounds" in small


def test_the_preview_says_who_until_when_what_for_and_what_else_they_see() -> None:
    seen = told(preview(WORDS, shown(), page=0, showing=1))
    assert (
        "Dr Osei would see what stands here until Sunday 6 December. What it is for: Help with what I do next." in seen
    )
    assert WORDS.preview.sees in seen
    assert WORDS.preview.general in seen
    assert WORDS.preview.as_nobody in seen
    assert "Remember that Dr Osei" not in seen
    assert "Remember that Dr Osei also assesses you." in told(preview(WORDS, shown(assesses=True), page=0, showing=1))


def test_name_note_and_the_case_are_shown_as_they_would_be_seen() -> None:
    wishes = Wishes(name="Amara", note="Look at the end.", for_cases=True)
    seen = told(preview(WORDS, shown(wishes=wishes), page=0, showing=1))
    assert "As Amara." in seen
    assert "Your note to them:\nLook at the end." in seen
    assert WORDS.preview.may_be_case in seen


def test_what_is_typed_comes_back_and_a_case_is_off_until_it_is_ticked() -> None:
    made = shown(suggestions=("Marigold", "the ward round"))
    view = preview(WORDS, made, page=0, showing=4)
    untouched = wishes_of(sent(view))
    assert untouched == Wishes(suggested=(0, 1))
    back = sent(
        view,
        left_out="shouts\n\n  the   lift \nshouts",
        name=" Amara  O ",
        note="Look.",
        case=("yes",),
        suggested_0=("1",),
    )
    assert wishes_of(back) == Wishes((1,), ("shouts", "the lift"), "Amara O", "Look.", for_cases=True)


def test_suggestions_are_ticked_until_the_doctor_unticks_them() -> None:
    suggestions = ("Marigold", "the ward round")
    assert suggested_at_first(suggestions) == (0, 1)
    assert left_out(suggestions, Wishes()) == suggestions
    assert left_out(suggestions, Wishes(suggested=())) == ()
    assert left_out(suggestions, Wishes(suggested=(1, 7), left_out=("Marigold", "the ward round"))) == (
        "the ward round",
        "Marigold",
    )


def test_fields_go_by_another_name_at_each_showing_so_that_they_show_what_would_be_kept() -> None:
    first, second = (preview(WORDS, shown(), page=0, showing=number) for number in (1, 2))
    names = [{one["block_id"] for one in blocks_of(view) if "block_id" in one} for view in (first, second)]
    assert not names[0] & names[1]


def test_anything_that_is_shown_otherwise_has_another_digest_and_nothing_else_has() -> None:
    usual = shown()
    same = replace(usual, suggestions=("Marigold",), wishes=Wishes(suggested=(0,), left_out=("nothing there",)))
    assert digest(WORDS, same) == digest(WORDS, usual)
    others = [
        shown(gone=("Marigold",)),
        shown(*TEXTS, "One more."),
        shown(wishes=Wishes(name="Amara")),
        shown(wishes=Wishes(note="Look.")),
        shown(wishes=Wishes(for_cases=True)),
        shown(assesses=True),
        shown(until=date(2026, 12, 7)),
        shown(mentor=mentor("Dr Khan")),
        shown(choice=replace(CHOICE, purpose=Purpose.FEEDBACK)),
    ]
    others += [
        with_turn(usual, reason="Another."),
        with_turn(usual, query="another"),
        with_turn(usual, move="safety_route"),
        with_turn(usual, evidence=(SOURCE,)),
        with_turn(usual, at=None),
    ]
    assert len({digest(WORDS, one) for one in [usual, *others]}) == len(others) + 1


def test_a_long_talk_is_shown_in_pages_and_only_the_last_one_offers_to_share() -> None:
    made = shown(*(f"This is number {number}. " + "It goes on. " * 200 for number in range(60)))
    last = last_page(WORDS, made)
    assert last > 0
    views = [preview(WORDS, made, page=number, showing=number + 1) for number in range(last + 1)]
    submits = [json.dumps(one["submit"]) for one in views]
    assert [WORDS.preview.share in one for one in submits] == [False] * last + [True]
    seen = "\n".join(told(one) for one in views)
    assert all(f"You:\nThis is number {number}." in seen for number in range(60))
    assert [place_of(one).page for one in views] == list(range(last + 1))
    assert len({place_of(one).digest for one in views}) == 1


def test_a_page_that_does_not_exist_is_the_nearest_one() -> None:
    assert place_of(preview(WORDS, shown(), page=9, showing=1)).page == 0
    assert place_of(preview(WORDS, shown(), page=-1, showing=1)).page == 0


def test_the_preview_names_what_it_is_about_in_ids_and_no_words() -> None:
    wishes = Wishes(name="Amara", note="Look at the end.", left_out=("Marigold",))
    about = str(preview(WORDS, shown(wishes=wishes), page=0, showing=1)["private_metadata"])
    for word in ("Amara", "Look", "Marigold", "registrar", "Osei"):
        assert word not in about


@CALM
@given(harmful)
def test_the_preview_keeps_the_limits_whatever_was_said(text: str) -> None:
    wishes = Wishes(left_out=(text,), name=text[:80], note=text[:1000], for_cases=True)
    made = with_turn(shown(text, text), reason=text, query=text, evidence=(SOURCE.model_copy(update={"author": text}),))
    made = replace(made, suggestions=tuple(f"{number}{text}" for number in range(30)), wishes=wishes)
    for page in range(last_page(WORDS, made) + 1):
        blocks_of(preview(WORDS, made, page=page, showing=2, changed=True))


def test_the_most_that_fields_take_is_kept() -> None:
    view = preview(WORDS, shown(), page=0, showing=1)
    back = sent(view, left_out="\n".join(str(number) for number in range(500)), note="a" * 3000)
    found = wishes_of(back)
    assert len(found.left_out) == 50
    assert len(found.note) == 1000
    assert preview_fields.wishes_of({}) == Wishes(suggested=())
