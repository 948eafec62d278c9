#!/bin/sh
# What systemd says of the units: units_test.sh SOURCE VENUE_KIOSK. As they are, but for where the programs lie.
set -eu

source=$1
program=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

cage=$(command -v cage)
for unit in venue-kiosk.service venue-kiosk@.service; do
  sed "s,/usr/bin/venue-kiosk,$program,; s,/usr/bin/cage,$cage," "$source/config/units/$unit" > "$folder/$unit"
done
for unit in venue-kiosk.service venue-kiosk@gorky.service; do
  # Its status says little: what systemd does not know it warns of, and goes on. Of other units it may say what it likes.
  said=$(systemd-analyze verify --man=no "$folder/$unit" 2>&1 | grep 'venue-kiosk' || true)
  if [ -n "$said" ]; then
    echo "systemd-analyze verify has something to say of $unit: $said"
    failed=1
  fi
done
for unit in venue-kiosk.service venue-kiosk@.service; do
  # In tenths: 2.0. "OK" begins above 2 and ends at 5.
  if ! systemd-analyze security --no-pager --offline=true --threshold=20 "$folder/$unit" > "$folder/security" 2>&1; then
    echo "$unit is more open than 2.0:"
    grep -e '✗' -e Overall "$folder/security"
    failed=1
  fi
  # The comments are what a technician reads: a measure that is left out is named there.
  for measure in PrivateNetwork IPAddressDeny PrivateDevices ProtectClock MemoryDenyWriteExecute; do
    if ! grep -q "^#   .*$measure" "$folder/$unit"; then
      echo "$unit does not say why it has no $measure"
      failed=1
    fi
  done
done
exit $failed
