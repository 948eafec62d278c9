#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace kiosk {

// Where a value of a document begins, both from 1; the column counts characters.
struct DocumentPlace {
  int line = 0;
  int column = 0;
  friend bool operator==(const DocumentPlace&, const DocumentPlace&) = default;
};

// The places of the values at these JSON pointers (RFC 6901); those that the document has not are missing. Of a key
// that stands twice, the last. None of what is no JSON. Pure; linear, however the lines are broken.
std::map<std::string, DocumentPlace> document_places(std::string_view text, const std::set<std::string>& pointers);

}  // namespace kiosk
