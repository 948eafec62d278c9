#include "base/nearest_existing.h"

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using kiosk::nearest_existing;
using kiosk::test::TemporaryFolder;

TEST_CASE("a folder that is there is its own nearest, and of what is missing the one above") {
  const TemporaryFolder folder;
  CHECK(nearest_existing(folder.path()) == folder.path());
  CHECK(nearest_existing(folder / "a") == folder.path());
  CHECK(nearest_existing(folder / "a" / "b" / "c") == folder.path());
  CHECK(nearest_existing("/no such folder/at all") == "/");
  CHECK(nearest_existing("").empty());
}
