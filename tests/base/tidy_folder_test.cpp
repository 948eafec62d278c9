#include "base/tidy_folder.h"

#include <sys/stat.h>

#include <set>

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using kiosk::tidy_folder;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

namespace fs = std::filesystem;

bool is_ours(std::string_view name) { return name == "ours" || name == "pictures"; }

mode_t mode_of(const fs::path& path) {
  struct ::stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

void open_to_all(const fs::path& path) {
  fs::permissions(path, fs::is_directory(path) ? fs::perms(0755) : fs::perms(0644));
}

}  // namespace

TEST_CASE("a folder that an earlier version made for all to read is its owner's alone afterwards") {
  const TemporaryFolder folder;
  write_file(folder / "ours", "x");
  fs::create_directory(folder / "pictures");
  for (const fs::path& path : {folder.path(), folder / "ours", folder / "pictures"}) {
    open_to_all(path);
  }
  tidy_folder(folder.path(), is_ours);
  CHECK(mode_of(folder.path()) == 0700U);
  CHECK(mode_of(folder / "ours") == 0600U);
  CHECK(mode_of(folder / "pictures") == 0755U);  // has an order of its own
}

TEST_CASE("what is not ours stays as it is, and so does the folder it lies in") {
  const TemporaryFolder folder;
  write_file(folder / "ours", "x");
  write_file(folder / "holiday.jpg", "x");
  for (const fs::path& path : {folder.path(), folder / "ours", folder / "holiday.jpg"}) {
    open_to_all(path);
  }
  tidy_folder(folder.path(), is_ours);
  CHECK(mode_of(folder.path()) == 0755U);
  CHECK(mode_of(folder / "ours") == 0600U);
  CHECK(mode_of(folder / "holiday.jpg") == 0644U);
}

TEST_CASE("a folder that is shared on purpose stays shared") {
  const TemporaryFolder folder;
  for (const mode_t mode : {mode_t{02775}, mode_t{01777}}) {
    REQUIRE(::chmod(folder.path().c_str(), mode) == 0);
    tidy_folder(folder.path(), is_ours);
    CHECK(mode_of(folder.path()) == mode);
  }
}

TEST_CASE("a link under a name of ours is not followed") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  write_file(elsewhere / "passwords", "x");
  open_to_all(elsewhere / "passwords");
  fs::create_symlink(elsewhere / "passwords", folder / "ours");
  tidy_folder(folder.path(), is_ours);
  CHECK(mode_of(elsewhere / "passwords") == 0644U);
}

TEST_CASE("what power cuts left of our files goes, and what somebody may still be writing stays") {
  const TemporaryFolder folder;
  const std::string ended = std::to_string(4'194'304);  // the system gives out no such number
  const std::string living = std::to_string(::getpid());
  for (const std::string& name : {".ours." + ended + "-0.tmp", ".ours." + ended + "-12.tmp",
                                  ".ours." + living + "-0.tmp", ".other." + ended + "-0.tmp", std::string("ours")}) {
    write_file(folder / name, "x");
  }
  tidy_folder(folder.path(), is_ours);
  std::set<std::string> left;
  for (const auto& file : fs::directory_iterator(folder.path())) {
    left.insert(file.path().filename().string());
  }
  CHECK(left == std::set<std::string>{".ours." + living + "-0.tmp", ".other." + ended + "-0.tmp", "ours"});
}

TEST_CASE("a folder that is not there is no problem") {
  const TemporaryFolder folder;
  tidy_folder(folder / "none", is_ours);
  CHECK_FALSE(fs::exists(folder / "none"));
}
