"""Tests of the engine: over the real store and the strict fake Slack, with a coach that is easily told what to do."""
