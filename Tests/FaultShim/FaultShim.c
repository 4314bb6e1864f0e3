// Loaded by LD_PRELOAD. Where FAULT_CLOCK is set, the clock on the wall goes back by so many seconds each
// time it is looked at. The call of the system that FAULT_AT counts, from 1, fails with the error
// FAULT_ERROR; with 0 it reads or writes but half of what it was asked to. Once it has happened, the file
// FAULT_TOLD is there, and holds the name of the call. Calls for the standard streams do not count, nor do
// those of the library that runs the threads: it ends the process where it cannot look at its own.
#ifdef __linux__

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

static long setting(const char *name) {
  const char *text = getenv(name);
  return text ? strtol(text, NULL, 10) : -1;
}

/// Whether the code at an address is of the library that runs the threads.
static bool is_of_dispatch(const void *address) {
  Dl_info caller, dispatch;
  const void *known = dlsym(RTLD_DEFAULT, "dispatch_main");
  return known && dladdr(known, &dispatch) && dladdr(address, &caller)
      && caller.dli_fbase == dispatch.dli_fbase;
}

/// Whether it is the turn of this call, which comes from an address; tells so.
static bool is_chosen(const char *call, const void *caller) {
  long at = setting("FAULT_AT");
  if (at < 1 || is_of_dispatch(caller) || atomic_fetch_add(&calls, 1) + 1 != at) return false;
  const char *path = getenv("FAULT_TOLD");
  if (path) {
    int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) {
      syscall(SYS_write, file, call, strlen(call));
      syscall(SYS_close, file);
    }
  }
  return true;
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

/// Fails a call that has no half: such a call goes on where halves are asked for.
#define FAIL(name, result)                                                           \
  if (setting("FAULT_ERROR") > 0 && is_chosen(#name, __builtin_return_address(0))) { \
    errno = (int)setting("FAULT_ERROR");                                             \
    return result;                                                                   \
  }

#define OPEN(name, parameters, arguments)              \
  int name parameters {                                \
    mode_t mode = 0;                                   \
    if (flags & (O_CREAT | O_TMPFILE)) {               \
      va_list rest;                                    \
      va_start(rest, flags);                           \
      mode = va_arg(rest, mode_t);                     \
      va_end(rest);                                    \
    }                                                  \
    FAIL(name, -1)                                     \
    return REAL(name) arguments;                       \
  }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

#define TRANSFER(name, parameters, arguments, bytes)                              \
  ssize_t name parameters {                                                       \
    if (file > 2 && count > 0 && is_chosen(#name, __builtin_return_address(0))) { \
      if (setting("FAULT_ERROR") > 0) {                                           \
        errno = (int)setting("FAULT_ERROR");                                      \
        return -1;                                                                \
      }                                                                           \
      count = (count + 1) / 2;                                                    \
    }                                                                             \
    return REAL(name) arguments;                                                  \
  }

TRANSFER(read, (int file, void *bytes, size_t count), (file, bytes, count), bytes)
TRANSFER(
    pread, (int file, void *bytes, size_t count, off_t from), (file, bytes, count, from), bytes)
TRANSFER(
    pread64, (int file, void *bytes, size_t count, off64_t from), (file, bytes, count, from), bytes)
TRANSFER(
    pwrite, (int file, const void *bytes, size_t count, off_t from), (file, bytes, count, from),
    bytes)
TRANSFER(
    pwrite64, (int file, const void *bytes, size_t count, off64_t from),
    (file, bytes, count, from), bytes)
TRANSFER(write, (int file, const void *bytes, size_t count), (file, bytes, count), bytes)

#define CALL(name, parameters, arguments) \
  int name parameters {                   \
    FAIL(name, -1)                        \
    return REAL(name) arguments;          \
  }

CALL(fstat, (int file, struct stat *status), (file, status))
CALL(
    fstatat, (int folder, const char *path, struct stat *status, int flags),
    (folder, path, status, flags))
CALL(mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode))
CALL(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
CALL(
    renameat, (int one, const char *from, int other, const char *to), (one, from, other, to))
CALL(
    renameat2, (int one, const char *from, int other, const char *to, unsigned flags),
    (one, from, other, to, flags))
CALL(
    linkat, (int one, const char *from, int other, const char *to, int flags),
    (one, from, other, to, flags))
CALL(fsync, (int file), (file))
CALL(fdatasync, (int file), (file))
CALL(ftruncate, (int file, off_t size), (file, size))
CALL(ftruncate64, (int file, off64_t size), (file, size))
CALL(mkdir, (const char *path, mode_t mode), (path, mode))
CALL(unlink, (const char *path), (path))
CALL(rename, (const char *from, const char *to), (from, to))
CALL(fchown, (int file, uid_t owner, gid_t group), (file, owner, group))
CALL(fchmod, (int file, mode_t mode), (file, mode))

DIR *fdopendir(int file) {
  FAIL(fdopendir, NULL)
  return REAL(fdopendir)(file);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static atomic_long looks;
  int result = REAL(clock_gettime)(clock, time);
  long step = setting("FAULT_CLOCK");
  if (step > 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    time->tv_sec -= step * (atomic_fetch_add(&looks, 1) + 1);
  }
  return result;
}

time_t time(time_t *place) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (place) *place = now.tv_sec;
  return now.tv_sec;
}

#endif
