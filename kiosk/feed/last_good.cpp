#include "feed/last_good.h"

#include <charconv>
#include <system_error>

#include "base/atomic_file.h"
#include "base/body_hash.h"
#include "base/url.h"
#include "feed/source.h"

namespace kiosk {
namespace {

// The file: this line, "name: value" lines, a hash over everything else, an empty line, the body.
constexpr std::string_view first_line = "venue-kiosk last good feed 1\n";
constexpr std::size_t max_header_bytes = 64U << 10U;

std::string hex(std::uint64_t number) {
  char digits[17] = {};
  const auto end = std::to_chars(digits, digits + 16, number, 16).ptr;
  const std::string text(digits, end);
  return std::string(16 - text.size(), '0') + text;
}

// A header value is a line: what would break one is not remembered. HTTP forbids it in validators anyway.
std::string one_line(std::string_view text) {
  return text.find_first_of("\r\n") == std::string_view::npos ? std::string(text) : std::string();
}

std::string header_of(const LastGood& last_good) {
  return std::string(first_line) + "feed: " + one_line(without_credentials(last_good.feed)) + '\n' +
         "address: " + hex(body_hash(last_good.feed)) + '\n' +
         "fetched: " + std::to_string(last_good.fetched.time_since_epoch().count()) + '\n' +
         "etag: " + one_line(last_good.validators.etag) + '\n' +
         "last-modified: " + one_line(last_good.validators.last_modified) + '\n';
}

std::string hash_line(std::string_view header, std::string_view body) {
  return "hash: " + hex(body_hash(body, body_hash(header))) + "\n\n";
}

// Seconds since 1970, as far as a feed's times go: ages are computed from what is read here. Nothing for what is no
// number, or one of no year with four digits.
std::optional<Instant> instant_of(std::string_view digits) {
  constexpr std::int64_t latest = 253'402'300'799;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  const bool good =
      error == std::errc() && end == digits.data() + digits.size() && seconds >= -latest && seconds <= latest;
  return good ? std::optional(Instant(std::chrono::seconds(seconds))) : std::nullopt;
}

// Takes "name: value\n" off the front.
std::optional<std::string_view> take_line(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name) || !text.substr(name.size()).starts_with(": ")) {
    return std::nullopt;
  }
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t begin = name.size() + 2;
  const std::string_view value = text.substr(begin, end - begin);
  text.remove_prefix(end + 1);
  return value;
}

std::optional<LastGood> parse(std::string_view file, const std::string& feed, std::string& what) {
  what = "is no last good feed of this program, or torn";
  if (!file.starts_with(first_line)) {
    return std::nullopt;
  }
  std::string_view rest = file.substr(first_line.size());
  const auto name = take_line(rest, "feed");
  const auto address = take_line(rest, "address");
  const auto fetched = take_line(rest, "fetched");
  const auto etag = take_line(rest, "etag");
  const auto last_modified = take_line(rest, "last-modified");
  const std::string_view header = file.substr(0, file.size() - rest.size());
  const auto hash = take_line(rest, "hash");
  if (!name || !address || !fetched || !etag || !last_modified || !hash || !rest.starts_with('\n')) {
    return std::nullopt;
  }
  const std::string_view body = rest.substr(1);
  if (hash_line(header, body) != "hash: " + std::string(*hash) + "\n\n") {
    return std::nullopt;
  }
  if (*address != hex(body_hash(feed))) {
    what = "holds another feed: " + std::string(*name);
    return std::nullopt;
  }
  return LastGood{.feed = feed,
                  .validators = {std::string(*etag), std::string(*last_modified)},
                  .fetched = instant_of(*fetched).value_or(Instant()),  // the body is good, however old
                  .body = std::string(body)};
}

std::filesystem::path confirmation_path(const std::filesystem::path& folder, const std::string& feed) {
  return last_good_path(folder, feed).concat(".confirmed");
}

std::string confirmation_of(std::uint64_t hash, std::string_view seconds) {
  const std::string text = hex(hash) + ' ' + std::string(seconds);
  return text + ' ' + hex(body_hash(text)) + '\n';
}

// Nothing where there is none, or it is torn or of another body: then it was fetched, and that is all that is known.
std::optional<Instant> confirmed(const std::filesystem::path& folder, const LastGood& last_good) {
  constexpr std::size_t most_bytes = 100;
  const Result<std::string> file = read_file(confirmation_path(folder, last_good.feed), most_bytes);
  const std::size_t begin = file ? file->find(' ') : std::string::npos;
  if (begin == std::string::npos) {
    return std::nullopt;
  }
  const std::string number = file->substr(begin + 1, file->find(' ', begin + 1) - begin - 1);
  return *file == confirmation_of(body_hash(last_good.body), number) ? instant_of(number) : std::nullopt;
}

}  // namespace

std::filesystem::path last_good_path(const std::filesystem::path& folder, const std::string& feed) {
  return folder / ("feed-" + hex(body_hash(feed)));
}

Result<void> save_last_good(const std::filesystem::path& folder, const LastGood& last_good) {
  const std::string header = header_of(last_good);
  return write_file_atomically(last_good_path(folder, last_good.feed),
                               header + hash_line(header, last_good.body) + last_good.body, Readers::owner_alone);
}

Result<void> confirm_last_good(const std::filesystem::path& folder, const std::string& feed, std::uint64_t of_body,
                               Instant confirmed) {
  return write_file_atomically(confirmation_path(folder, feed),
                               confirmation_of(of_body, std::to_string(confirmed.time_since_epoch().count())),
                               Readers::owner_alone);
}

Result<std::optional<LastGood>> load_last_good(const std::filesystem::path& folder, const std::string& feed) {
  const std::filesystem::path path = last_good_path(folder, feed);
  std::error_code error;
  if (std::filesystem::status(path, error).type() == std::filesystem::file_type::not_found) {
    return std::nullopt;
  }
  const Result<std::string> file = read_file(path, max_feed_bytes + max_header_bytes);
  if (!file) {
    return fail(file.error());
  }
  std::string what;
  auto last_good = parse(*file, feed, what);
  if (!last_good) {
    return fail({.file = path.string(), .what = what});
  }
  // Not the later of the two: the clock may have been set back since.
  last_good->fetched = confirmed(folder, *last_good).value_or(last_good->fetched);
  return last_good;
}

}  // namespace kiosk
