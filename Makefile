# Two commands: `make setup`, then `make chat`. Variables: PYTHON, TORCH_INDEX (see README.md).
.PHONY: setup chat test check prove tidy lock
.DEFAULT_GOAL := setup
export PYTHON TORCH_INDEX
BIN := .venv/bin

setup:  ## install into .venv, then make what the coach needs once; a second run only looks
	@bash scripts/setup.sh </dev/null

chat: setup  ## talk to the coach in this terminal
	@$(BIN)/coach chat

test:  ## set up with what the tests need, then check
	@bash scripts/setup.sh --tests </dev/null
	@$(MAKE) --no-print-directory check

check:  ## format, lint, types, import contracts, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest

prove:  ## the long proofs: kills, duplicates, forgeries, load, logs (some twenty minutes); figures go to var/proofs
	$(BIN)/python -m tests.proving all

tidy:  ## format, mend what can be mended, and write the README's map and settings anew
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	UPDATE_MAP=1 $(BIN)/python -m pytest -q -k readme tests/test_architecture.py tests/test_install.py

lock:  ## write the lock files and the notices from what is installed in .venv
	$(BIN)/python scripts/lock.py
	$(BIN)/python scripts/notices.py
