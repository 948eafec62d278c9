#pragma once

namespace kiosk {

// Exit codes of every command.
inline constexpr int exit_good = 0;
inline constexpr int exit_has_errors = 1;     // what was asked about has errors
inline constexpr int exit_usage = 2;          // the command line is wrong
inline constexpr int exit_could_not_run = 3;  // no display, no file

// Runs the command that the arguments name, and returns its exit code. Prints results to stdout and problems to stderr.
int run_command_line(int argc, char** argv);

}  // namespace kiosk
