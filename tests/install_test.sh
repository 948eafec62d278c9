#!/bin/sh
# What `cmake --install` does to settings: install_test.sh SOURCE BUILD. Into a folder of its own, and of the settings'
# component alone, so that no program need be built.
set -eu

source=$1
build=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
settings=$folder/root/etc/venue-kiosk/kiosk.toml

install() { DESTDIR=$folder/root cmake --install "$build" --prefix /usr --component settings > "$folder/log"; }
fail() {
  echo "$1"
  cat "$folder/log"
  exit 1
}

install
cmp -s "$settings" "$source/config/kiosk.toml" || fail 'a first install brings the settings'
cmp -s "$folder/root/usr/share/venue-kiosk/kiosk.toml" "$source/config/kiosk.toml" || fail 'and the sample'

echo 'hall = "gorky"' > "$settings"
install
[ "$(cat "$settings")" = 'hall = "gorky"' ] || fail 'a second install leaves the settings as they were edited'

# Older than the sample, as far as clocks without a battery go.
touch -d '1970-01-02' "$settings"
install
[ "$(cat "$settings")" = 'hall = "gorky"' ] || fail 'however old they are'

rm "$settings"
install
[ ! -e "$settings" ] || fail 'settings that were removed do not come back'

ln -s nowhere "$settings"
install
[ "$(readlink "$settings")" = nowhere ] || fail 'a link, whatever it leads to, stays'

rm -r "$folder/root"
mkdir -p "$folder/root/etc/venue-kiosk"
echo secret > "$folder/root/etc/venue-kiosk/token"
install
cmp -s "$settings" "$source/config/kiosk.toml" || fail 'a folder that holds a token already gets the settings'
