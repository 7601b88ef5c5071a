"""Written examples: read from their files, one a hand, and turned into what the heads learn."""

from pathlib import Path

import pytest

from bot.adapters.examples import LEARNT_NOTICES, digest, read, targets
from bot.coaching.labels import STOPS
from bot.errors import CoachError

KNOWN = ("speaking_up", "smalltalk", *STOPS)


def written(folder: Path, *lines: str, name: str = "hand_a") -> Path:
    (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_the_first_label_counts_most_and_a_stop_among_the_rest_counts_half(tmp_path: Path) -> None:
    line = '{"text": "he did it again", "labels": ["speaking_up", "mistreatment"], "flags": ["anger"]}'
    (one,) = read(written(tmp_path, line), KNOWN)
    goal = targets([one], KNOWN)
    assert (one.author, one.labels) == ("hand_a", ("speaking_up", "mistreatment"))
    assert goal.labels[0].tolist() == [0.75, 0, 0, 0, 0.25, 0, 0]
    assert goal.stops[0].tolist() == [0, 0, 0.5, 0, 0]
    assert goal.notices[0].tolist() == [float(name == "anger") for name in LEARNT_NOTICES]


@pytest.mark.parametrize(
    "line",
    [
        '{"text": "hm", "labels": ["unheard_of"]}',
        '{"labels": ["smalltalk"]}',
        "not json",
        '{"text": "hm", "labels": "smalltalk"}',
        '{"text": "hm", "labels": []}',
    ],
)
def test_a_broken_line_is_named_by_file_and_number(tmp_path: Path, line: str) -> None:
    good = '{"text": "morning", "labels": ["smalltalk"]}'
    with pytest.raises(CoachError, match=r"hand_a\.jsonl, line 2"):
        read(written(tmp_path, good, line), KNOWN)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="no examples"):
        read(tmp_path, KNOWN)


def test_the_digest_changes_with_what_is_learnt(tmp_path: Path) -> None:
    first = read(written(tmp_path, '{"text": "morning", "labels": ["smalltalk"]}'), KNOWN)
    other = read(written(tmp_path, '{"text": "evening", "labels": ["smalltalk"]}'), KNOWN)
    assert digest(first) != digest(other)
