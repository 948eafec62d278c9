#include "net/transfer.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <new>
#include <string_view>
#include <utility>

#include "base/url.h"
#include "net/failure.h"
#include "net/proxy.h"
#include "net/times.h"

namespace kiosk {
namespace {

constexpr long slowest_bytes_per_s = 10;
constexpr int most_redirects = 5;

// Empty where there is none.
std::string header(CURL* easy, const char* name) {
  curl_header* found = nullptr;
  if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) {
    return "";
  }
  // Of an empty header libcurl 7.88 gives the line's end for the value, which would end a request's header early.
  const std::string_view value = found->value;
  return std::string(value.substr(0, value.find_first_of("\r\n")));
}

std::size_t transferred(CURL* easy) {
  long request = 0;
  long response = 0;
  curl_off_t body = 0;
  curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &request);
  curl_easy_getinfo(easy, CURLINFO_HEADER_SIZE, &response);
  curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &body);
  return static_cast<std::size_t>(request + response + body);
}

std::chrono::microseconds time_until(CURL* easy, CURLINFO which) {
  curl_off_t time = 0;
  curl_easy_getinfo(easy, which, &time);
  return std::chrono::microseconds(time);
}

// From when the server wrote its date, as far as can be known: half of the way there and back, and the body's way.
std::chrono::microseconds since_date(CURL* easy) {
  const auto sent = time_until(easy, CURLINFO_PRETRANSFER_TIME_T);
  const auto first = time_until(easy, CURLINFO_STARTTRANSFER_TIME_T);
  return time_until(easy, CURLINFO_TOTAL_TIME_T) - first + (first - sent) / 2;
}

long status_of(CURL* easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

// When the server's own certificate expires, as curl tells it of OpenSSL: "Nov 29 23:49:43 2026 GMT".
std::optional<Instant> certificate_until(CURL* easy) {
  curl_certinfo* chain = nullptr;
  if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK || chain == nullptr || chain->num_of_certs < 1) {
    return std::nullopt;
  }
  constexpr std::string_view field = "Expire date:";
  for (const curl_slist* line = chain->certinfo[0]; line != nullptr; line = line->next) {
    if (std::string_view(line->data).starts_with(field)) {
      const time_t time = curl_getdate(line->data + field.size(), nullptr);
      return time == -1 ? std::nullopt : std::optional(Instant(std::chrono::seconds(time)));
    }
  }
  return std::nullopt;
}

bool is_redirect(long status) {
  constexpr long redirects[] = {301, 302, 303, 307, 308};
  return std::find(std::begin(redirects), std::end(redirects), status) != std::end(redirects);
}

void set_blob(CURL* easy, CURLoption option, const std::string& bytes) {
  if (!bytes.empty()) {
    // curl promises not to write to it.
    curl_blob blob{const_cast<char*>(bytes.data()), bytes.size(), CURL_BLOB_COPY};
    curl_easy_setopt(easy, option, &blob);
  }
}

std::string proxy_of(const std::string& url) {
  return proxy_for(url, [](const char* name) { return std::getenv(name); });
}

// Behind a proxy nobody here learns the address: what the host says by itself has to do.
bool leads_home_by_proxy(const std::string& url) {
  const std::string host = host_of(url);
  return host.empty() || class_of_host(host).value_or(AddressClass::internet) != AddressClass::internet;
}

}  // namespace

std::optional<Problem> refusal_to_begin(const HttpRequest& request) {
  const bool refused = request.internet_only && !proxy_of(request.url).empty() && leads_home_by_proxy(request.url);
  return refused ? std::optional(describe_local_address()) : std::nullopt;
}

HttpTransfer::HttpTransfer(HttpRequest request, Easy easy, const std::string& origin, HttpAccess access,
                           BytesHeld& held)
    : request_(std::move(request)),
      own_(split_login(request_.url)),
      origin_(origin),
      access_(std::move(access)),
      headers_(headers_for(request_)),
      until_(std::chrono::steady_clock::now() + request_.whole),
      held_(held),
      easy_(std::move(easy)) {
  login_origin_ = origin_of(request_.url);
  const bool has_access = !access_.token.empty() || !access_.user.empty() || !access_.certificate.empty();
  may_enter_ = (login_origin_ == origin_ && has_access) || !own_.user.empty();
  set_up(own_.url);
}

Easy HttpTransfer::take_handle() {
  curl_easy_reset(easy_.get());
  return std::move(easy_);
}

