#!/usr/bin/env bash
# Builds the project and runs its tests, on a Debian with nothing prepared:
#
#   tests/run.sh                    the release preset
#   tests/run.sh asan               another preset of CMakePresets.json: dev, asan, tsan
#   tests/run.sh dev -L screen      whatever follows the preset goes to ctest
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

preset=release
if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then
  preset=$1
  shift
fi

# shellcheck source=../config/packages/install.sh
. config/packages/install.sh
install_packages build run test

# The same words and the same order everywhere, and no trace outside of the build folder.
export LC_ALL=C.UTF-8
export XDG_CACHE_HOME="$PWD/build/$preset/cache"
mkdir -p "$XDG_CACHE_HOME"

# Without it what is drawn by Wayland goes untested, and its tests say so.
KIOSK_WAYLAND_GLFW=$(tests/packaging/wayland_glfw.sh "build/$preset/glfw-wayland") || true
export KIOSK_WAYLAND_GLFW

cmake --preset "$preset" -D VENUE_KIOSK_TESTS=ON
cmake --build --preset "$preset"
exec ctest --preset "$preset" --parallel "$(nproc)" "$@"
