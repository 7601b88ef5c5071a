"""Runs begin and end where clauses do: no half of a thought, no noun without its verb, no verb without its end."""

import pytest

from bot.coaching.borders import AT_MOST, MOST_WORDS, bare, is_whole, terse, whole_runs


def found(sentence: str) -> list[str]:
    return [bare(one) for one in whole_runs(sentence)]


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("i swapped the rota in march, and nobody noticed it", "i swapped the rota in march"),
        ("someone asked me for the settings and i bluffed", "someone asked me for the settings and i bluffed"),
        ("she wrote it up and the manager put her name on it", "the manager put her name on it"),
        ("he stayed late because nobody had told him", "nobody had told him"),
        ("when i asked her why, she pointed at the door", "when i asked her why, she pointed at the door"),
        ("the matron came in, sat down on the bed and cried", "the matron came in, sat down on the bed and cried"),
        ("we sent four emails & then rang the depot twice", "we sent four emails"),
        (
            "for a month i had told everyone it was the other site",
            "for a month i had told everyone it was the other site",
        ),
    ],
)
def test_a_clause_is_found_whole(sentence: str, whole: str) -> None:
    assert whole in found(sentence) or any(one.endswith(whole) for one in found(sentence))


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        ("nobody on the ward knows whose job it is", "knows whose job"),
        ("she said we do not need a doctor to tell us when we are sad", "need a doctor to tell us"),
        ("it means when i am alone with one i find out with the patient", "it means when i am alone with one"),
        ("i do not know if i just, you know, leave it", "if i just"),
        ("they spent an hour on whether it counts if you drop it", "if you drop it"),
        ("the boss, who everyone loves, walked out of the room again", "who everyone loves"),
        ("our unit had a proper case, surgeon, tribunal, the lot", "our unit had a proper case"),
        ("she told them that none of us had asked her", "that none of us had asked her"),
    ],
)
def test_a_run_is_never_torn_out(sentence: str, torn: str) -> None:
    assert torn not in found(sentence)


def test_a_long_sentence_is_only_offered_where_it_has_no_shorter_part() -> None:
    long = "it means that i will be finding out about it together with the next patient"
    assert MOST_WORDS < len(long.split()) <= AT_MOST
    assert long in found(long)
    assert not [
        one
        for one in found("they moved the desk, " + long.replace(" about it", ", about it,"))
        if len(one.split()) > AT_MOST
    ]


def test_short_sentences_in_a_row_may_go_back_together() -> None:
    assert "no time. no desk. still turning up" in [bare(one) for one in terse("no time. no desk. still turning up")]
    assert not list(terse("is it me? no desk. right?"))
    assert not list(terse("We need a decision\nthis month. They laugh at us"))


@pytest.mark.parametrize(
    ("run", "whole"),
    [("she gets the call", True), ("looked at the", False), ("seven letters a week", False), ("went home early", True)],
)
def test_words_from_the_middle_are_whole_where_somebody_does_something(run: str, whole: bool) -> None:
    assert is_whole(run) is whole


def test_two_who_do_one_thing_stay_together() -> None:
    assert found("our manager and i have not spoken since february") == [
        "our manager and i have not spoken since february"
    ]
