# AgentPay's commands. Each works from a fresh clone, prints what it does and ends with a clear result.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

PYTHON := build/venv/bin/python
GATEWAY_PYTHON := build/venv-gateway/bin/python
SALEOR_DIR ?= $(HOME)/saleor
export SALEOR_DIR

.PHONY: help
help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.PHONY: environment
environment:
	@scripts/environment build/venv tests/requirements.txt
	@scripts/environment build/venv-gateway agentpay_plugin/gateway/requirements.txt tests/gateway/requirements.txt
	@scripts/environment build/venv-demo agentpay_plugin/demo/requirements.txt
	@scripts/environment build/venv-demo-claude agentpay_plugin/demo/requirements.txt agentpay_plugin/demo/requirements-claude.txt
	@command -v npm >/dev/null && scripts/graphiql build/venv-demo/bin/python || echo "environment: GraphiQL will load from the internet" >&2
	@scripts/environment build/venv-browser tests/demo/requirements.txt tests/widget/requirements.txt
	@scripts/stripe-types
	@scripts/widget

.PHONY: test
test: environment ## Run all tests: SQLite, PostgreSQL, both GraphQL environments, and Saleor if it is there
	@eval "$$(scripts/services start)"
	echo "== documents against Saleor's schemas, and the realtime gateway (graphql-core 3)"
	$(GATEWAY_PYTHON) -m pytest -q -p no:cacheprovider -c tests/gateway/pytest.ini tests/contract tests/gateway
	if [ ! -d "$${SALEOR_SCHEMA_DIR:-../shared/saleor-schemas}" ]; then
	  echo "!! NOT RUN: our documents against Saleor's schemas. Set SALEOR_SCHEMA_DIR to a folder with theirs, 3.21.graphql to 3.24.graphql."
	fi
	echo "== the storefront widget"
	scripts/widget test
	echo "== everything on SQLite"
	$(PYTHON) -m pytest -q -n 2 --ignore tests/saleor --ignore tests/contract --ignore tests/gateway --ignore tests/demo --ignore tests/widget --ignore tests/frameworks
	echo "== what stores, on PostgreSQL"
	DATABASE_URL=$$TEST_POSTGRES_URL/agentpay $(PYTHON) -m pytest -q -n 2 tests/charges tests/chat tests/analytics tests/shop \
	  --ignore tests/chat/test_render.py --ignore tests/chat/assistant/test_attacks.py --ignore tests/shop/search
	echo "== the demo, and its pages in a browser"
	CHROMIUM=$$(scripts/chromium) build/venv-browser/bin/python -m pytest -q -n 2 --dist loadfile -p no:cacheprovider -c tests/demo/pytest.ini tests/demo
	echo "== the widget in a browser, in every state"
	$(MAKE) --no-print-directory test-widget
	echo "== the widget's package in Next.js and React 18"
	$(MAKE) --no-print-directory test-frameworks
	echo "== purchases at once while everything fails"
	python=$$(DATABASE_URL=$$TEST_POSTGRES_URL/any REDIS_URL=$$TEST_REDIS_URL scripts/demo python)
	$$python -m scripts.faults -n 20 --seed 20
	if [ -f "$$SALEOR_DIR/manage.py" ]; then
	  echo "== inside the Saleor in $$SALEOR_DIR"
	  CHROMIUM=$$(scripts/chromium) $(PYTHON) -m pytest -q tests/saleor
	else
	  echo "!! NOT RUN: the tests inside a real Saleor. There is none in $$SALEOR_DIR; set SALEOR_DIR."
	fi
	echo "make test: all passed"

.PHONY: test-widget
test-widget: environment ## Run the tests of the storefront widget in a browser
	@npm ci --prefix tests/widget --silent --no-progress
	CHROMIUM=$$(scripts/chromium) build/venv-browser/bin/python -m pytest -q -n 2 -p no:cacheprovider -c tests/widget/pytest.ini tests/widget
	echo "make test-widget: all passed"

.PHONY: test-frameworks
test-frameworks: environment ## Run the tests of the widget's package in shops made with Next.js and React 18
	@CHROMIUM=$$(scripts/chromium) build/venv-browser/bin/python -m pytest -q -p no:cacheprovider -c tests/frameworks/pytest.ini tests/frameworks
	echo "make test-frameworks: all passed"

