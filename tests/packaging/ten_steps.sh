#!/usr/bin/env bash
# README's ten steps from nothing to five screens that follow, word by word: ten_steps.sh PACKAGE.deb ROOT, as root. ROOT
# is what
#
#   debootstrap --variant=minbase bookworm ROOT
#
# leaves there (trixie for a package that was built on it). It becomes the server and the organizer's machine; a copy,
# ROOT.screen, becomes the five screens. The commands are those in README.md and at the top of config/server/nginx.conf, run
# on terminals by which passwords and "y" come; but a certificate is signed by an authority made here, scp copies within
# the machine, and what is late is looked at in the year of the demo. All machines start by their own systemd, in
# containers that share this machine's network, its ports 80 and 443 included, the screens with a compositor that draws
# into memory. Prints what was seen, with the seconds that programs took, not people. The first thing that is not so
# ends it. Takes minutes and gigabytes, so that it is not among the tests that ctest knows.
set -euo pipefail
export LC_ALL=C.UTF-8

package=$(realpath "$1")
office=$(realpath "$2")
screen=$office.screen
source=$(realpath "$(dirname -- "$0")/../..")
seen=$(mktemp -d) # what the containers tell
halls=(gorky multimedia large-conference small-conference local-history)
containers=()

fail() { echo "NOT SO: $1"; tail -n 25 "$seen"/*.log "$seen"/*.console 2>/dev/null; exit 1; }
is_so() { local what=$1; shift; if "$@"; then echo "so: $what"; else fail "$what"; fi; }
in_root() { local root=$1; shift; chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
enter() {
  mount --bind /proc "$1/proc"
  mount --bind /dev "$1/dev"
  printf '#!/bin/sh\nexit 101\n' > "$1/usr/sbin/policy-rc.d" # no service of the root's starts on this machine
  chmod +x "$1/usr/sbin/policy-rc.d"
}
leave() { umount "$1/dev" "$1/proc" 2>/dev/null || true; rm -f "$1/usr/sbin/policy-rc.d"; }
finish() {
  for container in "${containers[@]}"; do pkill -KILL -P "$container" || true; done # its systemd, and all with it
  leave "$office"
  leave "$screen"
  rm -rf "$seen"
}
trap finish EXIT

# install_debian ROOT PACKAGE...: what Debian's installer leaves on each machine, and the authority of this one.
install_debian() {
  local root=$1
  shift
  enter "$root"
  in_root "$root" apt-get update -qq
  in_root "$root" apt-get install -y -qq --no-install-recommends systemd systemd-sysv dbus sudo ca-certificates "$@" \
    > "$seen/debian.log" 2>&1 || fail 'what each Debian has installs'
  echo "127.0.0.1 localhost $(hostname) schedule.example.org" > "$root/etc/hosts"
  cp "$seen/ca.crt" "$root/usr/local/share/ca-certificates/stand-in.crt"
  in_root "$root" update-ca-certificates > /dev/null 2>&1
  mkdir -p "$root/srv/steps" "$root/etc/systemd/system/multi-user.target.wants"
  cp "$package" "$root/srv/steps/"
  printf '%s\n' '[Unit]' After=multi-user.target '[Service]' 'ExecStart=/bin/bash /srv/steps/run.sh' \
    > "$root/etc/systemd/system/steps.service"
  ln -sf ../steps.service "$root/etc/systemd/system/multi-user.target.wants/steps.service"
}
# boot ROOT NAME [OPTION...]: its systemd, which runs /srv/steps/run.sh; what is changed in ROOT is gone with it.
boot() {
  local root=$1 name=$2
  shift 2
  mkdir -p "$seen/$name"
  systemd-nspawn --quiet --volatile=overlay --directory="$root" --register=no --keep-unit --machine="$name" \
    --resolv-conf=off --bind="$seen/$name:/seen" "$@" /usr/lib/systemd/systemd --show-status=0 \
    < /dev/null > "$seen/$name.console" 2>&1 &
  containers+=($!)
}
await() { # FILE SECONDS WHAT
  for _ in $(seq $(($2 * 10))); do
    [ ! -e "$seen/$1" ] || return 0
    [ ! -e "$seen/office/failed" ] || break
    sleep 0.1
  done
  cp "$seen"/*/log "$seen/inside.log" 2>/dev/null || true
  fail "$3"
}
# Of step N of README the commands.
step() { sed -n '/^From nothing to five screens/,/^By hand/p' "$source/README.md" | sed -n "/^# $1\\. /,/^# $(($1 + 1))\\. /p" \
  | sed '/^```$/,$d; /^#/d'; }

is_so 'the ports of web servers are free' [ -z "$(ss -Hltn 'sport = :80 or sport = :443')" ]
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=stand-in' -keyout "$seen/ca.key" -out "$seen/ca.crt" \
  2> /dev/null
[ -e "$screen" ] || cp -a "$office" "$screen"
install_debian "$office" openssl curl
install_debian "$screen"
echo 'so: two machines with Debian alone'

# The screens: a machine each, with step 8 and its hall.
mkdir -p "$screen/etc/systemd/system/venue-kiosk.service.d"
printf '%s\n' '[Unit]' ConditionPathExists= '[Service]' 'Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman' \
  > "$screen/etc/systemd/system/venue-kiosk.service.d/here.conf"
