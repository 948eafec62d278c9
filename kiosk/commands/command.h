#pragma once

#include <functional>

#include <CLI/CLI.hpp>

namespace kiosk {

// A command declares its options on its subcommand, and returns what to do once they are parsed. The action returns the
// exit code.
using Action = std::function<int()>;

Action run_command(CLI::App& app);
Action check_command(CLI::App& app);
Action halls_command(CLI::App& app);
Action snapshot_command(CLI::App& app);
Action reload_command(CLI::App& app);
Action identify_command(CLI::App& app);
Action status_command(CLI::App& app);
Action edit_command(CLI::App& app);
Action publish_command(CLI::App& app);
Action diff_command(CLI::App& app);
Action convert_command(CLI::App& app);

}  // namespace kiosk
