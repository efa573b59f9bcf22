#!/usr/bin/env bash
# Installs what is missing, builds with assertions on and runs every test.
set -eu
root=$(cd "$(dirname "$0")" && pwd)
. "$root/install.sh"
install_packages run test
build test
cd "$root"
ctest --preset test -j "$(nproc)"
