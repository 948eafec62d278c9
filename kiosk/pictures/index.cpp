#include "pictures/index.h"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>

#include "base/body_hash.h"

namespace kiosk {
namespace {

// The text: this line, a hash over all lines behind it, then an entry a line, its fields separated by tabs.
constexpr std::string_view first_line = "venue-kiosk pictures 1\n";
constexpr std::size_t digits_of_hash = 16;

// Ages are computed from what is read here: seconds since 1970, to the end of the year 9999 and as far back.
constexpr std::int64_t latest = 253'402'300'799;
constexpr std::int64_t earliest = -latest;

// A field holds no separators: what would is not remembered. HTTP forbids most of it in validators anyway.
std::string one_field(const std::string& text) {
  return text.find_first_of("\t\r\n") == std::string::npos ? text : std::string();
}

std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

template <class Number>
bool read(std::string_view digits, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  return error == std::errc() && end == digits.data() + digits.size();
}

std::optional<PictureEntry> parse_entry(std::string_view line) {
  PictureEntry entry;
  std::int64_t fetched = 0;
  const bool good = read(take_until(line, '\t'), entry.address, 16) &&
                    read(take_until(line, '\t'), entry.content, 16) && read(take_until(line, '\t'), entry.size) &&
                    read(take_until(line, '\t'), fetched);
  entry.fetched = Instant(std::chrono::seconds(std::clamp(fetched, earliest, latest)));
  entry.validators.etag = take_until(line, '\t');
  entry.validators.last_modified = line;
  return good ? std::optional(std::move(entry)) : std::nullopt;
}

}  // namespace

PictureIndex::PictureIndex(std::vector<PictureEntry> entries) : entries_(std::move(entries)) {
  std::unordered_set<std::uint64_t> addresses;
  std::erase_if(entries_, [&](const PictureEntry& entry) { return !addresses.insert(entry.address).second; });
}

const PictureEntry* PictureIndex::find(std::uint64_t address) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const PictureEntry& entry) { return entry.address == address; });
  return found != entries_.end() ? &*found : nullptr;
}

bool PictureIndex::names(std::uint64_t content) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const PictureEntry& entry) { return entry.content == content; });
}

void PictureIndex::put(PictureEntry entry) {
  drop(entry.address);
  entries_.insert(entries_.begin(), std::move(entry));
}

void PictureIndex::use(std::uint64_t address) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const PictureEntry& entry) { return entry.address == address; });
  if (found != entries_.end()) {
    std::rotate(entries_.begin(), found, found + 1);
  }
}

void PictureIndex::drop(std::uint64_t address) {
  std::erase_if(entries_, [&](const PictureEntry& entry) { return entry.address == address; });
}

void PictureIndex::drop_content(std::uint64_t content) {
  std::erase_if(entries_, [&](const PictureEntry& entry) { return entry.content == content; });
}

void PictureIndex::shrink(const PictureLimits& limits) {
  std::unordered_set<std::uint64_t> contents;
  std::size_t bytes = 0;
  std::size_t kept = 0;
  while (kept < entries_.size() && kept < limits.pictures) {
    if (contents.insert(entries_[kept].content).second) {
      const std::size_t size = entries_[kept].size;
      if (size > limits.bytes - bytes) {
        break;
      }
      bytes += size;
    }
    ++kept;
  }
  entries_.resize(kept);
}

std::string to_text(const PictureIndex& index) {
  std::string lines;
  for (const PictureEntry& entry : index.entries()) {
    lines += picture_file_name(entry.address) + '\t' + picture_file_name(entry.content) + '\t' +
             std::to_string(entry.size) + '\t' + std::to_string(entry.fetched.time_since_epoch().count()) + '\t' +
             one_field(entry.validators.etag) + '\t' + one_field(entry.validators.last_modified) + '\n';
  }
  return std::string(first_line) + picture_file_name(body_hash(lines)) + '\n' + lines;
}

std::optional<PictureIndex> parse_picture_index(std::string_view text) {
  if (!text.starts_with(first_line)) {
    return std::nullopt;
  }
  text.remove_prefix(first_line.size());
  std::uint64_t hash = 0;
  if (!read(take_until(text, '\n'), hash, 16) || body_hash(text) != hash) {
    return std::nullopt;
  }
  std::vector<PictureEntry> entries;
  while (!text.empty()) {
    auto entry = parse_entry(take_until(text, '\n'));
    if (!entry) {
      return std::nullopt;
    }
    entries.push_back(*std::move(entry));
  }
  return PictureIndex(std::move(entries));
}

std::string picture_file_name(std::uint64_t content) {
  char digits[digits_of_hash] = {};
  const char* end = std::to_chars(digits, digits + digits_of_hash, content, 16).ptr;
  const std::string text(digits, static_cast<std::size_t>(end - digits));
  return std::string(digits_of_hash - text.size(), '0') + text;
}

bool is_picture_file_name(std::string_view name) {
  return name.size() == digits_of_hash && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace kiosk
