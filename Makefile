# Two commands matter: `make demo` and `make test`. Both work in a fresh clone on a machine with only
# Python 3.11+, Node 20+ and make (GNU make 3.81 or later, so macOS' own is good). Everything is made in
# `.venv/`, `node_modules/` and `var/`; a second run only does what changed.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
CODE := nabij tests bench
WORKERS ?= auto

# The first Python that is new enough and can make an environment; `make PYTHON=/path/to/python demo` decides otherwise.
PYTHON ?= $(shell for one in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$one" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$one"; break; }; \
	done)

BUILT := nabij/web/static/built
SCREENS := $(shell find nabij/web package.json -type f \( -name '*.css' -o -name '*.js' -o -name '*.mjs' -o -name '*.json' \) \
	-not -path '*/built/*' 2>/dev/null)
WORDS := $(shell find nabij -name '*.po' 2>/dev/null)

.PHONY: help demo test ready ready-for-tests lint layout types layers templates security licences suite rules deep words lock clean

help:
	@echo "make demo    an example neighbourhood on http://localhost:8000"
	@echo "make test    every check and every test, the browser's too"
	@echo "make suite   the tests alone;  make lint types layers templates security licences: one check alone"
	@echo "make rules   the tests that need no browser, no server of their own and not every page, on NABIJ_DATABASE_URL when that is set"
	@echo "make deep    eight times as many invented neighbourhoods"
	@echo "make words   bring new Dutch sentences into the English translation"
	@echo "make lock    pin the requirements again (needs uv)"
	@echo "make clean   remove what these commands made, except the data in var/"

BIND ?= 127.0.0.1:8000

demo: ready
	$(BIN)/nabij demo --bind $(BIND)

# Each check runs, also when an earlier one failed; make ends with an error when any of them did.
test: ready-for-tests
	@$(MAKE) --no-print-directory --keep-going lint layout types layers templates security licences suite

# -- The environment ---------------------------------------------------------------------------------------------------

ready: $(VENV)/made-for-use $(VENV)/made-screens $(VENV)/made-words

ready-for-tests: $(VENV)/made-for-tests ready

$(VENV)/made:
	@test -n "$(PYTHON)" || { echo "Nabij needs Python 3.11 or later with its venv module (on Debian: apt-get install python3-venv)."; exit 1; }
	@echo "Making $(VENV) with $(PYTHON)"
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/made-for-use: $(VENV)/made requirements/build.txt requirements/base.txt pyproject.toml
	@echo "Installing what Nabij stands on (the first time this takes a minute or two)"
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes -r requirements/base.txt
	$(PIP) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/made-for-tests: $(VENV)/made-for-use requirements/test.txt
	@echo "Installing what the tests stand on"
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

node_modules/made: package.json package-lock.json
	@command -v npm >/dev/null || { echo "Nabij needs Node 20 or later, with npm."; exit 1; }
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/made-screens: $(VENV)/made node_modules/made $(SCREENS)
	npm run --silent build
	@touch $@

# msgfmt may be absent, so Babel writes the .mo files beside the .po files.
$(VENV)/made-words: $(VENV)/made-for-use $(WORDS)
	@for po in $(WORDS); do \
		$(BIN)/pybabel --quiet compile --input-file "$$po" --output-file "$${po%.po}.mo" || exit 1; \
	done
	@touch $@

# -- The checks --------------------------------------------------------------------------------------------------------

lint:
	$(BIN)/ruff check .

layout:
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports --no-logo

templates:
	@find nabij -name '*.html' -print0 | xargs -0 $(BIN)/djade --check --target-version 5.2

# Every severity. Of low confidence are only its guesses that a sentence of a policy might be SQL made of input.
security:
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml -ii nabij

licences:
	$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

suite:
	NABIJ_CHROMIUM="$${NABIJ_CHROMIUM:-$$($(BIN)/python -m tests.chromium)}" $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

rules:
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not browser and not every_page and not large" --ignore tests/journeys --ignore tests/embedded

# Twenty thousand steps of the invented neighbourhoods, five thousand of any referral; `make test` takes a tenth.
deep: ready-for-tests
	NABIJ_STEPS=20000 $(BIN)/python -m pytest -n $(WORKERS) tests/rules/test_any_neighbourhood.py \
		tests/bridge/test_any_referral.py -k "$(or $(ONLY),what_people_see or no_illegal_state)"

# -- Now and then ------------------------------------------------------------------------------------------------------

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url

words: ready-for-tests
	$(BIN)/python -m tests.translations

lock:
	$(LOCK) requirements/build.in -o requirements/build.txt
	$(LOCK) pyproject.toml -o requirements/base.txt
	$(LOCK) pyproject.toml --extra test -o requirements/test.txt

clean:
	rm -rf $(VENV) node_modules $(BUILT)
	find nabij -name '*.mo' -exec rm -f {} +
