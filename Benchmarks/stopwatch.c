/* Runs a program to its end, several times, and says how long each run took.
 *
 * usage: stopwatch CORE RUNS OUTPUT PROGRAM [WORD...]
 *        CORE is the processor to run on, or -; OUTPUT is the file that keeps what the last run said
 * prints for each run: seconds of the wall clock, seconds of all cores, peak memory in KB, exit code
 *
 * A process begins with the peak memory of the one that starts it, and starting from a large one
 * takes longer. This one is small.
 */
#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#endif
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static long kilobytes(long peak) {
#ifdef __APPLE__
  return peak / 1024;
#else
  return peak;
#endif
}

static int fail(const char *what, int error) {
  fprintf(stderr, "stopwatch: %s: %s\n", what, strerror(error));
  return 2;
}

int main(int count, char **words) {
  if (count < 5) {
    fputs("usage: stopwatch CORE RUNS OUTPUT PROGRAM [WORD...]\n", stderr);
    return 64;
  }
#ifdef __linux__
  if (strcmp(words[1], "-") != 0) {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(atoi(words[1]), &cores);
    if (sched_setaffinity(0, sizeof cores, &cores) != 0) return fail("sched_setaffinity", errno);
  }
#endif
  for (long left = atol(words[2]); left > 0; left--) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, words[3], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    pid_t child;
    int status;
    struct rusage usage;
    double start = now();
    int error = posix_spawnp(&child, words[4], &actions, NULL, words + 4, environ);
    if (error) return fail(words[4], error);
    while (wait4(child, &status, 0, &usage) < 0) {
      if (errno != EINTR) return fail("wait4", errno);
    }
    double end = now();
    posix_spawn_file_actions_destroy(&actions);
    printf(
        "%.9f %.6f %ld %d\n", end - start, seconds(usage.ru_utime) + seconds(usage.ru_stime),
        kilobytes(usage.ru_maxrss),
        WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  }
  return 0;
}
