"""What can be taken up: evidence within one sentence, the heaviest first, the words that it lends turned to 'you'."""

from bot.coaching.uptake import Bank, Reflection


def entry(name: str, weight: int, evidence: str, **more: tuple[str, ...]) -> Reflection:
    return Reflection(
        id=name,
        about=name,
        weight=weight,
        evidence=(evidence, *more.get("also", ())),
        unless=more.get("unless", ()),
        words=more.get("words", ()),
        never_in=more.get("never_in", ()),  # type: ignore[arg-type]  # checked by the model
        say=("So it is.", "So it goes."),
        ask=("What then?", "What now?"),
    )


BANK = Bank.of(
    [
        entry("bins", 2, r"\bbins\b"),
        entry("wept", 5, r"\bi (?:cried|wept)\b", unless=(r"\bfilm\b",), never_in=("quotations", "suppositions")),
        entry("unasked", 4, r"\bhaven't asked (?P<who>(?:my|the) \w+)\b", also=(r"\bbins\b",)),
        entry("painted", 3, r"\bpaint(?:ed|ing)\b", words=("paint",)),
        entry("wonder", 3, r"\bwhose bins\b", never_in=("questions",)),
    ]
)


def ids(text: str) -> list[str]:
    return [one.id for one in BANK.found_in(text)]


def test_the_heaviest_comes_first_and_of_equals_the_last() -> None:
    assert ids("I cried. The bins were full") == ["wept", "bins"]
    (one,) = BANK.found_in("bins here. bins there")
    assert one.sentence == "bins there"


def test_all_evidence_lies_in_one_sentence_and_nothing_forbids_it() -> None:
    assert ids("havent asked my porter. bins again") == ["bins"]
    assert "unasked" in ids("havent asked my porter about bins")
    assert "wept" not in ids("I cried at the film")


def test_words_that_are_lent_speak_to_the_doctor() -> None:
    found = {one.id: one for one in BANK.found_in("I haven't asked my porter about bins")}
    assert dict(found["unasked"].values) == {"who": "your porter"}


def test_what_was_only_quoted_supposed_or_asked_is_not_taken_up() -> None:
    assert ids('she wrote "I cried" on it') == []
    assert ids("what if I cried") == []
    assert ids("whose bins are they?") == ["bins"]
    assert ids("whose bins they are is unclear") == ["wonder", "bins"]


def test_nothing_is_taken_up_of_a_sentence_with_grave_words() -> None:
    assert ids("I cried and took the tablets") == []


def test_an_entry_is_looked_at_only_where_one_of_its_words_stands() -> None:
    unreadable = entry("unreadable", 1, r"(", words=("paint",))
    assert Bank.of([unreadable]).found_in("nothing at all") == ()
    assert ids("they painted it") == ["painted"]
