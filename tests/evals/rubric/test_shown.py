"""A draft that is shown: what is quoted, praised, changed and compared must be in it."""

import pytest

from evals.rubric.talk import Reply, Talk
from tests.evals.rubric.talks import assert_bad, assert_good, assert_silent, citation, reply, said, talk_of

DRAFT = (
    "ok to send?\n\nDear all, 14 of 31 forms were missing last week. This is not good enough. "
    "Please fill them in by Friday. I will be checking."
)
SECOND = (
    "and now?\n\nDear all, 14 of 31 forms were missing last week. What gets in the way? "
    "Please fill them in by Friday. I will be checking."
)
REVIEW = (
    'Keep "14 of 31 forms were missing": a number that can be looked up. And "by Friday": it is clear. '
    'At "This is not good enough": they hear a verdict. You could say: "What gets in the way of the form?" '
    "Bohmer finds that asking works better."
)
COMPARED = (
    'The verdict has gone, and "What gets in the way?" has taken its place. Still as it was: "I will be checking".'
)


def shown(text: str | Reply, **more: object) -> Talk:
    return talk_of((said("draft", DRAFT, **more), text), about="draft_review")


def again(text: str, **more: object) -> Talk:
    fields = {"changed": [["verdict", "good enough", "gets in the way"]], "unchanged": [["checking"]], **more}
    return talk_of((said("draft", DRAFT), REVIEW), (said("redraft", SECOND, **fields), text), about="draft_review")


@pytest.mark.parametrize("name", ["D1", "D2", "D3", "D4", "D6"])
def test_a_fair_review_is_good_in_all(name: str) -> None:
    assert_good(name, shown(REVIEW))


@pytest.mark.parametrize(
    "text",
    [
        'At "we are all tired of this" they stop reading.',
        'Keep "14 of 31 forms were lost in the post", which is plain.',
        'Where you say "This is a disgrace to us all" they stop.',
    ],
)
def test_d1_is_met_by_words_that_the_draft_has_not(text: str) -> None:
    assert_bad("D1", shown(text), "does not say")


def test_d1_lets_a_wording_be_offered_and_a_gap_be_left() -> None:
    assert_good("D1", shown('Try: "What would help you to fill it in?" Or begin "On ... I saw ..." if you like.'))


def test_d2_wants_two_things_that_are_in_it() -> None:
    assert_bad("D2", shown('Keep "by Friday", which is clear. The rest is too hard.'), "1 strength")
    assert_bad("D2", shown("It is a strong and honest piece of work."), "0 strengths")
    assert_good("D2", shown('"14 of 31 forms" is a plain number. "by Friday" is clear. What then?'))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            f'{REVIEW} You could say: "May I ask you for help?" And you could say: "Tell me where I am wrong."',
            "changes",
        ),
        (f"{REVIEW}\n- shorter\n- kinder\n- later", "changes"),
        (f"{REVIEW} Thirdly, the ending.", "changes"),
        ("This is excellent. There is nothing in it that I would change.", "nothing to change"),
    ],
)
def test_d3_is_not_met_by_a_third_change_nor_by_none(text: str, why: str) -> None:
    assert_bad("D3", shown(text), why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('You could say: "On 3 March 52 of you were late with it."', "a fact"),
        ('You could say: "Going forward we need your buy-in on the forms."', "how this doctor writes"),
        ("The second sentence could be kinder than it is.", "no wording"),
    ],
)
def test_d4_is_not_met_by_new_facts_management_or_no_wording(text: str, why: str) -> None:
    assert_bad("D4", shown(text), why)


def test_d5_takes_a_card_or_an_author_and_nothing_vaguer() -> None:
    bare = 'You could say: "What gets in the way of the form?"'
    assert_good("D5", shown(reply(bare, citation())))
    assert_bad("D5", shown(f"{bare} Everybody says so."), "no source")
    assert_silent("D5", shown("The second sentence could be kinder."))


def test_d6_is_met_by_the_whole_written_anew_unless_that_was_asked_for() -> None:
    whole = "Dear all, " + "we would like to hear from each of you what gets in the way of these forms. " * 4
    assert_bad("D6", shown(f"{REVIEW}\n\n{whole}"), "anew")
    assert_bad("D6", shown(f"Here is a rewritten version. {whole}"))
    asked = talk_of((said("draft", f"can you rewrite this\n\n{DRAFT}"), whole), about="draft_review")
    assert_silent("D6", asked)


def test_d7_looks_at_sound_drafts_alone() -> None:
    assert_good("D7", shown("It asks a real question, and I would leave it as it is.", sound=True))
    assert_bad("D7", shown("It is too soft, and they will not take you seriously.", sound=True), "sound draft")
    two = 'You could say: "I need this by noon today." And you could say: "Tell me when it is done."'
    assert_bad("D7", shown(two, sound=True))
    assert_silent("D7", shown("It is too soft."))
    for name in ("D3", "D4", "D5"):
        assert_silent(name, shown(REVIEW, sound=True))


def test_d8_wants_the_second_version_held_against_the_first() -> None:
    assert_good("D8", again(COMPARED))
    assert_bad("D8", again('Keep "14 of 31 forms", which is plain. Who reads it?'), "does not say what is new")
    assert_bad("D8", again("It is the same as before, and nothing has changed."), "it did")
    assert_good("D8", again('The words are the same: "I will be checking" is still there.', changed=[]))


def test_d9_is_met_by_a_change_that_was_not_made() -> None:
    assert_good("D9", again(COMPARED))
    assert_bad("D9", again('"I will be checking" is gone now.'), "not made")
    assert_bad("D9", again("You have softened the ending, and it is better now.", changed=[]), "not made")
    assert_silent("D9", again('"I will be checking" is gone now.', unchanged=[]))
