#!/usr/bin/env bash
# Two who publish at once, 200 times on nginx and on Apache, as many that are killed in the middle, and locks that nobody
# lets go: by the program built by tests/run.sh's release preset. Takes ten minutes.
#
#   tests/commands/publish_races.sh [TIMES]
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."

# shellcheck source=../../config/packages/install.sh
. config/packages/install.sh
install_packages build run test

cmake --preset release -D VENUE_KIOSK_TESTS=ON >/dev/null
cmake --build --preset release --target commands_tests net_tests >&2

export KIOSK_RACES=${1:-200} LC_ALL=C.UTF-8
build/release/net_tests "[.minute]"
build/release/commands_tests "[.minute]"
exec build/release/commands_tests "of two who *,whoever is killed *"