.PHONY: test-saleor
test-saleor: environment ## Run the tests that need a real Saleor (SALEOR_DIR)
	@if [ ! -f "$$SALEOR_DIR/manage.py" ]; then echo "There is no Saleor in $$SALEOR_DIR; set SALEOR_DIR." >&2; exit 1; fi
	eval "$$(scripts/services start)"
	CHROMIUM=$$(scripts/chromium) $(PYTHON) -m pytest -v tests/saleor
	echo "make test-saleor: all passed"

.PHONY: fuzz
fuzz: environment ## Send webhooks that nobody sent so: N (10000) of each kind, SEED
	@eval "$$(scripts/services start)"
	FUZZ=$(or $(N),10000) SEED=$(or $(SEED),1) DATABASE_URL=$$TEST_POSTGRES_URL/agentpay $(PYTHON) -m pytest -q -n 2 --show-capture=no tests/fuzz
	echo "make fuzz: none got in, none was believed, none crashed"

.PHONY: check
check: environment ## Check style, types, layers, migrations and documentation
	@echo "== ruff"; $(PYTHON) -m ruff check .; $(PYTHON) -m ruff format --check .
	echo "== mypy"; $(PYTHON) -m mypy; $(GATEWAY_PYTHON) -m mypy --config-file tests/gateway/mypy.ini
	echo "== layers"; build/venv/bin/lint-imports
	echo "== migrations"; DJANGO_SETTINGS_MODULE=tests.settings $(PYTHON) -m django makemigrations --check --dry-run agentpay_plugin agentpay_sandbox
	echo "== settings and URLs are documented"; $(PYTHON) scripts/check-documented
	echo "== translations"; $(PYTHON) scripts/messages --check
	echo "== the storefront widget: contract, types, style, sizes"; scripts/widget check
	echo "make check: all well"

.PHONY: demo
demo: ## Run a shop with the chat on http://127.0.0.1:8000 (PORT), without any account
	@exec scripts/demo start

.PHONY: demo-reset
demo-reset: ## Forget the demo's chats, carts, orders and payments
	@scripts/demo reset

.PHONY: bench
bench: ## Measure what AgentPay costs (SALEOR_DIR; PARTS="turns startup sockets words funnel widget panel", SMALL=1 to try it)
	@scripts/environment build/venv tests/requirements.txt
	scripts/environment build/venv-gateway agentpay_plugin/gateway/requirements.txt tests/gateway/requirements.txt
	scripts/environment build/venv-browser tests/demo/requirements.txt tests/widget/requirements.txt
	eval "$$(scripts/services start)"
	$(PYTHON) -m scripts.bench $(if $(SMALL),--small) $(PARTS)

.PHONY: widget
widget: ## Build the storefront widget (storefront_widget/dist/)
	@scripts/widget

.PHONY: faults
faults: ## Buy N=200 times at once while everything fails, then compare the books (SEED repeats a run; MINUTES; PLAN=1; SALEOR=1)
	@inside=()
	if [ -n "$(SALEOR)" ]; then
	  if [ ! -f "$$SALEOR_DIR/manage.py" ]; then echo "There is no Saleor in $$SALEOR_DIR; set SALEOR_DIR." >&2; exit 1; fi
	  inside=(--saleor)
	fi
	eval "$$(scripts/services start)"
	if [ -n "$(SALEOR)" ]; then
	  scripts/environment build/venv tests/requirements.txt
	  python=$(PYTHON)
	else
	  python=$$(DATABASE_URL=$$TEST_POSTGRES_URL/any REDIS_URL=$$TEST_REDIS_URL scripts/demo python)
	fi
	$$python -m scripts.faults -n $(or $(N),200) $(if $(SEED),--seed $(SEED)) $(if $(MINUTES),--minutes $(MINUTES)) $(if $(PLAN),--plan) "$${inside[@]}"

.PHONY: eval
eval: ## Measure how well the assistant understands and sells (PART=intents or journeys, ARGUMENTS, INTENTS=a file of messages)
	@scripts/environment build/venv tests/requirements.txt
	INTENTS=$(INTENTS) $(PYTHON) -m scripts.eval $(PART) $(ARGUMENTS)

.PHONY: messages
messages: environment ## Bring the translations up to the texts in the code, and compile them
	@$(PYTHON) scripts/messages
	echo "make messages: all texts are translated"

.PHONY: clean
clean: ## Remove what was built, and stop the tests' services
	@scripts/services stop
	rm -rf build dist *.egg-info storefront_widget/dist storefront_widget/node_modules
