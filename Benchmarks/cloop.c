/* The yardstick: reads every page, lets libcmark parse and render it, and writes nothing.
 *
 * usage: cloop LIST      LIST names a file with one path a line
 * prints: pages, bytes read, bytes of HTML, seconds
 */
#include <cmark.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void fail(const char *what) {
  perror(what);
  exit(2);
}

/* Reads a whole file; the buffer belongs to the caller. */
static char *read_file(const char *path, size_t *length) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) < 0) fail(path);
  size_t size = (size_t)status.st_size;
  char *bytes = malloc(size + 1);
  if (!bytes) fail("malloc");
  size_t done = 0;
  while (done < size) {
    ssize_t count = read(file, bytes + done, size - done);
    if (count < 0) fail(path);
    if (count == 0) break;
    done += (size_t)count;
  }
  close(file);
  *length = done;
  return bytes;
}

int main(int count, char **words) {
  if (count != 2) {
    fputs("usage: cloop LIST\n", stderr);
    return 64;
  }
  size_t length;
  char *list = read_file(words[1], &length);
  list[length] = 0;

  size_t pages = 0, source = 0, html = 0;
  double start = now();
  for (char *path = strtok(list, "\n"); path; path = strtok(NULL, "\n")) {
    size_t size;
    char *bytes = read_file(path, &size);
    char *result = cmark_markdown_to_html(bytes, size, CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE);
    pages += 1;
    source += size;
    html += strlen(result);
    free(result);
    free(bytes);
  }
  double seconds = now() - start;
  printf("%zu %zu %zu %.6f\n", pages, source, html, seconds);
  free(list);
  return 0;
}
