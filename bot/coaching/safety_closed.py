"""What a message closes itself: ill use that was dealt with, a grave word explained, an illness of no patient's."""

from functools import lru_cache
from typing import Final

from bot.coaching.plain import OnNeed, plain

_MEANT: Final = OnNeed(
    r"\b(?:it|this|that|it all|enough|everything|off|done|here|alive|end|die|dead|jump|out)\b\W{1,4}(?:of "
    r"|with )?(?:the|this|that|my|our|a) (?!life|lot|whole|end|pain|world|family|way"
    r"|job and)(?:[\w'-]+,? ){1,4}?(?:that is\b|i mean\b|obviously\b|that's what|not (?:me|my life)\b)|\b(?:the"
    r"|this|that|my|our) (?!life|lot|whole|end|pain|world|family|way)[\w'-]+(?: [\w'-]+){0,3}?,? (?:that is"
    r"|i mean)\s*(?:[,.!?;)]|$)|\bnot in a (?:suicidal|dark|scary|worrying|bad) way\b"
    r"|\b(?:i'm )?not suicidal,? just"
    r"|\bi'm (?:fine|ok|okay),? just (?:fed up|tired|knackered|cross|grumpy|venting)\b|\bprofessionally,? i mean\b"
)
_CLOSED: Final = OnNeed(
    r"\b(?:long over|(?:case|investigation|complaint|grievance|it)(?:'s| is| was)? (?:now )?(?:closed|resolved"
    r"|upheld|settled|sorted|all sorted)|(?:was|got|been|is) (?:struck off|sacked|dismissed|suspended|convicted"
    r"|moved on)|(?:hr|the guardian|guardian|police|the dean|deanery|the trust|security|(?:ward )?sister"
    r"|my (?:consultant|supervisor|boss)|the team) (?:acted|sorted it|dealt with it|stepped in|removed him"
    r"|removed her|backed me|was brilliant|were brilliant)|(?:i was|felt|been|had|was) (?:well |really |very "
    r"|good )*support(?:ed)?|feel settled|was reported|dementia|the wrong name|gave me (?:a )?feedback"
    r"|they had no idea|firm but warm|meant (?:it )?kindly|i gather is affection|brought us (?:both )?a cake"
    r"|with everyone\b|who gets them|thanked me|made my (?:day|week|year)|when i passed|(?:was|were) (?:great"
    r"|brilliant|superb)|i was unprepared|nothing (?:has |bad )?happened)"
)
_REOPENED: Final = OnNeed(
    r"\b(?:still|again (?:today|yesterday|last|this|and again)|since then|keeps? (?:on|doing|saying|touch|call"
    r"|com)|worse|every (?:day|shift|list|week)|daily|tonight|now (?:he|she|they)|(?:isn't|not|never|wasn't"
    r"|nothing was|n't) (?:\w+ )?(?:over|sorted|resolved|dealt|done|closed|supported)|supposedly|on paper"
    r"|officially|retaliat\w*|punish\w*|payback|but (?:he|she|they|it)|apologi[sz]ed to him|afraid|scared|in tears"
    r"|can't)\b"
)
_NO_CLINIC: Final = OnNeed(
    r"\b(?:diagnosis|prognosis|symptoms?|treatment|cure|remedy|prescri\w+|dose)\b[^?]{0,60}?\b(?:meeting\w*|inbox"
    r"|audits?|projects?|qip?s?|rota|board round|handover|morale|team|confidence|email\w*|overcommit\w*"
    r"|e-?portfolio|lunch|admin|culture|meetings)\b"
    r"|\bnot asking (?:about |for |you )?(?:which|what|the|a)\b|\bi take (?:\w+ )?(?:and|but) i'm (?:well|fine|ok)"
    r"|\btell my (?:juniors|team|f1s|colleagues)\b|\b(?:this qtr|this quarter|present or wait"
    r"|without counting beans|compliance|per ?cent of (?:our|the))\b"
)


_CAREFUL: Final = OnNeed(
    r"\b(?:pills|tablets|overdose|rope|knife|bridge|roof|nobody knows|no ?one knows|haven't told|kill myself"
    r"|want to die|tonight|goodbye|too\W*$|mostly\W*$|half a joke|wouldn't mind|wish i)\b"
)
"""What no explanation covers."""


@lru_cache(maxsize=8)  # asked at each place where grave words are weighed
def meant_otherwise(text: str) -> bool:
    """Whether it is said outright what a grave word was about: 'I want to end it, the fax machine, that is'."""
    said = plain(text)
    return bool(_MEANT.search(said)) and not _CAREFUL.search(said)


def is_closed(said: str) -> bool:
    """Whether ill use is told as dealt with, or as none, and as not going on."""
    return bool(_CLOSED.search(said)) and not _REOPENED.search(said)


def of_no_patient(said: str) -> bool:
    """Whether a diagnosis, a dose or a drug is spoken of that is no patient's."""
    return bool(_NO_CLINIC.search(said))
