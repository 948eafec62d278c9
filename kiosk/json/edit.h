#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"

namespace kiosk {

// Changes to a JSON document that somebody wrote: only the bytes change that have to. Fields that nobody here knows,
// their order, indentation, line ends, a byte order mark, how numbers and letters are written: all stay, and what is
// added looks like what stands beside it. Each takes the document and gives the new one, parsed again and compared with
// what was meant. Pure; linear in the document.
//
// A problem has line, pointer and what is wrong, no file: the document is none, there is no such value, or a key of the
// objects on the way to it stands twice, so that readers may differ in which one counts.
//
// `pointer` is a JSON pointer (RFC 6901), "" for the document, as Place::pointer() gives it.

// Gives a member of the object at `pointer` a value, and adds it at the object's end where it is missing. A member that
// has that value stays as it is written.
Result<std::string> set_json_member(std::string_view document, std::string_view pointer, std::string_view key,
                                    const nlohmann::ordered_json& value);

// Adds a value at the end of the array at `pointer`.
Result<std::string> append_json_element(std::string_view document, std::string_view pointer,
                                        const nlohmann::ordered_json& value);

// Takes a member or an element away, with its comma. Not the document.
Result<std::string> remove_json_value(std::string_view document, std::string_view pointer);

}  // namespace kiosk
