# Two commands do all the set-up on a machine with Python 3.11, make and npm:
#   make film    build the example film and page, and print where they are
#   make test    run all the tests
# Nothing outside of this folder is touched.

# The python3 of the PATH that suits best; name another one:  make PYTHON=python3.12 test
PYTHON ?= $(shell python3 tools/choose_python.py || echo python3)
VENV   := .venv
BIN    := $(VENV)/bin
FILM   := build/strong-partner
QUALITY ?= standard

.PHONY: film test check assets clean help lock
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -4

# The environment: pinned versions with hashes, then Sijill itself, in place. Its bytecode is made
# here, because many a machine forbids Python to keep any (PYTHONDONTWRITEBYTECODE), and compiling
# everything again would then be a third of every start.
$(VENV)/.ready: requirements/dev.txt pyproject.toml setup.py $(wildcard src/sijill/native/*.[ch] src/sijill/*/native/*.[ch])
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Sijill needs Python 3.11 or newer; this is $$($(PYTHON) --version)."; \
	    echo "Name another one:  make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing. On Debian:  sudo apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src/sijill
	@touch $@

# Fonts and map outlines come as npm packages.
assets: src/sijill/assets/.ready
src/sijill/assets/.ready: package-lock.json tools/collect_assets.py $(VENV)/.ready
	@command -v npm >/dev/null || \
	  { echo "npm is missing; fonts and maps come through it. On Debian:  sudo apt-get install npm"; \
	    exit 1; }
	npm ci --silent --no-audit --no-fund --ignore-scripts
	$(BIN)/python tools/collect_assets.py
	@touch $@

film: $(VENV)/.ready assets
	@test -f $(FILM)/sijill.toml || $(BIN)/sijill new $(FILM) \
	  --title "شريك قوي" --title-in en "Strong Partner" --between KZ JP --languages ar,en \
	  --chapters protocol,experts,united_nations,dialogue_history,nuclear_security,economy,people,closing
	$(BIN)/sijill add examples/strong-partner/sources -p $(FILM)
	$(BIN)/sijill build -p $(FILM) --quality $(QUALITY)

# Where there is a compiler the inner loops must have been built, so that they are tested.
test: $(VENV)/.ready assets
	@! command -v cc >/dev/null || $(BIN)/python -c 'import sijill._kernels, sijill.documents._kernels, sijill.tagging._kernels'
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# Resolve the versions again; needs the network.
lock: $(VENV)/.ready
	$(BIN)/python tools/lock.py

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache
