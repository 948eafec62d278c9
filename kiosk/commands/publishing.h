#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/problem.h"
#include "base/result.h"
#include "net/access.h"
#include "organizer/edited_feed.h"
#include "organizer/publish.h"
#include "settings/load_settings.h"

namespace kiosk {

// What `edit` and `publish` have in common: whom the server lets in, and what is asked before anything is written.
struct PublishingOptions {
  std::string config{};
  AccessFiles access{};  // of the command line
  bool yes = false;
  bool force = false;
  bool unlocked = false;

  void declare(CLI::App& app);
  LoadedSettings settings() const;  // complains of a settings file that was named
  // The command line's, else the settings' where the feed is of the same origin. Complains of what would give a secret
  // away.
  AccessFiles access_for(const std::string& url, const LoadedSettings& loaded) const;
};

// What changes by a document that takes the place of another, one line each, safe to print; before there was one,
// `before` has no bytes. In words it is what attendees notice, and empty where a document is no feed; all is also what
// nobody notices, so that nothing is published unseen.
std::string changes_in_words(const FeedDocument& before, const FeedDocument& after);
std::string all_changes(const FeedDocument& before, const FeedDocument& after);

// What is to be shown and asked of one change.
struct Question {
  FeedDocument before;  // no bytes: there is none
  FeedDocument after;
  std::vector<Problem> findings{};  // of the new document that are to be looked at
  bool errors_need_force = false;   // whether errors are among them that keep it from being written
  std::string doubt{};              // what else keeps --yes from being enough; may be empty
};

// Prints the change and its findings and asks, on a terminal, or answers by the options. Whoever cannot be asked
// declines, and hears how to agree.
Publication::Answer ask(const Question& question, const PublishingOptions& options);

// Publishes by that document's server, prints how it went, and returns the exit code. `poll` is how often screens ask.
int publish_and_tell(WebDocument& document, Publication publication, const PublishingOptions& options,
                     std::chrono::seconds poll);

// The document, which tells on a slow line how far it is.
WebDocument web_document(const std::string& url, AccessFiles access);

// A document of this machine or of a server, whole.
Result<std::string> read_any_document(const std::string& file_or_url, const PublishingOptions& options,
                                      const LoadedSettings& loaded);

}  // namespace kiosk
