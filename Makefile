# Routewijzer: every job is one command.  `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
export RASA_TELEMETRY_ENABLED := false

.DEFAULT_GOAL := help
.PHONY: help install run train test check docs eval gate bench vectors browser clean

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

$(VENV)/.installed: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is nodig. Installeer het, of noem het pad: make install PYTHON=/pad/naar/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "$(PYTHON) is geen Python 3.11. Noem het pad: make install PYTHON=/pad/naar/python3.11"; exit 1; }
	@echo "Stap 1 van 2: omgeving maken en pakketten installeren (een paar minuten, alleen de eerste keer) …"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python --require-hashes -r requirements.lock
	@echo "Stap 2 van 2: Routewijzer zelf installeren …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

install: $(VENV)/.installed ## Make the environment in .venv from the lock

run: install ## Set everything up and open Routewijzer on http://127.0.0.1:8000
	@$(BIN)/routewijzer serve

train: install ## Train the Rasa model when its data changed
	@$(BIN)/routewijzer train

browser: ## Find or fetch a browser for the tests
	@bash tests/web/browser.sh

test: install train browser ## Run every test
	@$(BIN)/pytest

check: install ## Lint, types, layers, data, knowledge and docs, without the tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/rasa data validate --fail-on-warnings 2>&1 | grep -E "ERROR|UserWarning: .*(intent|action|slot)" || true
	@$(BIN)/rasa data validate >/dev/null 2>&1
	@$(BIN)/routewijzer kennis controleer
	@$(BIN)/routewijzer regels controleer
	@$(BIN)/python -W ignore -m docs.genereer --controleer

docs: install ## Write the reference pages from the program
	@$(BIN)/python -W ignore -m docs.genereer

eval: install train ## Measure answers, advice and intents on the evaluation sets
	@$(BIN)/python -m evaluatie

gate: install train ## Fail when the evaluation's unseen half falls below its thresholds
	@$(BIN)/python -W ignore -m evaluatie test --poort

bench: install train ## Speed and memory, next to plain Rasa and other peers
	@$(BIN)/python -m benchmarks

vectors: install ## Compute the sentence vectors of the shipped content
	@$(BIN)/routewijzer kennis vectoren

clean: ## Remove the environment, the model and the local database
	rm -rf $(VENV) models var results
