#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/allowances.h"
#include "reading/plain_text.h"
#include "venue/hall.h"
#include "venue/local_text.h"
#include "venue/local_time.h"

namespace kiosk {

// Reads single members of a feed's objects. A member that is absent or null is simply not there; one that
// is there and wrong is reported to the list and then counts as absent, too: the caller decides whether the
// rest is usable without it.
class Fields {
 public:
  // `give_up`: see Allowances.
  explicit Fields(ProblemList& problems, std::function<bool()> give_up = {})
      : problems_(problems), allowances_(problems, std::move(give_up)) {}

  // The budgets of the feed that is read; texts and pictures are taken from them here.
  Allowances& allowances() { return allowances_; }
  // How much was reported so far, or left out in silence because it was beyond a budget. Where it is unchanged, what is
  // missing is missing in the feed.
  std::size_t reported() const { return problems_.count() + allowances_.refusals(); }

  // Times without an offset are in this zone; as long as none is set they are problems. Where it is known that there is
  // none, times stand as they are written: what the wall clock shows then, as if it were UTC's, whatever their offset.
  void set_time_zone(SaidZone zone) { zone_ = zone; }
  // Whether there were offsets that were left out for that: with a zone, such times would be others.
  bool offsets_left_out() const { return offsets_left_out_; }

  // What the addresses of pictures are relative to; empty: they stay as they are. See resolve_address.
  void set_base(std::string base) { base_ = std::move(base); }

  // A string, or an object of strings by language; markup goes, see plain_text.
  LocalText text(const Place& object, std::string_view key, Markup markup = Markup::dropped);
  LocalText text(const Place& value, Markup markup = Markup::dropped);
  // A string as it is, trimmed; may not be empty.
  std::string word(const Place& object, std::string_view key);
  // As word(); a whole number is taken for its digits, with a warning.
  std::string id(const Place& object, std::string_view key);
  std::string id(const Place& value);
  // As id(), for dialects where a number is as good as a text.
  std::string any_id(const Place& object, std::string_view key);
  std::optional<Instant> time(const Place& object, std::string_view key);
  // What time() makes of a text; nothing, and no problem, for what is no time.
  std::optional<Instant> instant(std::string_view text);
  // As time(), of what needs the instant itself. Where the zone is not known, one without an offset is a problem.
  std::optional<Instant> exact_time(const Place& object, std::string_view key);
  // `end`, the time in that member, unless it is before `start`: then a problem says that there is no end.
  std::optional<Instant> not_before(Instant start, std::optional<Instant> end, const Place& object,
                                    std::string_view key);
  // A person's name in two members, either of which may be missing.
  LocalText full_name(const Place& person, std::string_view first_key, std::string_view last_key);
  // Whether a session that has so many speakers may have one more, by its own budget and the feed's.
  bool takes_speaker(const Place& speaker, std::size_t so_far);
  // {"url": "https://…"}, or the URL alone with a warning. What passes as one: reading/web_address.h.
  std::optional<Link> link(const Place& object, std::string_view key);
  // The URL alone.
  std::optional<Link> url(const Place& object, std::string_view key);
  // The absolute address of a picture.
  std::string picture(const Place& object, std::string_view key);
  // "#10203a" or "#123", as 0xRRGGBB.
  std::optional<std::uint32_t> color(const Place& object, std::string_view key);
  // The index of the word in `words`; upper or lower case.
  std::optional<std::size_t> choice(const Place& object, std::string_view key, std::span<const std::string_view> words);
  // Whether the value is an object; else a problem says that it is not `what`: "a session".
  bool is_object(const Place& place, const char* what);
  // The array; nothing where it is absent, or is none.
  std::optional<Place> list(const Place& object, std::string_view key);
  std::optional<Place> list(const Place& value);

  // Warns of keys that look like a slip of the pen for one of `known`, and of known ones given twice.
  // Other keys are extras that a feed may carry.
  void check_keys(const Place& object, std::span<const std::string_view> known);

 private:
  std::optional<Link> check_url(const Place& value);
  LocalText afforded(const Place& place, LocalText text);
  // Whether it has at most so many bytes; else a problem says so.
  bool is_short(const Place& place, std::string_view text, std::size_t most);

  ProblemList& problems_;
  std::optional<SaidZone> zone_;
  bool offsets_left_out_ = false;
  std::string base_;
  Allowances allowances_;
  std::map<std::string, Result<std::string>, std::less<>> pictures_;  // resolved, by what the feed wrote
  std::size_t strange_keys_ = 0;
};

}  // namespace kiosk
