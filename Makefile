# Two commands matter: `make demo` and `make test`. `make help` lists the rest.

.SHELLFLAGS := -euc
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.SUFFIXES:

PORT ?= 8000
# Every recipe runs in this folder and uses relative paths, so that a folder may have spaces in its name.
PY := .venv/bin/python

.PHONY: help demo test pages bench lint format lock messages clean

help:  ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: .venv/.runtime  ## Set everything up and serve a sample edition at 127.0.0.1:$(PORT)
	@sh bin/demo "$(PORT)"

test: .venv/.dev  ## Run the whole suite on SQLite, then on PostgreSQL
	@sh bin/chromium
	@$(PY) -m tests.postgres $(PYTEST_ARGS)

lint: .venv/.dev  ## Check style, types, migrations and the deployment settings
	@sh bin/lint

pages: .venv/.dev  ## Try the page reader on 100,000 composed pages (a quarter of an hour)
	@$(PY) -m tests.pagetext.many_pages $(PAGES)

bench: .venv/.runtime  ## Measure how fast pages are read (some minutes), and how the desk bears 100,000 articles
	@$(PY) -m bench.reading; $(PY) -m bench.desk

format: .venv/.dev  ## Put the code into shape
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

lock: .venv/.lock  ## Lock requirements.in and requirements-dev.in again (UPGRADE=1: to the newest versions)
	@for name in requirements requirements-dev; do \
	  UV_CUSTOM_COMPILE_COMMAND="make lock" .venv/lock/bin/uv pip compile --quiet --universal --generate-hashes \
	    --python-version 3.11 --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade) \
	    $$name.in --output-file $$name.txt; \
	done

messages: .venv/.dev  ## Collect the texts of the interface and compile the catalogues (needs gettext)
	@$(PY) manage.py makemessages --locale zh_Hans --no-obsolete --add-location file --ignore .venv --ignore tests
	@cd articles && ../$(PY) ../manage.py compilemessages --locale zh_Hans

clean:  ## Remove the virtual environment and caches; the database and the uploads stay
	@rm -rf .venv .ruff_cache .mypy_cache .pytest_cache .hypothesis .coverage staticfiles
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than its lock file only after a whole installation, so a second start takes seconds.
.venv/.runtime: requirements.txt bin/install
	@sh bin/install runtime requirements.txt

.venv/.dev: requirements-dev.txt .venv/.runtime
	@sh bin/install dev requirements-dev.txt

.venv/.lock: .venv/.runtime
	@$(PY) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv && touch $@
