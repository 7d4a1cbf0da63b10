# `make lab` and `make test` are all that a fresh machine with Python and make needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: lab lint layers check test frontend bench notebooks site lock clean

lab: $(VENV)/course
	$(BIN)/plgkit lab

lint: layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

layers: $(VENV)/test
	$(BIN)/lint-imports --no-cache

# Tests that compare notebooks start a pytest of their own: in this one nbval would only be imported, which is slow.
PYTEST := $(BIN)/python -m pytest -p no:nbval --numprocesses 2

# What needs no browser, kernel or wheel.
check: lint
	$(PYTEST) -m "not slow and not browser" --hypothesis-profile quick --dist worksteal

test: lint
	$(PYTEST) --dist loadfile --no-loadscope-reorder

# The bundles that the package carries, out of frontend/src: commit them with what changed. Needs npm.
frontend:
	cd frontend && npm ci && npm run build

bench: $(VENV)/test
	$(BIN)/python -m benchmarks

notebooks: $(VENV)/course
	$(BIN)/plgkit refresh

# `make site REPO=owner/name` adds the buttons that open a notebook on Binder.
site: $(VENV)/course
	$(BIN)/plgkit site --out build/site $(if $(REPO),--repo $(REPO))

# `.ci/lock --upgrade` takes the newest versions; needs uv.
lock:
	.ci/lock

$(VENV)/course: requirements.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test: $(VENV)/course requirements-test.txt
	$(INSTALL) --require-hashes -r requirements-test.txt
	touch $@

clean:
	rm -rf $(VENV) plgkit/widgets/static/vega.js.gz
