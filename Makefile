# Kawan Desa. `make help` lists what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
PY := .venv/bin/python
STAMP := .venv/.siap
# What conversations are tested by; the rest of the tests would only be slowed by counting their lines.
OBROLAN := tests/handlers tests/test_percakapan.py tests/bot/cli/test_templat.py
# Compiled modules are kept, whatever the shell says: every process of the tests would compile the program again.
export PYTHONDONTWRITEBYTECODE :=

help:            ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*##/  \1\t/' | expand -t 16

$(STAMP): requirements.lock
	$(PYTHON) -m venv .venv
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install --quiet --python $(PY) --require-hashes -r requirements.lock; \
	else \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock; \
	fi
	@touch $@

setup: $(STAMP)  ## make .venv with the locked versions

demo: $(STAMP)   ## open the demo on http://127.0.0.1:8080
	$(PY) -m bot demo

test: $(STAMP)   ## the quick tests, on all cores
	$(PY) -m pytest -n auto -m "not lambat"

test-semua: $(STAMP) ## all tests: killed processes, a real browser, both databases, coverage
	$(PY) -m pytest -n auto -m "not lambat" --cov --cov-fail-under=100 $(OBROLAN)
	$(PY) -m pytest -n auto -m "not lambat" $(addprefix --ignore=,$(OBROLAN))
	$(PY) -m pytest -n auto -m lambat --ignore=tests/proses
	$(PY) -m pytest -m lambat tests/proses

percakapan: $(STAMP) ## write the transcripts anew, to review the difference
	TULIS_ULANG=1 $(PY) -m pytest -q tests/test_percakapan.py

check: $(STAMP)  ## ruff, format, mypy --strict, import-linter
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

bench: $(STAMP)  ## speed, side by side with what people would use instead
	$(PY) -m bench

lock:            ## resolve the versions anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --extra dev --extra bench pyproject.toml -o requirements.lock

.PHONY: help setup demo test test-semua percakapan check bench lock
