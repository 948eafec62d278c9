#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/commands/kiosk_program.h"
#include "tests/harness/pictures.h"
#include "tests/harness/prometheus_text.h"
#include "tests/harness/screen_pixels.h"
#include "tests/harness/xvfb.h"

namespace kiosk::test {

// In the middle of Track 1 the screen's clock nearly stands: what changes on the glass has another reason than the
// time of day, however long a test takes.
inline std::vector<std::string> standing_clock() { return {"--at", during_track_1, "--speed", "0.01"}; }

// A machine with one screen, its settings and its disk, on which a kiosk can be started and stopped.
class KioskMachine {
 public:
  explicit KioskMachine(const std::string& screen = "1280x720x24") { new_display(screen); }

  void new_display(const std::string& screen = "1280x720x24") {
    display_.reset();
    display_.emplace(screen);
    if (!display_->runs()) {
      throw std::runtime_error("Xvfb does not start");
    }
  }
  Xvfb& display() { return *display_; }

  std::filesystem::path file(const std::string& name) const { return folder_ / name; }
  std::filesystem::path settings() const { return file("kiosk.toml"); }
  std::filesystem::path metrics_file() const { return file("kiosk.prom"); }

  // In place, as an editor does it. `feed_keys` are further lines about the feed.
  void write_settings(const std::string& feed, const std::string& hall = "gorky",
                      const std::string& feed_keys = "") const {
    write_file(settings(), "hall = \"" + hall + "\"\nlanguages = [\"ru\"]\ndisplay.drift = false\n[feed]\nurl = \"" +
                               feed + "\"\npoll = \"1s\"\n" + feed_keys + "[cache]\nfolder = \"cache\"\n");
  }

  // `arguments` follow run, the settings and the metrics file.
  void start(const std::vector<std::string>& arguments = standing_clock(), std::vector<std::string> environment = {}) {
    std::vector<std::string> line{kiosk_program(), "run", "--config", settings(), "--metrics-file", metrics_file()};
    line.insert(line.end(), arguments.begin(), arguments.end());
    start_line(std::move(line), std::move(environment));
  }
  void start_line(std::vector<std::string> line, std::vector<std::string> environment = {}) {
    std::filesystem::remove(metrics_file());
    std::filesystem::remove(file("errors"));
    process_.emplace(std::move(line), ChildOptions{.output = file("output"),
                                                   .errors = file("errors"),
                                                   .folder = folder_.path(),
                                                   .environment = plain_environment(std::move(environment))});
  }

  ChildProcess& process() { return *process_; }
  bool runs() { return process_ && !process_->exit_status(); }
  std::optional<int> end(int signal = SIGTERM) {
    process_->send(signal);
    return process_->wait_for();
  }

  std::filesystem::path framebuffer() const { return display_->framebuffer(); }
  Image glass() const { return screen_pixels(*display_); }
  std::vector<std::string> links() const { return read_qr_codes(glass()); }
  std::string errors() const { return file_text(file("errors")); }
  std::string metrics() const { return file_text(metrics_file()); }
  std::optional<double> metric(const std::string& name) const {
    return prometheus_value(metrics(), "venue_kiosk_" + name);
  }

  // Waits for it, as long as the kiosk lives. A picture is searched for codes once, which takes longer than a frame.
  bool shows_link(const std::string& link) {
    std::string searched;
    const auto shown = [&] {
      std::string bytes = file_text(framebuffer());
      if (bytes == searched) {
        return false;
      }
      searched = std::move(bytes);
      return links() == std::vector{link};
    };
    return eventually([&] { return !runs() || shown(); }) && runs();
  }
  // After the first frame the metrics are written; the X server may take a moment more.
  bool shows_first_frame() {
    return eventually([&] { return !runs() || metric("frames_drawn_total") >= 1.0; }) && runs() &&
           eventually([&] { return shows_something(glass()); });
  }
  // A kiosk gives its disk a second before it shows anything else. On a machine too busy for that it begins with a
  // board that waits, draws frames for it, and is right all the same.
  bool disk_was_in_time() const { return metric("first_frame_seconds") < 1.0; }
  // The very first thing on the glass is what `is_right` takes; where the disk was too late, the next.
  bool begins_with(const std::function<bool(const Image&)>& is_right) {
    Image first;
    if (!eventually([&] { return shows_something(first = glass()) || !runs(); }) || !shows_first_frame()) {
      return false;
    }
    return is_right(first) ||
           (!disk_was_in_time() && eventually([&] { return is_right(glass()) || !runs(); }) && runs());
  }
  bool says(const std::string& words) {
    return eventually([&] { return !runs() || contains(errors(), words); }) && contains(errors(), words);
  }

 private:
  TemporaryFolder folder_;
  std::optional<Xvfb> display_;
  std::optional<ChildProcess> process_;  // ends before its display does
};

}  // namespace kiosk::test
