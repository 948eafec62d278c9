#include "graphics/installed_fonts.h"

#include <fontconfig/fontconfig.h>

#include <initializer_list>

namespace kiosk {

bool has_font_for(char32_t character) {
  for (const FcSetName name : {FcSetSystem, FcSetApplication}) {
    const FcFontSet* fonts = FcConfigGetFonts(nullptr, name);  // fontconfig's own
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
      FcBool scalable = FcFalse;
      FcCharSet* characters = nullptr;
      if (FcPatternGetBool(fonts->fonts[i], FC_SCALABLE, 0, &scalable) == FcResultMatch && scalable == FcTrue &&
          FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
          FcCharSetHasChar(characters, static_cast<FcChar32>(character)) == FcTrue) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace kiosk
