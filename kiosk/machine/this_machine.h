#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kiosk {

std::string host_name();

// IPv4 and global IPv6 addresses of the interfaces that are up, loopback left out.
std::vector<std::string> network_addresses();

// Since the kernel started this process, to 10 ms: what a person waits for, dynamic linking included.
double seconds_since_process_start();

// Pages in memory now, shared ones included.
std::uint64_t resident_memory_bytes();

// From now on large blocks go back to the system as soon as they are freed. The C library would learn from the first of
// them to keep tens of megabytes for each thread, which after one strange feed nobody needs again.
void give_back_large_blocks();

}  // namespace kiosk
