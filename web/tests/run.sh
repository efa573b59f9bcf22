#!/usr/bin/env bash
# run.sh PROGRAM TEST: one file of tests, with the program in SWADAYA. 77, and why, where it can't be run.
set -eu
cd "$(dirname "$0")/.."
command -v node >/dev/null || { echo "skipped: node isn't installed"; exit 77; }
if grep -q browser.mjs "tests/$2"; then
  command -v "${CHROMIUM:-chromium}" >/dev/null || { echo "skipped: chromium isn't installed"; exit 77; }
  [ -d node_modules/playwright-core ] || { echo "skipped: npm ci could not install playwright-core"; exit 77; }
fi
CHROMIUM=$(command -v "${CHROMIUM:-chromium}" || true) SWADAYA=$1 exec node --test "tests/$2"
