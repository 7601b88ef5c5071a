"""Tests of the pure core of the coach."""
