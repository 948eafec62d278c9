#include "organizer/edit.h"

#include <sys/stat.h>

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "base/feed_budget.h"
#include "base/printable.h"
#include "base/url.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/publishing.h"
#include "commands/review.h"
#include "machine/system_clock.h"
#include "organizer/line_changes.h"

namespace kiosk {
namespace {

struct Options {
  std::string document;
  std::string over;
  std::string at;
  bool dry_run = false;
  PublishingOptions publishing;
  Edit edit;
  bool warning = false;
  bool emergency = false;
};

constexpr const char* new_overlay = "{\n  \"format\": \"venue-feed/1\"\n}\n";

// One edit under way, of a file or of a document on a server.
struct Editing {
  const Options& options;
  LoadedSettings loaded;
  Instant now;
  Review& review;
  std::optional<FeedDocument::Under> under{};

  FeedDocument document(std::string bytes) const {
    return {.bytes = std::move(bytes),
            .name = without_credentials(options.document),
            .time_zone = loaded.time_zone,
            .under = under};
  }

  // The new document; says what was changed.
  Result<std::string> change(const std::optional<std::string>& there) const {
    if (!there && !under) {
      return fail({.file = without_credentials(options.document),
                   .what = "there is no document",
                   .right = "publish one there first, or name the export that this one is laid over by --over"});
    }
    Result<EditedBytes> edited = edit_feed(document(there.value_or(new_overlay)), options.edit, now);
    if (!edited) {
      return fail(std::move(edited.error()));
    }
    std::cout << printable(edited->told) << '\n';
    return std::move(edited->bytes);
  }

  Question question(const std::optional<std::string>& there, const std::string& next) const {
    const auto findings = [&](const std::string& bytes) { return review.findings(document(bytes)); };
    Question question{.before = document(there.value_or("")), .after = document(next)};
    question.findings = new_findings(findings(there.value_or(new_overlay)), findings(next));
    question.errors_need_force = any_errors(question.findings);
    return question;
  }

