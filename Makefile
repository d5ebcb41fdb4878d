# Quartierwerk. “make” alone shows what there is; docs/install.md tells more.
PYTHON ?= python3
PORT ?= 8000
TOWN ?= hattingen
QUARTIERWERK_DATA ?= var/$(TOWN)
export PORT TOWN

BIN := .venv/bin
RUN := QUARTIERWERK_DEMO=yes QUARTIERWERK_DATA="$(QUARTIERWERK_DATA)" $(BIN)/quartierwerk

.DEFAULT_GOAL := help
.PHONY: help run test lint bench score assets messages format reset environment dev python

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18
	@echo "  Choose with PORT=8000, TOWN=hattingen|flensburg, PYTHON=python3.12"

run: environment ## start the demo town (keeps its data; Ctrl-C stops it)
	@QUARTIERWERK_URL="$${QUARTIERWERK_URL:-http://127.0.0.1:$(PORT)}" $(RUN) run "$(TOWN)" --port "$(PORT)"

test: dev ## every test, on SQLite and PostgreSQL, with the browser where there is one
	@$(BIN)/python tools/test.py $(TESTS)

lint: dev ## style, types, layers, templates, migrations, translations, deployment checks
	@$(BIN)/python tools/lint.py

bench: dev ## speed and size against their limits
	@$(RUN) bench "$(TOWN)"

score: dev ## how well announcements are read, where the labelled ones lie beside the project
	@$(BIN)/python tools/score.py --show

format: dev ## put code and templates in their usual form
	@$(BIN)/ruff check --quiet --fix-only src tests tools && $(BIN)/ruff format --quiet src tests tools

messages: dev ## collect texts and compile the English translation
	@$(BIN)/python tools/messages.py

assets: ## rebuild the committed front-end files from assets/ (needs npm)
	@test -d assets || { echo "quartierwerk: There is no folder “assets” here yet."; exit 1; }
	@command -v npm >/dev/null || { echo "quartierwerk: npm is missing; on Debian please run: apt-get install npm"; exit 1; }
	@cd assets && npm ci --silent --no-audit --no-fund && npm run --silent build

reset: ## delete the data of TOWN (asks first; FORCE=1 does not)
	@if [ "$(FORCE)" != 1 ]; then \
	  printf 'Delete all data in %s? [yes/no] ' "$(QUARTIERWERK_DATA)"; read answer; \
	  [ "$$answer" = yes ] || { echo "Nothing was deleted."; exit 1; }; fi
	@rm -rf -- "$(QUARTIERWERK_DATA)" && echo "$(QUARTIERWERK_DATA) is deleted."

python:
	@command -v "$(PYTHON)" >/dev/null || { echo "quartierwerk: $(PYTHON) is missing; on Debian please run: apt-get install python3"; exit 1; }

environment: python
	@"$(PYTHON)" tools/environment.py

dev: python
	@"$(PYTHON)" tools/environment.py --dev
