#pragma once

#include <string_view>

namespace kiosk {

// What the objects of a venue feed may hold (config/feed.schema.json).
namespace venue_feed_keys {
inline constexpr std::string_view document[] = {"$schema", "format", "event", "halls", "sessions", "notices"};
inline constexpr std::string_view event[] = {"title", "short_title", "time_zone", "languages", "url", "logo", "colors"};
inline constexpr std::string_view colors[] = {"background", "accent"};
inline constexpr std::string_view hall[] = {"id", "name", "place", "broadcast", "delay", "background"};
inline constexpr std::string_view delay[] = {"minutes", "from"};
inline constexpr std::string_view session[] = {"id",    "kind",   "hall",     "halls",     "plenum",    "start",
                                               "end",   "title",  "subtitle", "track",     "language",  "speakers",
                                               "state", "reason", "overflow", "broadcast", "recording", "originally"};
inline constexpr std::string_view speaker[] = {"name", "role", "photo"};
inline constexpr std::string_view originally[] = {"hall", "start"};
inline constexpr std::string_view notice[] = {"id", "level", "text", "halls", "from", "until"};
inline constexpr std::string_view link[] = {"url"};
}  // namespace venue_feed_keys

}  // namespace kiosk
