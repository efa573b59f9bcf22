#!/usr/bin/env bash
# refusals.sh ROOT WORK: plug-ins that can't be used, and models that fail, with the program that walk_through.sh has installed in WORK.
set -u
root=$1 work=$2
program=$work/swadaya/bin/swadaya
plugins=$work/broken
rm -rf "$plugins" "$work/results"
{ cmake -S "$root/tests/plugin" -B "$plugins" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_PREFIX_PATH="$work/swadaya" &&
  cmake --build "$plugins"; } >"$work/broken.txt" 2>&1 || { cat "$work/broken.txt"; exit 1; }
cd "$work" || exit 1
printf 'no library, %.0s' {1..100} >text.so
printf '[time]\nmonths = 8\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\n[models]\nattitude = "throws"\n' >throws.toml
failed=0

# expect CODE ARGUMENTS... -- PART...: the program ends with CODE and says each PART.
expect() {
  local code=$1 arguments=() text ended part
  shift
  while [ "$1" != -- ]; do arguments+=("$1"); shift; done
  shift
  text=$("$program" "${arguments[@]}" 2>&1)
  ended=$?
  [ $ended = "$code" ] || { echo "swadaya ${arguments[*]}: exit code $ended instead of $code"; echo "$text"; failed=1; }
  for part in "$@"; do
    grep -qF -- "$part" <<<"$text" || { echo "swadaya ${arguments[*]}: does not say: $part"; echo "$text"; failed=1; }
  done
}

expect 2 models --plugin nowhere.so -- 'nowhere.so: there is no such file'
expect 2 models --plugin text.so -- 'text.so: can'"'"'t be loaded as a shared library' 'invalid ELF header'
expect 2 models --plugin "$plugins/no_model.so" -- 'is a shared library, but no plug-in of Swadaya' SWADAYA_PLUGIN
expect 2 --plugin "$plugins/old.so" models -- 'was made for `Swadaya 0.0.9, headers' 'this program is `Swadaya ' 'build it again'
expect 2 models --plugin "$plugins/other_headers.so" -- 'headers 00000000' 'build it again'
expect 2 models --plugin "$plugins/undefined.so" -- 'uses what neither it nor the program has' nowhere
for length in 3000 9000 20000; do
  head -c $length "$plugins/broken.so" >short.so
  expect 2 models --plugin "$work/short.so" -- 'short.so: is no whole plug-in: it is cut short'
done
# All at once.
expect 2 validate throws.toml --plugin "$plugins/refused.so" --plugin text.so -- \
  'attitude/degroot: there is a model of this name in this slot already' \
  'attitude/pushy: must not be its slot'"'"'s default' \
  'attitude/without-unit: declares itself wrongly: parameter level has no unit' 'text.so: can'
expect 2 models --plugin "$plugins/broken.so" --plugin "$plugins/broken.so" -- 'there is a model of this name'

expect 2 validate throws.toml -- 'there is no such model for attitude'
expect 0 validate throws.toml --plugin "$plugins/broken.so" -- 'throws.toml: ok'
for threads in 1 2; do
  expect 2 run throws.toml --plugin "$plugins/broken.so" --replicates 3 --threads $threads --overwrite --out "$work/results" -- \
    'model attitude/throws: failed in `after` of month 5 (replicate ' 'out of ideas'
done
grep -q '"status": "failed"' "$work/results/manifest.json" || { echo "the manifest does not say that the run failed"; failed=1; }
[ -s "$work/results/results.db" ] && [ ! -e "$work/results/series.csv" ] || { echo "half-written results"; failed=1; }

# Reading a folder runs no code that it names.
expect 0 run throws.toml --plugin "$plugins/broken.so" --set models.attitude=restless --replicates 2 --quiet --overwrite --out "$work/made" --
expect 2 report "$work/made" -- 'was made with the plug-in' 'reading a folder runs no code' '--plugin'
expect 0 report "$work/made" --plugin "$plugins/broken.so" -- 'report: '
cp "$plugins/broken.so" "$work/changed.so" && printf x >>"$work/changed.so"
expect 2 report "$work/made" --plugin "$work/changed.so" -- 'the plug-in that'

expect 1 check-model restless --plugin "$plugins/broken.so" -- 'FAILS gives the same bits when it runs again' 'attitude of month 1'
expect 1 check-model attitude/throws --plugin "$plugins/broken.so" -- 'out of ideas' 'ok    says what it does'
expect 2 check-model restles --plugin "$plugins/broken.so" -- 'did you mean `restless`?'
exit $failed
