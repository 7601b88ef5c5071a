"""The wording of answers: what the sources say, what the coach is, and where that belongs which it is not for."""

import re

from bot.coaching import elsewhere, named
from bot.coaching.kinds import Act
from bot.coaching.write.desk import Desk, Found, fill, quoted

_SAFETY = "safety:"
_TOPIC = "about:"
_WITH_OTHERS = re.compile(
    r"\b(?:we|us|our|team|colleagues?|rota|ward|department|firm|mess|hr|payroll|staffing|manager|everyone|everybody)\b",
    re.I,
)


def source(desk: Desk) -> None:
    """What the sources say with the place, or that they do not say; where two things were asked, of both."""
    found = desk.found
    if found is None or found.says is None or found.cited is None:
        _silent(desk, found.missing if found is not None else "")
        return
    _told_by(desk, found)
    if found.also is not None:
        _told_by(desk, found.also)
    words = desk.words.about
    if found.missing:
        desk.say(fill(words.half_missing, {"matter": quoted(found.missing)}), Act.INFORM)
    elif found.no_figure:
        desk.say(words.no_figure, Act.INFORM)


def _told_by(desk: Desk, found: Found) -> None:
    if found.says is None or found.cited is None:
        return
    desk.citations.append(found.cited)
    _, line = desk.words.pick("source_answer", (), "")
    desk.say(fill(line, {"author": found.cited.author, "says": found.says}), Act.INFORM, found.cited.key)


def _silent(desk: Desk, missing: str) -> None:
    """That nothing was found, and for what."""
    lines = desk.words.about.not_in_sources
    if not missing:
        desk.phrase("source_none", Act.INFORM)
        return
    told = sum(one.startswith("not_in_sources:") for one in desk.state.used)
    desk.used.append(f"not_in_sources:{told}")
    desk.say(fill(lines[told % len(lines)], {"matter": desk.quote(missing)}), Act.INFORM)


def about(desk: Desk) -> None:
    """An answer about the coach itself; then the safety question that waits for one, or where the talk stands."""
    topic, answer = desk.words.about.answer(desk.text)
    if desk.move.line.startswith(_TOPIC):
        topic = desk.move.line.removeprefix(_TOPIC)
        answer = desk.words.about.told(topic)
    desk.used.append(f"about:{topic}")
    desk.say(desk.words.safety_line(answer), Act.INFORM)
    if desk.state.expecting.startswith(_SAFETY) and desk.state.route is None:
        asked = desk.words.routes[desk.state.expecting.removeprefix(_SAFETY)].check_in
        desk.say(desk.words.safety_line(asked), Act.ASK_CLOSED)
    else:
        _place_kept(desk)


def _place_kept(desk: Desk) -> None:
    """In the middle of a talk, the words that it had come to; nothing where it has not begun or is over."""
    if desk.state.situation is None or desk.state.closed or not desk.before.memory:
        return
    lines = desk.words.about.back
    told = sum(one.startswith("back:") for one in desk.state.used)
    desk.used.append(f"back:{told}")
    desk.say(fill(lines[told % len(lines)], {"place": quoted(desk.before.memory[-1].text)}), Act.SUMMARISE)


def redirect(desk: Desk) -> None:
    """What was asked for and where it belongs, the way in to leading that the message itself holds, and the place."""
    words = desk.words.about
    matter = words.matter(desk.text)
    if matter is not None:
        desk.used.append(f"elsewhere:{matter.id}")
        desk.say(matter.say[0], Act.SIGNPOST)
    else:
        _not_known(desk)
    who = named.told_of(desk.text)
    if matter is not None and matter.angle and (who is not None or _WITH_OTHERS.search(desk.text)):
        desk.say(matter.angle, Act.SIGNPOST)
    elif matter is None and who is not None:
        desk.say(fill(words.elsewhere_angle, {"who": who}), Act.SIGNPOST)
    _place_kept(desk)


def _not_known(desk: Desk) -> None:
    """That it is outside what the coach does, with what was asked for in the doctor's own words where they are few."""
    words = desk.words.about
    asked = elsewhere.matter_of(desk.text)
    if asked is None:
        desk.say(words.elsewhere_plain, Act.SIGNPOST)
        return
    told = sum(one == "elsewhere:" for one in desk.state.used)
    desk.used.append("elsewhere:")
    line = words.elsewhere_general[told % len(words.elsewhere_general)]
    desk.say(fill(line, {"matter": desk.quote(asked)}), Act.SIGNPOST)
