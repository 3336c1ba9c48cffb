# AgentPay's commands. Each works from a fresh clone, prints what it does and ends with a clear result.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

PYTHON := build/venv/bin/python
CONTRACT_PYTHON := build/venv-contract/bin/python
SALEOR_DIR ?= $(HOME)/saleor
export SALEOR_DIR

.PHONY: help
help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: environment
environment:
	@scripts/environment build/venv tests/requirements.txt
	@scripts/environment build/venv-contract tests/contract/requirements.txt
	@scripts/stripe-types

.PHONY: test
test: environment ## Run all tests: SQLite, PostgreSQL, both GraphQL environments, and Saleor if it is there
	@eval "$$(scripts/services start)"
	echo "== documents against Saleor's schemas (graphql-core 3)"
	$(CONTRACT_PYTHON) -m pytest -q -p no:cacheprovider -c tests/contract/pytest.ini tests/contract
	echo "== everything on SQLite"
	$(PYTHON) -m pytest -q -n 2 --ignore tests/saleor --ignore tests/contract
	echo "== what stores, on PostgreSQL"
	DATABASE_URL=$$TEST_POSTGRES_URL/agentpay $(PYTHON) -m pytest -q -n 2 tests/charges tests/chat
	if [ -f "$$SALEOR_DIR/manage.py" ]; then
	  echo "== inside the Saleor in $$SALEOR_DIR"
	  $(PYTHON) -m pytest -q tests/saleor
	else
	  echo "!! NOT RUN: the tests inside a real Saleor. There is none in $$SALEOR_DIR; set SALEOR_DIR."
	fi
	echo "make test: all passed"

.PHONY: test-saleor
test-saleor: environment ## Run the tests that need a real Saleor (SALEOR_DIR)
	@if [ ! -f "$$SALEOR_DIR/manage.py" ]; then echo "There is no Saleor in $$SALEOR_DIR; set SALEOR_DIR." >&2; exit 1; fi
	eval "$$(scripts/services start)"
	$(PYTHON) -m pytest -v tests/saleor
	echo "make test-saleor: all passed"

.PHONY: check
check: environment ## Check style, types, layers, migrations and documentation
	@echo "== ruff"; $(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check .
	echo "== mypy"; $(PYTHON) -m mypy
	echo "== layers"; build/venv/bin/lint-imports
	echo "== migrations"; DJANGO_SETTINGS_MODULE=tests.settings $(PYTHON) -m django makemigrations --check --dry-run agentpay_plugin
	echo "== settings and URLs are documented"; $(PYTHON) scripts/check-documented
	echo "make check: all well"

.PHONY: clean
clean: ## Remove what was built, and stop the tests' services
	@scripts/services stop
	rm -rf build dist *.egg-info
