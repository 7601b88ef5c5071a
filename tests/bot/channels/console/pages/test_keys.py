"""The page of the shortcuts, which says the same as the script does."""

import re
from importlib.resources import files

import pytest

from tests.bot.channels.console.pages.conftest import Desk
from tests.bot.channels.console.world import ADMIN, MENTOR, TRAINER

SCRIPT = files("bot.channels.console").joinpath("static", "keys.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("who", [MENTOR, TRAINER, ADMIN])
def test_everybody_finds_it_and_it_works_where_there_are_no_scripts(desk: Desk, who: str) -> None:
    page = desk.page("/keys", who)
    assert "Everything else works." in page
    assert "data-keys-switch hidden" in page


def test_every_key_of_the_script_is_explained_and_no_other(desk: Desk) -> None:
    table = re.search(r"const KEYS = \{(.*?)\n  \};", SCRIPT, re.DOTALL)
    grades = re.search(r"const GRADES = \{(.*?)\}", SCRIPT)
    assert table is not None
    assert grades is not None
    known = set(re.findall(r'^\s+"?([^\s":])"?:', table[1], re.MULTILINE)) | set(re.findall(r"(\w): ", grades[1]))
    rows = re.findall(r'<th scope="row">(.*?)</th>', desk.page("/keys"))
    explained = {key for row in rows if row != "1 to 9" for key in row.split(", ")}
    assert explained == known
