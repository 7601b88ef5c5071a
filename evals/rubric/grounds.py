"""Knowledge: R7 claims are grounded, R8 the citation earns its place, R9 the content is right."""

from collections.abc import Iterator

from evals.casebook.case import SHOWN, Said
from evals.rubric import acts, banks, quoting, wording
from evals.rubric.talk import Citation, Exchange, Talk
from evals.rubric.verdicts import Finding, Verdict, met, not_met, of
from evals.rubric.world import World

_SAYS_OF_IT = 2
_QUOTED_ELSEWHERE = SHOWN | {Said.STOPS}


def r7_grounded(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """What is claimed of the documents has its place, and every place and quotation is exact."""
    reply = one.reply
    for cited in reply.citations:
        fault = _fault(cited, world)
        if fault:
            yield not_met("R7", fault, f"{cited.doc}, {cited.section}")
            return
    claims = _claims(talk, one, world)
    if claims and not reply.citations:
        yield not_met("R7", "claims something of the literature without its place", claims)
        return
    wrong = _wrong_author(reply.own, reply.citations, world)
    if wrong:
        yield not_met("R7", "names an author whose document is not cited", wrong)
        return
    invented = _invented_quote(talk, one, world)
    if invented:
        yield not_met("R7", "words in quotation marks that no cited place holds", invented)
        return
    if reply.citations:
        yield met("R7", "every place and quotation is exact")
    elif one.said is Said.ASKS_SOURCES:
        said_so = banks.found("does_not_say", reply.text)
        yield of(
            "R7",
            "says that the sources do not say" if said_so else "answers without a place",
            said_so or "",
            yes=bool(said_so),
        )


def r8_earns_its_place(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """What is cited bears on this matter, and the reply says something of it."""
    cards = [cited.card for cited in one.reply.citations if cited.card in world.cards]
    if not cards:
        return
    for name in cards:
        card = world.cards[str(name)]
        bears = talk.case.about in card.situations or name in _relevant(talk, one)
        if not bears and one.said is Said.ASKS_SOURCES and not one.turn.relevant:
            bears = bool(wording.stems(card.says) & wording.stems(one.turn.says))
        if not bears:
            yield not_met("R8", f"the card serves {', '.join(card.situations)}, not {talk.case.about}", str(name))
            return
        if not _says_of_it(one, card.says):
            yield not_met("R8", "a place is given, and nothing said of what stands there", str(name))
            return
    yield met("R8", "bears on this matter", ", ".join(str(one) for one in cards))


def _says_of_it(one: Exchange, says: str) -> bool:
    """Whether a reply says something of what stands at a place, beyond that there is one."""
    bare = " ".join(wording.own(each) for each in one.reply.sentences)
    said = {stem for stem in wording.stems(bare) & wording.stems(says) if not banks.found("of_the_reading", stem)}
    return len(said) >= _SAYS_OF_IT


def r9_content_right(talk: Talk, one: Exchange, world: World) -> Iterator[Finding]:
    """Names what the author of the case asks for, and nothing that is wrong; beyond that a judge is needed."""
    del world
    if one.turn.content is None:
        if talk.case.kind == "single":
            yield Finding("R9", Verdict.NOT_GRADED, "a judge compares it with the reference reply")
        return
    wrong = wording.any_of(one.reply.text, one.turn.content.never)
    if wrong:
        yield not_met("R9", "says what is wrong here", wrong)
        return
    missing = next((group for group in one.turn.content.names if not wording.any_of(one.reply.text, group)), None)
    yield of("R9", f"names none of: {', '.join(missing)}" if missing else "names what matters", yes=missing is None)


def _relevant(talk: Talk, one: Exchange) -> set[str]:
    return {name for each in talk.exchanges[: one.number] for name in each.turn.relevant}


def _fault(cited: Citation, world: World) -> str:
    """What is wrong with a place, or nothing."""
    card = world.cards.get(cited.card) if cited.card else None
    if cited.card and card is None:
        return f"cites a card that does not exist: {cited.card}"
    if card and (cited.doc, cited.section) != (card.doc, card.section):
        return f"the card stands in {card.doc}, {card.section}"
    if cited.quote is None:
        return ""
    if cited.start is None or cited.end is None or not 0 <= cited.start < cited.end:
        return "quotes without a place"
    quoted = " ".join(cited.quote.split())
    if world.received and not any(" ".join(text[cited.start : cited.end].split()) == quoted for text in world.received):
        return "the quotation is not what stands at that place"
    if not world.received and card and card.quote != quoted:
        return "quotes a text that is not installed"
    if card and card.start is not None and (cited.start, cited.end) != (card.start, card.end):
        return "the place is not the card's"
    return ""


def _claims(talk: Talk, one: Exchange, world: World) -> str:
    """A sentence that speaks for the literature, or gives a share that the doctor did not."""
    told = talk.said_up_to(one)
    if one.turn.route:
        return ""
    for sentence in one.reply.sentences:
        bare = wording.own(sentence)
        if acts.mostly_told(bare, told) or banks.found("names_the_matters", bare):
            continue
        silent = wording.asks(sentence) or banks.found("does_not_say", bare)
        if one.sees("claim", sentence) and not silent and not acts.advises(sentence):
            return sentence
        if banks.found("speaks_for_the_literature", bare) and not wording.asks(sentence):
            return sentence
        if any(wording.has(bare, name) and not wording.has(told, name) for name in world.authors):
            return sentence
        share = banks.found("a_share", bare)
        if share and share not in told:
            return sentence
    return ""


def _wrong_author(own: str, citations: tuple[Citation, ...], world: World) -> str:
    documents = {one.doc for one in citations}
    if not documents:
        return ""
    named = [name for name in world.authors if wording.has(own, name)]
    if named and not any(world.authors[name] & documents for name in named):
        return named[0]
    return ""


def _invented_quote(talk: Talk, one: Exchange, world: World) -> str:
    """In a reply that cites: long words in quotation marks that are neither the doctor's nor in a text.

    A debrief may quote what the other person said, and it and a review offer wordings: P6 and D1 look at those.
    """
    if not one.reply.citations:
        return ""
    heard = [each.reply.text for each in talk.before(one)] if one.said in _QUOTED_ELSEWHERE else []
    told = wording.turned("\n".join([talk.said_up_to(one), *heard]))
    free = _free(one) if one.said in _QUOTED_ELSEWHERE else set()
    held = " ".join(" ".join(wording.tokens(text)) for text in _texts(one, world))
    for quote in wording.quotes(one.reply.text):
        words = wording.tokens(quote)
        theirs = wording.longest_copied(wording.turned(quote), told)[0] >= 0.6 * len(words)
        if len(words) >= 5 and quote not in free and not theirs and " ".join(words) not in held:
            return quote
    return ""


def _free(one: Exchange) -> set[str]:
    """The quotations that are offered as wordings, and not as a source's."""
    return {each.words for each in quoting.of(one.reply.text) if each.free and not banks.found("of_a_text", each.lead)}


def _texts(one: Exchange, world: World) -> tuple[str, ...]:
    cards = tuple(card.says for cited in one.reply.citations if (card := world.cards.get(cited.card or "")))
    return (*cards, *(cited.quote for cited in one.reply.citations if cited.quote), *world.received)
