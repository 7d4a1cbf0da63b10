# `make lab` and `make test` are all that a fresh machine with Python and make needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: lab lint layers check test frontend bench notebooks site lock clean

lab: $(VENV)/course
	$(BIN)/plgkit lab

lint: layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

layers: $(VENV)/test
	$(BIN)/lint-imports --no-cache

# What needs no browser, kernel or wheel.
check: lint
	$(BIN)/python -m pytest -m "not slow and not browser" --hypothesis-profile quick --numprocesses 2 --dist worksteal

test: lint
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

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

# Exact pins of everything, for every Python that pyproject.toml allows, on every system; then what keeps the next out.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --no-emit-index-url --no-annotate --no-header
lock:
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --extra test -c requirements.txt | awk -F'[=; ]' 'NR == FNR { pinned[$$1]; next } !($$1 in pinned)' requirements.txt - > requirements-test.txt.new
	(echo "-r requirements.txt"; cat requirements-test.txt.new) > requirements-test.txt
	rm requirements-test.txt.new
	.ci/wheels 3.15

$(VENV)/course: requirements.txt pyproject.toml hatch_build.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/test: $(VENV)/course requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	touch $@

clean:
	rm -rf $(VENV) plgkit/widgets/static/vega.js.gz
