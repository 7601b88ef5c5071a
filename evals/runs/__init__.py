"""Runs: a target is talked to, case by case, and what it says is graded and kept."""
