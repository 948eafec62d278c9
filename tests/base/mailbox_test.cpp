#include "base/mailbox.h"

#include <memory>
#include <string>
#include <thread>

#include "tests/catch.h"

TEST_CASE("an empty mailbox gives nothing and does not wait") {
  kiosk::Mailbox<std::string> mailbox;
  CHECK_FALSE(mailbox.take());
}

TEST_CASE("a mailbox gives the newest value, once") {
  kiosk::Mailbox<std::string> mailbox;
  mailbox.post("first");
  mailbox.post("second");
  CHECK(mailbox.take() == "second");
  CHECK_FALSE(mailbox.take());
}

TEST_CASE("a mailbox carries what can only be moved") {
  kiosk::Mailbox<std::unique_ptr<int>> mailbox;
  mailbox.post(std::make_unique<int>(7));
  const auto taken = mailbox.take();
  REQUIRE(taken);
  CHECK(**taken == 7);
}

TEST_CASE("what one thread posts another takes, newest last") {
  kiosk::Mailbox<int> mailbox;
  constexpr int last = 10'000;
  const std::jthread sender([&] {
    for (int i = 1; i <= last; ++i) {
      mailbox.post(i);
    }
  });
  int seen = 0;
  bool in_order = true;
  while (seen < last) {
    if (const auto taken = mailbox.take()) {
      in_order = in_order && *taken > seen;
      seen = *taken;
    } else {
      std::this_thread::yield();
    }
  }
  CHECK(in_order);
}
