#!/usr/bin/env bash
# What the kiosk costs on this machine, beside a bare GLFW and OpenGL window: builds the release preset,
# runs both under Xvfb, prints tables. Takes five minutes; let nothing else run meanwhile.
#
#   tests/benchmarks/run.sh [figures' options]
#   tests/benchmarks/run.sh --runs 15      start each that often (7)
#   tests/benchmarks/run.sh --only start   one part: start, hour, edits
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."

# shellcheck source=../../config/packages/install.sh
. config/packages/install.sh
install_packages build run test

# A shader or font cache warmed by others, or missing, would be measured too: keep one of our own.
export LC_ALL=C.UTF-8
export XDG_CACHE_HOME="$PWD/build/release/cache"
mkdir -p "$XDG_CACHE_HOME"

cmake --preset release -D VENUE_KIOSK_TESTS=ON -D VENUE_KIOSK_BENCHMARKS=ON
cmake --build --preset release --target figures frame_cost read_feed_benchmark compose_board_benchmark thousand_kiosks

build/release/figures "$@"
case " $* " in
  *" --only "*) ;;
  *)
    echo
    build/release/frame_cost
    echo
    echo "Reading a feed (target: 2.6 MB and 900 sessions within 60 ms, linear to 10 000 sessions)"
    build/release/read_feed_benchmark
    echo
    echo "A look at the schedule"
    build/release/compose_board_benchmark
    echo
    build/release/thousand_kiosks
    ;;
esac
