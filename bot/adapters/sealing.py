"""Sealing secrets that are kept in the database: unreadable without the key, and only whole and in their own place."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import CoachError

_KEY = 32
_VERSION = b"\x01"
_KEY_ID = 8
_NONCE = 12
HEADER_CHARACTERS = (1 + _KEY_ID) // 3 * 4
"""How much of what is sealed tells the key; a whole number of threes, so that base64 cuts it off cleanly."""


class Sealer:
    """AES-256-GCM with a nonce for each secret. What is sealed tells which key it was sealed with, and nothing else."""

    def __init__(self, key: bytes) -> None:
        """With a key of 32 bytes.

        Raises CoachError where it has another length.
        """
        if len(key) != _KEY:
            message = f"the sealing key has {len(key)} bytes, not {_KEY}"
            raise CoachError(message, code="bad_key")
        self._aead = AESGCM(key)
        self.key_id = key_id_of(key)
        self._id = bytes.fromhex(self.key_id)

    @staticmethod
    def key_id_in(sealed: str) -> str:
        """Which key something was sealed with; "" where it is none of ours."""
        try:
            raw = urlsafe_b64decode(sealed[:HEADER_CHARACTERS].encode())
        except (Error, ValueError):
            return ""
        return raw[1 : 1 + _KEY_ID].hex() if raw[:1] == _VERSION else ""

    @property
    def header(self) -> str:
        """What everything that is sealed with this key begins with, `HEADER_CHARACTERS` long."""
        return urlsafe_b64encode(_VERSION + self._id).decode()

    def seal(self, secret: str, place: str) -> str:
        """Seal a secret for a place (table|row|column), outside which it does not open."""
        nonce = token_bytes(_NONCE)
        header = _VERSION + self._id
        sealed = self._aead.encrypt(nonce, secret.encode(), _bound(header, place))
        return urlsafe_b64encode(header + nonce + sealed).decode()

    def open(self, sealed: str, place: str) -> str:
        """The secret.

        Raises CoachError where it was sealed with another key, changed, or sealed for another place.
        """
        try:
            raw = urlsafe_b64decode(sealed.encode())
        except (Error, ValueError):
            raw = b""
        header, nonce, body = raw[: 1 + _KEY_ID], raw[1 + _KEY_ID :][:_NONCE], raw[1 + _KEY_ID + _NONCE :]
        why = self._why_not(header, body)
        if why is None:
            try:
                return self._aead.decrypt(nonce, body, _bound(header, place)).decode()
            except InvalidTag:
                why = "was changed, or moved from another row"
        message = (
            f"a sealed secret {why}: put back the key file that belongs to this database, or install the app again"
        )
        raise CoachError(message, code="sealed")

    def _why_not(self, header: bytes, body: bytes) -> str | None:
        if header[:1] != _VERSION or not body:
            return "is damaged"
        return None if header[1:] == self._id else "was sealed with another key"


def key_id_of(key: bytes) -> str:
    """The id of a key: tells keys apart and says nothing of them."""
    return sha256(b"key id" + key).digest()[:_KEY_ID].hex()


def load_or_make_keys(path: Path) -> tuple[bytes, ...]:
    """The keys in that file, one a line and the newest first; where there is none, a new one for its owner only.

    Raises CoachError where the file cannot be read or written, or holds no key.
    """
    if not path.exists():
        _written(path, (token_bytes(_KEY),), os.link)
    return load_keys(path)


def load_keys(path: Path) -> tuple[bytes, ...]:
    """The keys in that file, one a line and the newest first.

    Raises CoachError where the file cannot be read, or holds no key.
    """
    try:
        keys = tuple(bytes.fromhex(line) for line in path.read_text(encoding="ascii").split())
    except (OSError, ValueError) as error:
        raise _no_key(path, error) from None
    if not keys or any(len(key) != _KEY for key in keys):
        message = f"{path} holds no sealing key of {_KEY} bytes: put the right file back"
        raise CoachError(message, code="bad_key")
    return keys


def replace_keys(path: Path, keys: tuple[bytes, ...]) -> None:
    """Put these keys, newest first, into the file in the place of those there: whoever reads it finds all or none.

    Raises CoachError where it cannot be written.
    """
    _written(path, keys, os.replace)


def _written(path: Path, keys: tuple[bytes, ...], into_place: Callable[[Path, Path], None]) -> None:
    """Write keys for their owner only, on disk before they are put into place; a new file never replaces another's."""
    begun = path.with_name(f"{path.name}.{token_bytes(4).hex()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.writelines(f"{key.hex()}\n" for key in keys)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process was quicker: its key stays
            into_place(begun, path)
        begun.unlink(missing_ok=True)
        _kept_in(path.parent)
    except OSError as error:
        raise _no_key(path, error) from None


def _kept_in(folder: Path) -> None:
    """Let a folder's names be on disk: what is sealed with a key is never there before the key is."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _no_key(path: Path, error: Exception) -> CoachError:
    message = f"no sealing key can be had from {path} ({type(error).__name__}): look at the file, or put it back"
    return CoachError(message, code="bad_key")


def _bound(header: bytes, place: str) -> bytes:
    return header + place.encode()
