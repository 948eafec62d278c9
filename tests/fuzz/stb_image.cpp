// stb's decoders, compiled here once more in place of the system's library, which no sanitizer looks into.
#pragma GCC diagnostic ignored "-Weverything"
#define STB_IMAGE_IMPLEMENTATION
#include <stb_image.h>
