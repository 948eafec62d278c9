#include "locales/host_name.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>

namespace kiosk {
namespace {

using icu::UnicodeString;

UnicodeString utf16(std::string_view text) {
  return UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string utf8(const UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_label_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// As the URL Standard sees it ("ends in a number"): the browser then reads an IPv4 address or nothing.
bool ends_in_a_number(std::string_view host) {
  std::string_view last = host.substr(host.rfind('.') + 1);
  if (last.starts_with("0x") || last.starts_with("0X")) {
    last.remove_prefix(2);
    return last.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
  }
  return !last.empty() && std::all_of(last.begin(), last.end(), is_digit);
}

// Both take decimal numbers without leading zeros alone.
bool is_address(int family, std::string_view text) {
  unsigned char bytes[16];
  return ::inet_pton(family, std::string(text).c_str(), bytes) == 1;
}

struct Converted {
  UnicodeString text;
  std::uint32_t errors = 0;
};

// Hyphens may stand anywhere, as in the names of large video sites (UTS #46, CheckHyphens=false, as in browsers).
constexpr std::uint32_t hyphens = UIDNA_ERROR_LEADING_HYPHEN | UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

enum class Form { unicode, ascii };
std::optional<UnicodeString> converted(std::string_view host, Form form) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(icu::IDNA::createUTS46Instance(
      UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
      code));
  UnicodeString result;
  icu::IDNAInfo info;
  if (U_SUCCESS(code)) {
    form == Form::unicode ? idna->nameToUnicode(utf16(host), result, info, code)
                          : idna->nameToASCII(utf16(host), result, info, code);
  }
  return U_SUCCESS(code) && (info.getErrors() & ~hyphens) == 0 ? std::optional(result) : std::nullopt;
}

std::vector<UnicodeString> labels_of(const UnicodeString& host) {
  std::vector<UnicodeString> labels;
  for (std::int32_t begin = 0; begin <= host.length();) {
    const std::int32_t dot = host.indexOf(u'.', begin);
    const std::int32_t end = dot >= 0 ? dot : host.length();
    labels.emplace_back(host, begin, end - begin);
    begin = end + 1;
  }
  return labels;
}

template <auto free>
struct Free {
  template <class T>
  void operator()(T* thing) const {
    free(thing);
  }
};
using Checker = std::unique_ptr<USpoofChecker, Free<uspoof_close>>;

// Null where ICU has no data.
Checker strict_checker() {
  UErrorCode code = U_ZERO_ERROR;
  Checker checker(uspoof_open(&code));
  if (U_FAILURE(code)) {
    return nullptr;
  }
  // Beside letters and digits: the hyphen, the low line, Catalan's dot, Hebrew's geresh and Japanese's dot.
  icu::UnicodeSet allowed;
  allowed.addAll(*uspoof_getRecommendedUnicodeSet(&code));
  allowed.addAll(icu::UnicodeString(u"-_·׳״・"));
  uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
  uspoof_setAllowedUnicodeSet(checker.get(), &allowed, &code);
  uspoof_setChecks(
      checker.get(),
      USPOOF_RESTRICTION_LEVEL | USPOOF_CHAR_LIMIT | USPOOF_INVISIBLE | USPOOF_MIXED_NUMBERS | USPOOF_HIDDEN_OVERLAY,
      &code);
  return U_SUCCESS(code) ? std::move(checker) : nullptr;
}

// Whether a host is written as what it stands for, label by label. Case and composition do not count; a label in
// punycode stands for another by design.
bool is_written_as(const UnicodeString& opened, UnicodeString written) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(code);
  written.toLower(icu::Locale::getRoot());
  std::vector<UnicodeString> left = labels_of(opened);
  std::vector<UnicodeString> right = labels_of(written);
  return U_SUCCESS(code) &&
         std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](const auto& shown, const auto& label) {
           return label.startsWith(u"xn--") || composed->normalize(label, code) == shown;
         });
}

