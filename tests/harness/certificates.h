#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

// Where a certificate (PEM) and its key lie.
struct Certificate {
  std::filesystem::path file;
  std::filesystem::path key;
};

// An authority of a test's own, by the openssl command; the files it made are removed with it.
class Authority {
 public:
  Authority() {
    run({"req", "-x509", "-days", "2", "-subj", "/CN=Authority of a test", "-keyout", "authority.key", "-out",
         "authority.pem"});
  }

  std::filesystem::path file() const { return folder_ / "authority.pem"; }

  // For the names, as subjectAltName takes them: "IP:127.0.0.1,DNS:localhost". Valid for so many days from now;
  // -1: until yesterday.
  Certificate issue(const std::string& name, const std::string& for_names, int days = 2) const {
    run({"req", "-subj", "/CN=" + name, "-addext", "subjectAltName=" + for_names, "-keyout", name + ".key", "-out",
         name + ".request"});
    std::vector<std::string> sign{"x509", "-req",       "-in",           name + ".request", "-copy_extensions",
                                  "copy", "-CA",        "authority.pem", "-CAkey",          "authority.key",
                                  "-out", name + ".pem"};
    if (days < 0 && knows_option("-not_before")) {
      // From OpenSSL 3.4 on no number of days leads into the past.
      sign.insert(sign.end(), {"-not_before", "20200101000000Z", "-not_after", "20200102000000Z"});
    } else {
      sign.insert(sign.end(), {"-days", std::to_string(days)});
    }
    run(sign);
    return made(name);
  }
  // Signed by itself alone.
  Certificate self_signed(const std::string& name, const std::string& for_names) const {
    run({"req", "-x509", "-days", "2", "-subj", "/CN=" + name, "-addext", "subjectAltName=" + for_names, "-keyout",
         name + ".key", "-out", name + ".pem"});
    return made(name);
  }

 private:
  Certificate made(const std::string& name) const { return {folder_ / (name + ".pem"), folder_ / (name + ".key")}; }

  bool knows_option(const std::string& option) const {
    ChildProcess help({"openssl", "x509", "-help"}, {.output = folder_ / "help", .errors = folder_ / "help"});
    help.wait_for();
    return file_text(folder_ / "help").find(option) != std::string::npos;
  }

  void run(std::vector<std::string> arguments) const {
    if (arguments.front() == "req") {
      arguments.insert(arguments.end(), {"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"});
    }
    arguments.insert(arguments.begin(), "openssl");
    ChildProcess openssl(arguments, {.output = folder_ / "log", .errors = folder_ / "log", .folder = folder_.path()});
    if (openssl.wait_for() != 0) {
      throw std::runtime_error("openssl: " + file_text(folder_ / "log"));
    }
  }

  TemporaryFolder folder_;
};

}  // namespace kiosk::test
