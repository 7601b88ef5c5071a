"""What a clause is a telling of: found by its form, and left alone where it only looks like it."""

import pytest

from bot.coaching.growing import tells, tells_plainly

TOLD = {
    "felt": """
        my heart goes every time the phone lights up / I feel sick on the bus in / i was so embarrassed in front of
        the students / it makes me want to cry, it makes me cry / I'm dreading the appraisal / I still can't face
        opening that folder / i lie awake going through the list / my hands were cold and my throat tightened / I
        get a bit scared when he is on / i felt tiny in that room / it still stings / I cried in the sluice / i keep
        thinking about her slippers
    """,
    "past": """
        I have never told anybody here / my mum has dementia and i do her nights / when i was a student a surgeon
        threw a clamp at me / nobody at work knows / my brother is in hospital again / at school i was the quiet one
        / my dad drinks / when i was nine we moved to a new country / I've never told my boss that I was off for a
        year / my own breakdown was in a post like this / it was my dad's voice coming out of me / i was the trainee
        who got left with it
    """,
    "owned": """
        I said nothing and carried on / i bottled it at the last minute / I should have rung her back / i said yes
        like an idiot / I just sat there / that's on me / I walked past twice / i didn't ask her why / I wish I'd
        gone in / i've been dodging him all week / I laughed along with them / i snapped at the student
    """,
    "hurt": """
        the physio burst into tears by the lifts / she walked out of the meeting / one of them went home in tears /
        our F1 was shaking / he handed in his notice on Monday / the student sat down without another word / the
        family were in tears / someone broke down at the desk / she went white / the ward clerk cried in the kitchen
        / my SHO left the room / he was humiliated in front of twelve people
    """,
    "signal": """
        the room went quiet / she rolled her eyes at the pharmacist / they looked at their phones / he shrugged and
        moved on / tumbleweed when I finished / nobody laughed, then silence / she sent a thumbs up / my boss
        blanked me / the whole table looked at the floor / not one question at the end / he sees it and says nothing
        / they muted the group
    """,
    "load": """
        it's always me who stays / I'm the only one who knows how the form works / it all falls to me on a Friday /
        nobody else will do the letters / so it's me again / i write it up in my own time / it comes back to me in
        the end / I was on my own with thirty of them / it's down to me to chase the scans / I am the one who rings
        the families / i do it at home / it lands on me when the clerk is off
    """,
    "figures": """
        nine out of fourteen went late / our rate is 23% / three wards and two porters / it took forty minutes, then
        ninety the next day / we had six beds and eleven waiting / half of the letters, all four months of them / 12
        clinics and 3 rooms / five told us, seven did not / from 8 percent to 14 / two of us for thirty beds / 31
        calls, 4 answered / a third of them wait eight weeks
    """,
    "refused": """
        the form was turned down twice / HCAs aren't allowed to sign it / she was told it was not appropriate / he
        was knocked back by finance / we were overruled / finance said no / my idea was laughed at / they won't sign
        it, matron said no / she wasn't permitted to come / the bid got rejected in June / our request was ignored /
        they were told to wait outside
    """,
    "alone": """
        I'm the only woman on the rota / i was the first doctor from my family / I am the youngest consultant there
        / i've been the only trainee at the table / I'm still the only SAS doctor in the room / i'm the most junior
        person they ask / I was the only reg without a project / i am the first registrar to raise it / I'm the lone
        doctor on the estate group / i'm always the youngest voice / I was the first trainee they kept on / i'm the
        only dad on the unit
    """,
    "unsure": """
        I don't know how to begin it / i can't tell whether she minds / I'm less sure about the nights / i'm not so
        certain any more / no idea who to ask / i couldn't work out what he wanted / I don't really know why it
        stopped / i honestly don't know which of them it is / I still can't decide whether to go / i keep asking
        myself / I'm not that sure of the figures / i don't even know where the form lives
    """,
}

