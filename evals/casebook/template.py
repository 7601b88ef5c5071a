"""How a new case begins, and the JSON schema that an editor completes it by."""

import json
import re
from typing import Literal

from pydantic import TypeAdapter

from evals.casebook.case import OTHER_INTENTS, Case
from evals.casebook.load import Known, known_names
from evals.errors import EvalsError

FIRST_LINE = "# yaml-language-server: $schema=case.schema.json\n"
SCHEMA = "case.schema.json"
_NAME = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"

_HEAD = """- id: {name}
  family: {name}
  about: {about}
  split: tune
  tags: []
"""
_SINGLE = """  turns:
    - says: what the doctor types
      content:
        names: [[a word, another word for it]]
"""
_SCRIPT = """  turns:
    - says: what the doctor types first
    - says: dunno
      said: brief
    - says: i'll ask the ward sister on thursday after the huddle
      said: plan
"""
_SESSIONS = """  turns:
    - says: what the doctor types first
    - says: i'll ask the ward sister on thursday after the huddle
      said: plan
    - says: didn't happen in the end
      said: looks_back
      day: 7
"""
_DOCTOR = """  doctor:
    temper: terse
    opening: what the doctor types first
    aim: what they want from the talk
    facts:
      - tells: told only when asked for
        asked_by: [who, whose]
      - tells: told only when asked for
        asked_by: [how many, how often]
      - tells: told only when asked for
        asked_by: [tried, before]
    feeling: how it is for them
    other_view: how another would see it
    insight: the new thought
    hidden: what holds them back
    options: one thing. or another
    plan:
      what: what they will do
      when: on which day
      snag: what may stop it
      way_round: what they do then
      confidence: 7
    thanks: cheers
"""
_TAIL = "  reference: A reply that you would send.\n"
_BODIES = {"single": _SINGLE, "script": _SCRIPT, "sessions": _SESSIONS, "doctor": _DOCTOR}


def begin(
    name: str, about: str, kind: Literal["single", "script", "sessions", "doctor"], known: Known | None = None
) -> str:
    """A case to write over; EvalsError where nothing is called `about`."""
    if not re.fullmatch(_NAME, name):
        message = f"{name!r} is no name for a case: lower case letters, digits and hyphens, as stretch-goal-lists"
        raise EvalsError(message)
    names = sorted({*(known or known_names()).situations, *OTHER_INTENTS})
    if about not in names:
        message = f"no situation or intent is called {about}; there are: {', '.join(names)}"
        raise EvalsError(message)
    return _HEAD.format(name=name, about=about) + _BODIES[kind] + _TAIL


def schema_text() -> str:
    """The JSON schema of a file of cases, with the situations and cards that may be named."""
    whole = TypeAdapter(list[Case]).json_schema()
    known = known_names()
    case = whole["$defs"]["Case"]["properties"]
    case["about"]["enum"] = sorted({*known.situations, *OTHER_INTENTS})
    whole["$defs"]["Turn"]["properties"]["relevant"]["items"]["enum"] = sorted(known.cards)
    _numbers_too(whole)
    whole["title"] = "Rubric cases of the leadership coach"
    return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _numbers_too(node: object) -> None:
    """What is text to us may be written as a number in YAML (confidence: 7): the loader takes it, so must an editor."""
    if isinstance(node, dict):
        if node.get("type") == "string" and "enum" not in node and "pattern" not in node:
            node["type"] = ["string", "number"]
        for inner in node.values():
            _numbers_too(inner)
    if isinstance(node, list):
        for inner in node:
            _numbers_too(inner)
