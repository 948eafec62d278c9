#include "commands/publishing.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

#include "base/atomic_file.h"
#include "base/feed_budget.h"
#include "base/url.h"
#include "board/spoken_languages.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/feed_settings.h"
#include "locales/wording.h"
#include "organizer/diff_words.h"
#include "organizer/member_changes.h"

namespace kiosk {
namespace {

using Answer = Publication::Answer;

// So long somebody else's lock is waited for: longer than a change takes that nobody is asked about.
constexpr int lock_tries = 20;
constexpr std::chrono::milliseconds between_tries{250};
constexpr std::chrono::seconds silence{2};  // after which a person wonders

bool can_be_asked() { return ::isatty(STDIN_FILENO) == 1; }

Answer ask_person(const char* words) {
  std::cout << words << " [y/N] " << std::flush;
  std::string line;
  std::getline(std::cin, line);
  return line == "y" || line == "Y" || line == "yes" ? Answer::yes_after_a_while : Answer::no;
}

// On the stream of complaints, since it is for people alone.
void tell_waiting(const WebDocument::Waiting& waiting) {
  const auto kilobytes = [](std::size_t bytes) { return std::to_string((bytes + 999) / 1000); };
  std::cerr << "waiting for the server: ";
  if (waiting.sent < waiting.to_send) {
    std::cerr << kilobytes(waiting.sent) << " of " << kilobytes(waiting.to_send) << " kB sent\n";
  } else if (waiting.received > 0) {
    std::cerr << kilobytes(waiting.received) << " kB received\n";
  } else {
    std::cerr << "no answer yet\n";
  }
}

Answer declined(const char* why) {
  complain({.what = why});
  return Answer::no;
}

// Of a document where there was none, which all is new of.
std::string first_words(const Schedule& schedule) {
  const auto count = [](std::size_t n, const char* one) { return std::to_string(n) + ' ' + one + (n == 1 ? "" : "s"); };
  return "nothing stands there yet; it will have " + count(schedule.halls().size(), "hall") + " and " +
         count(schedule.sessions().size(), "session") + '\n';
}

}  // namespace

void PublishingOptions::declare(CLI::App& app) {
  app.add_option("--config", config, "Settings file: how often screens ask, and whom a server lets in")
      ->type_name("FILE");
  const auto file = [&](const char* name, std::filesystem::path& path, const char* about) {
    app.add_option(name, path, about)->type_name("FILE");
  };
  file("--login-file", access.login, "\"user:password\" on one line, for the server");
  file("--token-file", access.token, "A bearer token on one line, for the server");
  file("--ca-file", access.authorities, "Certificates (PEM) to trust beside the system's");
  file("--certificate-file", access.certificate, "The certificate (PEM) that the server knows you by");
  file("--key-file", access.key, "Its key (PEM), where it is in another file");
  app.add_flag("--yes", yes, "Do not ask, unless the change brings warnings");
  app.add_flag("--force", force, "Write what has errors, and what nobody was asked about");
  app.add_flag("--unlocked", unlocked, "Publish to a server that cannot lock: a simultaneous change may be lost");
}

LoadedSettings PublishingOptions::settings() const {
  LoadedSettings loaded =
      load_settings({.file = config, .over = {}, .environment = [](const char* name) { return std::getenv(name); }});
  for (const Problem& problem : loaded.problems) {
    if (!config.empty()) {
      complain(problem);
    }
  }
  return loaded;
}

AccessFiles PublishingOptions::access_for(const std::string& url, const LoadedSettings& loaded) const {
  const AccessFiles of_settings = feeds_to_follow(loaded).access;
  AccessFiles files = access.any() || origin_of(of_settings.feed) != origin_of(url) ? access : of_settings;
  files.feed = url;
  for (Problem finding : look_over_access(url, files)) {
    if (finding.severity == Severity::warning) {  // an error is told by whoever cannot use the file
      finding.where.clear();                      // no settings have to be to blame
      complain(finding);
    }
  }
  return files;
}

std::string changes_in_words(const FeedDocument& before, const FeedDocument& after) {
  const Result<ReadDocument> now = read_document(after);
  if (!now) {
    return "";
  }
  if (before.bytes.empty()) {
    return first_words(*now->schedule);
  }
  const Result<ReadDocument> old = read_document(before);
  const Wording wording(spoken_languages(Settings{}, now->schedule.get()).front());
  return old ? differences_text(diff_in_words(*old->schedule, *now->schedule, wording), wording) : "";
}

std::string all_changes(const FeedDocument& before, const FeedDocument& after) {
  return changes_in_words(before, after) + (before.bytes.empty() ? "" : member_changes(before.bytes, after.bytes));
}

Answer ask(const Question& question, const PublishingOptions& options) {
  std::cout << all_changes(question.before, question.after);
  for (const Problem& finding : question.findings) {
    complain(finding);
  }
  if (question.errors_need_force && !options.force) {
    return declined("nothing was written: mend the errors, or say --force");
  }
  if (!question.doubt.empty()) {
    complain({.severity = Severity::warning, .what = question.doubt});
  }
  const bool in_doubt = !question.findings.empty() || !question.doubt.empty();
  if (options.force || (options.yes && !in_doubt)) {
    return Answer::yes;
  }
  if (!can_be_asked()) {
    return declined(in_doubt ? "nothing was written: answer on a terminal, or say --force"
                             : "nothing was written: answer on a terminal, or say --yes");
  }
  return ask_person("Publish?");
}

int publish_and_tell(WebDocument& document, Publication publication, const PublishingOptions& options,
                     std::chrono::seconds poll) {
  publication.unlocked = options.unlocked;
  if (options.unlocked) {
    complain({.severity = Severity::warning, .what = unlocked_warning});
  }
  publication.wait = [tries = std::make_shared<int>(lock_tries)] {
    std::this_thread::sleep_for(between_tries);
    return --*tries > 0;
  };
  const Result<Published> published = publish(document, publication);
  if (!published) {
    complain(published.error());
    return exit_has_errors;
  }
  switch (*published) {
    case Published::declined:
      return exit_has_errors;
    case Published::nothing_new:
      std::cout << "nothing to publish: it stands there already\n";
      break;
    case Published::written:
      std::cout << "published; screens that ask every " << poll.count() << " s have it within " << poll.count()
                << " s\n";
      break;
  }
  return exit_good;
}

WebDocument web_document(const std::string& url, AccessFiles access) {
  return WebDocument(url, std::move(access), feed_budget.bytes, {.tell = tell_waiting, .every = silence});
}

Result<std::string> read_any_document(const std::string& file_or_url, const PublishingOptions& options,
                                      const LoadedSettings& loaded) {
  if (!is_http_url(file_or_url)) {
    return read_file(file_or_url, feed_budget.bytes);
  }
  WebDocument document = web_document(file_or_url, options.access_for(file_or_url, loaded));
  Result<std::optional<std::string>> bytes = document.get();
  if (!bytes) {
    return fail(std::move(bytes.error()));
  }
  if (!*bytes) {
    return fail({.file = document.name(), .what = "there is no document"});
  }
  return **std::move(bytes);
}

}  // namespace kiosk
