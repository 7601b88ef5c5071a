"""Questions that grow out of a message: each form of evidence found, left alone where it is none, asked as whole English."""

import re

import pytest

from bot.coaching.growing import asking, found
from bot.coaching.growing.evidence import Evidence
from tests.bot.small_world import words_with

WORDS = words_with({})

FOUND = {
    "open_fact": ("Dunno whose decision it is.", {"wh": "whose decision it is"}),
    "open_way": ("I don't know how to start the talk.", {"wh": "how to start the talk"}),
    "belief": ("I keep thinking they don't want our help.", {"says": "they don't want your help"}),
    "their_view": ("the matron thinks I'm after her job", {"they": "the matron", "says": "you are after her job"}),
    "feared": ("I'm worried they will laugh at my plan", {"says": "they will laugh at your plan"}),
    "wanted_of_them": ("I'd like people to bring me bad news early", {"them": "people", "do": "bring you bad news early"}),
    "wanted_self": ("i want to hand the rota over by degrees", {"do": "hand the rota over by degrees"}),
    "wanted_thing": ("I want one sentence that I can say to him", {"thing": "one sentence that you can say to him"}),
    "withheld": ("My boss never lets go. The lead doesn't answer my emails.", {"they": "the lead", "do": "answer your emails"}),
    "withheld_then": ("the lead wouldn't sign our form", {"them": "the lead", "do": "sign your form"}),
    "nobody": ("f2. nobody reads it", {"do": "read it"}),
    "nobody_then": ("nobody asked the night porters", {"do": "ask the night porters"}),
    "not_yet": ("I haven't passed it on", {"do": "pass it on"}),
    "unable": ("i can't delegate the list", {"do": "delegate the list"}),
    "held_back": ("I couldn't stop her then", {"do": "stop her"}),
    "keeps_on": ("i keep saying yes because it's quicker", {"doing": "saying yes"}),
    "they_keep_on": ("tpd keeps forwarding me a fellowship", {"they": "the TPD", "doing": "forwarding you a fellowship"}),
    "they_do": ("my boss rewrites every letter I dictate", {"them": "your boss", "do": "rewrite every letter you dictate"}),
    "things_do": ("every decision on our ward waits for me", {"them": "every decision on your ward", "do": "wait for you"}),
    "own_habit": ("i go quiet when my boss is there", {"do": "go quiet when your boss is there"}),
    "told_to": ("been told to reflect on my tone", {"do": "reflect on your tone"}),
    "could_do": ("I could sit in with her one monday", {"do": "sit in with her one Monday"}),
    "done_to_me": ("i was handed the blu tack", {"done": "handed the blu tack"}),
    "likened": ("the meeting was like a police line up", {"like": "a police line up"}),
    "everyone": ("and everyone knows", {"all": "everyone knows"}),
    "others_did": ("she picked up her folder and left", {"they": "she", "did": "picked up her folder and left"}),
    "has_done": ("prof has taken my name off our poster", {"them": "the prof", "do": "take your name off your poster"}),
    "did_to": ("i walked past her in the bay", {"did": "walked past her in the bay", "them": "her"}),
    "own_deed": ("I emailed the consultant and copied the TPD", {"did": "emailed the consultant and copied the TPD"}),
    "said": ('my wife said "you narrate"', {"them": "your wife"}),
    "says": ('charge nurse says "noted"', {"them": "the charge nurse"}),
    "figure": ("our rate is 11% this year", {"n": "11"}),
    "since": ("it has been worse since the merger", {"since": "the merger"}),
    "part_of_me": ("half of me wants to stay", {"part": "half"}),
    "the_point": ("nobody is rude, thats the annoying bit", {"bit": "the annoying bit"}),
    "coming": ("it all starts in April and I will be alone", {"day": "April"}),
    "person": ("It is up to the ward clerk", {"they": "the ward clerk"}),
}  # fmt: skip

NOTHING = {
    "withheld": ("She doesn't know.", 'He said "she doesn\'t sign forms".', "My reg doesn't shout at us."),
    "nobody": ("nobody complains about it", "Nobody dies of it."),
    "nobody_then": ("nobody withdrew", "nobody complained"),
    "open_fact": ("I don't know what to say", "I don't know who in records", "I do not know what I am asking"),
    "person": ("I'm the reg on call", "My sister calls it a face", "I went into gp to see patients"),
    "own_deed": ("I lost my thread", "I bought her"),
    "told_to": ("three have told me to grow up", "One asked to come to the half day"),
    "wanted_self": ("I want to die", "i want to scream"),
    "coming": ("by Sunday there were 43 messages",),
    "they_do": ("They work.", "the ward round starts"),
}


