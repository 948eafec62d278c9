#pragma once

namespace kiosk {

// Whether any font of the machine that can be drawn at every size has a glyph for the character, by fontconfig's own
// lists. Microseconds; the first call reads fontconfig's cache, unless a TextEngine has. Draw thread.
bool has_font_for(char32_t character);

}  // namespace kiosk
