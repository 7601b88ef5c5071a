"""Tests of what mentoring keeps."""
