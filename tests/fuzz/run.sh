#!/usr/bin/env bash
# Hands strangers' bytes to everything that reads some, under the address and undefined-behaviour sanitizers:
#
#   tests/fuzz/run.sh                 every target for a minute
#   tests/fuzz/run.sh 600             every target for its share of 600 seconds of one core
#   tests/fuzz/run.sh 60 address      this target alone
#
# What is found lies in build/fuzz/crashes, with a line here that shows it again; then the exit code is 1. What is learned
# lies in build/fuzz/corpus, and the next run goes on from there. A finding becomes a test in its folder's tests.
set -euo pipefail
cd -- "$(dirname -- "$0")/../.."

# shellcheck source=../../config/packages/install.sh
. config/packages/install.sh
install_packages build fuzz

# In words, since an array is not handed on to what xargs starts.
export dialects="venue_feed schedule_json schedule_json_2 sessionize sessionize_grid pretalx_widget indico cfp_dev"
all=($dialects boards screens settings image decoder_answer address times plain_text http_header http_answer
  last_good picture_index)
seconds=${1:-$((60 * ${#all[@]}))}
targets=("${@:2}")
if [ ${#targets[@]} -eq 0 ]; then
  targets=("${all[@]}")
fi

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"

export build=$PWD/build/fuzz
export share=$((seconds / ${#targets[@]} + 1))
export LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
# Libraries that keep what they loaded: not the feed that happens to come next is to blame.
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
mkdir -p "$build/crashes" "$build/logs"

# fuzz TARGET: one line of what was done; false where something was found.
fuzz() {
  local target=$1 here=tests/fuzz log=$build/logs/$1.log words=("$build/$1.dict") folders=("$build/corpus/$1") limits found more
  case $target in
    boards | screens)
      read -ra words < <(printf "$here/dictionaries/%s.dict " $dialects)
      read -ra more < <(printf "$here/seeds/%s " $dialects)
      folders+=("${more[@]}")
      ;;
    *)
      words=("$here/dictionaries/$target.dict")
      folders+=("$here/seeds/$target")
      ;;
  esac
  mkdir -p "${folders[0]}"
  cat -- "${words[@]}" >"$build/$target.dict"
  # A feed within its budgets is read in seconds and hundreds of megabytes, under sanitizers too; libraries that paint and
  # decode leave caches behind.
  case $target in
    venue_feed | schedule_json* | sessionize* | pretalx_widget | indico | cfp_dev)
      limits=(-timeout=2 -malloc_limit_mb=256 -rss_limit_mb=1024)
      ;;
    screens) limits=(-timeout=20 -rss_limit_mb=3072 -detect_leaks=0) ;;
    *) limits=(-timeout=20 -rss_limit_mb=3072) ;;
  esac
  if "$build/fuzz_$target" -max_total_time="$share" "${limits[@]}" -max_len=65536 \
    -dict="$build/$target.dict" -artifact_prefix="$build/crashes/$target-" -print_final_stats=1 \
    "${folders[@]}" >"$log" 2>&1; then
    printf '%-14s %10s runs, %6s seconds\n' "$target" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
      "$(sed -n 's/^Done .* in \([0-9]*\) second.*/\1/p' "$log")"
    return 0
  fi
  found=$(sed -n 's/^artifact_prefix=.*Test unit written to //p' "$log" | tail -n 1)
  printf '%-14s FOUND %s\n' "$target" \
    "$(grep -m 1 -E '^does not hold|^==.*ERROR|runtime error|Assertion|terminate called' "$log" || tail -n 1 "$log")"
  printf '%-14s to see it again: %s %s\n' '' "build/fuzz/fuzz_$target" "${found#"$PWD/"}"
  return 1
}
export -f fuzz

if ! printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}'; then
  echo "Something was found; the whole story is in build/fuzz/logs." >&2
  exit 1
fi