std::size_t HttpTransfer::write_body(char* data, std::size_t, std::size_t size, void* user) {
  HttpTransfer& transfer = *static_cast<HttpTransfer*>(user);
  if (transfer.body_.size() + size > transfer.request_.most_bytes) {
    transfer.too_large_ = true;
    return CURL_WRITEFUNC_ERROR;
  }
  if (size > transfer.held_.most - std::min(transfer.held_.now, transfer.held_.most)) {
    transfer.no_room_ = true;
    return CURL_WRITEFUNC_ERROR;
  }
  try {
    transfer.body_.append(data, size);
    transfer.held_.now += size;
  } catch (const std::bad_alloc&) {  // no exception may cross curl's C
    return CURL_WRITEFUNC_ERROR;
  }
  return size;
}

// One of an address that is not refused. Curl tries the host's next address where there is none.
curl_socket_t HttpTransfer::open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  if (address_class(address->addr) != AddressClass::internet) {
    static_cast<HttpTransfer*>(user)->address_refused_ = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Asked of every connection before it carries a request, a kept one too, which another request may have opened.
int HttpTransfer::before_request(void* user, char* address, char*, int, int) {
  if (class_of_ip(address) == AddressClass::internet) {
    return CURL_PREREQFUNC_OK;
  }
  static_cast<HttpTransfer*>(user)->address_refused_ = true;
  return CURL_PREREQFUNC_ABORT;
}

void HttpTransfer::let_go_of_body() {
  held_.now -= body_.size();
  body_.clear();
}

void HttpTransfer::set_up(const std::string& url) {
  url_ = url;
  let_go_of_body();
  CURL* easy = easy_.get();
  curl_easy_reset(easy);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
  curl_easy_setopt(easy, CURLOPT_URL, url_.c_str());
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "venue-kiosk");
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that curl can undo
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
  curl_easy_setopt(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(easy, CURLOPT_CERTINFO, 1L);
  // An interrupted look-up of a name is left to end by itself: a dead resolver would hold the draw thread.
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, error_);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, write_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
  if (request_.method != "GET") {
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request_.method.c_str());
    if (!request_.body.empty()) {
      curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
      curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request_.body.data());
    }
  }
  set_way();
  set_limits();
  set_access();
}

// Whom to connect to.
void HttpTransfer::set_way() {
  CURL* easy = easy_.get();
  proxy_ = proxy_of(url_);
  address_refused_ = false;
  curl_easy_setopt(easy, CURLOPT_PROXY, proxy_.c_str());
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "");  // proxy_of() has looked at it
  if (request_.internet_only && proxy_.empty()) {
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, before_request);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
  }
}

void HttpTransfer::set_limits() {
  CURL* easy = easy_.get();
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.connect.count()));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_per_s);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(request_.stalled.count()));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, std::max(1L, static_cast<long>(left.count())));  // 0 would be for ever
  curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request_.most_bytes));
}

void HttpTransfer::set_access() {
  CURL* easy = easy_.get();
  const std::string origin = origin_of(url_);
  std::string user;
  std::string password;
  if (!origin.empty() && origin == login_origin_) {
    user = own_.user;
    password = own_.password;
  }
  if (!origin.empty() && origin == origin_) {
    if (!access_.user.empty()) {
      user = access_.user;
      password = access_.password;
    }
    if (!access_.token.empty()) {
      user.clear();
      password.clear();
      curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
      curl_easy_setopt(easy, CURLOPT_XOAUTH2_BEARER, access_.token.c_str());
    }
    // curl leaves the system's folder of authorities in force beside these.
    set_blob(easy, CURLOPT_CAINFO_BLOB, access_.authorities);
    set_blob(easy, CURLOPT_SSLCERT_BLOB, access_.certificate);
    set_blob(easy, CURLOPT_SSLKEY_BLOB, access_.key);
    curl_easy_setopt(easy, CURLOPT_KEYPASSWD, "");  // OpenSSL would ask whoever sits at the terminal
  }
  if (!user.empty() || !password.empty()) {
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(easy, CURLOPT_USERNAME, user.c_str());
    curl_easy_setopt(easy, CURLOPT_PASSWORD, password.c_str());
  }
}

// Why an address that a server redirects to is not followed; nothing: it is.
std::optional<Problem> HttpTransfer::refusal_of(const std::string& url) const {
  if (redirects_ == most_redirects) {
    return Problem{.what = "Maximum (" + std::to_string(most_redirects) + ") redirects followed",
                   .right = "write the address where the feed is, or mend the server"};
  }
  // What a server sends is not quoted: it may be anything.
  if (split_login(url).url.empty()) {
    return Problem{.what = "a redirect leads to an address that is not supported", .right = "expected http or https"};
  }
  if (origin_of(url_).starts_with("https:") && !origin_of(url).starts_with("https:")) {
    return Problem{.what = "a redirect leads from https:// to http://, where anyone on the way may change the answer",
                   .right = "the server has to stay with https://"};
  }
  if (request_.internet_only && !proxy_of(url).empty() && leads_home_by_proxy(url)) {
    return describe_local_address();
  }
  return std::nullopt;
}

