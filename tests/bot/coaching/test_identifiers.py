"""What identifies somebody is found and masked, what does not is left: by table, and on sentences held out."""

import json
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, TypedDict

import pytest

from bot.coaching.identifiers import KINDS, NameLists, find, mask
from bot.coaching.model import Identifier
from knowledge import names as name_files

HELD_OUT: Final = Path(__file__).parents[3] / "evals" / "heldout" / "identifiers.jsonl"
EXAMPLES: Final = Path(__file__).parents[3] / "prompts" / "examples"
NAMES: Final = NameLists(**name_files.load())
LISTED: Final = NAMES.given | NAMES.surnames


class Row(TypedDict):
    text: str
    spans: list[tuple[int, int, str]]
    pool: str


def held_out() -> list[Row]:
    rows: list[Row] = []
    for line in HELD_OUT.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [(start, end, kind) for start, end, kind in row["spans"]]
        rows.append({"text": row["text"], "spans": spans, "pool": row["pool"]})
    return rows


ROWS: Final = held_out()
MASKED: Final = (
    ("text me on 44 7700 900123", "text me on [phone]"),
    ("hospital number 440 9127 was moved", "hospital number [hospital number] was moved"),
    (
        "one born 7 June 1952, the other 7 July 1952",
        "one born [date of birth], the other [date of birth]",
    ),
    ("Mrs Okonkwo in bed 12 waited", "Mrs [name] in [bed] waited"),
    ("mr okonkwo in bay 2 fell", "mr [name] in [bed] fell"),
    ("pt called margaret wants home", "pt called [name] wants home"),
    ("my patient jean ellis fell", "my patient [name] fell"),
    ("Margaret in bed 4 said so", "[name] in [bed] said so"),
    ("JM in bed 6 was missed", "[name] in [bed] was missed"),
    ("A.K. in side room 2 heard", "[name] in [bed] heard"),
    ("his daughter Aoife rang", "his daughter [name] rang"),
    ("her son tom rang", "her son [name] rang"),
    ("her late husband Desmond", "her late husband [name]"),
    ("a lady called Edna thanked me", "a lady called [name] thanked me"),
    ("I want to speak to Priya Sharma about it", "I want to speak to [name] about it"),
    ("Priya Sharma was late. Then Priya cried.", "[name] was late. Then [name] cried."),
    ("Dr O’Brien's list", "Dr [name]'s list"),
    ("mrs de souza and Mr van der Berg", "mrs [name] and Mr [name]"),
    ("Ahmed al-Rashid and Siobhán Ní Dhomhnaill", "[name] and [name]"),
    ("MR OKONKWO WAS MOVED", "MR [name] WAS MOVED"),
    ("J. Okparaebo signed it", "[name] signed it"),
    ("Dr Honour Okafor signed it", "Dr [name] signed it"),
    ("he's calling me Margaret (dob 3/4/1941)", "he's calling me [name] (dob [date of birth])"),
    ("Olu Bankole 11/09/1974", "[name] [date of birth]"),
    ("NHS no 999 000 0018", "NHS no [nhs number]"),
    ("GMC 7012345", "GMC [gmc number]"),
    ("MRN 4471902", "MRN [hospital number]"),
    ("ring 07700 900123 or a.b@nhs.net", "ring [phone] or [email]"),
    ("NI AB 12 34 56 C", "NI [national insurance number]"),
    ("14 Sycamore Road, LS6 3HN", "[address], [postcode]"),
)
LEFT: Final = (
    "we saw 44 700 people in 2024",
    "unit number 12 of 15, and the wait was 44 minutes 7 times",
    "I asked Priya, our charge nurse, what she thinks",
    "asked imran to chair it",
    "Gareth says no, Gareth always says no",
    "Parkinson's, Crohn's, a Foley and a Glasgow coma score in bed 4",
    "Crohn's in bed 4, the COPD in bed 5, AF in bed 3",
    "Edmondson, Kotter, Berwick, Argyris, Bohmer, Ham and the Francis report",
    "Professor Bohmer wrote it, and Amy Edmondson agreed",
    "I'm a Darzi fellow at the Royal Victoria, before that St James's",
    "bleep 2345, then 2222, then 999, then 111",
    "rota for 3/4/2025, K 6.8, BP 84/52 at 0315",
    "10.1056/NEJMoa1702345",
    "Will anybody come? May I? Mark my words. Grace and Hope and Rose.",
    "On May Wei and I argued",
    "i miss leeds, miss the old firm",
    "sister says no, prof laughed, the doctor on call slept",
    "Dr Foster figures, dr google, Dr Who, Mrs Whoever",
    "my partner Tom runs the other list",
    "Clinical Director, Freedom To Speak Up Guardian, Chief Registrar",
    "the plan was born on a napkin on 3 March",
    "it's 20 minutes down the road, a one way street, ST4 5th rotation",
    "0000000000 and 1234567890",
    "At the John Radcliffe and at James Cook",
    "Team B. Everyone left. Plan A. Okay.",
)


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_details_are_masked(text: str, expected: str) -> None:
    assert mask(text, find(text, NAMES)) == expected


