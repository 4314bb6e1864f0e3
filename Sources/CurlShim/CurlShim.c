#include "CurlShim.h"

#include "LibraryLoading.h"
#include <pthread.h>
#include <string.h>

typedef struct message {
  int kind;
  void *easy;
  union {
    void *any;
    int result;
  } data;
} message;

enum { GLOBAL_ALL = 3, MESSAGE_DONE = 1 };

static struct {
  int (*global_init)(long);
  void *(*easy_init)(void);
  void (*easy_cleanup)(void *);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_getinfo)(void *, int, ...);
  const char *(*easy_strerror)(int);
  void *(*list_append)(void *, const char *);
  void (*list_free)(void *);
  void *(*multi_init)(void);
  int (*multi_cleanup)(void *);
  int (*multi_add_handle)(void *, void *);
  int (*multi_remove_handle)(void *, void *);
  int (*multi_perform)(void *, int *);
  int (*multi_poll)(void *, void *, unsigned int, int, int *);
  message *(*multi_info_read)(void *, int *);
} curl;

static const char *failure;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
  static const char *const names[] = {
#ifdef __APPLE__
    "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib", "libcurl.dylib",
#else
    "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4",
#endif
  };
  return turnbook_library_open(names, sizeof names / sizeof *names);
}

static void load(void) {
  void *library = open_library();
  if (library == NULL) {
    failure = "the library libcurl is not installed";
    return;
  }
  int found = turnbook_library_find(library, "curl_global_init", &curl.global_init)
    && turnbook_library_find(library, "curl_easy_init", &curl.easy_init)
    && turnbook_library_find(library, "curl_easy_cleanup", &curl.easy_cleanup)
    && turnbook_library_find(library, "curl_easy_setopt", &curl.easy_setopt)
    && turnbook_library_find(library, "curl_easy_getinfo", &curl.easy_getinfo)
    && turnbook_library_find(library, "curl_easy_strerror", &curl.easy_strerror)
    && turnbook_library_find(library, "curl_slist_append", &curl.list_append)
    && turnbook_library_find(library, "curl_slist_free_all", &curl.list_free)
    && turnbook_library_find(library, "curl_multi_init", &curl.multi_init)
    && turnbook_library_find(library, "curl_multi_cleanup", &curl.multi_cleanup)
    && turnbook_library_find(library, "curl_multi_add_handle", &curl.multi_add_handle)
    && turnbook_library_find(library, "curl_multi_remove_handle", &curl.multi_remove_handle)
    && turnbook_library_find(library, "curl_multi_perform", &curl.multi_perform)
    && turnbook_library_find(library, "curl_multi_poll", &curl.multi_poll)
    && turnbook_library_find(library, "curl_multi_info_read", &curl.multi_info_read);
  if (!found) {
    failure = "the library libcurl is older than 7.66";
  } else if (curl.global_init(GLOBAL_ALL) != 0) {
    failure = "the library libcurl does not start";
  }
}

const char *turnbook_curl_load(void) {
  pthread_once(&once, load);
  return failure;
}

void *turnbook_curl_easy_init(void) { return curl.easy_init(); }

void turnbook_curl_easy_cleanup(void *easy) { curl.easy_cleanup(easy); }

int turnbook_curl_easy_set_long(void *easy, int option, long value) { return curl.easy_setopt(easy, option, value); }

int turnbook_curl_easy_set_pointer(void *easy, int option, void *value) { return curl.easy_setopt(easy, option, value); }

int turnbook_curl_easy_set_text(void *easy, int option, const char *value) {
  return curl.easy_setopt(easy, option, value);
}

int turnbook_curl_easy_set_sink(void *easy, int option, turnbook_curl_sink sink) {
  return curl.easy_setopt(easy, option, sink);
}

long turnbook_curl_easy_get_long(void *easy, int info) {
  long value = 0;
  return curl.easy_getinfo(easy, info, &value) == 0 ? value : 0;
}

long long turnbook_curl_easy_get_offset(void *easy, int info) {
  /* curl_off_t has 64 bits wherever this can be built. */
  long long value = 0;
  return curl.easy_getinfo(easy, info, &value) == 0 ? value : 0;
}

void *turnbook_curl_easy_get_pointer(void *easy, int info) {
  void *value = NULL;
  return curl.easy_getinfo(easy, info, &value) == 0 ? value : NULL;
}

const char *turnbook_curl_easy_get_text(void *easy, int info) { return turnbook_curl_easy_get_pointer(easy, info); }

const char *turnbook_curl_easy_strerror(int code) { return curl.easy_strerror(code); }

void *turnbook_curl_list_append(void *list, const char *line) { return curl.list_append(list, line); }

void turnbook_curl_list_free(void *list) { curl.list_free(list); }

void *turnbook_curl_multi_init(void) { return curl.multi_init(); }

void turnbook_curl_multi_cleanup(void *multi) { curl.multi_cleanup(multi); }

int turnbook_curl_multi_add(void *multi, void *easy) { return curl.multi_add_handle(multi, easy); }

int turnbook_curl_multi_remove(void *multi, void *easy) { return curl.multi_remove_handle(multi, easy); }

int turnbook_curl_multi_perform(void *multi, int *running) { return curl.multi_perform(multi, running); }

int turnbook_curl_multi_poll(void *multi, int milliseconds) {
  return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

void *turnbook_curl_multi_next_done(void *multi, int *result) {
  int left = 0;
  message *next;
  while ((next = curl.multi_info_read(multi, &left)) != NULL) {
    if (next->kind != MESSAGE_DONE) continue;
    *result = next->data.result;
    return next->easy;
  }
  return NULL;
}
