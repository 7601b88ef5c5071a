"""The checks agree with people on the labelled replies that are shipped."""

from bot.settings import Settings
from evals.calibration.calibrate import BAR_F1, calibrate
from evals.calibration.labels import ITEMS, SHIPPED, read_items, read_labels
from evals.casebook import load
from evals.rubric.grade import grade
from evals.runs import house


def test_every_check_with_labels_enough_agrees_with_people(cards_only: Settings) -> None:
    world = house.open_world(cards_only, load.load())
    found = calibrate(read_items(SHIPPED.parent / ITEMS), read_labels(SHIPPED), lambda talk: grade(talk, world))
    told = [one for one in found if not one.too_few]
    assert BAR_F1 >= 0.80
    assert len(told) >= 7
    assert not {one.criterion: (one.f1, one.differ) for one in told if one.below}