bool HttpTransfer::leads_on(CURLcode result) {
  CURL* easy = easy_.get();
  bytes_ += transferred(easy);
  if (result == CURLE_OK) {
    note_hop();
  }
  if (result != CURLE_OK || !is_redirect(status_of(easy)) || header(easy, "Location").empty()) {
    return false;
  }
  if (request_.method != "GET") {
    return false;
  }
  const char* location = nullptr;
  curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &location);
  const std::string next = location != nullptr ? location : "";
  refusal_ = refusal_of(next);
  if (refusal_) {
    return false;
  }
  ++redirects_;
  set_up(split_login(next).url);
  return true;
}

// Where the server of this hop is, as far as can be known.
AddressClass HttpTransfer::peer() const {
  if (!proxy_.empty()) {
    // A proxy's own machine is not this one.
    const auto said = class_of_host(host_of(url_)).value_or(AddressClass::internet);
    return said == AddressClass::internet ? said : AddressClass::local;
  }
  const char* address = nullptr;
  curl_easy_getinfo(easy_.get(), CURLINFO_PRIMARY_IP, &address);
  return address == nullptr ? AddressClass::internet : class_of_ip(address).value_or(AddressClass::internet);
}

void HttpTransfer::note_hop() {
  const AddressClass where = peer();
  vouched_ = vouched_ && (origin_of(url_).starts_with("https:") || where == AddressClass::loopback);
  local_ = local_ && where != AddressClass::internet;
  if (const auto until = certificate_until(easy_.get())) {
    certificate_until_ = until;  // a kept connection tells of none
  }
}

Problem HttpTransfer::error_of(CURLcode result) const {
  if (refusal_) {
    return *refusal_;
  }
  if (address_refused_ && (result == CURLE_COULDNT_CONNECT || result == CURLE_ABORTED_BY_CALLBACK)) {
    return describe_local_address();
  }
  if (no_room_) {
    return {.what = "too many large answers arrive at once", .right = "the kiosk keeps asking"};
  }
  return describe_failure(failure(result));
}

HttpFailure HttpTransfer::failure(CURLcode result) const {
  HttpFailure failure{.code = result,
                      .curl_message = error_,
                      .connect = request_.connect,
                      .stalled = request_.stalled,
                      .whole = request_.whole};
  const std::string origin = origin_of(url_);
  const std::size_t host = origin.find("://");
  failure.host = host == std::string::npos ? "" : origin.substr(host + 3, origin.rfind(':') - host - 3);
  failure.connected = time_until(easy_.get(), CURLINFO_PRETRANSFER_TIME_T).count() > 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_SSL_VERIFYRESULT, &failure.certificate);
  return failure;
}

HttpAnswer HttpTransfer::answer(CURLcode result) {
  CURL* easy = easy_.get();
  HttpAnswer answer{.url = request_.url, .bytes = bytes_};
  if (too_large_ || result == CURLE_FILESIZE_EXCEEDED) {
    answer.kind = HttpAnswer::Kind::too_large;
    return answer;
  }
  if (result != CURLE_OK || refusal_) {
    answer.error = error_of(result);
    answer.forbidden = answer.error == describe_local_address();
    return answer;
  }
  answer.kind = HttpAnswer::Kind::complete;
  answer.status = status_of(easy);
  held_.now -= body_.size();
  answer.body = std::exchange(body_, {});
  answer.local = local_;
  answer.validators = {header(easy, "ETag"), header(easy, "Last-Modified")};
  answer.facts = {.status = answer.status,
                  .encoding = header(easy, "Content-Encoding"),
                  .validators = answer.validators,
                  .certificate_until = certificate_until_};
  answer.lock_token = header(easy, "Lock-Token");
  const std::string date = header(easy, "Date");
  answer.date = http_date(date);
  answer.retry_after = retry_after(header(easy, "Retry-After"), date);
  if (const auto time = server_time(date, header(easy, "Age"), since_date(easy))) {
    answer.server_time = ServerTime{.time = *time, .vouched = vouched_};
  }
  const std::string origin = origin_of(url_);
  answer.access_held_back = may_enter_ && origin != origin_ && origin != login_origin_;
  return answer;
}

}  // namespace kiosk
