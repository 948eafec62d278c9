#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

// The texts of settings as values, beside those that read_settings.h offers to the command line.

// In the largest whole unit: "90s", "2m", "1h".
std::string format_duration(std::chrono::seconds duration);

// Well formed by BCP 47 (RFC 5646, 2.1) as far as screens meet it: a language of two or three letters,
// then subtags of one to eight letters and digits: "ru", "zh-Hant", "de-AT". Whether it exists is not checked.
bool is_language_tag(std::string_view text);

// The shape of a name in the tz database ("Europe/Moscow", "Etc/GMT-3", "UTC"), not whether it exists.
bool looks_like_time_zone(std::string_view text);

// Absolute and normal; empty stays empty.
std::filesystem::path resolve_path(std::string_view path, const std::filesystem::path& folder);

// A feed as Settings::feeds holds it: http(s) URLs as they are, paths absolute; "file:///srv/feed.json" is
// a path too (RFC 8089), so that what a browser's address line shows can be pasted. Nothing for any other
// scheme, for a file on another host, and for "~/…", which only a shell understands.
std::optional<std::string> resolve_feed(std::string_view feed, const std::filesystem::path& folder);

}  // namespace kiosk
