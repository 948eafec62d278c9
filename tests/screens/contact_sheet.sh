#!/usr/bin/env bash
# Lays every screen of this folder, in two languages, lying and upright, on one picture:
#
#   tests/screens/contact_sheet.sh                                   build/release/screens/contact-sheet.png
#   tests/screens/contact_sheet.sh sheet.png                         there instead
#   tests/screens/contact_sheet.sh sheet.png on-now break            of these cases alone
#   tests/screens/contact_sheet.sh sheet.png --pictures DIR on-now   no sheet: its pictures, at full size
set -euo pipefail
here=$PWD
cd -- "$(dirname -- "$0")/../.."

# shellcheck source=../../config/packages/install.sh
. config/packages/install.sh
install_packages build run test

cmake --preset release -D VENUE_KIOSK_TESTS=ON >/dev/null
cmake --build --preset release --target contact_sheet >&2
program=$PWD/build/release/contact_sheet
cd -- "$here"
if [ $# -gt 0 ]; then
  exec "$program" --output "$1" "${@:2}"
fi
exec "$program"
