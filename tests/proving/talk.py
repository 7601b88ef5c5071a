"""What the doctors of a measured run say: whole conversations in plain words, invented here, with no names in them."""

from typing import Final

_TALKS: Final = (
    (
        "I had to cover three wards last night and nobody would come when I rang.",
        "The registrar said she was busy and put the phone down on me.",
        "I felt like I was on my own with it, and I was scared I had missed something.",
        "I want to be able to say that it is too much without sounding weak.",
        "I could ask her for ten minutes before the next shift.",
        "I'll ask her on Monday after handover.",
        "Seven out of ten.",
        "Thanks, that helps.",
    ),
    (
        "A nurse told me in front of everybody that my plan was unsafe.",
        "She was right about the fluids but it was how she said it.",
        "I went quiet for the rest of the round.",
        "I keep thinking that they all believe I don't know what I am doing.",
        "I would like to talk to her about it without it turning into a row.",
        "I could say what I noticed and ask how she saw it.",
        "I'll do it on Thursday in the coffee room.",
        "About a six.",
    ),
    (
        "I am supposed to lead the quality project and nobody turns up to the meetings.",
        "There are five of us on the list and two come.",
        "Everybody agreed to it at first, and then it went on the pile.",
        "Maybe I never asked what they wanted from it.",
        "I want them to own a part of it each.",
        "I could ask each of them which part they would drop.",
        "I will ring two of them tomorrow.",
        "Eight.",
    ),
    (
        "My consultant changes the plan after the round and never tells the team.",
        "Then the family hear two different things and I look like a fool.",
        "I have not said anything because he writes my report.",
        "I think I am more afraid of him than I should be.",
        "It would be good if we had five minutes at the end of each round.",
        "I could offer to write the plan up for him to check.",
        "I'll try that on Wednesday.",
        "Five, to be honest.",
    ),
)
COUNT: Final = len(_TALKS)


def line(doctor: int, number: int) -> str:
    """What a doctor says as their message of that number; their talk begins anew when it is over."""
    talk = _TALKS[doctor % len(_TALKS)]
    return talk[number % len(talk)]


def lines() -> tuple[str, ...]:
    """Everything that they ever say."""
    return tuple(one for talk in _TALKS for one in talk)