NOTHING = {
    "felt": """
        I am afraid not / he was embarrassed / I'm not angry with her / if I was scared I would say so / the patient
        feels sick / my hands are full / I was on call / we crossed the line / the list was cut and she was upset /
        I got the form signed / i am in clinic on Mondays / my face mask was missing
    """,
    "past": """
        nobody knows whose job it is / nobody here knows about it / my sister in charge said so / my mum thought it was funny / I never told the
        consultant about the scan result / nobody here knows how it works / my partner in the practice is ill / when
        I was on nights the phone rang / my first patient today / my dad's house is near / the family has never told
        anyone / at school visits we hand out leaflets / my brother got it straight away
    """,
    "owned": """
        she said nothing / he should have rung / I asked her why / they laughed / that's on the list / we said it
        twice / the reg snapped at me / I rang her back / he bottled it / I told them so / the boss walked past / I
        sat with her for an hour
    """,
    "hurt": """
        the whiteboard is white / she shook my hand / he wore a white coat / they walked to the canteen / the sister
        left at five / I cried / she sat down with a coffee / he went home at six / the screaming stopped / they
        handed in the form / the ward was quiet / nobody was hurt
    """,
    "signal": """
        I went quiet / we looked at the floor plan / i shrugged / I said nothing / the quiet room is booked / he
        answered at once / they asked six questions / she looked at the scan / I rolled it out in June / they all
        spoke
    """,
    "figures": """
        we meet at 7.30 / bed 12 in bay 4 / i'm st4 on the surgical side / it was 3 am / in two weeks / one of them
        said so / half past nine / the third time she asked / at two o'clock / in 20 minutes / a band 6 nurse /
        three times of day
    """,
}


def listed(texts: str) -> list[str]:
    """The messages of a block, parted by strokes."""
    return [one.strip() for one in " ".join(texts.split()).split(" / ")]


CASES = [(kind, text) for kind, texts in TOLD.items() for text in listed(texts)]
LEFT = [(kind, text) for kind, texts in NOTHING.items() for text in listed(texts)]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_a_clause_is_known_by_its_form(kind: str, text: str) -> None:
    assert tells.form(text, text) == kind


@pytest.mark.parametrize(("kind", "text"), LEFT)
def test_what_only_looks_like_it_is_something_else(kind: str, text: str) -> None:
    assert tells.form(text, text) != kind


def test_a_shrug_tells_nothing() -> None:
    assert [tells.form(one, one) for one in ("hm, i don't know", "not sure tbh", "no idea")] == [None] * 3


def test_a_clause_in_the_sentence_of_an_insight_is_one() -> None:
    text = "We have always asked the porters last. Oh. I've only ever thought of it as our round."
    assert tells.form("I've only ever thought of it as our round", text) == "seen"
    assert tells.form("We have always asked the porters last", text) != "seen"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("she rang the family herself", "she"),
        ("he moved my name down the list", "he"),
        ("then they locked the kitchen", "they"),
        ("last night she sent it back", "she"),
        ("she is on leave", None),
        ("he would say so", None),
        ("the nurse rang", None),
        ("I rang", None),
    ],
)
def test_who_did_it_is_named_by_a_pronoun_alone(text: str, who: str | None) -> None:
    assert tells_plainly.who_did(text) == who


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("felt", "feels grim"),
        ("felt", "wife said last night she doesn't see me"),
        ("felt", "that i'm a bit of a coward about the practice manager"),
        ("felt", "felt mean"),
        ("ahead", "we'll end up shoving people to the discharge lounge"),
        ("habit", "we always end up staying late"),
        ("figures", "40% of them had no form, 12 of 30"),
    ],
)
def test_a_feeling_in_few_words_and_what_is_feared_of_time_to_come(kind: str, text: str) -> None:
    assert tells.form(text, text) == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("felt", "that feels right"),
        ("felt", "she felt for the pulse"),
        ("felt", "my husband sees me at weekends"),
        ("figures", "he's hinted 33% cos thats the national thing"),
        ("figures", "i'd have 2 days of data and 4 forms"),
        ("habit", "we'll end up with nobody on nights"),
    ],
)
def test_what_only_looks_like_one(kind: str, text: str) -> None:
    assert tells.form(text, text) != kind