  // The lines that would change, and what attendees would notice.
  void preview(const std::optional<std::string>& there, const std::string& next, const Question& question) const {
    std::cout << line_changes(there.value_or(""), next) << changes_in_words(question.before, question.after);
  }
};

// Who may read a file that is replaced: whoever could before.
Readers readers_of(const std::filesystem::path& file) {
  struct ::stat status {};
  return ::stat(file.c_str(), &status) == 0 && (status.st_mode & 077U) == 0 ? Readers::owner_alone : Readers::umask;
}

int edit_file(const Editing& editing) {
  // A link goes on pointing at the file.
  std::error_code ignored;
  std::filesystem::path file = std::filesystem::weakly_canonical(editing.options.document, ignored);
  if (ignored) {
    file = editing.options.document;
  }
  std::optional<std::string> there;
  if (std::filesystem::exists(file, ignored) || !editing.under) {
    Result<std::string> bytes = read_file(file, feed_budget.bytes);
    if (!bytes) {
      complain(bytes.error());
      return exit_could_not_run;
    }
    there = *std::move(bytes);
  }
  const Result<std::string> next = editing.change(there);
  if (!next) {
    complain(next.error());
    return exit_has_errors;
  }
  const Question question = editing.question(there, *next);
  if (editing.options.dry_run) {
    editing.preview(there, *next, question);
  }
  for (const Problem& finding : question.findings) {
    complain(finding);
  }
  if (question.errors_need_force && !editing.options.publishing.force) {
    complain({.what = "nothing was written: the change brings errors; say --force to write it all the same"});
    return exit_has_errors;
  }
  if (there == *next) {
    std::cout << "nothing to change: it says so already\n";
  }
  if (editing.options.dry_run || there == *next) {
    return exit_good;
  }
  if (there && read_file(file, feed_budget.bytes) != *there) {
    complain({.file = file.string(), .what = "was changed by somebody else meanwhile", .right = "try again"});
    return exit_has_errors;
  }
  if (const auto written = write_file_atomically(file, *next, readers_of(file)); !written) {
    complain(written.error());
    return exit_could_not_run;
  }
  return exit_good;
}

int edit_on_server(const Editing& editing) {
  const Options& options = editing.options;
  WebDocument document =
      web_document(options.document, options.publishing.access_for(options.document, editing.loaded));
  const auto make = [&](const std::optional<std::string>& there) { return editing.change(there); };
  if (options.dry_run) {
    const Result<std::optional<std::string>> there = document.get();
    const Result<std::string> next = there ? make(*there) : fail(there.error());
    if (!next) {
      complain(next.error());
      return exit_has_errors;
    }
    const Question question = editing.question(*there, *next);
    editing.preview(*there, *next, question);
    for (const Problem& finding : question.findings) {
      complain(finding);
    }
    return question.errors_need_force && !options.publishing.force ? exit_has_errors : exit_good;
  }
  const Publication publication{
      .make = make,
      .agree = [&](const std::optional<std::string>& there,
                   const std::string& next) { return ask(editing.question(there, next), options.publishing); },
      .wait = {}};
  return publish_and_tell(document, publication, options.publishing, editing.loaded.settings.poll_interval);
}

int edit_document(Options& options) {
  options.edit.level = options.emergency ? NoticeLevel::emergency
                       : options.warning ? NoticeLevel::warning
                                         : NoticeLevel::info;
  LoadedSettings loaded = options.publishing.settings();
  const Result<Instant> now =
      options.at.empty() ? Result<Instant>(system_now()) : parse_at(options.at, loaded.time_zone);
  if (!now) {
    complain(now.error());
    return exit_usage;
  }
  Review review(loaded, *now);
  Editing editing{.options = options, .loaded = std::move(loaded), .now = *now, .review = review};
  if (!options.over.empty()) {
    Result<std::string> under = read_any_document(options.over, options.publishing, editing.loaded);
    if (!under) {
      complain(under.error());
      return exit_could_not_run;
    }
    editing.under = FeedDocument::Under{*std::move(under), without_credentials(options.over)};
  }
  return is_http_url(options.document) ? edit_on_server(editing) : edit_file(editing);
}

void declare_verbs(CLI::App& app, Edit& edit, bool& warning, bool& emergency) {
  const auto verb = [&](const char* name, const char* about, Edit::Verb which, const char* what) {
    CLI::App* sub = app.add_subcommand(name, about);
    sub->fallthrough();  // so that --dry-run may stand at the end
    sub->add_option(what, edit.what)->required()->option_text(" ");
    sub->parse_complete_callback([&edit, which] { edit.verb = which; });
    return sub;
  };
  CLI::App* delay =
      verb("delay", "A hall is late from now, or a session begins later", Edit::Verb::delay, "HALL|SESSION");
  delay->add_option("TIME", edit.by, "10m, 1h30m; 0 for no longer late")->required()->option_text(" ");
  delay->add_option("--from", edit.from, "Since when the hall is late: 14:30, or an instant")->type_name("TIME");
  CLI::App* cancel = verb("cancel", "A session does not take place", Edit::Verb::cancel, "SESSION");
  cancel->add_option("--reason", edit.reason, "Why, for the screen")->type_name("TEXT");
  CLI::App* move = verb("move", "A session takes place elsewhere, or at another time", Edit::Verb::move, "SESSION");
  move->add_option("--hall", edit.hall, "The hall")->type_name("HALL");
  move->add_option("--start", edit.start, "When it begins: 14:30, or an instant")->type_name("TIME");
  CLI::App* full = verb("full", "A session has no seat left", Edit::Verb::full, "SESSION");
  full->add_option("--overflow", edit.hall, "The hall where there is room")->type_name("HALL");
  CLI::App* notice = verb("notice", "Something to say at the doors", Edit::Verb::notice, "TEXT");
  notice->add_flag("--warning", warning, "It is urgent");
  notice->add_flag("--emergency", emergency, "It takes the screens");
  notice->add_option("--halls", edit.halls, "The halls, with commas between (default: all)")
      ->type_name("HALLS")
      ->delimiter(',');
  notice->add_option("--for", edit.lasts, "How long it stands: 20m (default: until it is cleared)")->type_name("TIME");
  verb("clear", "Takes back a notice, a hall's delay, or that a session is cancelled or full", Edit::Verb::clear,
       "NOTICE|HALL|SESSION");
}

}  // namespace

Action edit_command(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  app.add_option("FILE|URL", options->document, "The venue feed to change")->required()->option_text(" ");
  app.add_option("--over", options->over, "The export that FILE is laid over")->type_name("URL|FILE");
  app.add_option("--at", options->at, "The instant that \"now\" means (default: now)")->type_name("INSTANT");
  app.add_flag("--dry-run", options->dry_run, "Print what would change, and write nothing");
  options->publishing.declare(app);
  declare_verbs(app, options->edit, options->warning, options->emergency);
  app.require_subcommand(1);
  return [options] { return edit_document(*options); };
}

}  // namespace kiosk
