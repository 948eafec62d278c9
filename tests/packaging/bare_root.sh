#!/usr/bin/env bash
# The package on a Debian with nothing in it: bare_root.sh PACKAGE.deb ROOT, as root. ROOT is what
#
#   debootstrap --variant=minbase bookworm ROOT
#
# leaves there (trixie for a package that was built on it), with apt able to reach its mirror. Takes minutes and hundreds
# of megabytes, so that it is not among the tests that ctest knows. Prints what was seen; the first thing that is not so
# ends it. ROOT is left as it was, but for the packages that this one takes.
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

package=$1
root=$(realpath "$2")
source=$(realpath "$(dirname -- "$0")/../..")
[ -x "$root/usr/bin/apt-get" ] || { echo "$root is no Debian" >&2; exit 2; }

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive "$@"; }
as_kiosk() { in_root setpriv --reuid venue-kiosk --regid venue-kiosk --init-groups "$@"; }
fail() { echo "NOT SO: $1"; exit 1; }
is_so() { local what=$1; shift; if "$@"; then echo "so: $what"; else fail "$what"; fi; }
is_not_so() { local what=$1; shift; if "$@"; then fail "$what"; else echo "so: $what"; fi; }

enter() {
  mount --bind /proc "$root/proc"
  mount --bind /dev "$root/dev"
  printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"  # no service of the root's starts on this machine
  chmod +x "$root/usr/sbin/policy-rc.d"
}
leave() {
  umount "$root/dev" "$root/proc" 2>/dev/null || true
  rm -f "$root/usr/sbin/policy-rc.d"
}
trap leave EXIT
enter

packages() { in_root dpkg-query -W -f '.\n' | wc -l; }
megabytes() { du -sxm --exclude=./var/cache/apt --exclude=./var/lib/apt "$root" | cut -f1; }
traces() {  # whatever bears the name, the ways to the package itself left out
  find "$root" -xdev \( -path "$root/proc" -o -path "$root/dev" -o -path "$root/var/log" -o -path "$root/var/cache/apt" \
    -o -path "$root/srv" \) -prune -o -name '*venue-kiosk*' -print
  grep -s '^venue-kiosk' "$root/etc/passwd" "$root/etc/group" "$root/etc/shadow" "$root/etc/gshadow" || true
}

# Starts the root's systemd, as the machine's next start would, and prints what came of the service. Hall and feed are those
# that the installation was told, from its file. In a container there is neither a console nor a graphics card: cage draws
# into memory.
start_machine() {
  local units=$root/etc/systemd/system
  mkdir -p "$units/venue-kiosk.service.d"
  printf '%s\n' '[Unit]' ConditionPathExists= '[Service]' 'Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman' \
    > "$units/venue-kiosk.service.d/here.conf"
  cat > "$root/srv/venue/look.sh" <<'END'
for _ in $(seq 600); do systemctl --quiet is-active venue-kiosk && break; sleep 0.1; done
exec > /srv/venue/seen 2>&1
sleep 3
echo "state: $(systemctl show -P ActiveState venue-kiosk), restarts: $(systemctl show -P NRestarts venue-kiosk)"
echo "status: $(systemctl show -P StatusText venue-kiosk | sed 's/[0-9]* s old/N s old/')"
echo "metrics for the monitoring: $(stat -c %a /run/venue-kiosk/venue-kiosk.prom)"
venue-kiosk check > /srv/venue/check 2>&1
settings=/etc/venue-kiosk/kiosk.toml
cp -a $settings /srv/venue/settings
chmod 0600 $settings
venue-kiosk check > /srv/venue/unreadable 2>&1
chmod 0644 $settings
systemctl reload venue-kiosk && echo 'reload: right'
echo 'hall = ' >> $settings
systemctl reload venue-kiosk || echo "reload: wrong, and $(systemctl is-active venue-kiosk)"
cp -a /srv/venue/settings $settings
systemctl stop venue-kiosk
echo "stopped: $(systemctl show -P Result venue-kiosk)"
journalctl --boot --unit venue-kiosk --no-pager > /srv/venue/journal
systemctl poweroff --force --force
END
  printf '%s\n' '[Unit]' After=multi-user.target '[Service]' 'ExecStart=/bin/bash /srv/venue/look.sh' > "$units/look.service"
  ln -s ../look.service "$units/multi-user.target.wants/look.service"
  leave
  timeout 120 systemd-nspawn --quiet --directory="$root" --register=no --keep-unit --machine=bare-root \
    /usr/lib/systemd/systemd --show-status=0 < /dev/null > "$root/srv/venue/console" 2>&1 || true
  enter
  rm -r "$units/venue-kiosk.service.d" "$units/look.service" "$units/multi-user.target.wants/look.service"
  cat "$root/srv/venue/seen" || { tail "$root/srv/venue/console"; fail 'the machine starts'; }
  rm -rf "$root/var/cache/venue-kiosk" && install -d -m 0700 -o "$(in_root id -u venue-kiosk)" \
    -g "$(in_root id -g venue-kiosk)" "$root/var/cache/venue-kiosk"
}

