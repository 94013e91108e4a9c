# make serve   the app on http://127.0.0.1:8080 (PORT= for another port)
# make test    everything: format, lints, native tests, dossier check, release build, real-browser tests
# make check   the fast part of it: format, lints, native tests, dossier check
# make pictures  keeps the present pictures of the map in tests/pictures/: look at them before committing
# make dist    the static folder, in dist/ (DOSSIER= for another dossier's folder)
# make pack    the page as one HTML file and its folder as a .zip, with SHA256SUMS, in packed/
# make accept-tree   keeps the map's accessibility tree as it is now (tests/accessibility/)
# make bench   how fast it is, beside other maps (bench/README.md); bench-quick for a part of it;
#              bench-reading: how fast a dossier of 10,000 claims is read
#
# What is missing is installed by the rules below, at pinned versions, into .tools/ (which git
# ignores); Debian's packages by apt-get. What is present is left alone.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8080
ADDRESS ?= 127.0.0.1
TOOLS := $(CURDIR)/.tools
export PATH := $(TOOLS)/bin:$(PATH)
# wasm-bindgen's own command must equal the crate's version in Cargo.toml to the last digit.
TRUNK := 0.21.14
WASM_BINDGEN := 0.2.130
GECKODRIVER := 0.37.1
DOSSIER := public/dossier
WASM := wasm32-unknown-unknown

MAP_BENCH := cargo run --locked --quiet --features map-bench --bin map-bench --

.PHONY: help serve pictures test check dist pack bench bench-native bench-reading bench-quick bench-pages harness-tests fmt-check lint native-tests dossier-check browser-tests accept-tree toolchain browser clean

help:
	@sed -n '1,12s/^# \{0,1\}//p' Makefile

serve: dist
	@echo "Clausemap: http://$(ADDRESS):$(PORT)/  (Ctrl+C ends it)"
	@trunk serve --release --address $(ADDRESS) --port $(PORT)

test: check dist browser-tests harness-tests

check: toolchain fmt-check lint native-tests dossier-check

dist: toolchain $(TOOLS)/bin/trunk-$(TRUNK) $(TOOLS)/bin/wasm-bindgen-$(WASM_BINDGEN)
	trunk build --release

pack: dist
	cargo run --locked --quiet --bin clausemap -- pack --page dist --out packed --zip

fmt-check:
	cargo fmt --check

lint:
	cargo clippy --locked --all-targets --features browser-tests,map-bench -- -D warnings
	cargo clippy --locked --lib --bin clausemap-app --bin clausemap-overlay --bin clausemap-hand --bin clausemap-bench --target $(WASM) -- -D warnings

native-tests:
	cargo test --locked

dossier-check:
	cargo run --locked --quiet --bin clausemap -- check $(DOSSIER)
	cargo run --locked --quiet --bin clausemap -- check dossiers/minsk-2

browser-tests: browser tests/axe/node_modules tests/hosts/node_modules
	cargo test --locked --features browser-tests --test browser

# The benchmarks' harness: its arithmetic, and that it finds out a page that draws nothing.
harness-tests: browser
	cargo test --locked --features map-bench --bin map-bench

bench: bench-native bench-pages dist
	$(MAP_BENCH)

bench-native: toolchain
	$(MAP_BENCH) --only-data --sets large
	cargo bench --locked --bench dossier --bench layers -- --warm-up-time 0.5 --measurement-time 2

# A dossier of 10,000 claims: single steps natively, then how long the page is busy.
bench-reading: browser
	cargo bench --locked --bench reading -- --warm-up-time 0.5 --measurement-time 2
	cargo test --locked --features browser-tests --test browser large:: -- --ignored --nocapture

bench-quick: bench-pages
	$(MAP_BENCH) --runs 1 --sets small,large --no-app

# The pages that are measured: the peers', and our own.
bench-pages: browser bench/node_modules toolchain $(TOOLS)/bin/trunk-$(TRUNK) $(TOOLS)/bin/wasm-bindgen-$(WASM_BINDGEN)
	npm --prefix bench run --silent build
	@if [ -e bench/ours/index.html ]; then cd bench/ours && trunk build --release; fi

bench/node_modules: bench/package-lock.json
	npm --prefix bench ci --no-audit --no-fund
	@touch $@

# What the accessibility of the views is tested with; no part of the page.
tests/axe/node_modules: tests/axe/package-lock.json
	npm --prefix tests/axe ci --no-audit --no-fund
	@touch $@

# Whose frames the page is tested in: the libraries of its hosts; no part of the page. Of Datawrapper's
# package only the embed script is wanted, so tests/hosts/nothing stands in for all that it asks for.
tests/hosts/node_modules: tests/hosts/package-lock.json
	npm --prefix tests/hosts ci --ignore-scripts --no-audit --no-fund
	@touch $@

pictures: dist browser
	KEEP_PICTURES=1 cargo test --locked --features browser-tests --test browser the_map_looks_as_it_did

# Keeps the accessibility tree of the map as it is now. Read the difference before committing it.
accept-tree: browser
	CLAUSEMAP_ACCEPT=1 cargo test --locked --features browser-tests --test browser tree::
	git diff --stat -- tests/accessibility

# The compiler that rust-toolchain.toml names, with its target for the web: rustup fetches what is missing.
toolchain:
	@command -v cargo >/dev/null || { echo "Clausemap needs Rust: install rustup, then run this again." >&2; exit 1; }
	@rustc --version >/dev/null 2>&1 || rustup toolchain install
	@rustc --print target-libdir --target $(WASM) 2>/dev/null | xargs -r test -d \
	  || rustup target add $(WASM)

# Speed is no matter in it, so it is built fast.
$(TOOLS)/bin/trunk-$(TRUNK):
	CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 cargo install --locked --root $(TOOLS) trunk@$(TRUNK)
	@touch $@

# Not --locked: only the version of the tool itself must match the crate.
$(TOOLS)/bin/wasm-bindgen-$(WASM_BINDGEN):
	cargo install --root $(TOOLS) wasm-bindgen-cli@$(WASM_BINDGEN)
	@touch $@

# Debian's browsers and their drivers. Debian has none for Firefox: Mozilla's own is on crates.io. Speed is no
# matter there, so it is built fast.
browser: $(TOOLS)/bin/geckodriver-$(GECKODRIVER)
	@if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null || ! command -v firefox-esr >/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver firefox-esr fonts-liberation; \
	  else \
	    echo "The browser tests need Chromium, its driver, and Firefox. On Debian:" >&2; \
	    echo "  sudo apt-get install chromium chromium-driver firefox-esr fonts-liberation" >&2; \
	    exit 1; \
	  fi; \
	fi

$(TOOLS)/bin/geckodriver-$(GECKODRIVER):
	CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 cargo install --locked --root $(TOOLS) geckodriver@$(GECKODRIVER)
	@touch $@

clean:
	rm -rf dist target
