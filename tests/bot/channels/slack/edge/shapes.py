"""JSON of any shape, for what comes from outside."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
WORDS = st.text("abD1.<@|>", max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | WORDS | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
