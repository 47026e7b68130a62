# Two commands do everything: `make run` opens the program, `make test` checks it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CATALOGUES := $(wildcard resources/translations/*/LC_MESSAGES/*.po)
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY))
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test quick lint bench faults mutation package lock translations clean

run: $(READY)
ifdef SCREEN
	$(BIN)/hin-desktop
else
	@echo "No screen here (neither DISPLAY nor WAYLAND_DISPLAY): the tour through the window goes to build/tour/ instead."
	$(BIN)/hin tour --out build/tour
endif

test: lint
	$(BIN)/python -m pytest

quick: $(READY)
	$(BIN)/python -m pytest -m "not slow"

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)
	$(BIN)/python -m tests.bench $(ONLY)

faults: $(READY)
	FAULTS=full $(BIN)/python -m pytest tests/faults

mutation: $(READY)
	$(BIN)/python packaging/mutation.py

package: $(READY)
	packaging/system.sh package
	$(BIN)/python packaging/build.py

lock: $(READY)
	for name in run dev; do $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --upgrade requirements/$$name.in -o requirements/$$name.txt; done

translations: $(READY)
	$(BIN)/python packaging/translations.py

clean:
	rm -rf build dist mutants .venv .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find hin_desktop resources tests packaging -name '*.mo' -delete -o -name '__pycache__' -prune -exec rm -rf {} +

# The environment: made anew when the lock or the project's own metadata changed.
$(READY): requirements/dev.txt pyproject.toml packaging/hatch_build.py packaging/system.sh $(CATALOGUES)
	PYTHON=$(PYTHON) packaging/system.sh run
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	cmp -s requirements/dev.txt $(VENV)/.lock || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	cp requirements/dev.txt $(VENV)/.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python packaging/hatch_build.py
	touch $(READY)
