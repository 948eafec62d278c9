#include "base/tidy_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <string>

#include "base/atomic_file.h"

namespace kiosk {
namespace {

constexpr mode_t for_others = S_IRWXG | S_IRWXO;

void keep_from_others(int folder, const std::string& name) {
  struct ::stat status {};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(status.st_mode) &&
      (status.st_mode & for_others) != 0) {
    ::fchmodat(folder, name.c_str(), S_IRUSR | S_IWUSR, 0);
  }
}

}  // namespace

void tidy_folder(const std::filesystem::path& folder, bool (*is_ours)(std::string_view name)) {
  // By readdir(3): the standard library's iterators end the program where memory runs out.
  const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
  if (open == nullptr) {
    return;
  }
  bool all_ours = true;
  while (const dirent* entry = ::readdir(open.get())) {
    const std::string name = entry->d_name;
    if (name == "." || name == "..") {
      continue;
    }
    const auto abandoned = abandoned_temporary(folder / name);
    if (abandoned && is_ours(*abandoned)) {
      ::unlinkat(::dirfd(open.get()), name.c_str(), 0);
    } else if (is_ours(name)) {
      keep_from_others(::dirfd(open.get()), name);
    } else {
      all_ours = false;
    }
  }
  struct ::stat status {};
  if (all_ours && ::fstat(::dirfd(open.get()), &status) == 0 && status.st_uid == ::geteuid() &&
      (status.st_mode & for_others) != 0 && (status.st_mode & (S_ISGID | S_ISVTX)) == 0) {
    ::fchmod(::dirfd(open.get()), S_IRWXU);
  }
}

}  // namespace kiosk
