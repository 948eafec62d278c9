#include "locales/case_folded.h"

#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace kiosk {

std::string case_folded(std::string_view text) {
  const icu::UnicodeString plain = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  // Without ICU's data, which is linked in, names match letter by letter.
  const icu::UnicodeString folded = U_SUCCESS(error) ? fold->normalize(plain, error) : plain;
  std::string utf8;
  return folded.toUTF8String(utf8);
}

}  // namespace kiosk
