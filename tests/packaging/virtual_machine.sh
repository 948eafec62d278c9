#!/usr/bin/env bash
# A whole machine from the power switch to the board: virtual_machine.sh PACKAGE.deb ROOT PICTURE.png, as root. ROOT is what
#
#   debootstrap --variant=minbase bookworm ROOT
#
# leaves there (trixie for a package that was built on it). It gets a kernel and the package with hall and feed, as
# README has it, and is started by qemu, with a console, seatd, and a graphics card without 3D: nobody logs in. Prints what
# was seen; the first thing that is not so ends it. PICTURE is what its monitor shows then. Takes minutes and gigabytes, so
# that it is not among the tests that ctest knows. It needs qemu-system-x86, e2fsprogs and python3.
set -euo pipefail
export LC_ALL=C.UTF-8

package=$(realpath "$1")
root=$(realpath "$2")
picture=$(realpath "$3")
seen=$(mktemp -d)
machine=

fail() { echo "NOT SO: $1"; tail -n 30 "$seen"/{debian,package,qemu,serial,journal} 2>/dev/null; exit 1; }
is_so() { local what=$1; shift; if "$@"; then echo "so: $what"; else fail "$what"; fi; }
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive "$@"; }
leave() { umount "$root/dev" "$root/proc" 2>/dev/null || true; rm -f "$root/usr/sbin/policy-rc.d"; }
finish() {
  [ -z "$machine" ] || kill "$machine" 2>/dev/null || true
  leave
  rm -rf "$seen"
}
trap finish EXIT

mount --bind /proc "$root/proc"
mount --bind /dev "$root/dev"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d" # no service of the root's starts on this machine
chmod +x "$root/usr/sbin/policy-rc.d"
in_root apt-get update -qq
in_root apt-get install -y -qq --no-install-recommends systemd systemd-sysv udev linux-image-amd64 initramfs-tools \
  > "$seen/debian" 2>&1 || fail 'what each Debian has installs'
mkdir -p "$root/srv/venue"
cp "$package" "$root/srv/venue/venue-kiosk.deb"
in_root VENUE_KIOSK_HALL=gorky VENUE_KIOSK_FEED=/usr/share/venue-kiosk/demo.json \
  apt-get install -y -qq /srv/venue/venue-kiosk.deb > "$seen/package" 2>&1 || fail 'the package installs'
cat > "$root/srv/venue/look.sh" << 'END'
stood=0  # seconds in a row
for _ in $(seq 200); do
  systemctl --quiet is-active venue-kiosk && stood=$((stood + 1)) || stood=0
  [ $stood -lt 20 ] || break
  sleep 1
done
exec > /dev/ttyS0 2>&1
echo "state: $(systemctl show -P ActiveState venue-kiosk), restarts: $(systemctl show -P NRestarts venue-kiosk)"
[ ! -e /run/venue-kiosk/wayland/without-gl ] || echo 'the compositor does without GL'
journalctl -u venue-kiosk -o short-monotonic --no-pager | tail -n 40 > /dev/ttyS1
venue-kiosk check 2>&1 | grep -E '^. (user|cache|renderer|monitor|service):'
# A television that is switched off, as the kernel tells of one; what it says by itself has a mark that another's has not.
mkdir -p /run/udev/rules.d
echo 'SUBSYSTEM=="drm", ENV{SYNTH_ARG_HOTPLUG}=="1", ENV{HOTPLUG}="1"' > /run/udev/rules.d/99-hotplug.rules
udevadm control --reload
plug() {
  echo "$1" > /sys/class/drm/card0-Virtual-1/status
  echo "change $(cat /proc/sys/kernel/random/uuid) HOTPLUG=1" > /sys/class/drm/card0/uevent
  sleep 30
  echo "television $1: $(systemctl is-active venue-kiosk), $(venue-kiosk status 2>&1 | grep glass)"
}
plug off
plug on
venue-kiosk identify
sleep 2
echo looked
END
printf '%s\n' '[Unit]' After=multi-user.target '[Service]' 'ExecStart=/bin/bash /srv/venue/look.sh' \
  > "$root/etc/systemd/system/look.service"
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -sf ../look.service "$root/etc/systemd/system/multi-user.target.wants/look.service"
leave
mke2fs -q -t ext4 -d "$root" "$seen/disk" 6G > /dev/null

kernel=$(find "$root/boot" -name 'vmlinuz-*' | sort -V | tail -n 1)
# Emulated, not virtualised: this may be a virtual machine already.
qemu-system-x86_64 -accel tcg,thread=multi -cpu Haswell-v4 -m 2048 -smp 2 -nic none -display none -vga none \
  -device virtio-vga -kernel "$kernel" -initrd "${kernel/vmlinuz/initrd.img}" \
  -append 'root=/dev/vda rw console=tty1 quiet' -drive "file=$seen/disk,if=virtio,format=raw" \
  -serial "file:$seen/serial" -serial "file:$seen/journal" -qmp "unix:$seen/qmp,server,nowait" > "$seen/qemu" 2>&1 &
machine=$!
began=$SECONDS
until grep -q '^looked' "$seen/serial" 2>/dev/null; do
  kill -0 "$machine" 2>/dev/null || fail 'the machine runs'
  [ $((SECONDS - began)) -lt 600 ] || fail 'the machine starts, and its service with it'
  sleep 0.5
done
tr -d '\r' < "$seen/serial"
is_so "$((SECONDS - began)) s after power came the board has stood for 20 s" grep -q '^state: active,' "$seen/serial"
is_so 'without GL, which crashed there' grep -q '^the compositor does without GL' "$seen/serial"
is_so "root's check looks as the service's user" grep -q '^✓ user: venue-kiosk,' "$seen/serial"
is_so 'at the monitor of the machine' grep -q '^✓ monitor: Virtual-1 ' "$seen/serial"
is_so 'a television that is switched off is told to whoever asks' \
  grep -q '^television off: active, glass: .*no monitor is on' "$seen/serial"
is_so 'and has the board again when it is on' grep -q '^television on: active, glass: 1280x800, full light, llvm' "$seen/serial"
python3 - "$seen/qmp" "$picture" << 'END'
import json
import socket
import sys
with socket.socket(socket.AF_UNIX) as wire:
    wire.connect(sys.argv[1])
    lines = wire.makefile('rw')
    lines.readline()
    for command, arguments in (('qmp_capabilities', {}), ('screendump', {'filename': sys.argv[2], 'format': 'png'})):
        lines.write(json.dumps({'execute': command, 'arguments': arguments}) + '\n')
        lines.flush()
        while 'return' not in (answer := json.loads(lines.readline())):
            if 'error' in answer:
                sys.exit(str(answer))
END
is_so "and the machine's name stands on it in huge letters: $picture" [ "$(stat -c %s "$picture")" -gt 10000 ]
