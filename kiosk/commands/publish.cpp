#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "base/body_hash.h"
#include "base/feed_budget.h"
#include "base/url.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/publishing.h"
#include "commands/review.h"
#include "machine/system_clock.h"

namespace kiosk {
namespace {

struct Options {
  std::string file;
  std::string url;
  std::string base;
  std::string over;
  PublishingOptions publishing;
};

// Where it is kept what stood at an address when this file was last published there: what the next version of the file
// is made from. Empty: nowhere, there is no home.
std::filesystem::path base_file(const std::string& file, const std::string& url) {
  std::filesystem::path folder;
  const char* state = std::getenv("XDG_STATE_HOME");
  const char* home = std::getenv("HOME");
  if (state != nullptr && *state == '/') {
    folder = state;
  } else if (home != nullptr && *home == '/') {
    folder = std::filesystem::path(home) / ".local/state";
  } else {
    return {};
  }
  std::error_code ignored;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(file, ignored);
  std::ostringstream name;
  name << std::hex << body_hash(without_credentials(url) + '\n' + (ignored ? file : whole.string())) << ".json";
  return folder / "venue-kiosk" / "published" / name.str();
}

struct Publishing {
  const Options& options;
  LoadedSettings loaded;
  Review& review;
  std::string bytes{};  // of the file
  std::filesystem::path kept{};
  std::optional<FeedDocument::Under> under{};
  std::optional<std::string> base{};

  FeedDocument document(std::string its_bytes, std::string name) const {
    return {.bytes = std::move(its_bytes), .name = std::move(name), .time_zone = loaded.time_zone, .under = under};
  }
  FeedDocument on_server(const std::optional<std::string>& there) const {
    return document(there.value_or(""), without_credentials(options.url));
  }
  FeedDocument own() const { return document(bytes, options.file); }

  Result<std::string> make(const std::optional<std::string>& there) const {
    if (!there || !base || *there == *base || *there == bytes) {
      return bytes;
    }
    std::cout << "meanwhile somebody else has changed there:\n"
              << all_changes(on_server(base), on_server(there)) << "and this file would change:\n"
              << all_changes(on_server(there), own());
    return fail({.file = without_credentials(options.url),
                 .what = "it is no longer what " + options.file + " was made from, so that nothing was written",
                 .right = "get what stands there now, make the change in it, and name it by --base"});
  }

  Publication::Answer agree(const std::optional<std::string>& there) const {
    const std::vector<Problem> findings = review.findings(own());
    const std::vector<Problem> before = there ? review.findings(on_server(there)) : std::vector<Problem>();
    Question question{.before = on_server(there), .after = own()};
    question.errors_need_force = any_errors(findings);
    question.findings = question.errors_need_force ? findings : new_findings(before, findings);
    if (there && !base) {
      question.doubt = "it is not known whether " + options.file +
                       " was made from what stands there; --base FILE names what it was made from";
    }
    return ask(question, options.publishing);
  }
};

int publish_file(const Options& options) {
  if (!is_http_url(options.url)) {
    complain({.what = '"' + options.url + "\" is no address", .right = "write https://…"});
    return exit_usage;
  }
  LoadedSettings loaded = options.publishing.settings();
  Review review(loaded, system_now());
  Publishing publishing{.options = options, .loaded = std::move(loaded), .review = review};
  Result<std::string> bytes = read_file(options.file, feed_budget.bytes);
  if (!bytes) {
    complain(bytes.error());
    return exit_could_not_run;
  }
  publishing.bytes = *std::move(bytes);
  publishing.kept = base_file(options.file, options.url);
  Result<std::string> base =
      read_file(options.base.empty() ? publishing.kept : std::filesystem::path(options.base), feed_budget.bytes);
  if (base) {
    publishing.base = *std::move(base);
  } else if (!options.base.empty()) {
    complain(base.error());
    return exit_could_not_run;
  }
  if (!options.over.empty()) {
    Result<std::string> under = read_any_document(options.over, options.publishing, publishing.loaded);
    if (!under) {
      complain(under.error());
      return exit_could_not_run;
    }
    publishing.under = FeedDocument::Under{*std::move(under), without_credentials(options.over)};
  }
  WebDocument document = web_document(options.url, options.publishing.access_for(options.url, publishing.loaded));
  const Publication publication{
      .make = [&](const std::optional<std::string>& there) { return publishing.make(there); },
      .agree = [&](const std::optional<std::string>& there, const std::string&) { return publishing.agree(there); },
      .wait = {}};
  const int code =
      publish_and_tell(document, publication, options.publishing, publishing.loaded.settings.poll_interval);
  if (code == exit_good && !publishing.kept.empty()) {
    if (const auto kept = write_file_atomically(publishing.kept, publishing.bytes, Readers::owner_alone); !kept) {
      complain(kept.error());
    }
  }
  return code;
}

}  // namespace

Action publish_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE", options->file, "The document")->required()->option_text(" ");
  app.add_option("URL", options->url, "Where it shall stand")->required()->option_text(" ");
  app.add_option("--base", options->base, "What FILE was made from: the document as it was fetched")->type_name("FILE");
  app.add_option("--over", options->over, "The export that FILE is laid over")->type_name("URL|FILE");
  options->publishing.declare(app);
  return [options] { return publish_file(*options); };
}

}  // namespace kiosk
