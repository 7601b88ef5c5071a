"""Every planted fault, in the order of the axes."""

from evals.selftest.faults import ending, identifiers, inquiry, knowledge, listening, progress, safety, style
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
)
"""At least two for each criterion, at least three for each gate."""
