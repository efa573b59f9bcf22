#!/usr/bin/env bash
# walk_through.sh ROOT BUILD WORK: does what examples/plugin/README.md says, word by word, with WORK as the home folder and the
# program of BUILD; then holds the plug-in to its known answer.
set -eu
root=$1 build=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
export HOME=$work
awk '/^```sh/ { on = 1; next } /^```/ { on = 0 } on' "$root/examples/plugin/README.md" |
  sed "s|build/release|$build|" >"$work/steps.sh"
cd "$root"
bash -eux "$work/steps.sh" >"$work/said.txt" 2>"$work/steps.txt" || { cat "$work/said.txt" "$work/steps.txt"; exit 1; }
for part in 'stale-news' '12 checks, all hold' 'Never bored' 'stale_news.cpp'; do
  grep -q -- "$part" "$work/said.txt" "$work/steps.txt" || { cat "$work/said.txt"; echo "it does not say: $part"; exit 1; }
done

# Far from the checkout, 20.3 % never hear of it (Sudbury 1985): the walk-through's last scenario, five worlds.
cd "$work/my_model"
share=$(awk -F, '$2 == 300 && $3 == "informed" { print $5 }' results/town/series.csv)
awk -v x="$share" 'BEGIN { exit !(x > 0.797 - 0.015 && x < 0.797 + 0.015) }' ||
  { echo "informed in the end: $share instead of 0.797"; exit 1; }

grep -q '"build/stale_news.so"' results/town/manifest.json || { echo "the manifest does not name the plug-in"; exit 1; }
~/swadaya/bin/swadaya schema --plugin build/stale_news.so | grep -q '"bored"' || { echo "the schema does not know the plug-in"; exit 1; }
~/swadaya/bin/swadaya validate ~/swadaya/share/swadaya/scenarios/*/*.toml
for part in karnataka karnataka.toml indonesia-targeting indonesia-targeting.toml; do  # data of studies, on terms of their own
  [ ! -e ~/swadaya/share/swadaya/scenarios/"$part" ] || { echo "$part was installed"; exit 1; }
done
[ -e ~/swadaya/share/swadaya/scenarios/bundles/karnataka.toml ] || { echo "the bundle was not installed"; exit 1; }

# One file, two homes: what makes it a plug-in is nothing inside the tree.
g++ -std=c++20 -fsyntax-only -Wall -Wextra -Werror -Wno-psabi -I"$root" -isystem /usr/include/eigen3 stale_news.cpp
echo "informed in the end: $share"
