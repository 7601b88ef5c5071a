"""Words: sentences and what is quoted in them, questions, stems, cues, copied runs, and how alike texts are."""

import pytest

from evals.rubric import wording

# ---------------------------------------------------------------- sentences and quotations


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left. What then?", ("He left.", "What then?")),
        ("He left! Really? Yes…  So.", ("He left!", "Really?", "Yes…", "So.")),
        ('He said "No. Not today", and left. What then?', ('He said "No. Not today", and left.', "What then?")),
        ('He said "No." What then?', ('He said "No."', "What then?")),
        ("He said “stop. Now.” And you?", ("He said “stop. Now.”", "And you?")),
        ('You asked "why me? why now?", and left.', ('You asked "why me? why now?", and left.',)),
        ("He left.\nWhat then?\n\nAnd you?", ("He left.", "What then?", "And you?")),
        ("- Ring him\n- Write to him", ("- Ring him", "- Write to him")),
        ("It took 2.5 hours; he left.", ("It took 2.5 hours; he left.",)),
        ("(He left.) What then?", ("(He left.)", "What then?")),
        ("Really?! What then?", ("Really?!", "What then?")),
        ("", ()),
        (" \n ", ()),
    ],
)
def test_what_stands_in_quotation_marks_ends_no_sentence(text: str, sentences: tuple[str, ...]) -> None:
    assert wording.sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "quotes", "own"),
    [
        ('You "just hung up", then.', ("just hung up",), "You  , then."),
        ("“No”, and “never”.", ("No", "never"), " , and  ."),
        ("He said 'you are always like this' again.", ("you are always like this",), "He said   again."),
        ("the nurses' station and the doctors' mess agreed", (), None),
        ("don't, can't, won't; it's the ward's", (), None),
        ("It's 'no'.", (), None),
        ('an open " mark', (), None),
    ],
)
def test_quotations_are_told_from_apostrophes(text: str, quotes: tuple[str, ...], own: str | None) -> None:
    assert wording.quotes(text) == quotes
    assert wording.own(text).split() == (text if own is None else own).split()


# ---------------------------------------------------------------- questions

QUESTIONS = (
    "What did he say?",
    "You hung up?",
    'What did "no" mean?',
    "Tell me what he said.",
    "So tell me about the call.",
    "Could you tell me what he said",
    "Say more.",
    "Describe the call.",
    "Walk me through it.",
    "And if not, what then? Well.",
)
NO_QUESTIONS = (
    "He asked.",
    "Tell me if I have that wrong.",
    "Please tell me if not.",
    "Tell me where I am wrong.",
    '"Why me?" is what you asked.',
    'You asked "why?".',
    "You wondered “what now?”, and left.",
    "You can tell me or not.",
    "Correct me where I am wrong.",
    "I wonder what he heard.",
    "",
)


@pytest.mark.parametrize("sentence", QUESTIONS)
def test_a_question_mark_of_its_own_or_a_tell_me_asks(sentence: str) -> None:
    assert wording.asks(sentence)


@pytest.mark.parametrize("sentence", NO_QUESTIONS)
def test_a_question_in_quotation_marks_and_tell_me_if_do_not_ask(sentence: str) -> None:
    assert not wording.asks(sentence)


def test_list_items_are_counted_where_a_line_begins_or_a_mark_says_so() -> None:
    assert wording.bullets("So:\n- one\n• two\n* three\n1. four\n2) five\n – six") == 6
    assert wording.bullets("one - two, 3. three\nfive -six\n-seven") == 0
    assert wording.bullets("So: (1) one (2) two ✅ three") == 3


# ---------------------------------------------------------------- words


def test_stems_are_of_the_words_that_carry_meaning() -> None:
    assert wording.stems("The registrars refused, and I was listening to it") == {"registrar", "refus", "listen"}
    assert wording.stems("refusal refuses REFUSED") <= {"refus"}
    assert wording.stems("it was what you said to me") == wording.stems("you said")
    assert wording.stems("") == frozenset()


def test_words_are_the_same_whatever_their_case_and_apostrophe() -> None:
    assert (
        wording.tokens("It’s MY ward, 24/7.")
        == wording.tokens("it's my ward 24 7")
        == ("it's", "my", "ward", "24", "7")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("my ward", "your ward"),
        ("I'm late", "You’re late"),
        ("I was told by him", "you were told by them"),
        ("ours is", "theirs are"),
    ],
)
def test_who_is_meant_can_be_turned(one: str, other: str) -> None:
    assert wording.turned(one) == wording.turned(other)
    assert wording.tokens(one) != wording.tokens(other)


@pytest.mark.parametrize(
    ("text", "cue", "there"),
    [
        ("a refusal by phone", "refus", True),
        ("REFUSED", "refus", True),
        ("a Post-it note", "post-it", True),
        ("on the phone, at eight", "phone, at", True),
        ("(refused)", "refus", True),
        ("the registrar", "regist", True),
        ("telephone", "phone", False),
        ("unrefused", "refus", False),
        ("a ward", "award", False),
        ("what (if) not", "(if)", True),
        ("what if not", "(if)", False),
        ("a refusal", " refusal ", True),
    ],
)
def test_a_cue_is_found_at_the_beginning_of_a_word(text: str, cue: str, there: bool) -> None:
    assert wording.has(text, cue) is there


def test_the_first_cue_that_is_there_is_given() -> None:
    assert wording.any_of("a scan by phone", ["call", "phone", "scan"]) == "phone"
    assert wording.any_of("a scan by phone", ["call"]) is None
    assert wording.any_of("a scan by phone", []) is None


# ---------------------------------------------------------------- runs, and likeness


@pytest.mark.parametrize(
    ("ours", "theirs", "run"),
    [
        ("so the list was full", "he said the list was full today", (4, 1)),
        ("the list the list was", "the list was", (3, 2)),
        ("one two three", "three two one", (1, 0)),
        ("one two", "three four", (0, 0)),
        ("one two", "one two", (2, 0)),
        ("", "one", (0, 0)),
        ("one", "", (0, 0)),
    ],
)
def test_the_longest_copied_run_and_where_it_begins(ours: str, theirs: str, run: tuple[int, int]) -> None:
    assert wording.longest_copied(ours.split(), theirs.split()) == run


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("The list was full.", "the list, was full!", 1.0),
        ("one two three", "two three four", 0.5),
        ("one two three four", "four three two one", 0.0),
        ("one two", "three four", 0.0),
        ("Oh?", "oh", 1.0),
        ("Oh?", "Ah?", 0.0),
        ("Oh?", "Oh no no", 0.0),
        ("", "", 0.0),
    ],
)
def test_likeness_is_the_share_of_neighbouring_pairs(one: str, other: str, alike: float) -> None:
    assert wording.alike(one, other) == pytest.approx(alike)
    assert wording.alike(other, one) == pytest.approx(alike)
