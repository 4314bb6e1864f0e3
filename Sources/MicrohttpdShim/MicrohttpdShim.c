#include "MicrohttpdShim.h"

#include "LibraryLoading.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef int (*access_handler)(void *, void *, const char *, const char *, const char *, const char *, size_t *, void **);
typedef int (*pair_iterator)(void *, int, const char *, const char *);

enum { NO = 0, YES = 1 };
enum { INTERNAL_POLLING_THREAD = 8, ALLOW_SUSPEND_RESUME = 8192 | 1024, AUTO = 65536 };
enum { OPTION_END = 0, CONNECTION_TIMEOUT = 3, LISTEN_SOCKET = 12, THREAD_POOL_SIZE = 14, UNESCAPE_CALLBACK = 16 };
enum { HEADERS = 1, QUERY = 8 };
enum { MUST_COPY = 2 };

static struct {
  void *(*start_daemon)(unsigned, uint16_t, void *, void *, access_handler, void *, ...);
  void (*stop_daemon)(void *);
  int (*get_connection_values)(void *, int, pair_iterator, void *);
  void *(*create_response_from_buffer)(size_t, void *, int);
  void *(*create_response_from_fd_at_offset64)(uint64_t, int, uint64_t);
  void *(*create_response_from_callback)(uint64_t, size_t, turnbook_mhd_reader, void *, turnbook_mhd_release);
  int (*add_response_header)(void *, const char *, const char *);
  int (*queue_response)(void *, unsigned, void *);
  void (*destroy_response)(void *);
  void (*suspend_connection)(void *);
  void (*resume_connection)(void *);
} mhd;

static const char *failure;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
  static const char *const names[] = {
#ifdef __APPLE__
    "/opt/homebrew/lib/libmicrohttpd.12.dylib", "/usr/local/lib/libmicrohttpd.12.dylib", "libmicrohttpd.12.dylib",
#else
    "libmicrohttpd.so.12",
#endif
  };
  return turnbook_library_open(names, sizeof names / sizeof *names);
}

static void load(void) {
  void *library = open_library();
  if (library == NULL) {
    failure = "the library libmicrohttpd is not installed";
    return;
  }
  int found = turnbook_library_find(library, "MHD_start_daemon", &mhd.start_daemon)
    && turnbook_library_find(library, "MHD_stop_daemon", &mhd.stop_daemon)
    && turnbook_library_find(library, "MHD_get_connection_values", &mhd.get_connection_values)
    && turnbook_library_find(library, "MHD_create_response_from_buffer", &mhd.create_response_from_buffer)
    && turnbook_library_find(library, "MHD_create_response_from_fd_at_offset64", &mhd.create_response_from_fd_at_offset64)
    && turnbook_library_find(library, "MHD_create_response_from_callback", &mhd.create_response_from_callback)
    && turnbook_library_find(library, "MHD_add_response_header", &mhd.add_response_header)
    && turnbook_library_find(library, "MHD_queue_response", &mhd.queue_response)
    && turnbook_library_find(library, "MHD_destroy_response", &mhd.destroy_response)
    && turnbook_library_find(library, "MHD_suspend_connection", &mhd.suspend_connection)
    && turnbook_library_find(library, "MHD_resume_connection", &mhd.resume_connection);
  if (!found) failure = "the library libmicrohttpd is older than 0.9.44";
}

const char *turnbook_mhd_load(void) {
  pthread_once(&once, load);
  return failure;
}

/* A context for a server's callback, which lives as long as the server. */
typedef struct server {
  void *daemon;
  turnbook_mhd_handler handler;
  void *context;
} server;

static int handle(
  void *context, void *connection, const char *target, const char *method, const char *version, const char *upload,
  size_t *upload_size, void **state
) {
  static int seen;
  const server *self = context;
  (void)version;
  (void)upload;
  /* What may not have a body is asked again after it, so that the next request begins where it should. */
  int is_reading = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
  if (is_reading && *state == NULL) {
    *state = &seen;
    return YES;
  }
  if (is_reading && *upload_size != 0) {
    *upload_size = 0;
    return YES;
  }
  return self->handler(self->context, connection, target, method) ? YES : NO;
}

/* Targets stay as they were sent. */
static size_t keep(void *context, void *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

void *turnbook_mhd_start(
  int socket, unsigned threads, unsigned patience, turnbook_mhd_handler handler, void *context
) {
  server *self = malloc(sizeof *self);
  if (self == NULL) return NULL;
  self->handler = handler;
  self->context = context;
  self->daemon = mhd.start_daemon(
    INTERNAL_POLLING_THREAD | AUTO | ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, self, LISTEN_SOCKET, socket,
    CONNECTION_TIMEOUT, patience, UNESCAPE_CALLBACK, keep, NULL, THREAD_POOL_SIZE, threads, OPTION_END);
  if (self->daemon != NULL) return self;
  free(self);
  return NULL;
}

void turnbook_mhd_stop(void *server_handle) {
  server *self = server_handle;
  mhd.stop_daemon(self->daemon);
  free(self);
}

typedef struct listener {
  turnbook_mhd_pair pair;
  void *context;
} listener;

static int tell(void *context, int kind, const char *name, const char *value) {
  const listener *self = context;
  (void)kind;
  if (name != NULL) self->pair(self->context, name, value);
  return YES;
}

void turnbook_mhd_each_header(void *connection, turnbook_mhd_pair pair, void *context) {
  listener self = {pair, context};
  mhd.get_connection_values(connection, HEADERS, tell, &self);
}

void turnbook_mhd_each_query(void *connection, turnbook_mhd_pair pair, void *context) {
  listener self = {pair, context};
  mhd.get_connection_values(connection, QUERY, tell, &self);
}

void *turnbook_mhd_bytes(const void *bytes, size_t size) {
  /* It is copied and not changed, which older headers do not say. */
  return mhd.create_response_from_buffer(size, (void *)(uintptr_t)bytes, MUST_COPY);
}

void *turnbook_mhd_file(int file, uint64_t offset, uint64_t size) {
  void *body = mhd.create_response_from_fd_at_offset64(size, file, offset);
  if (body == NULL) close(file);
  return body;
}

void *turnbook_mhd_stream(turnbook_mhd_reader reader, turnbook_mhd_release release, void *context) {
  return mhd.create_response_from_callback(UINT64_MAX, 4096, reader, context, release);
}

int turnbook_mhd_add_header(void *body, const char *name, const char *value) {
  return mhd.add_response_header(body, name, value) == YES;
}

int turnbook_mhd_answer(void *connection, unsigned status, void *body) {
  int queued = mhd.queue_response(connection, status, body);
  mhd.destroy_response(body);
  return queued == YES;
}

void turnbook_mhd_suspend(void *connection) { mhd.suspend_connection(connection); }

void turnbook_mhd_resume(void *connection) { mhd.resume_connection(connection); }
