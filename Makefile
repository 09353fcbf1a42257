# `make run` opens the dashboard, `make test` runs every test. Nothing is needed but Python 3.11 or newer and a network
# the first time; all that is installed stays in .venv.

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$name; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
ARTICLES ?=

.PHONY: run test lint check accuracy lock clean chromium

run: $(VENV)/run.stamp
	$(BIN)/python -m explore run $(ARTICLES)

# All tests need Chromium; of a part of them, those that do say so themselves.
test: $(VENV)/test.stamp $(if $(TESTS),,chromium)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(TESTS)

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What continuous integration runs.
check: lint test

accuracy: $(VENV)/run.stamp
	@echo "== seeds"; $(BIN)/python -m explore evaluate tests/gold/seeds
	@for set in dev press agencies wires mixed offices crises range everyday plain elaborate winding varied literary kindred dense newsroom bureaus; do echo "== $$set"; \
		$(BIN)/python -m explore evaluate --dated tests/gold/$$set; done

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found: install it, then call make again." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "$(PYTHON) cannot make a virtual environment: install its venv module (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }

$(VENV)/run.stamp: requirements.lock | $(BIN)/python
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --requirement requirements-test.lock
	@touch $@

chromium:
	@.ci/chromium

# Needs uv; one lock serves every system and every Python from 3.11 on.
lock:
	uv pip compile --universal --python-version 3.11 --no-annotate --custom-compile-command "make lock" \
		pyproject.toml --output-file requirements.lock
	uv pip compile --universal --python-version 3.11 --no-annotate --custom-compile-command "make lock" \
		--constraint requirements.lock --extra test pyproject.toml --output-file requirements-test.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
