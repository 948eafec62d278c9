#include "settings/keys.h"

#include "settings/toml_value.h"

namespace kiosk {
namespace {

using V = const TomlValue&;
using S = Settings&;

constexpr SettingsKey keys[] = {
    {"hall", R"("")", R"("gorky")", [](V v, S s) { v.read_text(s.hall); }},
    {"hall_by_host", "{}", R"({ screen-07 = "gorky" })", [](V v, S s) { v.read_hall_by_host(s.hall_by_host); }},
    {"time_zone", R"("")", R"("Europe/Moscow")", [](V v, S s) { v.read_time_zone(s.time_zone); }},
    {"languages", "[]", R"(["ru", "en"])", [](V v, S s) { v.read_languages(s.languages); }},
    {"language_turn", R"("20s")", R"("30s")",
     [](V v, S s) { v.read_duration(s.language_turn, min_language_turn, max_language_turn); }},
    {"broadcast", "[]", R"([{ hall = "gorky", url = "https://example.org/live" }])",
     [](V v, S s) { v.read_broadcasts(s.broadcasts); }},
    {"feed.url", R"("")", R"("https://example.org/feed.json")", [](V v, S s) { v.read_feeds(s.feeds); }},
    {"feed.poll", R"("10s")", R"("10s")", [](V v, S s) { v.read_duration(s.poll_interval, min_poll, max_poll); }},
    {"feed.hold", R"("15m")", R"("15m")", [](V v, S s) { v.read_duration(s.hold.time, no_hold, max_hold); }},
    {"feed.hold_sessions", "5", "5", [](V v, S s) { v.read_number(s.hold.sessions, 2, 1000); }},
    {"feed.hold_percent", "10", "10", [](V v, S s) { v.read_number(s.hold.percent, 1, 100); }},
    {"feed.cancelled_after", "2", "2", [](V v, S s) { v.read_number(s.hold.cancelled_after, 0, 1000); }},
    {"feed.token_file", R"("")", R"("/etc/venue-kiosk/token")",
     [](V v, S s) { v.read_path(s.feed_access.token_file); }},
    {"feed.login_file", R"("")", R"("/etc/venue-kiosk/login")",
     [](V v, S s) { v.read_path(s.feed_access.login_file); }},
    {"feed.ca_file", R"("")", R"("/etc/venue-kiosk/ca.pem")", [](V v, S s) { v.read_path(s.feed_access.ca_file); }},
    {"feed.certificate_file", R"("")", R"("/etc/venue-kiosk/kiosk.pem")",
     [](V v, S s) { v.read_path(s.feed_access.certificate_file); }},
    {"feed.key_file", R"("")", R"("/etc/venue-kiosk/kiosk.key")",
     [](V v, S s) { v.read_path(s.feed_access.key_file); }},
    {"feed.private_pictures", "false", "true", [](V v, S s) { v.read_switch(s.private_pictures); }},
    {"cache.folder", R"("")", R"("/var/cache/venue-kiosk")", [](V v, S s) { v.read_path(s.cache_folder); }},
    {"display.monitor", R"("")", R"("HDMI-1")", [](V v, S s) { v.read_monitor(s.window.monitor); }},
    {"display.windowed", R"("")", R"("1280x720")", [](V v, S s) { v.read_size(s.window.windowed); }},
    {"display.fade", "true", "false", [](V v, S s) { v.read_switch(s.display.fade); }},
    {"display.drift", "true", "false", [](V v, S s) { v.read_switch(s.display.drift); }},
    {"display.rotate", "0", "90", [](V v, S s) { v.read_rotation(s.display.rotate); }},
    {"display.dim", R"("")", R"("22:00-07:00")", [](V v, S s) { v.read_hours(s.display.dim); }},
    {"display.blank", R"("")", R"("22:00-07:00")", [](V v, S s) { v.read_hours(s.display.blank); }},
    {"theme.base", R"("dark")", R"("light")", [](V v, S s) { v.read_theme_base(s.theme.base); }},
    {"theme.background", R"("")", R"("#0a0f24")", [](V v, S s) { v.read_color(s.theme.background); }},
    {"theme.glow", R"("")", R"("#1b2750")", [](V v, S s) { v.read_color(s.theme.glow); }},
    {"theme.text", R"("")", R"("#ffffff")", [](V v, S s) { v.read_color(s.theme.text); }},
    {"theme.quiet_text", R"("")", R"("#b4bfe0")", [](V v, S s) { v.read_color(s.theme.quiet_text); }},
    {"theme.accent", R"("")", R"("#ffb347")", [](V v, S s) { v.read_color(s.theme.accent); }},
    {"theme.accent_text", R"("")", R"("#1a1204")", [](V v, S s) { v.read_color(s.theme.accent_text); }},
    {"theme.alert", R"("")", R"("#ff8a7a")", [](V v, S s) { v.read_color(s.theme.alert); }},
    {"theme.alert_text", R"("")", R"("#2a0602")", [](V v, S s) { v.read_color(s.theme.alert_text); }},
};

}  // namespace

std::span<const SettingsKey> settings_keys() { return keys; }

}  // namespace kiosk