cat > "$screen/srv/steps/run.sh" << 'END'
while true; do venue-kiosk status --json > /seen/new 2> /seen/log && mv /seen/new /seen/status; sleep 0.1; done
END
told=var/lib/venue-kiosk/settings.toml
for hall in "${halls[@]}"; do
  began=$SECONDS
  rm -f "$screen/$told"
  step 8 | sed "s/gorky/$hall/; s/apt install/apt install --reinstall/" > "$screen/srv/steps/step"
  in_root "$screen" sh -e -c 'cd /srv/steps; . ./step' > "$seen/step8.log" 2>&1 || fail "step 8 for $hall"
  mv "$screen/$told" "$screen/srv/steps/$hall.toml"
  echo "so: step 8 makes the screen of $hall, in $((SECONDS - began)) s"
done
touch "$screen/$told"
leave "$screen"

cp -r "$source/config" "$office/srv/steps/"
cp "$seen/ca.key" "$seen/ca.crt" "$office/srv/steps/"
for n in 1 2 3 4 5 6 7 9 10; do
  step "$n" > "$office/srv/steps/$n"
  is_so "step $n has commands in README" [ -s "$office/srv/steps/$n" ]
done
sed -n 's/^#   \(.*\)/\1/p' "$source/config/server/nginx.conf" | sed 's/apt install/apt install -y/' \
  > "$office/srv/steps/server"
# The change that step 10 leaves to its reader.
# shellcheck disable=SC2016  # of sed
sed -i '1a sed -i '\''0,/"title": {/s//"title": { "de": "Neu",/'\'' feed.json' "$office/srv/steps/10"
cat > "$office/srv/steps/run.sh" << 'END'
cd /srv/steps
export HOME=/root PATH=/srv/stand-ins:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
exec > /seen/log 2>&1
mkdir /srv/stand-ins
cat > /srv/stand-ins/certbot << 'STANDS_IN'
#!/bin/bash -e
mkdir -p /etc/letsencrypt/live/schedule.example.org
cd /etc/letsencrypt/live/schedule.example.org
openssl req -newkey rsa:2048 -nodes -subj /CN=schedule.example.org -keyout privkey.pem -out request.pem 2> /dev/null
openssl x509 -req -in request.pem -CA /srv/steps/ca.crt -CAkey /srv/steps/ca.key -CAcreateserial -days 2 \
  -extfile <(echo subjectAltName=DNS:schedule.example.org) -out fullchain.pem 2> /dev/null
STANDS_IN
printf '%s\n' '#!/bin/sh' 'cp "$1" .' > /srv/stand-ins/scp
chmod +x /srv/stand-ins/*
# step NAME ANSWER...: one for each question, once it is asked, since whoever asks for passwords takes none from before.
step() {
  local name=$1 began=${EPOCHREALTIME/./} status=0 from asked given=0
  shift
  from=$(stat -c %s /seen/log)
  mkfifo answers
  exec 3<> answers
  script -qefc "bash -e ./$name" /dev/null < answers &
  while kill -0 $! 2> /dev/null; do
    asked=$(tail -c +$((from + 1)) /seen/log | grep -ao 'assword: \|\[y/N\] ' | wc -l)
    if [ "$asked" -gt $given ]; then
      given=$((given + 1))
      printf '%s\n' "${!given}" >&3
    fi
    sleep 0.05
  done
  wait $! || status=$?
  exec 3>&-
  rm answers
  echo "$name $status $(((${EPOCHREALTIME/./} - began) / 100000))" >> /seen/steps
  [ $status = 0 ] || { touch /seen/failed; exit; }
}
step 1
step server her-password her-password his-password his-password
apt-get install -y -qq --no-install-recommends ./venue-kiosk_*.deb && for n in 2 3 4 5 6 7; do step $n y; done
cp pictures/*.png /seen/
touch /seen/published
for n in 9 10; do
  while [ ! -e /seen/go-$n ]; do sleep 0.1; done
  date +%s%N > /seen/began-$n
  step $n y
  date +%s%N > /seen/done-$n
done
END
leave "$office"
boot "$office" office
await office/published 600 'README leads to a published schedule'
cat "$seen/office/log"
while read -r name status tenths; do
  is_so "step $name, in $((tenths / 10)).$((tenths % 10)) s" [ "$status" = 0 ]
done < "$seen/office/steps"
is_so 'step 5 has made a picture of each hall' [ "$(find "$seen/office" -name '*.png' -size +20k | wc -l)" = 5 ]

for hall in "${halls[@]}"; do
  boot "$screen" "$hall" --bind-ro="$screen/srv/steps/$hall.toml:/$told"
done
news() { sed -n 's/.*"new": *\([0-9]*\).*/\1/p' "$seen/$1/status"; }
for hall in "${halls[@]}"; do
  await "$hall/status" 120 "the screen of $hall stands"
  for _ in $(seq 600); do [ -n "$(news "$hall")" ] && [ "$(news "$hall")" -ge 1 ] && break; sleep 0.1; done
  is_so "the screen of $hall stands, and has the schedule" [ "$(news "$hall")" -ge 1 ]
done
for n in 9 10; do
  declare -A before=()
  for hall in "${halls[@]}"; do before[$hall]=$(news "$hall"); done
  touch "$seen/office/go-$n"
  await "office/done-$n" 60 "step $n"
  for hall in "${halls[@]}"; do
    for _ in $(seq 300); do [ "$(news "$hall")" -gt "${before[$hall]}" ] && break; sleep 0.1; done
    is_so "after step $n the screen of $hall has it, $((($(date +%s%N) - $(cat "$seen/office/done-$n")) / 100000000)) tenths of a second later" \
      [ "$(news "$hall")" -gt "${before[$hall]}" ]
  done
done
tail -n 40 "$seen/office/log"
echo "all of it took $((SECONDS / 60)) min $((SECONDS % 60)) s"
