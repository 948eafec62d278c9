#include <cstdio>
#include <exception>

#include "base/printable.h"
#include "commands/command_line.h"

int main(int argc, char** argv) {
  try {
    return kiosk::run_command_line(argc, argv);
  } catch (const std::exception& error) {
    // Expected failures are values and never come here.
    std::fprintf(stderr, "venue-kiosk: %s\n", kiosk::printable(error.what()).c_str());
    return kiosk::exit_could_not_run;
  } catch (...) {
    std::fputs("venue-kiosk: stopped for no known reason\n", stderr);
    return kiosk::exit_could_not_run;
  }
}
