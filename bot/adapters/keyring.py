"""The master keys: one that seals, and older ones that still open. They seal other keys and tokens, never words."""

from collections import OrderedDict
from pathlib import Path
from secrets import token_bytes
from threading import Lock

from bot.adapters.sealing import Sealer, load_keys, load_or_make_keys
from bot.errors import CoachError

_UNWRAPPED_AT_ONCE = 4096


class Keyring:
    """Master keys, newest first, from a file that several processes share; it is read again when it may have changed.

    What it unwraps it remembers by what was wrapped: of a key that is destroyed or changed in the database the old
    form is asked for no more. Threads may share it.
    """

    def __init__(self, keys: tuple[bytes, ...], path: Path | None = None) -> None:
        """With keys of 32 bytes each; `path` is where they were read from, None for keys that live in memory only.

        Raises CoachError where there is none, or one has another length.
        """
        self._path = path
        self._lock = Lock()
        self._unwrapped: OrderedDict[tuple[str, str], Sealer] = OrderedDict()
        self._sealers = _sealers(keys)

    @classmethod
    def of(cls, path: Path) -> "Keyring":
        """The keys in a file, which is made with a new one where there is none.

        Raises CoachError where it cannot be read, or holds something else.
        """
        return cls(load_or_make_keys(path), path)

    @classmethod
    def fleeting(cls) -> "Keyring":
        """A key that goes with the process, for a store that does so too."""
        return cls((token_bytes(32),))

    @classmethod
    def for_store(cls, url: str, path: Path) -> "Keyring":
        """The keys in a file for a store on disk, and a fleeting one for a store in memory (`sqlite://`).

        Raises CoachError where the file cannot be read, or holds something else.
        """
        return cls.fleeting() if url == "sqlite://" else cls.of(path)

    @property
    def headers(self) -> tuple[str, ...]:
        """What begins that which was sealed with one of these keys; the first is of the one that seals now."""
        return tuple(one.header for one in self._sealers)

    def read_again(self) -> None:
        """Take what is in the file now.

        Raises CoachError where it cannot be read, or holds something else.
        """
        if self._path is not None:
            self._sealers = _sealers(load_keys(self._path))

    def seal(self, text: str, place: str) -> str:
        """Seal a secret for a place, with the key that is first in the file now (which is read again)."""
        self.read_again()
        return self._sealers[0].seal(text, place)

    def open(self, sealed: str, place: str) -> str:
        """The secret.

        Raises CoachError where it was sealed with a master key that is not here, changed, or for another place.
        """
        return self._sealer_of(sealed).open(sealed, place)

    def wrap(self, secret: bytes, place: str) -> str:
        """Seal a key for a place."""
        return self.seal(secret.hex(), place)

    def unwrap(self, wrapped: str, place: str) -> bytes:
        """The key.

        Raises CoachError where it was wrapped with a master key that is not here, changed, or for another place.
        """
        return bytes.fromhex(self.open(wrapped, place))

    def sealer(self, wrapped: str, place: str) -> Sealer:
        """A sealer with the key that is wrapped there, remembered."""
        with self._lock:
            known = self._unwrapped.get((wrapped, place))
            if known is not None:
                self._unwrapped.move_to_end((wrapped, place))
                return known
        made = Sealer(self.unwrap(wrapped, place))
        with self._lock:
            self._unwrapped[wrapped, place] = made
            while len(self._unwrapped) > _UNWRAPPED_AT_ONCE:
                self._unwrapped.popitem(last=False)
        return made

    def must_have(self, sealed: str) -> None:
        """Look whether the key is here with which that was sealed, or of which it is the header.

        Raises CoachError where it is not.
        """
        self._sealer_of(sealed)

    def _sealer_of(self, sealed: str) -> Sealer:
        """The sealer of a key here; where there is none, of one that the file has now."""
        wanted = Sealer.key_id_in(sealed)
        found = next((one for one in self._sealers if one.key_id == wanted), None)
        if found is None:
            self.read_again()
            found = next((one for one in self._sealers if one.key_id == wanted), None)
        if found is not None:
            return found
        where = f"in {self._path}: put back the key file that belongs to this store" if self._path else "here"
        message = f"the store was sealed with a master key that is not {where}"
        raise CoachError(message, code="sealed")


def _sealers(keys: tuple[bytes, ...]) -> tuple[Sealer, ...]:
    if not keys:
        message = "a keyring without a key opens nothing"
        raise CoachError(message, code="bad_key")
    return tuple(Sealer(key) for key in keys)
