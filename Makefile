# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo test check bench bench-linking soak clean

setup: $(STAMP)

$(STAMP): pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -e .
	touch $(STAMP)

demo: setup  ## build the graph of the two real documents and ask it one question
	$(BIN)/hemicycle build tests/documents --out graphs
	$(BIN)/hemicycle query accounts-by-service --store graphs

test: setup  ## all that must hold
	$(BIN)/python -m pytest

check: setup test  ## what a commit must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/hemicycle build tests/documents --out graphs
	git diff --exit-code graphs

bench: setup  ## measure, as docs/performance.md tells
	$(BIN)/python bench/run.py

soak: setup  ## kill builds at fifty random moments
	HEMICYCLE_KILLS=50 $(BIN)/python -m pytest tests/pipeline/test_crash.py

bench-linking: setup  ## precision and recall of the linker on the answers of tests/linking
	$(BIN)/python bench/linking.py

clean:
	rm -rf $(VENV) dist build
