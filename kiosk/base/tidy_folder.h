#pragma once

#include <filesystem>
#include <string_view>

namespace kiosk {

// Puts a folder of this program in order, once at the start. `is_ours` knows the names of what the program keeps
// there; whatever else lies in it is never touched.
//
// - Temporary files of ours that a power cut left are removed, unless another process may still be writing them.
// - Files of ours become 0600, and a folder with nothing else in it 0700: earlier versions left that to umask. A folder
//   that is somebody else's, or shared on purpose (set-group-id, sticky), stays as it is.
//
// What fails is left as it was: a folder that is read-only, or not there yet, is no problem here.
void tidy_folder(const std::filesystem::path& folder, bool (*is_ours)(std::string_view name));

}  // namespace kiosk
