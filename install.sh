# Sourced by run.sh, test.sh and .ci/run: installs what packages.txt names and the machine lacks, and builds.

# missing_packages NEED...: of those behind one of these words.
missing_packages() {
  local need package command
  sed 's/#.*//' "$root/packages.txt" | while read -r need package command; do
    case " $* " in *" $need "*) ;; *) continue ;; esac
    [ -n "$package" ] || continue
    if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done
}

# install_packages NEED...
install_packages() {
  local missing sudo=""
  missing=$(missing_packages "$@" | xargs)
  [ -z "$missing" ] && return
  [ "$(id -u)" = 0 ] || sudo=sudo
  if ! command -v apt-get >/dev/null || { [ -n "$sudo" ] && ! command -v sudo >/dev/null; }; then
    printf 'These packages are missing and cannot be installed from here:\n  %s\n' "$missing" >&2
    exit 3
  fi
  echo "Installing: $missing" >&2
  # shellcheck disable=SC2086
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $missing; } \
    >"$root/.install.log" 2>&1 ||
    { tail -20 "$root/.install.log" >&2; printf 'These packages could not be installed:\n  %s\n' "$missing" >&2; exit 3; }
  rm -f "$root/.install.log"
}

# Copies the build's output into a file and says how far it is: in one line on a terminal, else in a line for every tenth of the way.
follow_build() {
  local terminal=0
  [ -t 2 ] && terminal=1
  awk -v log_file="$1" -v terminal="$terminal" '
    { print > log_file }
    match($0, /^[0-9]+ of [0-9]+ /) {
      at = $1; all = $3
      if (all < 10) next
      if (terminal) printf "\r  compiled %d of %d ", at, all > "/dev/stderr"
      else if (int(10 * at / all) > said) { said = int(10 * at / all); printf "  compiled %d of %d\n", at, all > "/dev/stderr" }
      shown = 1
    }
    END { if (shown && terminal) printf "\r%40s\r", "" > "/dev/stderr" }'
}

# build PRESET [TARGET]
build() {
  local log="$root/build/$1/build.log"
  mkdir -p "$root/build/$1"
  [ -e "$root/build/$1/build.ninja" ] || echo "Building ($1); the first time takes a few minutes ..." >&2
  (
    set -o pipefail
    cd "$root" && cmake --preset "$1" >"$log.configure" 2>&1 || { tail -40 "$log.configure" >&2; exit 3; }
    NINJA_STATUS="%f of %t " cmake --build --preset "$1" ${2:+--target "$2"} 2>&1 | follow_build "$log" ||
      { tail -40 "$log" >&2; exit 3; }
  ) || exit 3
}
