# Everything here runs in the project's own environment (.venv); nothing outside the project is touched.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= python3
UV     := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
BIN    := .venv/bin
READY  := .venv/.ready
DEMO   := demo/idlib.db
SAMPLE := samples/idlib-2020-01
WORKERS ?= 2

.PHONY: help setup demo test check format generate docs bench eval clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | while IFS=$$'\t' read -r name what; do \
	  printf '  make %-10s %s\n' "$$name" "$$what"; done

setup: $(READY) ## the locked environment, and the gazetteer if it is missing or stale
	@$(BIN)/harmledger gazetteer build --if-stale

$(READY): pyproject.toml uv.lock
	@if ! [ -x "$(UV)" ] && ! command -v "$(UV)" >/dev/null 2>&1; then $(PYTHON) checks/get_uv.py .uv; fi
	@$(UV) sync --locked --quiet
	@touch $@

demo: setup ## reads the sample reports into demo/idlib.db and shows what came out
	@mkdir -p demo
	@echo "Reading $(SAMPLE) into $(DEMO)"
	@$(BIN)/harmledger run $(SAMPLE) --ledger $(DEMO) --format table \
	  --agreements $(SAMPLE)/agreements.toml --sources $(SAMPLE)/sources.toml
	@echo; echo "Incidents: ranges with names on them, and what stands against the truces"; echo
	@$(BIN)/harmledger incidents --ledger $(DEMO) --format table
	@echo; echo "The truces, as each side announced them"; echo
	@$(BIN)/harmledger agreements --ledger $(DEMO) --format table
	@echo; echo "Audit: what parties say the totals are, held against the incidents; never added to them"; echo
	@$(BIN)/harmledger audit --ledger $(DEMO) --format table
	@echo; echo "The reports were written for this demo. Next, type:"
	@echo "  source .venv/bin/activate                          # then harmledger is a command"
	@echo "  harmledger show ID --ledger $(DEMO)             # everything behind an incident, quote by quote"
	@echo "  harmledger totals --from 2020-01-12 --ledger $(DEMO)"
	@echo "  harmledger issues --ledger $(DEMO)              # what could not be understood"
	@echo "  harmledger read FILE                               # a report of your own"
	@echo "The tutorial is docs/tutorial.md."

test: setup ## all tests
	@$(BIN)/pytest -n $(WORKERS)

check: $(READY) ## style, types, import rules, purity, generated files, lock, docs
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/mypy --explicit-package-bases checks eval
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m checks.purity
	@$(BIN)/python -m checks.generate --check
	@$(BIN)/python -m checks.lock
	@$(UV) lock --check --quiet
	@$(BIN)/pytest tests/docs/test_links.py -p no:cacheprovider

format: $(READY) ## puts code into the house style
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

generate: $(READY) ## writes schema/ and docs/reference/ anew from the code
	@$(BIN)/python -m checks.generate

docs: setup ## runs the commands in the documents and writes their output anew
	@$(BIN)/python -m checks.documents

bench: setup ## speed and memory over generated reports
	@$(UV) sync --locked --quiet --group bench
	@$(BIN)/python -m eval.bench

eval: setup ## scores the reader against labelled data: make eval DATA=folder
	@[ -n "$(DATA)" ] || { echo "say where the data are: make eval DATA=folder (see eval/README.md)" >&2; exit 2; }
	@$(BIN)/python -m eval.run "$(DATA)"

clean: ## removes the environment, caches and the demo's ledger
	rm -rf .venv .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo dist build
