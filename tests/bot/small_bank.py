"""What the small world takes up: three reflections, and a few gists of our own."""

from bot.coaching.uptake import Bank, Gist, Reflection

BANK = Bank.of(
    [
        Reflection(
            id="wept",
            about="tears of their own",
            weight=5,
            evidence=(r"\bi wept\b",),
            adds=True,
            say=("So there were tears.", "It came to tears."),
            ask=("What was it that brought them?", "Which moment was it?"),
        ),
        Reflection(
            id="unasked",
            about="has not asked somebody",
            weight=4,
            evidence=(r"\bnever asked (?P<who>(?:my|the) \w+)\b",),
            adds=True,
            say=("So the question has not reached {who}.", "That is still unasked."),
            ask=("What would you ask {who}?", "What might come back?"),
        ),
        Reflection(
            id="sighed",
            about="somebody sighed",
            weight=3,
            evidence=(r"\bsighed\b",),
            say=("You heard the sigh.", "There was a sigh."),
            ask=("What was in that sigh?", "What came after it?"),
        ),
    ]
)


GISTS = (
    Gist(
        id="kept_quiet",
        about="did not say it",
        weight=4,
        say=("You held it back.", "It stayed unsaid.", "Nothing was said of it."),
        ask=("What would you have said?", "What held it?", "Who else held it back?", "Where did it go?"),
    ),
    Gist(
        id="small_step",
        about="a step",
        weight=2,
        say=("That is a step.", "There is a step.", "A step, then."),
        ask=("What comes first?", "Who is there?", "What would show it?", "Where would it be?"),
    ),
    Gist(
        id="has_time",
        about="a time",
        weight=2,
        say=("That is a time.", "There is a day.", "A day, then."),
        ask=("What else is on then?", "Who will be there?", "What comes before it?", "Where will you be?"),
    ),
    Gist(
        id="hides_it",
        about="hides it",
        weight=5,
        tender=True,
        say=("It is hidden.", "You keep it hidden.", "It stays out of sight."),
        ask=("What hides it?", "Who would see it?", "How long has it been so?", "Where would it show?"),
    ),
    Gist(
        id="nobody_owns",
        about="nobody owns it",
        weight=3,
        say=("It is nobody's.", "It has no owner.", "Each leaves it to another."),
        ask=("Who might take it?", "Whose was it once?", "Where did it get lost?", "How did it come so?"),
    ),
)
