#include "pictures/decoder_process.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include "images/image_file.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using namespace std::chrono_literals;
using kiosk::DecodedPicture;
using kiosk::DecoderProcess;
using kiosk::Image;
using kiosk::test::TemporaryFolder;
using Kind = kiosk::DecodedPicture::Kind;

namespace {

const std::string png = kiosk::encode_png({{2, 1}, {255, 0, 0, 255, 0, 0, 255, 255}});

// A decoder that a picture has taken over: a shell script.
class Script {
 public:
  explicit Script(const std::string& text) {
    std::ofstream(path()) << "#!/bin/sh\n" << text << '\n';
    std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
  }
  std::filesystem::path path() const { return folder_ / "decoder"; }

 private:
  TemporaryFolder folder_;
};

DecodedPicture decoded_by(const std::string& script, std::chrono::milliseconds patience = 30s) {
  const Script decoder(script);
  return DecoderProcess(decoder.path(), patience).decode(png);
}

}  // namespace

TEST_CASE("a picture is decoded by another process") {
  DecoderProcess decoder(kiosk::decoder_program());
  for (int i = 0; i < 3; ++i) {
    const DecodedPicture decoded = decoder.decode(png);
    INFO(decoded.problem.what);
    REQUIRE(decoded.kind == Kind::picture);
    CHECK(decoded.image.size == kiosk::Size{2, 1});
    CHECK(decoded.image.rgba == std::vector<std::uint8_t>{255, 0, 0, 255, 0, 0, 255, 255});
  }
}

TEST_CASE("bytes that are no picture are refused in the decoder's words") {
  DecoderProcess decoder(kiosk::decoder_program());
  for (const std::string& bytes :
       {std::string(), std::string("hello"), png.substr(0, 40), std::string(9U << 20U, 'x')}) {
    const DecodedPicture decoded = decoder.decode(bytes);
    CHECK(decoded.kind == Kind::not_a_picture);
    CHECK(decoded.problem.what.find("not a picture we can show: ") == 0);
  }
}

TEST_CASE("a picture that its decoder dies of is no picture") {
  for (const char* signal : {"SEGV", "ABRT", "SYS", "BUS", "FPE", "ILL"}) {
    const DecodedPicture decoded = decoded_by(std::string("cat >/dev/null; kill -") + signal + " $$");
    CHECK(decoded.kind == Kind::not_a_picture);
    CHECK(decoded.problem.what.find("it ends its decoder") != std::string::npos);
    CHECK(decoded.problem.what.find(signal) != std::string::npos);
  }
}

TEST_CASE("a decoder that was killed or had no more time is tried again") {
  for (const char* signal : {"KILL", "XCPU", "TERM"}) {
    CHECK(decoded_by(std::string("kill -") + signal + " $$").kind == Kind::not_now);
  }
  CHECK(decoded_by("exit 3").kind == Kind::not_now);
  CHECK(decoded_by("exec sleep 1000", 50ms).kind == Kind::not_now);
  CHECK(decoded_by("exec >&-; exec sleep 1000").kind == Kind::not_now);  // closed its pipe, and stays
}

TEST_CASE("what a decoder answers that was taken over is not trusted") {
  CHECK(decoded_by("echo 'this is no answer at all'").kind == Kind::not_a_picture);
  CHECK(decoded_by("cat /dev/zero").kind == Kind::not_a_picture);
  // A picture of 2000 x 1 pixels, then of 1920 x 1920 whose pixels never come.
  CHECK(decoded_by(R"(printf 'DVK1\001\0\0\0\320\007\0\0\001\0\0\0'; cat /dev/zero)").kind == Kind::not_a_picture);
  CHECK(decoded_by(R"(printf 'DVK1\001\0\0\0\200\007\0\0\200\007\0\0'; exec sleep 1000)", 100ms).kind == Kind::not_now);
  const DecodedPicture hostile = decoded_by(R"(printf 'DVK1\002\0\0\0\004\0\0\0\0\0\0\0\033[2J')");
  CHECK(hostile.kind == Kind::not_a_picture);
  CHECK(hostile.problem.what == "not a picture we can show: ?[2J");
}

TEST_CASE("a decoder that is not there is said to be missing, and is tried again") {
  const DecodedPicture decoded = DecoderProcess("/nowhere/decode-picture").decode(png);
  CHECK(decoded.kind == Kind::not_now);
  CHECK(decoded.problem.what.find("/nowhere/decode-picture cannot be started") != std::string::npos);
}

TEST_CASE("decoding is interrupted at once, now and later") {
  const Script decoder("exec sleep 1000");
  DecoderProcess process(decoder.path());
  std::jthread stop([&] { process.interrupt(); });
  CHECK(process.decode(png).kind == Kind::not_now);
  CHECK(process.decode(png).kind == Kind::not_now);
}

TEST_CASE("a decoder sees neither the environment nor what else is open") {
  const TemporaryFolder folder;
  const Script decoder("env > " + (folder / "env").string() + "; ls /proc/$$/fd > " + (folder / "fd").string());
  ::setenv("KIOSK_SECRET", "token", 1);
  DecoderProcess(decoder.path()).decode(png);
  CHECK(kiosk::test::file_text(folder / "env").find("token") == std::string::npos);
  const std::string open = kiosk::test::file_text(folder / "fd");
  for (const char* descriptor : {"3\n", "4\n", "5\n"}) {
    CHECK(open.find(descriptor) == std::string::npos);
  }
}
