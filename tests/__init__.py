"""Tests of the coach; their folders mirror the source."""