@pytest.mark.parametrize("text", LEFT)
def test_ordinary_talk_is_left_alone(text: str) -> None:
    assert mask(text, find(text, NAMES)) == text


def test_a_bed_without_a_name_is_no_detail() -> None:
    assert find("the lady in bed 12 asked who was in charge", NAMES) == ()


def test_details_are_in_order_apart_and_of_a_known_kind() -> None:
    for row in ROWS:
        found = find(row["text"], NAMES)
        assert all(one.kind in KINDS and 0 <= one.start < one.end <= len(row["text"]) for one in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


def test_nothing_is_found_in_a_masked_text() -> None:
    for row in ROWS:
        once = mask(row["text"], find(row["text"], NAMES))
        assert mask(once, find(once, NAMES)) == once


def test_half_of_the_held_out_names_are_on_no_list() -> None:
    outside = [
        row["text"][a:b] for row in ROWS if row["pool"] == "outside" for a, b, kind in row["spans"] if kind == "name"
    ]
    assert len(outside) >= 60
    assert not [word for name in outside for word in name.casefold().split() if len(word) > 3 and word in LISTED]


def covered(found: tuple[Identifier, ...], span: tuple[int, int, str]) -> bool:
    return any(one.start <= span[0] and one.end >= span[1] and one.kind == span[2] for one in found)


def recall(pool: str, *, of_names: bool) -> float:
    hits = [
        covered(find(row["text"], NAMES), span)
        for row in ROWS
        for span in row["spans"]
        if (span[2] == "name") == of_names and span[2] != "bed" and row["pool"] in (pool, "either")
    ]
    return sum(hits) / len(hits)


def test_held_out_checked_details_are_found() -> None:
    assert recall("either", of_names=False) >= 0.99


def test_held_out_checked_details_are_right() -> None:
    found = [(row, one) for row in ROWS for one in find(row["text"], NAMES) if one.kind not in ("name", "bed")]
    right = [(one.start, one.end, one.kind) in row["spans"] for row, one in found]
    assert sum(right) / len(right) >= 0.98


def test_held_out_names_are_found_on_lists_or_not() -> None:
    listed, outside = recall("listed", of_names=True), recall("outside", of_names=True)
    assert min(listed, outside) >= 0.80
    assert abs(listed - outside) <= 0.03


def test_held_out_ordinary_sentences_are_left_alone() -> None:
    clean = [row["text"] for row in ROWS if not row["spans"]]
    assert len(clean) == 300
    assert sum(bool(find(text, NAMES)) for text in clean) <= 0.01 * len(clean)


def examples() -> Iterator[tuple[str, bool]]:
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["text"], "identifiable" in row.get("flags", [])


def test_training_examples_are_flagged_as_their_authors_did() -> None:
    told = [(bool(find(text, NAMES)), flagged) for text, flagged in examples()]
    assert sum(found for found, flagged in told if not flagged) <= 0.01 * sum(not flagged for _, flagged in told)
    assert sum(found for found, flagged in told if flagged) >= 0.90 * sum(flagged for _, flagged in told)


def best_ms(text: str, rounds: int = 5) -> float:
    """Milliseconds of the processor's time: what a busy machine makes it wait is not its own."""
    times = []
    for _ in range(rounds):
        start = time.thread_time()
        find(text, NAMES)
        times.append(time.thread_time() - start)
    return min(times) * 1000


def test_a_message_of_a_hundred_words_takes_under_two_milliseconds() -> None:
    words = " ".join(row["text"] for row in ROWS).split()
    times = sorted(best_ms(" ".join(words[at : at + 100])) for at in range(0, len(words) - 100, 50))
    assert times[int(0.99 * len(times))] <= 2


@pytest.mark.parametrize(
    "unit", ["0 ", "07", "a@", "Mr ", "A. ", "van de ", "1 A ", "al-", "bed 1 ", "O'", "Wei Fang "]
)
def test_long_and_odd_messages_take_little_time(unit: str) -> None:
    assert best_ms(unit * (4000 // len(unit)), rounds=2) <= 250
