#!/usr/bin/env bash
# The package for 64-bit ARM (a Raspberry Pi 4 or 5), built here by a cross compiler and tried under qemu-user:
# arm64.sh FOLDER, as root, with debootstrap and apt able to reach its mirror. Prints what was seen; the first thing that is
# not so ends it. The package is left in FOLDER. FOLDER may be one of an earlier run, whose Debian is used again.
#
# On two cores: 2 minutes to fetch a Debian 12 with the cross compiler (2.3 GB on disk), 3 to 15 to build, by what else the
# machine does, and 1 to fetch the ARM libraries (0.4 GB) and run the program. So it is not among the tests that ctest knows.
# Emulated are processor and system calls alone: neither a graphics card (llvmpipe draws) nor speed says anything here, and
# the decoder of pictures, whose sandbox takes seccomp, gives no answer under qemu-user.
set -euo pipefail
export LC_ALL=C.UTF-8

[ $# -eq 1 ] || { echo "usage: arm64.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(realpath "$1")
source=$(realpath "$(dirname -- "$0")/../..")
build=$folder/build  # a Debian of this machine's architecture, which compiles
arm=$build/arm64     # what the package takes, of the other
mirror=http://deb.debian.org/debian

in_build() { chroot "$build" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive "$@"; }
fail() { echo "NOT SO: $1"; exit 1; }
is_so() { local what=$1; shift; if "$@"; then echo "so: $what"; else fail "$what"; fi; }
names() { sed 's/#.*//' "$source/config/packages/$1.txt" | tr -s '[:space:]' '\n' | sed '/^$/d'; }
leave() { umount "$build/dev" "$build/proc" 2>/dev/null || true; }
trap leave EXIT

began=$SECONDS
[ -x "$build/usr/bin/apt-get" ] || debootstrap --variant=minbase bookworm "$build" $mirror > "$folder/debootstrap.log"
mount --bind /proc "$build/proc"
mount --bind /dev "$build/dev"
in_build dpkg --add-architecture arm64
in_build apt-get update -qq
packages=(crossbuild-essential-arm64 mmdebstrap qemu-user-static)
for package in $(names build); do
  case $package in
    build-essential|cmake|ninja-build|pkg-config|scdoc) packages+=("$package");;  # run here
    *) if in_build apt-cache show "$package:arm64" > /dev/null 2>&1; then packages+=("$package:arm64")
       else packages+=("$package"); fi;;  # of all architectures
  esac
done
in_build apt-get install -y -qq --no-install-recommends "${packages[@]}" > "$folder/install.log" 2>&1 \
  || { tail -5 "$folder/install.log"; fail 'the cross compiler and its libraries install'; }
echo "so: the cross compiler and its libraries install, in $((SECONDS - began)) s, $(du -sxm "$build" | cut -f1) MB"

rm -rf "$build/src" && mkdir "$build/src"  # objects of an earlier run may be newer than what was changed since
git -C "$source" -c safe.directory="$source" ls-files -z | tar -C "$source" --null -cT - | tar -x -C "$build/src"
cat > "$build/arm64.cmake" <<'CMAKE'
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(PKG_CONFIG_EXECUTABLE /usr/bin/aarch64-linux-gnu-pkg-config)
set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE arm64)
CMAKE
began=$SECONDS
# DEB_HOST_ARCH tells dpkg-shlibdeps whose libraries to look for.
in_build DEB_HOST_ARCH=arm64 sh -c 'cd /src && cmake --preset package --toolchain /arm64.cmake &&
  nice cmake --build --preset package && cpack --preset package' > "$folder/build.log" 2>&1 \
  || { tail -20 "$folder/build.log"; fail 'the package builds'; }
cp "$build"/src/build/package/*_arm64.deb "$folder"
package=$(basename "$build"/src/build/package/*_arm64.deb)
echo "so: the package builds, in $((SECONDS - began)) s: $package, $(stat -c %s "$folder/$package") bytes"
is_so 'it says whom it is for' [ "$(in_build dpkg-deb -f "/src/build/package/$package" Architecture)" = arm64 ]

began=$SECONDS
rm -rf "$arm"
# Not the compositor and systemd, which the program can do without.
depends=$(in_build dpkg-deb -f "/src/build/package/$package" Depends | tr ',' '\n' | sed 's/[|(].*//; s/ //g' \
  | grep -vxF "$(names screen)" | paste -sd,)
in_build mmdebstrap --quiet --variant=extract --architectures=arm64 --skip=check/qemu --include="$depends" \
  bookworm /arm64 $mirror
in_build dpkg-deb -x "/src/build/package/$package" /arm64
mkdir -p "$arm/proc" "$arm/binfmt" "$arm/srv" "$arm/tmp"
cp -r "$source/assets/demo" "$arm/srv/"
cp "$build/usr/bin/qemu-aarch64-static" "$arm/usr/bin/"
echo "so: all that it names is there for ARM, in $((SECONDS - began)) s, $(du -sxm "$arm" | cut -f1) MB"

# The kernel hands what is for ARM to qemu, so that chroot can start it: in a user namespace of its own, which
# takes Linux 6.7, where the machine has not said so for all.
# shellcheck disable=SC2016  # of the inner shell
emulated() {  # with the variable of "more"
  unshare --user --map-root-user --mount sh -c '
    if [ ! -e /proc/sys/fs/binfmt_misc/qemu-aarch64 ]; then
      mount -t binfmt_misc binfmt "$1/binfmt" && printf "%s" ":arm64:M::\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00:\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:$1/usr/bin/qemu-aarch64-static:F" \
        > "$1/binfmt/register"
    fi
    mount --rbind /proc "$1/proc"
    root=$1; shift
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/tmp ${more:-LANG=C.UTF-8} chroot "$root" "$@"' sh "$arm" "$@"
}
demo=(--config /srv/demo/kiosk.toml)
began=$SECONDS
is_so "the program is one for ARM: $(in_build aarch64-linux-gnu-objdump -f /arm64/usr/bin/venue-kiosk | sed -n 's/.*file format //p')" \
  grep -q . <(emulated /usr/bin/venue-kiosk --version)
is_so 'it checks the demo' emulated /usr/bin/venue-kiosk check "${demo[@]}"
halls=$(emulated /usr/bin/venue-kiosk halls "${demo[@]}" --at 2024-04-17T14:42:00+03:00)
echo "$halls"
is_so 'it lists five halls' [ "$(grep -c . <<< "$halls")" -ge 5 ]
is_so 'it takes a picture of every board' emulated /usr/bin/venue-kiosk snapshot "${demo[@]}" --all-halls \
  --at 2024-04-17T14:42:00+03:00 --size 1280x720 --output /tmp/boards
for picture in "$arm"/tmp/boards/*.png; do
  is_so "a board of $(stat -c %s "$picture") bytes, $(basename "$picture")" [ "$(stat -c %s "$picture")" -gt 20000 ]
done
export more=VENUE_KIOSK_GL=es
is_so 'and one by OpenGL ES' emulated /usr/bin/venue-kiosk snapshot "${demo[@]}" \
  --at 2024-04-17T14:42:00+03:00 --size 1280x720 --output /tmp/es.png
echo "so: it runs, emulated, in $((SECONDS - began)) s"
echo "all of it took $((SECONDS / 60)) min $((SECONDS % 60)) s"
