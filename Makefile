# The verbs that people and CI share. Each is one line; the work is in `terbuka` and scripts/.
TERBUKA = .venv/bin/terbuka
ARGS ?=

.PHONY: help setup demo test lint check links build serve plan publish verify sandbox bench-check bench-innocence bench-hostile clean

help:            ## show this list
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup:           ## get what this machine lacks: uv, the locked environment, Vale
	@scripts/setup

demo: setup      ## the whole loop on a copy of this repository (ARGS=--once to stop at the end)
	@$(TERBUKA) demo $(ARGS)

test: setup      ## prove it (ARGS=tests/record for a part)
	@.venv/bin/pytest $(ARGS)

lint: setup      ## types and style of the code
	@.venv/bin/ruff check scripts tests bench && .venv/bin/ruff format --check scripts tests bench && .venv/bin/mypy

check: setup     ## check the words
	@$(TERBUKA) check $(ARGS)

links: setup     ## ask other sites for every address that readers are given
	@$(TERBUKA) links $(ARGS)

build: setup     ## build the portal into build/portal
	@$(TERBUKA) build $(ARGS)

serve: setup     ## show the portal here, rebuilt on save
	@$(TERBUKA) serve $(ARGS)

plan: setup      ## what is due on social media, and why not the rest
	@$(TERBUKA) plan $(ARGS)

publish: setup   ## send what is due
	@$(TERBUKA) publish $(ARGS)

verify: setup    ## check the record
	@$(TERBUKA) verify $(ARGS)

sandbox: setup   ## play the platforms on this machine
	@$(TERBUKA) sandbox $(ARGS)

bench-check: setup ## how fast the checks are, claim by claim (needs the posts that bench/RESULTS.md names)
	@.venv/bin/python bench/check.py

bench-innocence: setup ## what the rules say of real prose, and how often they are right
	@.venv/bin/python bench/innocence.py

bench-hostile: setup ## which rules are steeper than their text
	@.venv/bin/python bench/hostile_texts.py

clean:           ## throw away what was generated (never the ledger, which is a git branch)
	@rm -rf build .mypy_cache .ruff_cache .pytest_cache
