#!/usr/bin/env bash
# walk_through.sh ROOT BUILD WORK: does what examples/plugin/README.md says, word by word, with WORK as the home folder and the
# program of BUILD; then holds the plug-in to its known answer.
export LC_ALL=C
set -eu
root=$1 build=$2 work=$3
rm -rf "$work"
mkdir -p "$work"
export HOME=$work
awk '/^```sh/ { on = 1; next } /^```/ { on = 0 } on' "$root/examples/plugin/README.md" |
  sed "s|build/release|$build|" >"$work/steps.sh"
cd "$root"
bash -eux "$work/steps.sh" >"$work/said.txt" 2>"$work/steps.txt" || { cat "$work/said.txt" "$work/steps.txt"; exit 1; }
for part in 'stale-news' 'fixed-chance' 'Never bored' 'Nobody pays' 'stale_news.cpp' 'fixed_chance.cpp'; do
  grep -q -- "$part" "$work/said.txt" "$work/steps.txt" || { cat "$work/said.txt"; echo "it does not say: $part"; exit 1; }
done

[ "$(grep -c '12 checks, all hold' "$work/said.txt")" = 2 ] || { cat "$work/said.txt"; echo "not both models hold all checks"; exit 1; }
[ "$(wc -l <"$root/examples/plugin/fixed_chance.cpp")" -lt 60 ] || { echo "the lending rule has grown past 60 lines"; exit 1; }

# Everybody pays, nobody, or nine in ten: that is what has come in.
recovery() {
  awk -F, -v name="$1" '$1 == name && $2 == 36 && $3 == "recovery" { print $5 }' "$work/my_model/results/fixed-chance/series.csv"
}
awk -v all="$(recovery all)" -v none="$(recovery none)" -v nine="$(recovery nine-in-ten)" \
  'BEGIN { exit !(all == 1 && none == 0 && nine > 0.88 && nine < 0.92) }' ||
  { echo "recovery: $(recovery all), $(recovery none), $(recovery nine-in-ten) instead of 1, 0, 0.9"; exit 1; }
published=$(awk -F, '$2 == 36 && $3 == "recovery" { print $5 }' "$work/my_model/results/published/series.csv")
as_it_was=$(awk -F, '$2 == 36 && $3 == "recovery" { print $5 }' "$work/my_model/results/as-it-was/series.csv")
awk -v x="$published" -v y="$as_it_was" 'BEGIN { exit !(x > y && y > 0) }' ||
  { echo "recovery: $published where it is published instead of $as_it_was"; exit 1; }

# Far from the checkout, 20.3 % never hear of it (Sudbury 1985): the walk-through's last scenario, five worlds.
cd "$work/my_model"
share=$(awk -F, '$2 == 300 && $3 == "informed" { print $5 }' results/town/series.csv)
awk -v x="$share" 'BEGIN { exit !(x > 0.797 - 0.015 && x < 0.797 + 0.015) }' ||
  { echo "informed in the end: $share instead of 0.797"; exit 1; }

grep -q '"build/fixed_chance.so"' results/fixed-chance/manifest.json || { echo "the manifest does not name the lending rule"; exit 1; }
grep -q '"build/stale_news.so"' results/town/manifest.json || { echo "the manifest does not name the plug-in"; exit 1; }
~/swadaya/bin/swadaya schema --plugin build/stale_news.so | grep -q '"bored"' || { echo "the schema does not know the plug-in"; exit 1; }
~/swadaya/bin/swadaya validate ~/swadaya/share/swadaya/scenarios/*/*.toml
for part in karnataka karnataka.toml indonesia-targeting indonesia-targeting.toml; do  # data of studies, on terms of their own
  [ ! -e ~/swadaya/share/swadaya/scenarios/"$part" ] || { echo "$part was installed"; exit 1; }
done
for file in man/man1/swadaya.1 bash-completion/completions/swadaya zsh/site-functions/_swadaya fish/vendor_completions.d/swadaya.fish; do
  grep -q overwrite ~/swadaya/share/"$file" || { echo "$file was not installed"; exit 1; }
done
[ -e ~/swadaya/share/swadaya/scenarios/bundles/karnataka.toml ] || { echo "the bundle was not installed"; exit 1; }

# One file, two homes: what makes it a plug-in is nothing inside the tree.
# So is the smallest model, as docs/models.md has it.
awk '/^```cpp/ { on = 1; next } /^```/ { on = 0 } on' "$root/docs/models.md" >smallest.cpp
grep -q 'SWADAYA_PLUGIN' smallest.cpp || { echo "docs/models.md has no model"; exit 1; }
for model in stale_news.cpp fixed_chance.cpp smallest.cpp; do
  g++ -std=c++20 -fsyntax-only -Wall -Wextra -Werror -Wno-psabi -I"$root" "$model"
done
echo "informed in the end: $share"
