"""Which words of a message are handed back: what they are told by, and how well readers' choices are met."""

from bot.coaching.charge import charge, traits
from bot.coaching.charge_weights import WEIGHTS
from bot.coaching.clauses import clauses
from bot.coaching.kinds import ClauseKind

TEXT = "I run the Tuesday list. The rota was changed again, but nobody asked me."


def test_every_trait_is_known_to_the_weights_or_left_out_on_purpose() -> None:
    known = traits(TEXT, "nobody asked me", ClauseKind.OTHERS_ACT, quoted=False, asked=False)
    assert set(WEIGHTS) <= set(known)
    assert len(WEIGHTS) >= len(known) - 4


def test_traits_tell_where_a_run_stands_and_what_it_holds() -> None:
    known = traits(TEXT, "nobody asked me", ClauseKind.OTHERS_ACT, quoted=False, asked=False)
    told = {
        name for name in ("after_but", "negated", "mine", "from_them", "last_sentence", "ends_sentence") if known[name]
    }
    assert told == {"after_but", "negated", "mine", "from_them", "last_sentence", "ends_sentence"}
    assert known["first_sentence"] == known["own"] == known["number"] == 0.0
    assert 0.7 < known["place"] < 0.9


def test_a_question_to_the_coach_carries_less_than_what_happened() -> None:
    def carried(run: str, *, asked: bool) -> float:
        return charge(f"{run}.", run, ClauseKind.OWN_ACT, quoted=False, asked=asked)

    assert carried("I could not look at her", asked=False) > carried("how do I look at her", asked=True)


def test_what_follows_the_turn_of_a_message_is_handed_back_before_its_scene() -> None:
    text = "They moved the huddle to half past eight on the third floor again, but nobody thought to ask me."
    assert clauses(text)[0].text == "nobody thought to ask me"
