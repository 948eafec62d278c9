#pragma once

namespace kiosk {

// Exit codes of every command.
inline constexpr int exit_good = 0;
inline constexpr int exit_has_errors = 1;     // what was asked about has errors
inline constexpr int exit_usage = 2;          // the command line is wrong
inline constexpr int exit_could_not_run = 3;  // no display, no file

// Command line to exit code. Prints to stdout what was asked for and to stderr what is wrong.
int run_command_line(int argc, char** argv);

}  // namespace kiosk
