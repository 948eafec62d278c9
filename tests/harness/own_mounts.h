#pragma once

#include <string>
#include <vector>

#include "tests/harness/child_process.h"

// Programs that see other folders than the rest of the machine does: mount namespaces (unshare(1)), which need no
// rights but are switched off in some containers.
namespace kiosk::test {

// Whether this machine allows it.
inline bool may_mount() {
  ChildProcess trial({"unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"}, {.errors = "/dev/null"});
  return trial.wait_for() == 0;
}

// The program's line, started after `script` (sh) has made its mounts. The process is the program's own in the end.
inline std::vector<std::string> after_mounting(const std::string& script, const std::vector<std::string>& line) {
  std::vector<std::string> whole{"unshare", "-rm", "sh", "-ec", script + "\nexec \"$@\"", "sh"};
  whole.insert(whole.end(), line.begin(), line.end());
  return whole;
}

// Runs a script among the mounts of a process that was started so, in the folder it was started in; true: it succeeded.
inline bool run_among_mounts_of(pid_t process, const std::string& script) {
  ChildProcess entered({"nsenter", "--target", std::to_string(process), "--user", "--mount", "--wd",
                        "--preserve-credentials", "sh", "-ec", script});
  return entered.wait_for() == 0;
}

}  // namespace kiosk::test
