#pragma once

#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/harness/faulty_server.h"

// What every fault's test is made of: a kiosk on a screen of its own, a server that misbehaves on request, and a
// record of what was on the glass meanwhile.
namespace kiosk::test {

inline const std::string edited_link = "https://example.org/edited";
inline const std::string edited_feed = demo_feed(track_1_link, edited_link);

// Whole answers, as decent servers give them.
inline std::string http_answer(const std::string& status, const std::string& headers, const std::string& body) {
  return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}
inline FaultyServer::Answer answering(std::string bytes, bool keep = true) {
  return [bytes = std::move(bytes), keep](const Exchange& exchange) { return exchange.send(bytes) && keep; };
}
// With validators, as real ones.
inline FaultyServer::Answer serving(const std::string& feed) {
  const std::string etag = "\"" + std::to_string(std::hash<std::string>()(feed)) + "\"";
  return [feed, etag](const Exchange& exchange) {
    const bool known = contains(exchange.head(), "If-None-Match: " + etag + "\r\n");
    return exchange.send(known
                             ? "HTTP/1.1 304 Not Modified\r\nETag: " + etag + "\r\n\r\n"
                             : http_answer("200 OK", "Content-Type: application/json\r\nETag: " + etag + "\r\n", feed));
  };
}

// Adds a line for the running test case to the table that table.sh prints: what was seen, not what was expected.
inline void record(const std::string& glass, const std::string& logged, const std::string& recovery) {
  if (const char* file = std::getenv("KIOSK_FAULTS_TABLE")) {
    std::ofstream(file, std::ios::app) << "| " << Catch::getResultCapture().getCurrentTestName() << " | " << glass
                                       << " | " << logged << " | " << recovery << " |\n";
  }
}

inline std::string seconds_text(std::chrono::duration<double> time) {
  const auto tenths = static_cast<int>(std::lround(time.count() * 10));
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + " s";
}

// What lies at the screen's top left.
inline Image corner(const Image& image, Size size) {
  Image out{size, {}};
  for (int y = 0; y < size.height; ++y) {
    const auto row = image.rgba.begin() + static_cast<std::ptrdiff_t>(y) * image.size.width * 4;
    out.rgba.insert(out.rgba.end(), row, row + static_cast<std::ptrdiff_t>(size.width) * 4);
  }
  return out;
}

// The environment that loads libraries ahead of the program's own, of which a sanitizer would have to be the first.
inline std::vector<std::string> preloading(const std::string& libraries) {
  const char* sanitizer = std::getenv("ASAN_OPTIONS");
  return {"LD_PRELOAD=" + libraries,
          std::string("ASAN_OPTIONS=verify_asan_link_order=0:") + (sanitizer != nullptr ? sanitizer : "")};
}

// What snapshot draws of the moment that the stage's kiosk shows.
inline Image board_of_size(Size size) {
  const TemporaryFolder folder;
  const Outcome outcome = venue_kiosk(
      {"snapshot", "--lang", "ru", "--at", during_track_1, "--feed", demo_feed_file, "--hall", "gorky", "--size",
       std::to_string(size.width) + "x" + std::to_string(size.height), "--output", folder / "a.png"});
  REQUIRE(outcome.status == 0);
  return read_picture(folder / "a.png");
}

class Stage {
 public:
  explicit Stage(const std::string& path = "/feed.json") : server(serving(demo_feed())) {
    machine.write_settings(server.url(path));
  }

  // Starts the kiosk and returns the glass with the demo's board; nothing where that does not come.
  std::optional<Image> good_board() {
    machine.start(standing_clock());
    return machine.shows_link(track_1_link) ? std::optional(machine.glass()) : std::nullopt;
  }

  // Whether this picture comes to stand in the screen's corner, pixel for pixel, as long as the kiosk lives.
  bool fills(const Image& board) {
    return eventually([&] { return !machine.runs() || differing(corner(machine.glass(), board.size), board) == 0; }) &&
           machine.runs();
  }

  // Whether this comes to be the only link on a monitor in the screen's corner. What lies beside a monitor nobody sees,
  // and some X servers keep there what was shown before.
  bool shows_link_on(Size monitor, const std::string& link) {
    const auto shown = [&] { return read_qr_codes(corner(machine.glass(), monitor)) == std::vector{link}; };
    return eventually([&] { return !machine.runs() || shown(); }) && machine.runs();
  }

  // The last warning in the log, or "nothing". What differs from run to run is left out: addresses, ports,
  // this test's folder.
  std::string last_warning() const {
    std::string text = machine.errors();
    const std::size_t at = text.rfind(": warning: ");
    if (at == std::string::npos) {
      return "nothing";
    }
    text = text.substr(at + 11, text.find('\n', at) - at - 11);
    static const std::regex of_this_run(
        R"(https?://[^ ]*/feed\.json[: ]*|[^ ]*venue-kiosk-test-[^/ ]*/(cache/feed-[0-9a-f]+: )?| port [0-9]+)");
    return std::regex_replace(std::regex_replace(text, of_this_run, ""), std::regex(R"(\|)"), R"(\|)");
  }

  // How the glass compares with the picture `before`, in words.
  std::string glass_beside(const Image& before) const {
    const Image glass = machine.glass();
    const std::vector<std::string> links = read_qr_codes(glass);
    return differing(glass, before) == 0.0           ? "the same board"
           : links == std::vector{track_1_link}      ? "the same board, with a mark"
           : links == std::vector{edited_link}       ? "the edited board"
           : shows_something(glass) && links.empty() ? "a board without a code"
                                                     : "something else";
  }

  // How long it takes from now until the edited feed stands on the glass; nothing: it does not.
  std::optional<std::chrono::duration<double>> time_to_edited_board() {
    const auto begin = std::chrono::steady_clock::now();
    if (!machine.shows_link(edited_link)) {
      return std::nullopt;
    }
    return std::chrono::steady_clock::now() - begin;
  }

  FaultyServer server;
  KioskMachine machine;
};

// A fault that begins while a good board is shown, and ends by itself.
struct Fault {
  std::function<void(Stage&)> begin;
  std::string logged;  // words that the log has while it lasts
  std::function<void(Stage&)> end = [](Stage& stage) { stage.server.let_go(); };
};

// The board stays what it was, pixel for pixel; the log says why; the kiosk goes on; and when the fault ends with an
// edited feed, that is shown without anybody's help.
inline void board_stands_through(const Fault& fault) {
  Stage stage;
  const std::optional<Image> before = stage.good_board();
  REQUIRE(before);
  fault.begin(stage);
  CHECK(stage.machine.says(fault.logged));
  const std::string glass = stage.glass_beside(*before);
  CHECK(glass == "the same board");
  const std::string logged = stage.last_warning();
  stage.server.answer_by(serving(edited_feed));
  fault.end(stage);
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  INFO(stage.machine.errors());
  CHECK(stage.machine.metric("frames_drawn_total").value_or(0) > 0);
  record(glass, logged, recovered ? seconds_text(*recovered) : "never");
}

// The server gives this answer for a while.
inline void board_stands_through(const std::string& answer, const std::string& logged, bool keep = true) {
  board_stands_through(
      {.begin = [&](Stage& stage) { stage.server.answer_by(answering(answer, keep)); }, .logged = logged});
}

}  // namespace kiosk::test