in_root apt-get update -qq
mkdir -p "$root/srv/venue"
cp "$package" "$root/srv/venue/venue-kiosk.deb"
cp -r "$source/assets/demo/." "$root/srv/venue/"
echo "before: $(packages) packages, $(megabytes) MB, $(sed -n 's/^PRETTY_NAME=//p' "$root/etc/os-release")"
[ -z "$(traces)" ] || fail "there is nothing of an earlier installation: $(traces)"

began=$SECONDS
in_root VENUE_KIOSK_HALL=gorky VENUE_KIOSK_FEED=/srv/venue/feed.json \
  apt-get install -y -qq --no-install-recommends /srv/venue/venue-kiosk.deb > "$root/srv/venue/log" 2>&1 \
  || { tail -20 "$root/srv/venue/log"; fail 'it installs with its dependencies alone'; }
echo "so: it installs with its dependencies alone, in $((SECONDS - began)) s"
echo "after: $(packages) packages, $(megabytes) MB"
# shellcheck disable=SC2016  # dpkg-query's own variables
in_root dpkg-query -W -f '${Package} ${Version}\n' cage seatd systemd 'libglfw3*' xwayland 2>/dev/null | grep ' .' || true

is_so 'the service starts with the machine' \
  [ -L "$root/etc/systemd/system/multi-user.target.wants/venue-kiosk.service" ]
is_so 'seatd does, too' [ -L "$root/etc/systemd/system/multi-user.target.wants/seatd.service" ]
is_so 'the user is in the groups of the graphics card' \
  [ "$(in_root id -nG venue-kiosk | tr ' ' '\n' | sort | tr '\n' ' ')" = 'render venue-kiosk video ' ]
told=$root/var/lib/venue-kiosk/settings.toml
is_so 'what the installation was told is kept' \
  [ "$(grep -v '^#' "$told" | tr '\n' ' ')" = 'hall = "gorky" [feed] url = "/srv/venue/feed.json" ' ]
is_so "and is the service's user's" [ "$(stat -c %u "$told")" = "$(in_root id -u venue-kiosk)" ]

units=(/usr/lib/systemd/system/venue-kiosk.service /usr/lib/systemd/system/venue-kiosk@.service)
is_so 'systemd finds nothing wrong with the units' in_root systemd-analyze verify --man=no "${units[@]}"
for unit in "${units[@]}"; do
  is_so "$(basename "$unit"), $(in_root systemd-analyze security --no-pager --offline=true "$unit" 2>/dev/null \
    | sed -n 's/.*level for .*: \([0-9.]*\).*/\1/p'), is no more open than 2.0" \
    in_root sh -c "systemd-analyze security --no-pager --offline=true --threshold=20 $unit > /srv/venue/security 2>&1"
done

is_so "the service's user checks the settings" \
  as_kiosk venue-kiosk check --config /var/lib/venue-kiosk/settings.toml
is_so 'and takes pictures of every board' as_kiosk venue-kiosk snapshot --config /var/lib/venue-kiosk/settings.toml \
  --all-halls --at 2024-04-17T14:42:00+03:00 --output /var/cache/venue-kiosk/boards
