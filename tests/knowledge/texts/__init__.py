"""Tests of the way from a received file to passages."""
