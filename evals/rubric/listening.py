"""Listening: R1 specific uptake, R2 reflects before asking, C5 looks back, C6 balance."""

from collections.abc import Iterator

from evals.casebook.case import Said
from evals.rubric import acts, asking, banks, wording
from evals.rubric.talk import Exchange, Talk
from evals.rubric.verdicts import Finding, met, not_met, of
from evals.rubric.world import World

_TELLS_SOMETHING = frozenset({Said.TELLING, Said.CORRECTION, Said.SHIFT, Said.ASKS_HOW, Said.HOSTILE})
_LEAST_STEMS = 3
_LEAST_WORDS = 4
_BELONGS = 0.95
_MEANS_THIS = 0.8
_TELLING = 4.0  # nats of rarity that the shared stems have together; set on the shipped labels
_LEAST_REPLIES = 4
_LEAST_RATIO = 0.5
_MOST_WORDS_SHARE = 0.6
_TALKATIVE = 20
_BACK = 3
_RARE = 4.0  # nats: told by at most three or so of two hundred doctors
_MOST_WORDS = 70
_SEVERAL = 2
_HALF = 0.5
_AROUND_A_MEMORY = (
    "hang clear word still true version begin start thing thread point mind today now difference common square connect"
    " notice"
)


def r1_specific_uptake(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Names something concrete of the latest message, in fresh words or a quotation, so that no other would fit it."""
    message, reply = one.turn.says, one.reply
    if one.said not in _TELLS_SOMETHING or len(wording.stems(message)) < _LEAST_STEMS:
        return
    if not reply.text.strip():
        yield not_met("R1", "the reply is empty")
        return
    parroted = acts.parroted(reply.own, message) or acts.plays_back(reply.text, message)
    if parroted:
        yield not_met("R1", "says the doctor's words again instead of taking them up", parroted)
        return
    foreign = _foreign_quote(talk, one)
    if foreign:
        yield not_met("R1", "quotes words that this doctor did not write", foreign)
        return
    if _only_hung_on_stock(one):
        yield not_met("R1", "a stock prompt with the doctor's own words hung on it", reply.questions[-1])
        return
    yield _belongs(talk, one, world)


def _belongs(talk: Talk, one: Exchange, world: World) -> Finding:
    """The swap test: nearer to this message than to others, and naming something of it that is rare enough."""
    message, reply = one.turn.says, one.reply
    family = tuple(each.turn.says for each in talk.exchanges)
    share = world.nearness.share_beaten(reply.text, message, family)
    if share < _BELONGS:
        return not_met("R1", f"nearer to its own message than to {share:.0%} of other doctors' ({_BELONGS:.0%} wanted)")
    shared = wording.stems(reply.text) & wording.stems(message)
    rarity = sum(world.nearness.idf(stem) for stem in shared)
    reason = (
        f"nearer to its own message than to {share:.0%} of others, and names {', '.join(sorted(shared)) or 'nothing'}"
    )
    return of("R1", reason, yes=rarity >= _TELLING)


def r2_reflects_first(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """A statement of what this doctor means or told stands before the question."""
    if one.said not in {Said.TELLING, Said.SHIFT} or len(wording.stems(one.turn.says)) < _LEAST_STEMS:
        return
    before_question = []
    for sentence in one.reply.sentences:
        if wording.asks(sentence):
            break
        before_question.append(sentence)
    told = talk.said_up_to(one)
    if not one.reply.questions and wording.bullets(one.reply.text):
        yield not_met("R2", "a list in place of listening")
        return
    found = next((each for each in before_question if acts.hands_back(each, one.turn.says, told)), None)
    if found:
        yield met("R2", "hands back what was told before it asks", found)
        return
    meant = " ".join(each for each in before_question if acts.is_statement(each))
    said_enough = len(set(wording.tokens(meant))) >= _LEAST_WORDS and len(wording.stems(meant)) >= _SEVERAL
    near = world.nearness.share_beaten(meant, one.turn.says) if said_enough else 0.0
    if near >= _MEANS_THIS:
        yield met("R2", f"says what it takes it to mean, nearer to this message than to {near:.0%} of others", meant)
    else:
        yield not_met("R2", "no statement of what the doctor told stands before the question", meant)


def c5_looks_back(talk: Talk, world: World) -> Iterator[Finding]:
    """Uses something said three or more turns ago, that the last two messages did not hold."""
    if len([one for one in talk.exchanges if one.graded]) < 2 * _BACK:
        return
    false = next((hit for one in talk.exchanges if (hit := _remembers_falsely(talk, one))), "")
    if false:
        yield not_met("C5", "remembers what this doctor did not tell", false)
        return
    for one in talk.exchanges[_BACK:]:
        found = _from_long_ago(talk, one, world)
        if found:
            yield met("C5", f"comes back to what was told before, in turn {one.number}", found)
            return
    yield not_met("C5", "nothing told three or more turns ago is used again")


def _from_long_ago(talk: Talk, one: Exchange, world: World) -> str:
    """What a reply takes up that was told three or more turns ago, and by neither side since; or nothing."""
    long_ago = "\n".join(each.turn.says for each in talk.exchanges[: one.number - _BACK])
    lately = "\n".join(each.turn.says for each in talk.exchanges[one.number - _BACK : one.number])
    for quote in wording.quotes(one.reply.text):
        words = wording.turned(quote)
        if len(words) >= _LEAST_WORDS and wording.longest_copied(words, wording.turned(long_ago))[0] >= len(words) - 1:
            return quote
    since = wording.stems(lately) | wording.stems(" ".join(each.reply.own for each in talk.before(one)))
    used = wording.stems(one.reply.own) & wording.stems(long_ago) - since
    rare = sorted(
        (one for one in used if not banks.found("of_any_question", one)), key=lambda stem: -world.nearness.idf(stem)
    )
    enough = world.nearness.idf(rare[0]) >= _RARE if rare else False
    return ", ".join(rare) if enough else ""


def _remembers_falsely(talk: Talk, one: Exchange) -> str:
    """A sentence that says what the doctor told earlier, of which the doctor told hardly a word; or nothing."""
    told = talk.said_up_to(one)
    for place, sentence in enumerate(one.reply.sentences):
        claim = banks.found("remembers", sentence)
        after = " ".join(each for each in one.reply.sentences[place + 1 :][:1] if not wording.asks(each))
        said = wording.stems(f"{sentence.replace(claim or '', ' ')} {after}") - wording.stems(_AROUND_A_MEMORY)
        if claim and len(said) >= _SEVERAL and len(said & wording.stems(told)) < _HALF * len(said):
            return sentence
    return ""


def c6_balance(talk: Talk, world: World) -> Iterator[Finding]:
    """At least one reflection for two questions, and with a doctor who writes at length at most 60% of the words."""
    del world
    graded = [one for one in talk.exchanges if one.graded]
    if len(graded) < _LEAST_REPLIES or any(one.turn.route for one in graded):
        return
    questions = sum(len(one.reply.questions) for one in graded)
    reflections = sum(_reflected(talk, one) for one in graded)
    ratio = reflections / questions if questions else float(reflections > 0)
    ours = sum(len(one.reply.text.split()) for one in graded)
    theirs = sum(len(one.turn.says.split()) for one in graded)
    share = ours / max(1, ours + theirs)
    talkative = theirs / len(graded) >= _TALKATIVE
    brief = ours / len(graded) <= _MOST_WORDS and (not talkative or share <= _MOST_WORDS_SHARE)
    yes = ratio >= _LEAST_RATIO and brief
    yield of(
        "C6", f"{reflections} reflections to {questions} questions; {share:.0%} of the words are the coach's", yes=yes
    )


def _reflected(talk: Talk, one: Exchange) -> bool:
    """Whether a reply hands anything back."""
    told = talk.said_up_to(one)
    return any(acts.hands_back(each, one.turn.says, told) for each in one.reply.sentences)


def _foreign_quote(talk: Talk, one: Exchange) -> str:
    """A quotation that is neither the doctor's, nor the source's, nor words that are offered to be said."""
    if one.reply.citations or one.said is Said.ASKS_HOW:
        return ""
    told = " ".join(wording.turned(talk.said_up_to(one)))
    for quote in wording.quotes(one.reply.text):
        words = wording.turned(quote)
        copied, _ = wording.longest_copied(words, tuple(told.split()))
        if len(words) >= 3 and copied < 0.6 * len(words) and not acts.offers_words(one.reply.text, quote):
            return quote
    return ""


def _only_hung_on_stock(one: Exchange) -> bool:
    """Whether all that takes the message up is a stock prompt."""
    questions = one.reply.questions
    stated = [each for each in one.reply.sentences if not wording.asks(each)]
    known = wording.stems(one.turn.says)
    if not questions or any(wording.stems(each) & known for each in stated):
        return False
    return all(asking.is_stock(each, one.turn.says) for each in questions)
