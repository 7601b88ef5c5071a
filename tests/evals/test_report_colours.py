"""A report's colours can be read by everybody, on every ground that it has."""

import itertools
import re

from tests.evals.test_reports import pages


def test_colours_can_be_read_in_light_dark_and_print() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    schemes = [dict(re.findall(r"--(\w+): (#\w{6})", one)) for one in re.findall(r":root \{[^}]+\}", pages()[0])]
    assert len(schemes) == 3
    inks = ("text", "muted", "link", "good", "bad")
    for scheme, behind, ink in itertools.product(schemes, ("ground", "panel"), inks):
        dark, pale = sorted((light(scheme[behind]), light(scheme[ink])))
        assert (pale + 0.05) / (dark + 0.05) >= 4.5, (behind, ink)
