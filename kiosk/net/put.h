#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "net/access.h"
#include "net/transfers.h"

namespace kiosk {

// One document on a web server, changed by WebDAV (RFC 4918): locked, read, written, let go. Blocks; one thread.
//
// The lock is what makes it safe. Of two who write at once, nginx lets both, whatever If-Match says; Apache looks at
// If-Match, but its ETags cannot tell two writings of one second. A locked document takes no other's writing on either.
//
// Problems name the document's address without its login, and the status with what to do about it.
class WebDocument {
 public:
  // How far a request is, in bytes of bodies.
  struct Waiting {
    std::string_view method;
    std::size_t sent;
    std::size_t to_send;
    std::size_t received;
  };
  // Called by the functions that ask the server, each `every` for as long as it is waited for, so that whoever sits at
  // a slow line sees that something moves.
  struct Telling {
    std::function<void(const Waiting&)> tell{};  // empty: nobody is told
    std::chrono::milliseconds every{};
  };
  // The access files are for this document's origin. Of it at most `most_bytes` are read.
  WebDocument(std::string url, AccessFiles access, std::size_t most_bytes, Telling telling = {nullptr, {}});

  enum class Lock {
    held,
    unknown,  // the server does not lock, or not this document
    others,   // somebody else holds it
  };
  // Asks for a lock of a minute, for nobody but this object. Whoever is killed leaves one that ends by itself.
  static constexpr std::chrono::seconds lock_time{60};
  Result<Lock> lock();
  // Lets the lock go; nothing where none is held. That a server does not answer is no problem: the lock ends.
  void unlock();

  // What stands there now, past all caches; nothing where there is no document, or an empty one, as some servers make
  // for a lock.
  Result<std::optional<std::string>> get();

  enum class Put { written, changed_meanwhile };
  // Replaces it whole: with the lock's token where one is held, else by the ETag that get() has seen, as far as the
  // server looks at it.
  Result<Put> put(std::string_view bytes);

  const std::string& name() const { return name_; }  // the address, for people

 private:
  Result<HttpAnswer> ask(const char* method, std::vector<std::string> headers, std::string body = {});
  Problem refusal(const char* verb, long status) const;

  std::string url_;
  std::string name_;
  HttpTransfers transfers_;
  std::size_t most_bytes_;
  std::string token_{};  // "<urn:uuid:…>", of the lock; empty: none
  std::string etag_{};
  bool exists_ = false;
  Telling telling_;
};

// As WebDocument, but leaves no lock behind where its block ends.
class LockedDocument {
 public:
  explicit LockedDocument(WebDocument& document) : document_(document) {}
  LockedDocument(const LockedDocument&) = delete;
  LockedDocument& operator=(const LockedDocument&) = delete;
  ~LockedDocument() { document_.unlock(); }

 private:
  WebDocument& document_;
};

}  // namespace kiosk
