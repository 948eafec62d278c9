#pragma once

#include <chrono>
#include <cstddef>

namespace kiosk {

// How much a feed may be, said here and, for people, in the manual (config/venue-kiosk.1.scd, BUDGETS). A screen reads
// what strangers wrote: whatever the bytes, a read takes 2 seconds and 256 MB at most, and so does every step that
// follows from it. All numbers are many times what the largest conferences publish.
//
// What lies beyond is told in one finding for each budget; what becomes of it stands beside each. Where no session is
// left, the feed is refused.
struct FeedBudget {
  // The feed is refused whole, and the last good one stays.
  std::size_t bytes = 32U << 20U;       // unpacked
  std::size_t json_values = 1'000'000;  // objects and lists among them
  std::size_t json_depth = 64;
  std::chrono::seconds reading{10};  // by the clock on the wall: a machine may be busy with other things

  // The rest of them is left out.
  std::size_t halls = 1'000;  // rooms and days' lists of rooms are counted as such, be they good or not
  std::size_t sessions = 20'000;
  std::size_t slots = 100'000;  // halls named by sessions and notices; "all", or a plenum, names each
  std::size_t speakers = 50'000;
  std::size_t speakers_of_session = 100;
  std::size_t notices = 500;
  std::size_t tracks = 1'000;      // that sessions refer to
  std::size_t pictures = 512;      // different addresses
  std::size_t languages = 100;     // of a text: else it counts as none; of the event: the rest is left out
  std::size_t texts = 16U << 20U;  // bytes kept of all texts and addresses of pictures, and 64 for each

  // A longer one is cut there, between two words or characters.
  std::size_t text = 4096;  // bytes, before Markdown and HTML are looked at
  // All texts with marks together, in bytes; the rest is shown as it is written.
  std::size_t markup = 1U << 20U;
  // A longer one counts as missing. Names of rooms are compared by so many bytes.
  std::size_t id = 256;
  std::size_t address = 2048;

  // More are counted; they get no hints either ("did you mean …?").
  std::size_t findings = 100;
  std::size_t set_aside = 1'000;      // sessions that are named though they are not shown
  std::size_t strange_keys = 10'000;  // looked at for slips of the pen
};

inline constexpr FeedBudget feed_budget;

}  // namespace kiosk
