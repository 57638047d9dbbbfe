PYTHON ?= .venv/bin/python

.PHONY: test lint format words benchmarks images
test:
	$(PYTHON) -m pytest
lint:
	$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check . && $(PYTHON) -m mypy && lint-imports
format:
	$(PYTHON) -m ruff check --fix . ; $(PYTHON) -m ruff format .
words:
	$(PYTHON) -m blueprint.words.compile
benchmarks:
	$(PYTHON) benchmarks/reading.py && $(PYTHON) benchmarks/drawing.py
images:
	$(PYTHON) docs/make_images.py && $(PYTHON) docs/make_reference.py
