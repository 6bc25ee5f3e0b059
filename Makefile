# make run    set up, then open the window (no display: the scripted tour)
# make test   set up, then every check and every test
# make bench  speed beside bare Qt, SQLite and matplotlib, printed as ratios
# make lint   ruff, mypy and the walls between the rooms
# make contact  every chart, size and look of the ledgers that come along, into build/contact
# make manual   the pictures of the manual anew, from the scripted tour
# make hard-charts  hundreds of charts of difficult data (a minute); the last number must be 0
# make torture  hundreds of kills, 200,000 hostile inputs (minutes); the last line must be 0
# make soak   ten thousand edits, 200 exports and page switches: nothing may grow or slow down
# make bundle the stand-alone folder build/bundle/guoban (PyInstaller; no Python on the target)
# make deb    the same as a Debian package
# make package-test  build both, start, install and remove them (minutes; installs only as root)
# make translations  new texts into resources/translations/en/…/guoban.po, compiled to .mo
# make clean  remove everything that can be made again

BIN := .venv/bin
export COVERAGE_FILE := build/coverage/.coverage
# One worker a core: the tests share nothing but the processor.
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PYTEST := $(BIN)/python -m pytest -q --numprocesses $(JOBS) --dist worksteal --cov --cov-append --cov-report= --cov-fail-under=0
# Rooms where every branch must be walked: a wrong number here would be believed.
EXACT := tracker/periods.py,tracker/progress/*,tracker/storage/journal.py,tracker/exchange/clipboard.py,tracker/lights.py,tracker/ranking.py,tracker/readings.py,tracker/breaks.py,tracker/forecast/*,tracker/assessment/*,tracker/outlook/what_if.py,tracker/outlook/margin.py,tracker/outlook/comparison.py,tracker/outlook/catch_up.py

VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
BUNDLE := build/bundle/guoban
DEB := build/guoban_$(VERSION)_$(shell dpkg --print-architecture 2>/dev/null).deb

.PHONY: run test bench lint contact manual hard-charts translations torture soak bundle deb package-test clean ready-run ready-test ready-bundle

run: ready-run
	@.ci/launch

test: lint
	@rm -rf build/coverage && mkdir -p build/coverage
	@echo "== tests of the tracker, with PySide6 blocked"
	$(PYTEST) -p no:pytest-qt -p tests.qt_blocked tests --ignore=tests/ui --ignore=tests/whole_app
	@echo "== tests of the window"
	QT_QPA_PLATFORM=offscreen $(PYTEST) tests/ui tests/whole_app
	@$(BIN)/coverage report
	@$(BIN)/coverage report --include='$(EXACT)' --fail-under=100

lint: ready-test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: ready-test
	@$(BIN)/python -m tests.bench

contact: ready-test
	@$(BIN)/python -m tests.charts.contact_sheet

manual: ready-test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.manual_pictures

hard-charts: ready-test
	@$(BIN)/python -m tests.charts.hard_charts

translations: ready-test
	@$(BIN)/python -m tests.translations

torture: ready-test
	@$(BIN)/python -m tests.torture

soak: ready-test
	@$(BIN)/python -m tests.torture.soak

bundle: ready-bundle
	$(BIN)/pyinstaller --noconfirm --log-level WARN --distpath build/bundle \
		--workpath build/pyinstaller resources/packaging/guoban.spec

deb: bundle
	resources/packaging/build-deb $(BUNDLE) $(VERSION) $(DEB)

package-test: deb ready-test
	$(BIN)/python -m pytest -q tests/packaging/bundle_trial.py --bundle $(BUNDLE) --deb $(DEB)

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

ready-run:
	@.ci/setup run

ready-test:
	@.ci/setup test

ready-bundle:
	@.ci/setup bundle