def of(text: str, expecting: str = "") -> dict[str, Evidence]:
    return {one.form: one for one in reversed(found.evidence(text, "", expecting))}


@pytest.mark.parametrize("form", FOUND)
def test_each_form_is_found_with_the_doctors_own_words_turned(form: str) -> None:
    text, values = FOUND[form]
    told = dict(of(text)[form].values)
    assert values.items() <= told.items()


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, texts in NOTHING.items() for text in texts])
def test_what_only_looks_like_it_is_left_alone(form: str, text: str) -> None:
    assert form not in of(text)


def test_every_group_of_questions_belongs_to_a_form_that_is_found() -> None:
    groups = [key.split("_", 1) for key in WORDS.phrases if key.startswith(("grow_", "again_", "aim_", "options_"))]
    assert {form for _, form in groups} == set(FOUND)


@pytest.mark.parametrize("form", FOUND)
def test_every_line_of_a_form_can_be_filled_and_asks_one_thing(form: str) -> None:
    one = of(FOUND[form][0])[form]
    for prefix in ("grow", "again", "aim", "options"):
        for line in WORDS.phrases.get(f"{prefix}_{form}", ()):
            for name, value in one.values:
                line = line.replace("{" + name + "}", value)
            assert "{" not in line, line
            assert line.count("?") == 1
            assert line.endswith("?")
            assert re.search(r"\b(?:what|who|whom|whose|how|where|when|which)\b", line, re.I), line


@pytest.mark.parametrize("form", [form for form in FOUND if f"grow_{form}" in WORDS.phrases])
def test_a_form_that_is_asked_from_has_six_questions(form: str) -> None:
    assert len(WORDS.phrases[f"grow_{form}"]) >= 6


def room(text: str, said: str = "", used: tuple[str, ...] = ()) -> asking.Room:
    return asking.Room(text, said, used, "seed")


def ask(text: str, said: str = "", used: tuple[str, ...] = (), prefix: str = "grow") -> asking.Asked | None:
    return asking.ask(found.evidence(text), prefix, WORDS, room(text, said, used))


def test_one_thing_is_asked_about_once() -> None:
    text = "nobody reads it"
    first = ask(text)
    assert first is not None
    assert "read it" in first.text
    assert ask(text, used=first.used) is None


def test_what_was_just_handed_back_is_not_told_again_as_a_clause() -> None:
    text = "she picked up her folder and left"
    asked = ask(text, said="She picked up her folder and left.")
    assert asked is None or "folder" not in asked.text


def test_what_was_just_handed_back_is_pointed_to() -> None:
    text = "our lead doesn't answer my emails"
    asked = ask(text, said="So your lead doesn't answer your emails.")
    assert asked is not None
    assert "email" not in asked.text
    assert "lead" not in asked.text


def test_what_weighs_more_is_asked_before_what_is_only_named() -> None:
    asked = ask("My consultant is kind. I dont know why he moved the clinic. The porters laughed.")
    assert asked is not None
    assert "why he moved the clinic" in asked.text


def test_nothing_is_asked_from_a_sentence_of_death_or_harm() -> None:
    assert not found.evidence("She died and nobody rang the family. He hit me and the boss never asked.")


def test_names_that_were_masked_and_words_of_others_are_not_made_part_of_a_question() -> None:
    for text in ("[name] won't sign [name]'s form", 'the boss said "i never read your emails"'):
        assert not re.search(r"\[|never read", " ".join(one.key for one in found.evidence(text)))


def test_many_and_one_and_short_forms_are_written_as_people_write_them() -> None:
    asked = dict(of("the consultant never asks the HCAs what they saw on tuesday")["withheld"].values)
    assert asked["do"] == "ask the HCAs what they saw on Tuesday"
    assert dict(of("f1s don't answer me")["withheld"].values)["them"] == "the F1s"


def test_an_answer_to_what_is_wanted_is_a_thing_wanted() -> None:
    told = of("somewhere to sit that isn't a stairwell", "aim")
    assert dict(told["wanted_thing"].values)["thing"] == "somewhere to sit that isn't a stairwell"
    assert "wanted_thing" not in of("somewhere to sit that isn't a stairwell")
