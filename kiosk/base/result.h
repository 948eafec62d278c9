#pragma once

#include <utility>

#include <tl/expected.hpp>

#include "base/problem.h"

namespace kiosk {

// A value, or the one problem that kept it from being made. Expected failures are returned this way;
// exceptions are left to start-up that cannot go on.
//
// tl::expected is std::expected for C++20: when the oldest compiler we build with has C++23, only this
// file changes.
template <class T>
using Result = tl::expected<T, Problem>;

// `return fail({.file = path, .what = "..."});`
inline tl::unexpected<Problem> fail(Problem problem) { return tl::unexpected<Problem>(std::move(problem)); }

}  // namespace kiosk
