#!/usr/bin/env bash
# Shows the screen at the door of the Gorky hall, in the middle of the forum's first day, on a
# Debian with nothing prepared: installs what is missing, builds, runs. Where there is a display the kiosk
# fills it until Ctrl+C; elsewhere it runs in memory and leaves a picture. What you add goes to the kiosk:
#
#   kiosk/demo.sh
#   kiosk/demo.sh --hall multimedia
#   kiosk/demo.sh --windowed 1280x720
#   kiosk/demo.sh --at 2024-04-18T09:30:00+03:00
set -euo pipefail
cd -- "$(dirname -- "$0")/.."

has_display=${DISPLAY:-}${WAYLAND_DISPLAY:-}
lists=(build run)
[ -n "$has_display" ] || lists+=(demo)
# shellcheck source=../config/packages/install.sh
. config/packages/install.sh
install_packages "${lists[@]}"

# The tests need packages of their own: a build folder of the demo's does without, one of theirs stays as it is.
tests=()
[ -e build/release/CMakeCache.txt ] || tests=(-D VENUE_KIOSK_TESTS=OFF)
cmake --preset release "${tests[@]}"
cmake --build --preset release --target venue-kiosk

demo=build/demo
mkdir -p "$demo"
kiosk=(build/release/venue-kiosk run --config assets/demo/kiosk.toml)
case " $* " in
  *" --at"[\ =]*) ;; # a moment of your own
  *) kiosk+=(--at 2024-04-17T14:42:00+03:00) ;;
esac

if [ -n "$has_display" ]; then
  echo "The kiosk fills the screen; Ctrl+C here ends it."
  exec "${kiosk[@]}" "$@"
fi

work=$(mktemp -d)
pids=()
# The kiosk goes before its display; a killed one is no news.
clean_up() {
  trap - EXIT INT TERM
  local i
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    kill "${pids[i]}" 2>/dev/null || true
    wait "${pids[i]}" 2>/dev/null || true
  done
  rm -rf -- "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp -noreset 3>"$work/display" >"$work/xvfb.log" 2>&1 &
pids+=($!)
if ! read -r number <"$work/display"; then
  echo "Xvfb did not start:" >&2
  cat "$work/xvfb.log" >&2
  exit 3
fi
export DISPLAY=:$number

# --exit-after is for the day this script is killed without a chance to clean up.
metrics=$work/kiosk.prom
"${kiosk[@]}" --metrics-file "$metrics" --exit-after 120 "$@" &
pids+=($!)
kiosk_pid=$!

# The metrics are first written once a frame stands on the screen.
for ((tenths = 0; tenths < 600; tenths++)); do
  if [ -s "$metrics" ]; then
    sleep 0.5 # the X server copies the frame in its own time
    scrot --overwrite "$demo/screen.png"
    echo "No display here; what it would show: $PWD/$demo/screen.png"
    exit 0
  fi
  if ! kill -0 "$kiosk_pid" 2>/dev/null; then
    status=0
    wait "$kiosk_pid" || status=$?
    echo "The kiosk ended before it drew anything (exit code $status)." >&2
    exit "$((status == 0 ? 3 : status))"
  fi
  sleep 0.1
done
echo "The kiosk drew nothing for a minute." >&2
exit 3
