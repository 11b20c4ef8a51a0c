# The habits of this project. On a fresh machine: Python 3.11 to 3.13, make and PyPI are enough.
PYTHON ?= python3
VENV   ?= .venv
DEMO   ?= demo
BIN    := $(VENV)/bin

.PHONY: demo test lint bench docs format lock clean help

help:  ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v <= (3, 13) else "chatham needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is %d.%d. Name another: make PYTHON=python3.12 ..." % v)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	# pip refuses an editable install under hashes: the project itself comes after, and brings nothing else.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: $(VENV)/.ready  ## the main job on samples/: notes in, a summary note out
	$(BIN)/chatham demo $(DEMO) --force

test: $(VENV)/.ready lint  ## lint, types, import contracts and every test
	$(BIN)/python -m pytest

lint: $(VENV)/.ready  ## ruff, mypy, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.ready  ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.ready  ## accuracy and speed beside plain Presidio (by hand, minutes)
	$(BIN)/python benchmarks/presidio_baseline.py

docs: $(VENV)/.ready  ## run every example in README and docs
	$(BIN)/python -m pytest tests/docs

lock:  ## new versions: needs uv
	uv pip compile pyproject.toml --group dev --extra encryption --extra postgresql --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --upgrade --quiet --output-file requirements.lock

clean:  ## what the other habits made
	rm -rf $(VENV) $(DEMO) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
