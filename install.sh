# Sourced by run.sh and test.sh: installs what packages.txt names and the machine lacks.
missing_packages() {
  sed 's/#.*//' "$root/packages.txt" | while read -r package command; do
    [ -n "$package" ] || continue
    if [ -n "$command" ] && command -v "$command" >/dev/null; then continue; fi
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done
}

install_packages() {
  local missing sudo=""
  missing=$(missing_packages | xargs)
  [ -z "$missing" ] && return
  [ "$(id -u)" = 0 ] || sudo=sudo
  if ! command -v apt-get >/dev/null || { [ -n "$sudo" ] && ! command -v sudo >/dev/null; }; then
    printf 'These packages are missing and cannot be installed from here:\n  %s\n' "$missing" >&2
    exit 3
  fi
  echo "Installing: $missing" >&2
  # shellcheck disable=SC2086
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq $missing; } >"$root/.install.log" 2>&1 ||
    { tail -20 "$root/.install.log" >&2; printf 'These packages could not be installed:\n  %s\n' "$missing" >&2; exit 3; }
  rm -f "$root/.install.log"
}

# build PRESET: quiet unless it fails.
build() {
  mkdir -p "$root/build/$1"
  [ -e "$root/build/$1/build.ninja" ] || echo "Building ($1); the first time takes a few minutes ..." >&2
  (cd "$root" && cmake --preset "$1" && cmake --build --preset "$1") >"$root/build/$1/build.log" 2>&1 ||
    { tail -40 "$root/build/$1/build.log" >&2; exit 3; }
}
