#!/usr/bin/env bash
# Makes what the tests of the screens left in a build folder the reference that they compare with from now on. Look
# at it before, and at git's differences after:
#
#   tests/screens/approve.sh                          of build/release
#   tests/screens/approve.sh build/dev                of another build folder
#   tests/screens/approve.sh build/dev on-now break   of these cases alone
set -euo pipefail
screens=$(cd -- "$(dirname -- "$0")" && pwd)
build=${1:-$screens/../../build/release}
candidates=$build/screens/candidates
if [ ! -d "$candidates" ]; then
  echo "There is nothing to approve in $candidates: run the tests first (ctest -R screens)" >&2
  exit 1
fi

approved=0
approve() {
  local candidate
  for candidate in "$candidates/$1"/*; do
    case $candidate in
      *.difference.png) rm -- "$candidate" ;;
      *.png | *.txt)
        mv -- "$candidate" "$screens/$1/"
        echo "$1/${candidate##*/}"
        approved=$((approved + 1))
        ;;
    esac
  done
  rmdir -- "$candidates/$1"
}

if [ $# -gt 1 ]; then
  for name in "${@:2}"; do approve "$name"; done
else
  for folder in "$candidates"/*/; do
    [ -d "$folder" ] && approve "$(basename -- "$folder")"
  done
fi
echo "$approved approved"
