#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// Names of hosts: what a browser opens, and what a person reads. Pure. UTF-8; a host is that of an address without user
// and port.

// Whether the host is written as the browser opens it, so that reading it is enough (URL Standard, 3.5, "host
// parsing"): an IPv6 address in brackets; an IPv4 address of four decimal numbers; else labels of letters, digits,
// hyphens and low lines, none of them empty, in any script as UTS #46 admits it. What UTS #46 would change on the way,
// beside upper case and composition, is not written so: full-width letters and dots, ligatures, soft hyphens, joiners
// without need. Nor are percent signs, a dot at the end, numbers that stand for an IPv4 address (0x7f.1, 2130706433),
// and punycode that stands for no name.
bool is_host_as_opened(std::string_view host);

// The host as a person should read it, lower case. An internationalised name is in its own letters where these cannot
// be taken for others: each label within one script, or a mixture in use, and not imitating Latin (Unicode's UTS #39:
// "highly restrictive", recommended characters, whole-script confusables; and the rules for single letters that
// browsers have beside it). Else it is in punycode, all of it. A label in the script of its top-level domain may look
// Latin: under .рф no Latin names exist that it could imitate. A host that is no name stays as it is.
std::string host_to_read(std::string_view host);

// The host as it is looked up (UTS #46): in ASCII, small letters, whatever it was written in. Empty: it is none.
std::string host_to_look_up(std::string_view host);

}  // namespace kiosk
