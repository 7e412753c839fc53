# Sankyoku 三極. `make run` serves, `make test` tests; both work from a fresh clone with Python 3.11 or newer.

PYTHON ?= python3
PORT ?= 8000
DATASET ?= dataset
DOCUMENTS ?=
ENGAGEMENTS ?= 50000
BIN := .venv/bin
FIGURES := figures

.PHONY: help run test check lint types layers generated evaluate bench browser-libraries system-packages lock clean test-clients

help:
	@sed -n 's/^# `\(make [a-z]*\)`/\1/p' Makefile; grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*## /: /'

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/tools: .venv/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

browser-libraries: .venv/installed ## vis-network and the SPARQL editor, from their packages
	@$(BIN)/python tools/browser_libraries.py

run: .venv/installed browser-libraries ## build the dataset, render the figures, serve on PORT
	$(BIN)/sankyoku build --dataset $(DATASET) $(DOCUMENTS)
	@mkdir -p $(FIGURES)
	$(BIN)/sankyoku render dialogue --dataset $(DATASET) --series jp-eu-us-trilateral -o $(FIGURES)/trilateral.html
	$(BIN)/sankyoku render network --dataset $(DATASET) -o $(FIGURES)/network.html
	$(BIN)/sankyoku serve --dataset $(DATASET) --port $(PORT)

system-packages: ## Debian's Chromium, fonts and Virtuoso, where this is Debian and we are root
	@sh tools/system_packages.sh

test-clients: ## Comunica, by its lock file, where there is npm
	@command -v npm >/dev/null || { echo "Not installed (no npm): Comunica. The test that needs it is skipped."; exit 0; }; \
	cmp -s tools/test_clients/package-lock.json tools/test_clients/node_modules/.from-lock || { \
	  npm ci --prefix tools/test_clients --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null && \
	  cp tools/test_clients/package-lock.json tools/test_clients/node_modules/.from-lock; } || \
	  echo "Not installed (npm failed): Comunica. The test that needs it is skipped."

test: .venv/tools browser-libraries test-clients system-packages ## every test
	$(BIN)/pytest -n auto

check: .venv/tools lint types layers generated test ## what CI runs

lint: .venv/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/tools
	$(BIN)/mypy

layers: .venv/tools
	$(BIN)/lint-imports

generated: .venv/tools ## generated files are up to date
	$(BIN)/python -m ontology.generate --check
	$(BIN)/python tools/settings_table.py --check

evaluate: .venv/tools ## precision and recall of extraction on the gold documents
	$(BIN)/python -m bench.evaluate

bench: .venv/tools ## the side-by-side figures; ENGAGEMENTS="50000 1000000" for other sizes of the SPARQL graph
	$(BIN)/python -m bench --engagements $(ENGAGEMENTS)

lock: ## renew the lock files (needs uv)
	uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group dev -o requirements-dev.lock

clean: ## everything that can be made again, but never the dataset
	rm -rf .venv $(FIGURES) node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis htmlcov .coverage
