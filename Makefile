# What can be made here; `make` alone lists it.

SWIFT ?= swift
TIDY = Sources Tests Benchmarks Fuzzing templates Package.swift

.DEFAULT_GOAL := help
.PHONY: help site serve install uninstall docs archive deb release test bench soak fuzz format lint clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: ## install what is needed, build turnbook, write the guide into site/
	@SWIFT="$(SWIFT)" sh Scripts/site.sh

serve: ## show the guide in the browser while it is written
	@SWIFT="$(SWIFT)" sh Scripts/serve.sh

install: ## install both programs, manual pages and completions below PREFIX (/usr/local)
	@SWIFT="$(SWIFT)" PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" sh Scripts/place.sh install

uninstall: ## remove what install wrote
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" sh Scripts/place.sh uninstall

docs: ## write the reference of diagnostics in content/ anew
	@SWIFT="$(SWIFT)" sh Scripts/docs.sh

archive: ## pack the release programs with manual pages and completions
	@SWIFT="$(SWIFT)" sh Scripts/archive.sh

deb: ## make a Debian package
	@SWIFT="$(SWIFT)" sh Scripts/deb.sh

release: ## make archive, package, digests and a list of what is inside, in .build/release-files
	@SWIFT="$(SWIFT)" sh Scripts/release.sh

test: ## install what the tests need, then check the format and run every test
	@SWIFT="$(SWIFT)" sh Scripts/test.sh

bench: ## measure builds, checks and pages beside a C loop and other generators (ten minutes)
	@SWIFT="$(SWIFT)" sh Scripts/bench.sh

soak: ## the tests under the thread and address sanitizers, and repeated builds (long)
	@SWIFT="$(SWIFT)" sh Scripts/soak.sh

fuzz: ## feed the readers what nobody vouches for, ten minutes each (SECONDS_EACH=600)
	@SWIFT="$(SWIFT)" sh Scripts/fuzz.sh

format: ## rewrite the sources in the project's format
	$(SWIFT) format --in-place --recursive $(TIDY)

lint: ## check the format
	$(SWIFT) format lint --strict --recursive $(TIDY)

clean: ## remove what was built; site/ stays
	rm -rf .build
