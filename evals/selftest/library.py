"""Every planted fault, in the order of the axes."""

from evals.selftest.faults import (
    drafts,
    ending,
    followed,
    identifiers,
    inquiry,
    knowledge,
    listening,
    practice,
    progress,
    safety,
    style,
)
from evals.selftest.planting import Fault

FAULTS: tuple[Fault, ...] = (
    *listening.FAULTS,
    *inquiry.FAULTS,
    *progress.FAULTS,
    *ending.FAULTS,
    *knowledge.FAULTS,
    *style.FAULTS,
    *safety.FAULTS,
    *identifiers.FAULTS,
    *followed.FAULTS,
    *practice.FAULTS,
    *drafts.FAULTS,
)
"""At least two for each criterion, at least three for each gate."""
