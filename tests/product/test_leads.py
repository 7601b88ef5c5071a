"""With the real characters and models: asking opens them, pushing does not, and the same words end the same way."""

from bot.compose import House
from bot.settings import Settings
from evals import leads
from evals.commands.leads import held


def test_rehearsals_answer_to_how_they_are_led(cards_only: Settings) -> None:
    house = House(cards_only)
    found = leads.play(leads.read(), lambda lead: held(house.studio.cast, lead))
    asking, pushing = found.share("asking"), found.share("pushing")
    assert asking is not None
    assert pushing is not None
    assert asking >= 0.9, found.text(names=True)
    assert pushing <= 0.1, found.text(names=True)
    assert found.same_again
    for one in found.played:
        assert len(set(one.answers)) == len(one.answers), one.lead.id