for picture in "$root"/var/cache/venue-kiosk/boards/*.png; do
  is_so "a board of $(stat -c %s "$picture") bytes, $(basename "$picture")" [ "$(stat -c %s "$picture")" -gt 20000 ]
done

if command -v systemd-nspawn > /dev/null; then
  start_machine
  is_so 'after a start of the machine the board stands' \
    grep -q '^state: active, restarts: 0$' "$root/srv/venue/seen"
  is_so 'and says how it is' grep -q '^status: gorky: schedule N s old$' "$root/srv/venue/seen"
  is_so 'the monitoring may read its metrics' grep -q ' 644$' "$root/srv/venue/seen"
  is_so "check, asked by root, looks as the service's user" \
    grep -q '^✓ user: venue-kiosk, with the environment of venue-kiosk.service$' "$root/srv/venue/check"
  is_so "at its cache" grep -q '^✓ cache: /var/cache/venue-kiosk, ' "$root/srv/venue/check"
  is_so "and at the compositor's monitor" grep -q '^✓ monitor: HEADLESS-1 [0-9x]*, ' "$root/srv/venue/check"
  is_so 'so that it finds settings which that user may not read' \
    grep -q '^✗ /etc/venue-kiosk/kiosk.toml: cannot be read: Permission denied$' "$root/srv/venue/unreadable"
  is_so 'a reload says whether the settings are right' grep -qx 'reload: right' "$root/srv/venue/seen"
  is_so 'and where they are not, the screen goes on' grep -qx 'reload: wrong, and active' "$root/srv/venue/seen"
  is_so 'and it stops without a failure' grep -q '^stopped: success$' "$root/srv/venue/seen"
  is_not_so 'or a word of one' grep -q 'critical' "$root/srv/venue/journal"
  if in_root dpkg -s libglfw3-wayland > /dev/null 2>&1; then  # Debian 12: the other one speaks to X alone
    in_root apt-get install -y -qq --no-install-recommends libglfw3 >> "$root/srv/venue/log" 2>&1
    start_machine
    is_so 'with the GLFW for X the board stands by Xwayland' grep -q '^state: active, restarts: 0$' "$root/srv/venue/seen"
    in_root apt-get install -y -qq --no-install-recommends libglfw3-wayland >> "$root/srv/venue/log" 2>&1
  fi
else
  echo 'not tried: a start of the machine, which takes systemd-nspawn, of systemd-container'
fi

sed -i 's/^hall = ""/hall = "multimedia"/' "$root/etc/venue-kiosk/kiosk.toml"
sum=$(cat "$root/etc/venue-kiosk/kiosk.toml" "$told" | sha256sum)
in_root VENUE_KIOSK_HALL=elsewhere apt-get install -y -qq --reinstall --no-install-recommends \
  -o Dpkg::Options::=--force-confdef /srv/venue/venue-kiosk.deb >> "$root/srv/venue/log" 2>&1
is_so 'a second installation leaves both settings as they are' \
  [ "$(cat "$root/etc/venue-kiosk/kiosk.toml" "$told" | sha256sum)" = "$sum" ]

in_root apt-get remove -y -qq venue-kiosk >> "$root/srv/venue/log" 2>&1
is_so 'removing keeps the settings' [ "$(cat "$root/etc/venue-kiosk/kiosk.toml" "$told" | sha256sum)" = "$sum" ]
is_not_so 'and takes the unit away' [ -e "$root/usr/lib/systemd/system/venue-kiosk.service" ]
in_root apt-get install -y -qq --no-install-recommends /srv/venue/venue-kiosk.deb >> "$root/srv/venue/log" 2>&1
is_so 'and it comes back, and starts with the machine' \
  [ -L "$root/etc/systemd/system/multi-user.target.wants/venue-kiosk.service" ]

user=$(in_root id -u venue-kiosk)
in_root apt-get purge -y -qq venue-kiosk >> "$root/srv/venue/log" 2>&1
[ -z "$(traces)" ] || fail "a purge leaves nothing of that name: $(traces)"
echo 'so: a purge leaves nothing of that name'
is_so "and nothing that was its user's" \
  [ -z "$(find "$root" -xdev -path "$root/proc" -prune -o -path "$root/dev" -prune -o -uid "$user" -print)" ]

in_root VENUE_KIOSK_HALL='Зал "А\Б"' VENUE_KIOSK_FEED=$'x"\nhall = "b' \
  apt-get install -y -qq --no-install-recommends /srv/venue/venue-kiosk.deb > "$root/srv/venue/log" 2>&1
is_so "a hall's name with quotes is kept, and a line of settings in an address is not" \
  [ "$(grep -v '^#' "$told")" = 'hall = "Зал \"А\\Б\""' ]
in_root apt-get purge -y -qq venue-kiosk >> "$root/srv/venue/log" 2>&1
is_so 'the console asks for a login' [ -L "$root/etc/systemd/system/getty.target.wants/getty@tty1.service" ]
rm -r "$root/srv/venue"
echo "all of it took $((SECONDS / 60)) min $((SECONDS % 60)) s"
