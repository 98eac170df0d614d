# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo serve site test check bench bench-linking soak clean

setup: $(STAMP)

$(STAMP): pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt -e .
	touch $(STAMP)

demo: setup  ## build the graph of the two real documents and ask it one question
	$(BIN)/hemicycle build tests/documents --out graphs
	$(BIN)/hemicycle query accounts-by-service --store graphs

serve: demo  ## the site and the endpoint of the demo graph, at http://127.0.0.1:8000
	$(BIN)/hemicycle serve --store graphs

site:  ## the editor and the explorer of the site; needs Node
	npm ci --prefix web --no-audit --no-fund --silent
	npm run --prefix web --silent build

test: setup  ## all that must hold
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: setup test  ## what a commit must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/hemicycle build tests/documents --out graphs
	git diff --exit-code graphs

bench: setup  ## measure, as docs/performance.md tells
	$(BIN)/python bench/run.py

soak: setup  ## kill builds and fetches at many random moments, ask a server a hundred thousand times
	HEMICYCLE_KILLS=50 $(BIN)/python -m pytest tests/pipeline/test_crash.py
	HEMICYCLE_KILLS=20 $(BIN)/python -m pytest tests/fetch/test_kill.py
	HEMICYCLE_REQUESTS=100000 $(BIN)/python -m pytest tests/serve/test_soak.py

bench-linking: setup  ## precision and recall of the linker on the answers of tests/linking
	$(BIN)/python bench/linking.py

clean:
	rm -rf $(VENV) dist build
