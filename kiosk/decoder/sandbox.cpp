#include "decoder/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace kiosk {

#ifdef KIOSK_SANITIZED

std::string limit_this_process() { return {}; }

#else

namespace {

struct Limit {
  decltype(RLIMIT_AS) resource;
  rlim_t most;
};

// The largest picture, 16 megapixels with 16 bits a channel and interlaced, takes 450 MiB beside what libraries map.
constexpr rlim_t most_memory = 768ULL << 20U;
constexpr rlim_t most_seconds = 10;  // of a processor

constexpr Limit limits[] = {{RLIMIT_AS, most_memory}, {RLIMIT_CPU, most_seconds}, {RLIMIT_FSIZE, 0},
                            {RLIMIT_NPROC, 0},        {RLIMIT_NOFILE, 3},         {RLIMIT_CORE, 0}};

// What decoders and the C library's memory, locks and ends take. Each with no condition on its arguments.
constexpr int plain_calls[] = {SCMP_SYS(read),          SCMP_SYS(write),        SCMP_SYS(writev),
                               SCMP_SYS(munmap),        SCMP_SYS(mremap),       SCMP_SYS(madvise),
                               SCMP_SYS(brk),           SCMP_SYS(futex),        SCMP_SYS(exit),
                               SCMP_SYS(exit_group),    SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask),
                               SCMP_SYS(clock_gettime), SCMP_SYS(getrandom),    SCMP_SYS(sched_yield),
                               SCMP_SYS(getpid),        SCMP_SYS(gettid),       SCMP_SYS(restart_syscall)};

struct Release {
  void operator()(void* filter) const { seccomp_release(filter); }
};

// Other calls fail rather than kill: libraries ask for much that they can do without.
int add_calls(scmp_filter_ctx filter) {
  int error = 0;
  const auto allow = [&](int call, unsigned conditions, const scmp_arg_cmp* condition) {
    const int added = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, conditions, condition);
    error = error == 0 ? added : error;
  };
  for (const int call : plain_calls) {
    allow(call, 0, nullptr);
  }
  // No memory becomes code.
  const scmp_arg_cmp not_executable = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)}) {
    allow(call, 1, &not_executable);
  }
  // abort() signals itself.
  const scmp_arg_cmp itself = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()));
  allow(SCMP_SYS(tgkill), 1, &itself);
  return error;
}

std::string cannot(const char* what, int error) {
  return std::string(what) + ": " + std::generic_category().message(error);
}

}  // namespace

std::string limit_this_process() {
  // The kernel that runs out of memory shall take this process, and not the screen.
  if (std::FILE* score = std::fopen("/proc/self/oom_score_adj", "we")) {
    std::fputs("1000", score);
    std::fclose(score);
  }
  for (const Limit& limit : limits) {
    const rlimit both{limit.most, limit.most};
    if (::setrlimit(limit.resource, &both) != 0) {
      return cannot("setrlimit", errno);
    }
  }
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return cannot("no new privileges", errno);
  }
  const std::unique_ptr<void, Release> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
  if (!filter) {
    return "seccomp: no filter";
  }
  if (const int error = add_calls(filter.get()); error != 0) {
    return cannot("seccomp", -error);
  }
  if (const int error = seccomp_load(filter.get()); error != 0) {
    return cannot("seccomp", -error);
  }
  return {};
}

#endif

}  // namespace kiosk
