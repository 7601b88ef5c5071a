"""Views: modals in stacks, one home tab a person; their rules, and the hash that guards against races."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.fakeslack.blocks import MODAL, blocks_faults
from tests.fakeslack.checks import extra_faults, fault, length_faults, text_faults
from tests.fakeslack.jsons import Json, records, text
from tests.fakeslack.known import APP_ID
from tests.fakeslack.rules import RefusedError
from tests.fakeslack.state import State, User, Workspace

MOST_IN_STACK = 3
_BLOCKS = 100
_MODAL_FIELDS = frozenset(
    "type title blocks close submit private_metadata callback_id clear_on_close notify_on_close external_id "
    "submit_disabled".split()
)
_HOME_FIELDS = frozenset("type blocks private_metadata callback_id external_id".split())


def view_faults(view: Json, surface: str) -> Iterator[str]:
    """What is wrong with a view on its surface."""
    if view.get("type") != surface:
        yield fault(f"must be of type {surface}", "/view/type")
    if surface == MODAL:
        yield from text_faults(view.get("title"), "/view/title", 24)
        for name in ("submit", "close"):
            if name in view:
                yield from text_faults(view[name], f"/view/{name}", 24)
        if "submit" not in view and any(one.get("type") == "input" for one in records(view.get("blocks"))):
            yield fault("a view with inputs must have a submit button", "/view/submit")
    yield from blocks_faults(view.get("blocks"), surface, _BLOCKS)
    if not view.get("blocks"):
        yield fault("must have at least one block", "/view/blocks")
    yield from length_faults(view, "/view", {"private_metadata": 3000, "callback_id": 255, "external_id": 255})
    yield from extra_faults(view, _MODAL_FIELDS if surface == MODAL else _HOME_FIELDS, "/view")


@dataclass(slots=True)
class Trigger:
    """Leave to open a view, for a moment, once. `view` is the view that it came from, where it did."""

    user: User
    born: float
    view: str = ""
    used: bool = False


@dataclass(slots=True)
class Views:
    """All open views; each person's modals are a stack, newest last."""

    state: State
    all: dict[str, Json] = field(default_factory=dict)
    stacks: dict[str, list[str]] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)

    def trigger(self, user: User, view: str = "") -> str:
        """A new trigger for what a person has just done."""
        name = f"{self.state.new_id('')}.{user.team}"
        self.triggers[name] = Trigger(user, time.monotonic(), view)
        return name

    def use(self, name: str, seconds: float) -> Trigger:
        """The trigger of that name, used up.

        Raises:
            RefusedError: It never was, is older than `seconds`, or was used before.
        """
        found = self.triggers.get(name)
        if found is None:
            raise RefusedError("invalid_trigger_id")
        if found.used:
            raise RefusedError("exchanged_trigger_id")
        if time.monotonic() - found.born > seconds:
            raise RefusedError("expired_trigger_id")
        found.used = True
        return found

    def check(self, view: Json, surface: str) -> Json:
        """The view itself.

        Raises:
            RefusedError: It breaks a rule.
        """
        faults = list(view_faults(view, surface))
        if faults:
            raise RefusedError("invalid_arguments", *faults)
        return view

    def make(self, workspace: Workspace, view: Json, *, under: str = "") -> Json:
        """A view as Slack keeps it, on top of another where it is pushed."""
        made = self.state.new_id("V")
        root = text(self.all[under], "root_view_id") if under else made
        kept = self._kept(view, made) | {
            "team_id": workspace.id,
            "app_id": APP_ID,
            "app_installed_team_id": workspace.id,
            "bot_id": workspace.bot_id,
            "root_view_id": root,
            "previous_view_id": under or None,
        }
        self.all[made] = kept
        return kept

    def _kept(self, view: Json, name: str) -> Json:
        for block in records(view.get("blocks")):
            block.setdefault("block_id", self.state.new_id("b"))
        defaults: Json = {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "title": None,
            "submit": None,
            "close": None,
            "state": {"values": {}},
        }
        return defaults | view | {"id": name, "hash": f"{self.state.now()}.{name}"}

    def open(self, user: User, view: Json) -> None:
        """Show a modal, alone."""
        self.stacks[user.id] = [text(view, "id")]

    def push(self, user: User, view: Json) -> None:
        """Show a modal on top of the others.

        Raises:
            RefusedError: The stack is full, or there is none.
        """
        stack = self.stacks.get(user.id, [])
        if not stack:
            raise RefusedError("not_found")
        if len(stack) >= MOST_IN_STACK:
            raise RefusedError("push_limit_reached")
        stack.append(text(view, "id"))

    def shown(self, user_id: str) -> list[Json]:
        """The modals that a person has open, newest last."""
        return [self.all[name] for name in self.stacks.get(user_id, ())]

    def update(self, old: Json, view: Json, hash_: str) -> Json:
        """Put a view into another's place.

        Raises:
            RefusedError: `hash_` is given and is not the hash of what is there now.
        """
        if hash_ and hash_ != old["hash"]:
            raise RefusedError("hash_conflict")
        old.update(self._kept(view, text(old, "id")))
        return old

    def close(self, user_id: str, name: str, *, everything: bool = False) -> None:
        """Take a modal off the stack, or all of them."""
        stack = self.stacks.get(user_id, [])
        for one in list(stack) if everything else [name]:
            if one in stack:
                stack.remove(one)
                self.all.pop(one, None)

    def publish(self, workspace: Workspace, user_id: str, view: Json, hash_: str) -> Json:
        """Show a home tab.

        Raises:
            RefusedError: `hash_` is given and is not the hash of what is there now.
        """
        there = self.homes.get(user_id)
        if there is not None:
            return self.update(self.all[there], view, hash_)
        made = self.make(workspace, view)
        self.homes[user_id] = text(made, "id")
        return made
