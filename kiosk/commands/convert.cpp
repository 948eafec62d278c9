#include <iostream>
#include <memory>
#include <string>

#include "base/atomic_file.h"
#include "base/feed_budget.h"
#include "base/words.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "organizer/convert.h"

namespace kiosk {
namespace {

struct ConvertOptions {
  std::string file;
  std::string output;  // empty: stdout
  std::string time_zone;
  std::string title;
};

int convert_file(const ConvertOptions& options) {
  ConvertContext context{.file = options.file, .time_zone = {}, .title = options.title};
  if (!options.time_zone.empty()) {
    context.time_zone = find_time_zone(options.time_zone);
    if (!context.time_zone) {
      complain({.where = "--time-zone",
                .what = in_quotes(options.time_zone) + " is no time zone; write one like Europe/Moscow"});
      return exit_usage;
    }
  }
  const Result<std::string> bytes = read_file(options.file, feed_budget.bytes);
  if (!bytes) {
    complain(bytes.error());
    return exit_could_not_run;
  }
  const Result<Converted> converted = convert(*bytes, context);
  if (!converted) {
    complain(converted.error());
    return exit_has_errors;
  }
  for (const Problem& finding : converted->findings) {
    complain(finding);
  }
  if (options.output.empty()) {
    std::cout << converted->feed;
  } else if (const Result<void> written = write_file_atomically(options.output, converted->feed); !written) {
    complain(written.error());
    return exit_could_not_run;
  }
  return any_errors(converted->findings) ? exit_has_errors : exit_good;
}

}  // namespace

Action convert_command(CLI::App& app) {
  const auto options = std::make_shared<ConvertOptions>();
  app.add_option("FILE", options->file, "A schedule of any format, or a spreadsheet saved as CSV")
      ->type_name("")
      ->required();
  app.add_option("--output", options->output, "Where the venue feed goes (default: the standard output)")
      ->type_name("FILE");
  app.add_option("--time-zone", options->time_zone, "The zone of its times, instead of its own")->type_name("ZONE");
  app.add_option("--title", options->title, "The title of the event, instead of its own")->type_name("TEXT");
  return [options] { return convert_file(*options); };
}

}  // namespace kiosk
