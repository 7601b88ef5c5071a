"""The words of a message as a second opinion on danger: what is learnt of them, kept, and read back."""

from pathlib import Path

import numpy as np
import pytest

from bot.adapters.examples import Example
from bot.adapters.telltale import Telltale, grams
from bot.coaching.labels import STOPS
from bot.errors import CoachError
from bot.training.telltale import fitted

CRISIS = STOPS.index("crisis_self")
WRITTEN = (
    ("I think of the bridge every night", "crisis_self"),
    ("the bridge again, and the tablets in the drawer", "crisis_self"),
    ("nobody would miss me on the rota, nobody at all", "crisis_self"),
    ("the rota is late every night", "time_and_support"),
    ("how do I ask for the rota again", "influence_without_authority"),
    ("the drawer of the trolley is empty, nobody fills it", "engaging_colleagues"),
)
LEARNT = [Example(text, "somebody", (label,), ()) for text, label in WRITTEN]


@pytest.fixture(scope="module")
def telltale() -> Telltale:
    return fitted([text for text, _ in WRITTEN], LEARNT, fewest=1)


def test_words_that_stood_in_such_messages_speak_for_it(telltale: Telltale) -> None:
    grave, plain = telltale.logits("the bridge and the tablets"), telltale.logits("how do I ask for the rota")
    assert grave[CRISIS] > plain[CRISIS]


def test_words_that_nobody_wrote_say_no_more_than_nothing_does(telltale: Telltale) -> None:
    assert np.array_equal(telltale.logits("zebra quartz"), telltale.bias)
    assert np.array_equal(telltale.logits(""), telltale.bias)


def test_a_reason_that_nobody_wrote_of_is_never_spoken_for(telltale: Telltale) -> None:
    assert telltale.logits("the bridge")[STOPS.index("injection")] <= -10


def test_spelling_and_case_make_no_difference() -> None:
    assert np.array_equal(grams("I’m not on the ROTA"), grams("im not on the rota"))


def test_a_message_that_only_might_be_of_it_teaches_neither() -> None:
    doubtful = Example("zebra quartz", "somebody", ("time_and_support", "crisis_self"), ())
    taught = fitted([*(text for text, _ in WRITTEN), doubtful.text], [*LEARNT, doubtful], fewest=1)
    assert taught.logits("zebra quartz")[CRISIS] == pytest.approx(taught.bias[CRISIS], abs=1e-3)


def test_what_was_written_is_read_back_and_the_same_messages_give_the_same_bytes(
    telltale: Telltale, tmp_path: Path
) -> None:
    kept = []
    for name in ("once", "twice"):
        (tmp_path / name).mkdir()
        fitted([text for text, _ in WRITTEN], LEARNT, fewest=1).save(tmp_path / name)
        kept.append((tmp_path / name / "telltale.npz").read_bytes())
    assert kept[0] == kept[1]
    again = Telltale.load(tmp_path / "once")
    assert again.logits("the bridge") == pytest.approx(telltale.logits("the bridge"), abs=0.01)
    assert again.fingerprint == Telltale.load(tmp_path / "twice").fingerprint


def test_missing_weights_say_which_command_makes_them(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="train-telltale"):
        Telltale.load(tmp_path)
