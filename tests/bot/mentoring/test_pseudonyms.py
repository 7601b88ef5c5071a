"""Pseudonyms: two friendly words for a digest, the same for good."""

from hashlib import sha256

from bot.mentoring.pseudonyms import pseudonym


def test_the_same_digest_has_the_same_name_and_the_name_is_two_words() -> None:
    digest = sha256(b"a share").digest()
    assert pseudonym(digest) == pseudonym(bytes(digest)) == pseudonym(digest[:2])
    assert [one.istitle() for one in pseudonym(digest).split()] == [True, True]


def test_every_pair_of_words_is_as_likely_as_another() -> None:
    names = [pseudonym(bytes([first, second])) for first in range(256) for second in range(256)]
    assert len(set(names)) == 64 * 64
    assert {names.count(one) for one in names[:3]} == {16}
