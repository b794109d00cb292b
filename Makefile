# Everything a contributor needs: make lab, make test, make tidy, make verify, make site.
# Another Python: make PYTHON=python3.12 install

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COURSE := $(VENV)/.course
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help course install lab test tidy verify site lite

help:  ## Say what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

course: $(COURSE)  ## Make .venv with the course alone: to learn, to teach and to grade

install: $(STAMP)  ## Make .venv with what tests and the site need, too (nothing if up to date)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "The course needs Python 3.11 or newer, and '$(PYTHON)' is $$($(PYTHON) -V 2>&1); name another: make PYTHON=python3.12 install" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(COURSE): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) -e .
	@touch $@

$(STAMP): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) -e '.[test]'
	@touch $(COURSE) $@

lab: $(COURSE)  ## Open JupyterLab on the course; make lab ARGS="--chapter 04"
	$(BIN)/relmark lab $(ARGS)

test: install  ## Everything that must pass, what fails fastest first
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/relmark verify --fast
	$(BIN)/pytest -n 2 --dist worksteal --durations=40 $(ARGS)
	$(BIN)/relmark verify

tidy: install  ## Format the code, put notebooks into canonical form
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	$(BIN)/relmark tidy $(ARGS)

verify: install  ## Everything CI checks about notebooks; make verify ARGS="--fast 04"
	$(BIN)/relmark verify $(ARGS)

site: install  ## Build the course as a site, to be read offline: build/site/index.html
	@mkdir -p build/pages
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --jobs auto --conf-dir docs/site --doctree-dir build/doctrees build/pages build/site
	@echo "build/site/index.html is ready"

lite: install  ## Build the course to run in the browser: build/lite; PYODIDE_DIST=folder of Pyodide
	$(BIN)/python deploy/lite/build.py
