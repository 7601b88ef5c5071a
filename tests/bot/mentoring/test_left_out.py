"""Leaving out: a phrase goes however it is written, a name of it goes by itself, and nothing else goes."""

import re
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.mentoring.left_out import MARK, LeftOut, strike, strike_told_back

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


def plainly(text: str) -> str:
    return " ".join(text.casefold().translate(_QUOTES).split())


def stands(phrase: str, text: str) -> bool:
    """Whether the phrase can be read in the text, at the borders of words; the marks themselves are nobody's words."""
    wanted = re.escape(plainly(phrase))
    pattern = rf"(?<![^\W_]){wanted}(?![^\W_])"
    return any(re.search(pattern, plainly(piece)) for piece in text.split(MARK))


def letters(text: str) -> str:
    return "".join(one for one in normalize("NFKD", text).casefold() if one.isalnum())


def wide(text: str) -> str:
    """The text in full width, as some keyboards write it."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("I told Sam on Monday.", ["Sam"], "I told [left out] on Monday."),
        ("sam, SAM and Sam's dog", ["Sam"], "[left out], [left out] and [left out]'s dog"),
        ("Samuel and Sams and flotsam stay", ["Sam"], "Samuel and Sams and flotsam stay"),
        ("It was the   medical\ndirector.", ["the medical director"], "It was [left out]."),
        ("O’Neill and O'Neill", ["o'neill"], "[left out] and [left out]"),
        ("he said “not on my list”", ['"not on my list"'], "he said [left out]"),
        ("_Sam_ and *Sam*", ["Sam"], "_[left out]_ and *[left out]*"),
        ("Ward 7B, ward 7B, ward 7", ["ward 7b"], "[left out], [left out], ward 7"),
        ("a b c", ["a b", "b c"], "[left out]"),
        ("Sam Okoro came", ["Sam", "Okoro"], "[left out] came"),
        ("Sam Okoro came", ["Okoro", "Sam Okoro"], "[left out] came"),
        ("ha ha ha", ["ha ha"], "[left out]"),
        ("the left one", ["left"], "the [left out] one"),
        ("@reg_tales wrote", ["@reg_tales"], "[left out] wrote"),
        ("Sa\u200bm was there", ["Sam"], "[left out] was there"),
        ("José and Jose\u0301", ["José"], "[left out] and [left out]"),
        ("night–shift nurse", ["night-shift"], "[left out] nurse"),
        ("nothing here", ["", "  "], "nothing here"),
        ("You told your boss.", ["I told my boss"], "[left out]."),
        ("You didn't tell Sam that.", ["I didnt tell Sam"], "[left out] that."),
        ("You were on the ward.", ["I was on the ward"], "[left out]."),
        ("the Riverside-scandal", ["the Riverside scandal"], "[left out]"),
        ("the *Riverside* scandal", ["the Riverside scandal"], "[left out]"),
        ("the “Riverside”, scandal", ["the Riverside scandal"], "[left out]"),
        ("O’Brien, OBrien, o brien", ["O'Brien"], "[left out], [left out], [left out]"),
        ("I saw O'Brien", ["OBrien"], "I saw [left out]"),
        ("St Mary's or st. marys", ["St. Mary's"], "[left out] or [left out]"),
        (f"{wide('Sarah')} and Sar\u00adah", ["Sarah"], "[left out] and [left out]"),
        ("Jose and JOSE\u0301", ["José"], "[left out] and [left out]"),
        ("an A&E list, I'll go, it is in to", ["Ana", "ill", "into"], "an A&E list, I'll go, it is in to"),
        ("a C+ and a C", ["C+"], "a [left out] and a C"),
        ("He left -- quietly", ["--"], "He left [left out] quietly"),
    ],
)
def test_a_phrase_is_struck_however_it_is_written(text: str, phrases: list[str], expected: str) -> None:
    assert strike(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        (
            'You say "Jenkins". What would jenkins say?',
            ["Sister Jenkins"],
            'You say "[left out]". What would [left out] say?',
        ),
        ("Jenkins’ ward, and Jenkinss", ["Sister Jenkins"], "[left out]’ ward, and [left out]"),
        ("Sarah went. Who is sarah?", ["I told Sarah Jenkins to leave"], "[left out] went. Who is [left out]?"),
        ("I told them to leave", ["I told Sarah Jenkins to leave"], "I told them to leave"),
        ("Riverside is full of scandal", ["the Riverside scandal"], "[left out] is full of scandal"),
        ("Mary, not Marylebone", ["St. Mary's"], "[left out], not Marylebone"),
        ("JENKINS again", ["SISTER JENKINS"], "[left out] again"),
        ("Smith or Jones", ["Mrs Smith-Jones"], "[left out] or Jones"),
        (
            "The sun rose. We told Rose. Rose said no.",
            ["Sister Rose"],
            "The sun rose. We told [left out]. [left out] said no.",
        ),
        ("I told Jenkins; jenkins", ["Jenkins was rude"], "I told [left out]; jenkins"),
        ("It is free. The Free was full.", ["the Royal Free Hospital"], "It is free. The [left out] was full."),
        ("teaching on Friday, a serious incident", ["the Friday Teaching", "a Serious Incident Panel"], None),
        ("Nobody shouts. Shouting never helps", ["Nobody listens to me", "Shouting at juniors"], None),
        ("the consultant, the ward, our Sister", ["Sister Jenkins", "Consultant Ward Round"], None),
        ("Samuel and Sams", ["Dr Sam Okoro"], None),
    ],
)
def test_a_name_in_a_phrase_goes_by_itself_and_ordinary_words_stay(
    text: str, phrases: list[str], expected: str | None
) -> None:
    assert strike(text, phrases) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('You say "he drinks before his list". Who knows?', 'You say "[left out]". Who knows?'),
        ("You saw that he drinks before his list. Who knows?", "[left out]. Who knows?"),
        ("Before his list?", "Before his list?"),
        ("What would help before the list?", "What would help before the list?"),
        ('"it matters". Who knows?', '"it matters". Who knows?'),
    ],
)
def test_what_the_coach_says_back_goes_with_the_sentence_it_is_from(text: str, expected: str) -> None:
    assert strike_told_back(text, ["I saw that he drinks before his list"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("before his list", MARK), ("Sam", "Sam"), ("drinks tea", "drinks tea"), ("", "")]
)
def test_a_piece_of_a_sentence_that_was_left_out_goes_whole(text: str, expected: str) -> None:
    assert LeftOut(["I saw that he drinks before his list"]).strike_piece(text) == expected


def test_the_doctors_own_words_are_struck_as_they_ask_and_no_further() -> None:
    assert strike("He drinks before his tea.", ["I saw that he drinks before his list"]) == "He drinks before his tea."


words = st.text(alphabet="aAbB iI'’ \n-_.“\"[]é1", min_size=0, max_size=40)
phrases = st.lists(st.text(alphabet="aAbB i'’ -é1", min_size=1, max_size=8), max_size=4)


@given(text=words, left_out=phrases)
@example(text="left out left", left_out=["left", "out"])
def test_nothing_that_was_left_out_can_be_read(text: str, left_out: list[str]) -> None:
    for struck in (strike(text, left_out), strike_told_back(text, left_out), LeftOut(left_out).strike_piece(text)):
        for one in left_out:
            assert not plainly(one) or not stands(one, struck)


@given(text=words, left_out=phrases)
def test_striking_twice_is_striking_once(text: str, left_out: list[str]) -> None:
    once = strike(text, left_out)

    assert strike(once, left_out) == once


@given(text=words, left_out=phrases)
def test_a_text_without_the_phrases_stays_as_it_is(text: str, left_out: list[str]) -> None:
    assume(not any("i" in one.casefold() for one in left_out))  # those stand for "you", too
    assume(not any(plainly(one) and plainly(one) in plainly(text) for one in left_out))
    assume(
        not any(
            letters(one) and letters(one) in letters(text) for phrase in left_out for one in [phrase, *phrase.split()]
        )
    )

    assert strike(text, left_out) == text


told = st.sampled_from("Okoro Riverside O'Brien Mbeki-Lund shouted before list café seven 7B".split())
parted = st.sampled_from([" ", "  ", "\n", "-", " – ", ", ", "* ", " _", "~", '" ', ". ", "\u200b ", "/"])
ways: list[Callable[[str], str]] = [str, str.upper, str.lower, wide, "*{}*".format, "“{}”".format]
dressed = st.sampled_from(ways)


@given(st.lists(told, min_size=2, max_size=5), st.data())
def test_a_phrase_goes_however_its_words_are_dressed_and_parted(phrase: list[str], data: st.DataObject) -> None:
    parts = [data.draw(dressed)(one) + data.draw(parted) for one in phrase]
    text = f"So it was {''.join(parts)} that they said."
    struck = strike(text, [" ".join(phrase)])

    assert letters(struck.replace(MARK, "")) == "soitwasthattheysaid"


@given(st.lists(st.sampled_from("ward team Friday Meeting Clinic shouting Handover Senior rota".split()), max_size=5))
def test_ordinary_words_stay_where_the_phrase_does_not(phrase: list[str]) -> None:
    text = "A ward. A team. On Friday a meeting, the Clinic, no shouting; handover was Senior. The rota."
    assert strike(text, [" ".join(["our", *phrase])]) == text
