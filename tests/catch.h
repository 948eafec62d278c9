#pragma once

// Catch2 v3 where the distribution has it, v2 on Debian 12.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
