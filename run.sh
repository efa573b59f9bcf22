#!/usr/bin/env bash
# Installs what is missing, builds a release and runs the program; without arguments, the main comparison.
set -eu
root=$(cd "$(dirname "$0")" && pwd)
. "$root/install.sh"
install_packages run
build release swadaya
if [ $# -eq 0 ]; then
  cd "$root"
  set -- compare scenarios/lenteng-agung/experiment.toml --overwrite
fi
exec "$root/build/release/swadaya" "$@"
