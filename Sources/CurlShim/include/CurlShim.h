#ifndef TURNBOOK_CURL_SHIM_H
#define TURNBOOK_CURL_SHIM_H

#include <stddef.h>

/* libcurl, loaded when it is first needed: a program that asks no server does not pay for it, and a machine without it can
   still do everything else. No header of libcurl is needed: the numbers below belong to its ABI and never change. */

/* Loads libcurl once and for all threads. NULL when it is there, else why not; the text stays valid. */
const char *turnbook_curl_load(void);

/* Everything below may be called only after turnbook_curl_load returned NULL. The names follow libcurl's; what they do is
   told there. Handles are opaque. */

enum {
  TURNBOOK_CURL_OK = 0,
  TURNBOOK_CURL_URL_MALFORMAT = 3,
  TURNBOOK_CURL_COULDNT_RESOLVE_PROXY = 5,
  TURNBOOK_CURL_COULDNT_RESOLVE_HOST = 6,
  TURNBOOK_CURL_COULDNT_CONNECT = 7,
  TURNBOOK_CURL_OPERATION_TIMEDOUT = 28,
  TURNBOOK_CURL_SSL_CONNECT_ERROR = 35,
  TURNBOOK_CURL_SSL_CERTPROBLEM = 58,
  TURNBOOK_CURL_SSL_CIPHER = 59,
  TURNBOOK_CURL_PEER_FAILED_VERIFICATION = 60,
  TURNBOOK_CURL_SSL_CACERT_BADFILE = 77,
  TURNBOOK_CURL_SSL_ISSUER_ERROR = 83,
  TURNBOOK_CURL_SSL_INVALIDCERTSTATUS = 91,
  TURNBOOK_CURL_PROXY = 97,
};

/* Options of an easy handle; those that take a long first, then pointers, then functions. */
enum {
  TURNBOOK_CURLOPT_NOBODY = 44,
  TURNBOOK_CURLOPT_POST = 47,
  TURNBOOK_CURLOPT_FOLLOWLOCATION = 52,
  TURNBOOK_CURLOPT_POSTFIELDSIZE = 60,
  TURNBOOK_CURLOPT_TIMEOUT_MS = 155,
  TURNBOOK_CURLOPT_CONNECTTIMEOUT_MS = 156,
  TURNBOOK_CURLOPT_PROTOCOLS = 181,
  TURNBOOK_CURLOPT_SUPPRESS_CONNECT_HEADERS = 265,
  TURNBOOK_CURLOPT_QUICK_EXIT = 322,

  TURNBOOK_CURLOPT_WRITEDATA = 10001,
  TURNBOOK_CURLOPT_URL = 10002,
  TURNBOOK_CURLOPT_PROXY = 10004,
  TURNBOOK_CURLOPT_ERRORBUFFER = 10010,
  TURNBOOK_CURLOPT_USERAGENT = 10018,
  TURNBOOK_CURLOPT_HTTPHEADER = 10023,
  TURNBOOK_CURLOPT_HEADERDATA = 10029,
  TURNBOOK_CURLOPT_CAINFO = 10065,
  TURNBOOK_CURLOPT_ACCEPT_ENCODING = 10102,
  TURNBOOK_CURLOPT_PRIVATE = 10103,
  /* libcurl copies as many bytes as TURNBOOK_CURLOPT_POSTFIELDSIZE says, which is set first. */
  TURNBOOK_CURLOPT_COPYPOSTFIELDS = 10165,

  TURNBOOK_CURLOPT_WRITEFUNCTION = 20011,
  TURNBOOK_CURLOPT_HEADERFUNCTION = 20079,
};

enum { TURNBOOK_CURLPROTO_HTTP = 1, TURNBOOK_CURLPROTO_HTTPS = 2 };

/* The size of the buffer for TURNBOOK_CURLOPT_ERRORBUFFER. */
enum { TURNBOOK_CURL_ERROR_SIZE = 256 };

enum {
  TURNBOOK_CURLINFO_CONTENT_TYPE = 0x100012,
  TURNBOOK_CURLINFO_PRIVATE = 0x100015,
  TURNBOOK_CURLINFO_RESPONSE_CODE = 0x200002,
  TURNBOOK_CURLINFO_OS_ERRNO = 0x200019,
  TURNBOOK_CURLINFO_SIZE_UPLOAD = 0x600007,
  TURNBOOK_CURLINFO_RETRY_AFTER = 0x600039,
};

/* Takes `size * count` bytes; any other result ends the transfer. */
typedef size_t (*turnbook_curl_sink)(char *bytes, size_t size, size_t count, void *context);

void *turnbook_curl_easy_init(void);
void turnbook_curl_easy_cleanup(void *easy);
int turnbook_curl_easy_set_long(void *easy, int option, long value);
int turnbook_curl_easy_set_pointer(void *easy, int option, void *value);
/* libcurl copies the text. */
int turnbook_curl_easy_set_text(void *easy, int option, const char *value);
int turnbook_curl_easy_set_sink(void *easy, int option, turnbook_curl_sink sink);
/* Zero or NULL where there is none. */
long turnbook_curl_easy_get_long(void *easy, int info);
long long turnbook_curl_easy_get_offset(void *easy, int info);
void *turnbook_curl_easy_get_pointer(void *easy, int info);
const char *turnbook_curl_easy_get_text(void *easy, int info);
const char *turnbook_curl_easy_strerror(int code);

/* The list with one line more, which libcurl copies; NULL when memory is short, and the list is as it was. Begins with NULL. */
void *turnbook_curl_list_append(void *list, const char *line);
/* A list may go when no handle that was given it is used any more. */
void turnbook_curl_list_free(void *list);

void *turnbook_curl_multi_init(void);
void turnbook_curl_multi_cleanup(void *multi);
int turnbook_curl_multi_add(void *multi, void *easy);
int turnbook_curl_multi_remove(void *multi, void *easy);
int turnbook_curl_multi_perform(void *multi, int *running);
/* Waits until something happens, at most so many milliseconds. */
int turnbook_curl_multi_poll(void *multi, int milliseconds);
/* The next easy handle that is done, and how it ended; NULL when there is none. */
void *turnbook_curl_multi_next_done(void *multi, int *result);

#endif
