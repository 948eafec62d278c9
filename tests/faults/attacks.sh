#!/usr/bin/env bash
# What strangers' bytes do to a screen: serves every attack of attacks.h to the program, built by tests/run.sh's release
# preset, and prints a Markdown table of what was seen. Takes four minutes.
#
#   tests/faults/attacks.sh
#   KIOSK_PROGRAM=…/venue-kiosk tests/faults/attacks.sh     another program, such as an older one
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
KIOSK_ATTACKS_TABLE=$rows LC_ALL=C.UTF-8 build/release/faults_tests "every attack" >&2 || status=$?
echo "| kind | attack | on the glass meanwhile | until two more polls | most memory | until the next edit | to its end |"
echo "|---|---|---|---|---|---|---|"
cat -- "$rows"
exit "$status"