// What single letters can be taken for, although scripts and characters are in order: kana and strokes for slashes and
// hyphens where nothing Japanese stands on one side; marks of Latin, Greek and Cyrillic on other letters; a stroke
// through any letter; a second dot on an i; a middle dot but between two l; an i that lacks its dot among letters of
// plain Latin.
bool has_a_false_friend(const UnicodeString& label) {
  static constexpr char16_t patterns[] =
      u"(?:^|[^\\p{scx=Kana}\\p{scx=Hira}\\p{scx=Hani}])[ノンソゾー一丶丿]|"
      u"[ノンソゾ一丶丿](?:$|[^\\p{scx=Kana}\\p{scx=Hira}\\p{scx=Hani}])|"
      u"(?:^|[^\\p{scx=Latn}\\p{scx=Grek}\\p{scx=Cyrl}])[\\u0300-\\u0339]|[ijlı]\\u0307|[\\u0334-\\u0338]|ı[\\u0300-"
      u"\\u0339]|"
      u"(?:^|[^l])·|·(?:$|[^l])|^[a-z0-9_-]*ı[a-z0-9ı_-]*$";
  UErrorCode code = U_ZERO_ERROR;
  icu::RegexMatcher matcher(patterns, label, 0, code);
  return U_FAILURE(code) || matcher.find(code) != 0 || U_FAILURE(code);
}

// USCRIPT_COMMON where there are no letters, USCRIPT_UNKNOWN where they are of several scripts.
UScriptCode script_of(const UnicodeString& label) {
  UScriptCode script = USCRIPT_COMMON;
  for (std::int32_t i = 0; i < label.length(); i = label.moveIndex32(i, 1)) {
    UErrorCode code = U_ZERO_ERROR;
    const UScriptCode own = uscript_getScript(label.char32At(i), &code);
    if (own == USCRIPT_COMMON || own == USCRIPT_INHERITED) {
      continue;
    }
    if (script != USCRIPT_COMMON && script != own) {
      return USCRIPT_UNKNOWN;
    }
    script = own;
  }
  return script;
}

// Whether a label without a Latin letter looks like one of ASCII letters alone (UTS #39, 4: its skeleton).
bool imitates_latin(const USpoofChecker* checker, const UnicodeString& label) {
  UErrorCode code = U_ZERO_ERROR;
  UnicodeString skeleton;
  uspoof_getSkeletonUnicodeString(checker, 0, label, skeleton, &code);
  return U_FAILURE(code) || is_ascii(utf8(skeleton));
}

bool can_be_mistaken(const UnicodeString& host) {
  const Checker checker = strict_checker();
  if (checker == nullptr) {
    return true;
  }
  const std::vector<UnicodeString> labels = labels_of(host);
  const UScriptCode top_level = script_of(labels.back());
  for (const UnicodeString& label : labels) {
    if (is_ascii(utf8(label))) {
      continue;
    }
    UErrorCode code = U_ZERO_ERROR;
    if (uspoof_checkUnicodeString(checker.get(), label, nullptr, &code) != 0 || U_FAILURE(code) ||
        has_a_false_friend(label)) {
      return true;
    }
    const UScriptCode script = script_of(label);
    const bool at_home = &label != &labels.back() && script == top_level && script != USCRIPT_COMMON;
    if (script != USCRIPT_LATIN && !at_home && imitates_latin(checker.get(), label)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_host_as_opened(std::string_view host) {
  if (host.starts_with('[')) {
    return host.ends_with(']') && is_address(AF_INET6, host.substr(1, host.size() - 2));
  }
  if (host.empty() || host.front() == '.' || host.back() == '.' || host.find("..") != std::string_view::npos ||
      !std::all_of(host.begin(), host.end(), [](char c) { return c == '.' || is_label_character(c); })) {
    return false;
  }
  if (ends_in_a_number(host)) {
    return is_address(AF_INET, host);
  }
  const std::optional<UnicodeString> opened = converted(host, Form::unicode);
  return opened && converted(host, Form::ascii) && is_written_as(*opened, utf16(host));
}

std::string host_to_read(std::string_view host) {
  std::string lower(host);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower.starts_with('[') || (is_ascii(lower) && lower.find("xn--") == std::string::npos)) {
    return lower;
  }
  if (const std::optional<UnicodeString> readable = converted(lower, Form::unicode);
      readable && !can_be_mistaken(*readable)) {
    return utf8(*readable);
  }
  const std::optional<UnicodeString> ascii = converted(lower, Form::ascii);
  return ascii ? utf8(*ascii) : lower;
}

std::string host_to_look_up(std::string_view host) {
  const std::optional<UnicodeString> ascii = converted(host, Form::ascii);
  return ascii ? utf8(*ascii) : "";
}

}  // namespace kiosk
