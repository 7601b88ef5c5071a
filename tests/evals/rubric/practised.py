"""A rehearsal in a few lines, as the tests of its criteria need it."""

from evals.casebook.case import Turn
from evals.rubric.talk import Reply, Talk
from tests.evals.rubric.talks import Pair, said, talk_of

SETS_UP = (said("sets_up", "can i practise with my charge nurse? she is short with me"), "I am the charge nurse now.")
ASKED = said("line", "How do the mornings look from your side?", leads="asking")
PUSHED = said("line", "The round is at eight from Monday, and your staff will be there.", leads="pushing")
HEARD = said("line", "So two of you wash six people before eight. What would you move first?", leads="asking")
SHORT = 'The charge nurse: "Busy. Was there something?"'
WARM = 'The charge nurse: "Nobody asks me that. By eight I have two on the drug round and I have not sat down myself."'


def rehearsal(*pairs: Pair) -> Talk:
    """A rehearsal that is set up, and what comes then."""
    return talk_of(SETS_UP, *pairs, about="rehearsal")


def one_line(turn: Turn, text: str | Reply) -> Talk:
    """A rehearsal of one line."""
    return rehearsal((turn, text))


def debriefed(text: str | Reply) -> Talk:
    """Three lines that ask three times and tell twice, and the reply to 'stop'."""
    return rehearsal((ASKED, WARM), (PUSHED, SHORT), (HEARD, WARM), (said("stops", "stop"), text))
