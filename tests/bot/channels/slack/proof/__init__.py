"""Tests of the proofs: their pure parts, and each of them once in small."""
