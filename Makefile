# Places that Produce. `make help` lists what can be made; every target first makes .venv, once.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help book test verify serve lab data bench pins lint types browser offline print dist linkcheck clean distclean

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
PORT ?= 8000
# Two workers for the two cores of CI; tests/shares.py says which tests stay together.
PYTEST_ARGS ?= -n 2

# Equal bytes from two builds of the same commit.
export PYTHONHASHSEED := 0
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export TZ := UTC
export SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)
unexport PYTHONPATH

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

$(INSTALLED): requirements.txt pyproject.toml tools/make_venv.sh
	tools/make_venv.sh $(VENV)
	grep -vx '\.' requirements.txt > $(VENV)/pins.txt
	$(BIN)/python -m pip install --quiet --requirement $(VENV)/pins.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

book: $(INSTALLED) ## build the site into _build/html; no browser needed
	$(BIN)/jupyter-book build -W -n --keep-going .
	test -f _build/html/index.html

test: lint types browser book ## everything but the slow jobs: lint, types, book, tests, notebooks, browser
	$(BIN)/python -m pytest $(PYTEST_ARGS)

verify: test ## the slow jobs as well: two cold builds compared, new examples for the property tests, benchmarks' smoke run
	$(BIN)/python -m pytest --hypothesis-profile new $(PYTEST_ARGS) tests/measures tests/explorer tests/concepts tests/datasets
	$(BIN)/python -m pytest -m slow $(PYTEST_ARGS)

lint: $(INSTALLED) ## ruff on the code and the notebooks
	$(BIN)/ruff check .

types: $(INSTALLED) ## mypy
	$(BIN)/mypy

browser: $(INSTALLED) ## find a Chromium, or install one
	$(BIN)/python -m tools.chromium

offline: book ## the offline edition, one zip for a USB stick, into dist/
	$(BIN)/python -m tools.offline

print: browser book ## the print edition, one PDF of the whole book, into dist/ (some minutes)
	$(BIN)/python -m tools.print_edition

# TAG, which the release workflow sets, must be the version of pyproject.toml.
dist: book ## wheel, sdist, site, offline edition, checksums and release notes, into dist/
	$(BIN)/python -m tools.dist $(if $(TAG),--tag $(TAG))

linkcheck: book ## ask every address outside the book whether it answers; needs the web
	$(BIN)/python -m tools.linkcheck

serve: book ## show the built site at PORT (8000)
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory _build/html $(PORT)

lab: $(INSTALLED) ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks

# What rebuilding data/ needs, and the peers of the benchmarks, stay out of .venv.
$(VENV)-data/.installed: data/builders/requirements.txt tools/make_venv.sh
	tools/make_venv.sh $(@D)
	$(@D)/bin/python -m pip install --quiet --requirement $<
	touch $@

data: $(VENV)-data/.installed ## rebuild data/ from the primary files
	$(VENV)-data/bin/python -m data.builders

$(VENV)-bench/.installed: benchmarks/requirements.txt $(INSTALLED)
	tools/make_venv.sh $(@D)
	$(@D)/bin/python -m pip install --quiet --requirement $(VENV)/pins.txt --requirement $<
	$(@D)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

bench: $(VENV)-bench/.installed ## benchmarks against peers, into benchmarks/results.md
	$(VENV)-bench/bin/python -m benchmarks

pins: $(INSTALLED) ## write requirements.txt from requirements.in (UPGRADE=1: the newest of everything)
	$(BIN)/python -m tools.pins $(if $(UPGRADE),--upgrade)

clean: ## remove what was built
	rm -rf _build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)*' -type d -prune -exec rm -rf {} +

distclean: clean ## remove every .venv as well
	rm -rf $(VENV) $(VENV)-data $(VENV)-bench
