"""The master keys: one that seals, and older ones that still open. They seal other keys, never anybody's words."""

from collections import OrderedDict
from pathlib import Path
from secrets import token_bytes
from threading import Lock

from bot.adapters.sealing import Sealer, key_id_of, load_or_make_keys
from bot.errors import CoachError

_UNWRAPPED_AT_ONCE = 4096


class Keyring:
    """Master keys, newest first, from a file that several processes share; it is read again when it may have changed.

    What it unwraps it remembers by what was wrapped: a key that is destroyed in the database is asked for no more.
    """

    def __init__(self, keys: tuple[bytes, ...], path: Path | None = None) -> None:
        """With keys of 32 bytes each; `path` is where they were read from, None for keys that live in memory only."""
        self._path = path
        self._lock = Lock()
        self._unwrapped: OrderedDict[tuple[str, str], Sealer] = OrderedDict()
        self._take(keys)

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

    def _take(self, keys: tuple[bytes, ...]) -> None:
        self._sealers = {key_id_of(key): Sealer(key) for key in keys}
        self._current = Sealer(keys[0])

    @property
    def current_id(self) -> str:
        """The id of the key that seals now, as `Sealer.key_id` tells it of what was sealed."""
        return self._current.key_id

    def wrap(self, secret: bytes, place: str) -> str:
        """Seal a key for a place."""
        return self._current.seal(secret.hex(), place)

    def unwrap(self, wrapped: str, place: str) -> bytes:
        """The key.

        Raises CoachError where it was wrapped with a master key that is not here, changed, or for another place.
        """
        found = self._sealers.get(Sealer.key_id_in(wrapped))
        if found is None and self._path is not None:
            self._take(load_or_make_keys(self._path))
            found = self._sealers.get(Sealer.key_id_in(wrapped))
        if found is None:
            message = "what is kept was sealed with a master key that is not in the key file: put that file back"
            raise CoachError(message, code="sealed")
        return bytes.fromhex(found.open(wrapped, place))

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
