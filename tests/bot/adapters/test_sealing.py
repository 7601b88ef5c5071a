"""Sealed secrets: unreadable, bound to their place, refused once changed; and the key file."""

import stat
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.sealing import Sealer, load_or_make_keys
from bot.errors import CoachError

KEY, OTHER = bytes(range(32)), bytes(32)
PLACE = "workspaces|T1|bot_token"
HIDDEN = "xoxb-planted-secret"


@given(st.text())
def test_what_is_sealed_opens_in_its_place(secret: str) -> None:
    assert Sealer(KEY).open(Sealer(KEY).seal(secret, PLACE), PLACE) == secret


def test_the_same_secret_is_never_sealed_the_same_way_twice() -> None:
    one, two = Sealer(KEY).seal(HIDDEN, PLACE), Sealer(KEY).seal(HIDDEN, PLACE)
    assert one != two
    assert HIDDEN not in one


def test_a_secret_moved_to_another_row_is_refused() -> None:
    sealed = Sealer(KEY).seal(HIDDEN, PLACE)
    with pytest.raises(CoachError, match="another row") as refused:
        Sealer(KEY).open(sealed, "workspaces|T2|bot_token")
    assert refused.value.code == "sealed"


def test_a_change_of_any_byte_is_refused() -> None:
    raw = urlsafe_b64decode(Sealer(KEY).seal(HIDDEN, PLACE))
    for at in range(len(raw)):
        changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
        with pytest.raises(CoachError) as refused:
            Sealer(KEY).open(urlsafe_b64encode(changed).decode(), PLACE)
        assert refused.value.code == "sealed"


def test_another_key_is_named_as_the_reason_and_what_to_do_is_said() -> None:
    with pytest.raises(CoachError, match=r"another key.*put back the key file"):
        Sealer(OTHER).open(Sealer(KEY).seal(HIDDEN, PLACE), PLACE)


@pytest.mark.parametrize("nonsense", ["", "xoxb-never-sealed", "%%%", "AQ==", "é"])
def test_what_was_never_sealed_is_refused(nonsense: str) -> None:
    with pytest.raises(CoachError) as refused:
        Sealer(KEY).open(nonsense, PLACE)
    assert refused.value.code == "sealed"


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(CoachError, match="16 bytes"):
        Sealer(bytes(16))


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "key"
    made = load_or_make_keys(path)
    assert [len(one) for one in made] == [32]
    assert load_or_make_keys(path) == made
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == ["key"]


def test_two_keys_are_never_the_same(tmp_path: Path) -> None:
    assert load_or_make_keys(tmp_path / "one") != load_or_make_keys(tmp_path / "two")


@pytest.mark.parametrize("content", ["", "not hexadecimal", "ab" * 31, "é" * 32])
def test_a_file_that_holds_no_key_is_left_alone(content: str, tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CoachError, match="key") as refused:
        load_or_make_keys(path)
    assert refused.value.code == "bad_key"
    assert path.read_text(encoding="utf-8") == content


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CoachError, match="file"):
        load_or_make_keys(tmp_path / "file" / "key")
