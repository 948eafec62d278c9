#!/bin/sh
# The GLFW of Debian 12 that speaks Wayland, which excludes the one for X: wayland_glfw.sh FOLDER unpacks it there and
# prints in which folder its library lies, for KIOSK_WAYLAND_GLFW. Where the machine's own speaks both (3.4) it prints
# nothing. Fails where it cannot be had.
set -eu

if dpkg --compare-versions "$(dpkg-query -W -f '${Version}' libglfw3)" ge 3.4; then
  exit 0
fi
mkdir -p "$1"
cd "$1"
if ! ls usr/lib/*/libglfw.so.3 > /dev/null 2>&1; then
  apt-get download -qq libglfw3-wayland > log 2>&1 || { cat log >&2; exit 1; }
  dpkg -x libglfw3-wayland_*.deb .
fi
dirname "$PWD"/usr/lib/*/libglfw.so.3
