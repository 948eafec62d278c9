// reload, identify and status: a word to each screen that runs on this machine.

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/common_options.h"
#include "commands/file_names.h"
#include "commands/screen_sockets.h"
#include "organizer/findings.h"

namespace kiosk {
namespace {

struct Question {
  std::string word;
  std::string screen;  // empty: each that runs
  bool as_json = false;
};

struct Answer {
  std::string screen;
  int code = exit_good;
  std::string text;
};

// A screen may be of another version: what is no answer as we know it is told as it is.
Answer read_answer(const std::string& screen, const std::string& bytes) {
  const std::size_t end = bytes.find('\n');
  Answer answer{screen, exit_good, ""};
  const char* last = bytes.data() + std::min(end, bytes.size());
  const auto [rest, error] = std::from_chars(bytes.data(), last, answer.code);
  if (end == std::string::npos || error != std::errc() || rest != last || answer.code < 0 || answer.code > 3) {
    return {screen, exit_could_not_run, bytes};
  }
  answer.text = bytes.substr(end + 1);
  return answer;
}

void print_lines(const Answer& answer, bool name_each, std::ostream& out) {
  std::string_view rest = answer.text;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    out << (name_each ? answer.screen + ": " : "") << printable(rest.substr(0, end)) << '\n';
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
}

void print_json(const std::vector<Answer>& answers) {
  nlohmann::ordered_json screens = nlohmann::ordered_json::array();
  for (const Answer& answer : answers) {
    nlohmann::ordered_json screen{{"screen", answer.screen}};
    nlohmann::ordered_json told = nlohmann::ordered_json::parse(answer.text, nullptr, false);
    if (told.is_object()) {
      screen.update(told);
    }
    screens.push_back(std::move(screen));
  }
  std::cout << json_text({{"screens", std::move(screens)}}) << '\n';
}

int ask_screens(const Question& question) {
  std::vector<Answer> answers;
  std::vector<Problem> unheard;
  for (const ScreenSocket& socket : screen_sockets(std::getenv)) {
    if (!question.screen.empty() && socket.name != file_name_of(question.screen)) {
      continue;
    }
    if (const Result<std::string> bytes = ask(socket.file, question.word + (question.as_json ? " json" : ""))) {
      answers.push_back(read_answer(socket.name, *bytes));
    } else {
      unheard.push_back(bytes.error());
    }
  }
  for (const Problem& problem : unheard) {
    complain(problem);
  }
  if (answers.empty()) {
    complain({.what = question.screen.empty() ? "no screen runs on this machine that this user may ask"
                                              : "no screen " + question.screen + " runs here that this user may ask",
              .right =
                  "start one by \"venue-kiosk run\" or \"systemctl start venue-kiosk\"; a service's answers to root "
                  "and to its own group"});
    return exit_could_not_run;
  }
  int code = unheard.empty() ? exit_good : exit_could_not_run;
  for (const Answer& answer : answers) {
    code = std::max(code, answer.code);
  }
  if (question.as_json) {
    print_json(answers);
    return code;
  }
  for (const Answer& answer : answers) {
    const bool is_result = answer.code == exit_good || question.word == "status";
    print_lines(answer, answers.size() > 1, is_result ? std::cout : std::cerr);
  }
  return code;
}

Action ask_command(CLI::App& app, const char* word, bool can_be_json) {
  const auto question = std::make_shared<Question>();
  question->word = word;
  declare_screen(app, question->screen);
  if (can_be_json) {
    app.add_flag("--json", question->as_json, "Print it as JSON");
  }
  return [question] { return ask_screens(*question); };
}

}  // namespace

Action reload_command(CLI::App& app) { return ask_command(app, "reload", false); }
Action identify_command(CLI::App& app) { return ask_command(app, "identify", false); }
Action status_command(CLI::App& app) { return ask_command(app, "status", true); }

}  // namespace kiosk
