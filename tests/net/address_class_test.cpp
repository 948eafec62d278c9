#include "net/address_class.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <string>

#include "net/access.h"
#include "tests/catch.h"

using kiosk::address_class;
using kiosk::AddressClass;
using kiosk::class_of_host;
using kiosk::class_of_ip;
using kiosk::host_of;

TEST_CASE("addresses of the venue's own network are told from those of the internet, to the last of each block") {
  struct Edge {
    const char* last_before;  // of the internet
    const char* first;
    const char* last;
    const char* first_after;  // of the internet
  };
  for (const Edge& edge : {
           Edge{"9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"},
           Edge{"100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"},
           Edge{"169.253.255.255", "169.254.0.0", "169.254.255.255", "169.255.0.0"},
           Edge{"172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"},
           Edge{"192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"},
           Edge{"198.17.255.255", "198.18.0.0", "198.19.255.255", "198.20.0.0"},
           Edge{"1.0.0.0", "0.0.0.0", "0.255.255.255", "1.0.0.0"},
           Edge{"223.255.255.255", "224.0.0.0", "255.255.255.255", "1.1.1.1"},
           Edge{"2003::1", "fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2a00::1"},
           Edge{"2003::1", "fe80::", "febf::1", "2a00::1"},
           Edge{"2003::1", "fec0::", "ff02::1", "2a00::1"},
           Edge{"2000::", "::", "::", "2a00::1"},
           Edge{"2001:200::", "2001::", "2001:1ff::1", "2001:470::1"},
           Edge{"2001:db7::", "2001:db8::", "2001:db8:ffff::", "2001:db9::"},
       }) {
    CAPTURE(edge.first);
    CHECK(class_of_ip(edge.last_before) == AddressClass::internet);
    CHECK(class_of_ip(edge.first) == AddressClass::local);
    CHECK(class_of_ip(edge.last) == AddressClass::local);
    CHECK(class_of_ip(edge.first_after) == AddressClass::internet);
  }
}

TEST_CASE("all of 127.0.0.0/8 is this machine, and ::1 alone") {
  for (const char* address : {"127.0.0.0", "127.0.0.1", "127.255.255.255", "::1"}) {
    CHECK(class_of_ip(address) == AddressClass::loopback);
  }
  for (const char* address : {"126.255.255.255", "128.0.0.0"}) {
    CHECK(class_of_ip(address) == AddressClass::internet);
  }
  CHECK(class_of_ip("::2") == AddressClass::local);
}

TEST_CASE("an IPv6 address that stands for one of IPv4 is what that one is") {
  for (const std::string prefix : {"::ffff:", "::", "64:ff9b::"}) {
    CAPTURE(prefix);
    CHECK(class_of_ip((prefix + "192.168.1.1").c_str()) == AddressClass::local);
    CHECK(class_of_ip((prefix + "169.254.169.254").c_str()) == AddressClass::local);
    CHECK(class_of_ip((prefix + "127.0.0.1").c_str()) == AddressClass::loopback);
    CHECK(class_of_ip((prefix + "8.8.8.8").c_str()) == AddressClass::internet);
  }
  CHECK(class_of_ip("2002:c0a8:0101::1") == AddressClass::local);     // 6to4 of 192.168.1.1
  CHECK(class_of_ip("2002:0808:0808::1") == AddressClass::internet);  // and of 8.8.8.8
  CHECK(class_of_ip("64:ff9b:1::8.8.8.8") == AddressClass::local);    // a network's own translation
}

TEST_CASE("the bytes of a socket's address are read, and what has none is not of the internet") {
  sockaddr_in four{};
  four.sin_family = AF_INET;
  ::inet_pton(AF_INET, "8.8.8.8", &four.sin_addr);
  CHECK(address_class(reinterpret_cast<const sockaddr&>(four)) == AddressClass::internet);
  ::inet_pton(AF_INET, "10.1.2.3", &four.sin_addr);
  CHECK(address_class(reinterpret_cast<const sockaddr&>(four)) == AddressClass::local);
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  ::inet_pton(AF_INET6, "2606:4700::1111", &six.sin6_addr);
  CHECK(address_class(reinterpret_cast<const sockaddr&>(six)) == AddressClass::internet);
  ::inet_pton(AF_INET6, "::1", &six.sin6_addr);
  CHECK(address_class(reinterpret_cast<const sockaddr&>(six)) == AddressClass::loopback);
  sockaddr other{};
  other.sa_family = AF_UNIX;
  CHECK(address_class(other) == AddressClass::local);
  CHECK(address_class(std::span<const unsigned char>()) == AddressClass::local);
}

TEST_CASE("a host that is an address is one in whatever notation a URL may have") {
  for (const char* url : {"http://127.0.0.1/", "http://0x7f.1/", "http://0x7f000001/", "http://2130706433/",
                          "http://017700000001/", "http://127.1/", "http://%3127.0.0.1/", "http://user@127.0.0.1:81/",
                          "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://localhost/", "http://LOCALHOST./",
                          "http://a.localhost/", "http://127.0.0.1./"}) {
    CAPTURE(url);
    CHECK(class_of_host(host_of(url)) == AddressClass::loopback);
  }
  for (const char* url :
       {"http://10.1/", "http://0xa9fea9fe/", "http://[fe80::1%25eth0]/", "http://router/", "http://printer.local/",
        "http://db.internal/", "http://nas.home.arpa/", "http://[fc00::1]/"}) {
    CAPTURE(url);
    CHECK(class_of_host(host_of(url)) == AddressClass::local);
  }
  for (const char* url : {"http://8.8.8.8/", "http://0x08080808/", "http://[2606:4700::1111]/"}) {
    CAPTURE(url);
    CHECK(class_of_host(host_of(url)) == AddressClass::internet);
  }
  for (const char* url : {"http://example.org/", "http://local.example/", "http://notlocalhost.example/",
                          "http://10.0.0.1.example.org/", "http://xlocal.org/"}) {
    CAPTURE(url);
    CHECK_FALSE(class_of_host(host_of(url)));
  }
}

TEST_CASE("letters that a resolver takes for digits and dots hide no address") {
  for (const char* url :
       {"http://１２７.０.０.１/", "http://127。0。0。1/", "http://①②⑦.0.0.1/", "http://ｌｏｃａｌｈｏｓｔ/"}) {
    CAPTURE(url, host_of(url));
    CHECK(class_of_host(host_of(url)).value_or(AddressClass::local) != AddressClass::internet);
    CHECK((host_of(url).empty() || class_of_host(host_of(url))));
  }
}
