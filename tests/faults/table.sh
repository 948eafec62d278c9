#!/usr/bin/env bash
# What a screen does when everything goes wrong: runs every fault of this folder against the program, built by
# tests/run.sh's release preset, and prints a Markdown table of what was seen. Takes five minutes.
#
#   tests/faults/table.sh
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."

# shellcheck source=../../config/packages/install.sh
. config/packages/install.sh
install_packages build run test

cmake --preset release -D VENUE_KIOSK_TESTS=ON >/dev/null
cmake --build --preset release --target faults_tests >&2

rows=$(mktemp)
trap 'rm -f -- "$rows"' EXIT
status=0
KIOSK_FAULTS_TABLE=$rows LC_ALL=C.UTF-8 build/release/faults_tests >&2 || status=$?
echo "| fault | on the glass meanwhile | in the log | until the next edit stands on the glass |"
echo "|---|---|---|---|"
cat -- "$rows"
exit "$status"
