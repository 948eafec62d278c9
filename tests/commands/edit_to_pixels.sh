#!/usr/bin/env bash
# From an edit on a real server to other pixels on the screen of the hall it concerns, in seconds: nginx, and five
# screens at five halls, by the program built by tests/run.sh's release preset. On an idle machine; takes four minutes.
#
#   tests/commands/edit_to_pixels.sh [ROUNDS]     in each round each hall is edited once; 4
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."

# shellcheck source=../../config/packages/install.sh
. config/packages/install.sh
install_packages build run test

cmake --preset release -D VENUE_KIOSK_TESTS=ON >/dev/null
cmake --build --preset release --target commands_tests >&2

export KIOSK_ROUNDS=${1:-4} LC_ALL=C.UTF-8
exec build/release/commands_tests "[.seconds]"
