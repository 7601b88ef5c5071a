"""Runs of the doctor's own words: word for word, of a length to quote, whole, and the telling ones first."""

import json

import pytest

from bot.coaching.borders import AT_MOST, FEWEST_WORDS, MOST_WORDS
from bot.coaching.clauses import clauses, led_by
from bot.coaching.kinds import ClauseKind
from prompts import library

LINES = [
    str(json.loads(line)["text"])
    for path in library.files("examples", ".jsonl")
    for line in path.read_text(encoding="utf-8").splitlines()
]
FOUND = [(text, one.text) for text in LINES for one in clauses(text)]


def bare(text: str) -> str:
    return " ".join(text.split())


def test_most_messages_of_some_length_yield_a_run() -> None:
    long = [text for text in LINES if len(text.split()) >= 12]
    assert sum(bool(clauses(text)) for text in long) >= 0.97 * len(long)


def test_every_run_stands_in_the_message_word_for_word() -> None:
    assert not [(text, run) for text, run in FOUND if bare(run) not in bare(text)]


def test_every_run_is_of_a_length_to_quote() -> None:
    assert not [run for _, run in FOUND if not FEWEST_WORDS <= len(run.split()) <= AT_MOST]
    long = [run for _, run in FOUND if len(run.split()) > MOST_WORDS]
    assert len(long) <= 0.1 * len(FOUND)  # a clause without a border of its own: rather long than torn


def test_no_run_holds_half_a_quotation_or_half_a_bracket() -> None:
    pairs = (("“", "”"), ("(", ")"))
    assert not [
        run
        for _, run in FOUND
        if run.count('"') % 2 or any(run.count(left) != run.count(right) for left, right in pairs)
    ]


def test_the_most_charged_run_comes_first() -> None:
    for text in LINES[::40]:
        charges = [one.charge for one in clauses(text)]
        assert charges == sorted(charges, reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        "[name] in [bed] was left alone all night, nobody told the family",
        "I rang [phone] about the man in [bed] twice and nobody came",
    ],
)
def test_a_masked_detail_is_never_handed_back(text: str) -> None:
    assert clauses(text)
    assert not [one for one in clauses(text) if "[" in one.text or "]" in one.text]


@pytest.mark.parametrize(
    ("text", "never", "kept"),
    [
        ("Hi there, long time no see. The boss laughed at my slide.", "Hi there", "The boss laughed at my slide"),
        ("Sorry for the essay. Nobody reads the bins policy.", "Sorry for", "Nobody reads the bins policy"),
        ("I'm an F2 on AMU. The nurse cried in the sluice.", "F2", "The nurse cried in the sluice"),
        ("registrar here, nobody came to my teaching again", "registrar here", "nobody came to my teaching again"),
        ("Any thoughts on this? She never answered my email", "Any thoughts", "She never answered my email"),
    ],
)
def test_a_greeting_and_an_introduction_are_left_out(text: str, never: str, kept: str) -> None:
    runs = [one.text for one in clauses(text)]
    assert kept in runs
    assert not [run for run in runs if never in run]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "It was Tuesday. I was ashamed of what I said to her. The round went on.",
            "I was ashamed of what I said to her",
        ),
        ("We have a meeting. Nobody ever says anything in it. It has biscuits.", "Nobody ever says anything in it"),
    ],
)
def test_what_carries_the_most_comes_before_what_is_only_so(text: str, first: str) -> None:
    assert clauses(text)[0].text == first


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he said we do not do that here", ClauseKind.SPEECH),
        ("maybe the whole thing is beyond me", ClauseKind.DOUBT),
        ("I was scared of the next round", ClauseKind.FEELING),
        ("I'm going to write the rota again", ClauseKind.PLAN),
        ("I walked past her and kept going", ClauseKind.OWN_ACT),
        ("the consultant closed the folder quietly", ClauseKind.OTHERS_ACT),
        ("bins stand by the door all day", ClauseKind.FACT),
    ],
)
def test_a_run_is_known_by_what_it_holds(text: str, kind: ClauseKind) -> None:
    assert clauses(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("dunno. nothing came of the audit", "nothing came of the audit"),
        ("what do you mean by that. the porters were sent away", "the porters were sent away"),
    ],
)
def test_what_is_said_to_the_coach_itself_is_never_handed_back(text: str, kept: str) -> None:
    assert [one.text for one in clauses(text)] == [kept]


@pytest.mark.parametrize("text", ["", "   ", "ok", "[name]", "???", "yes please"])
def test_a_message_without_three_words_of_its_own_yields_nothing(text: str) -> None:
    assert clauses(text) == ()


def test_a_run_that_begins_with_a_detail_that_was_struck_out_is_not_handed_back_without_its_bracket() -> None:
    text = "she was late again on the round and [name] she is always late for us"
    told = led_by(clauses(text), ("[name] she is always late for us",), text)
    assert all("name" not in one.text for one in told)


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        (
            "nobody asks her anything. she just gets the call at four, and then she cries in the sluice",
            "gets the call at four",
            "she just gets the call at four",
        ),
        ("three of us sat there. i was chairing and i looked at the clock", "looked at the", "i looked at the clock"),
        ("the porters' lead does the routes himself and nobody thanks him", "does the routes himself", None),
    ],
)
def test_words_that_were_found_are_handed_back_as_the_whole_clause_that_they_stand_in(
    text: str, words: str, first: str | None
) -> None:
    led = led_by(clauses(text), (words,), text)
    assert led[0].text == (first or "the porters' lead does the routes himself")


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("hang on ive put that badly. the form went missing twice", "hang on ive put that badly"),
        ("the list was cut again. go on then, coach me", "coach me"),
        ("we lost the room. like what % does this work", "what %"),
    ],
)
def test_an_aside_to_the_coach_is_never_handed_back(text: str, never: str) -> None:
    assert clauses(text)
    assert not [one.text for one in clauses(text) if never in one.text]


def test_words_that_were_found_are_not_handed_back_torn_from_what_they_hang_on() -> None:
    text = (
        "what counts for me is not turning up at the desk in scrubs as the one who is always moaning about it to them"
    )
    assert led_by((), ("what counts for me is not turning up at the desk",), text) == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("our bosses are happy to say so over coffee and nowhere else at all", "our bosses are happy to say"),
        ("the email was a joke, or at least i hoped it was", "at least i hoped it was"),
        ("you cut my sentence in half. the rota is what i came about", "you cut my sentence in half"),
        ("that i've told you who it is and you asked me how i felt", "you asked me how i felt"),
        ("what do you want me to say", "what do you want me to say"),
    ],
)
def test_half_a_thought_a_hedge_or_a_word_to_the_coach_is_not_handed_back(text: str, never: str) -> None:
    assert never not in [one.text for one in clauses(text)]
