#ifndef TURNBOOK_MICROHTTPD_SHIM_H
#define TURNBOOK_MICROHTTPD_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* libmicrohttpd, loaded when a server is started: every other run of the program starts without it and does not need it to
   be there. No header of libmicrohttpd is needed: the numbers that are used belong to its ABI (soname 12) and never change. */

/* Loads libmicrohttpd once and for all threads. NULL when it is there, else why not; the text stays valid. */
const char *turnbook_mhd_load(void);

/* Everything below may be called only after turnbook_mhd_load returned NULL. Handles are opaque. */

/* Called for each request, from any thread of the server, when all of it is there: it has to give its answer with
   turnbook_mhd_answer before it returns. The target is as the client sent it, without its query. 0 closes the connection. */
typedef int (*turnbook_mhd_handler)(void *context, void *connection, const char *target, const char *method);

/* Called for each header, or each part of a query, whose value may be NULL. */
typedef void (*turnbook_mhd_pair)(void *context, const char *name, const char *value);

/* Writes the next bytes of a stream into a room and returns their number. 0 where there is none, after a call of
   turnbook_mhd_suspend; TURNBOOK_MHD_END at the end. */
typedef ssize_t (*turnbook_mhd_reader)(void *context, uint64_t position, char *room, size_t size);
typedef void (*turnbook_mhd_release)(void *context);

enum { TURNBOOK_MHD_END = -1 };

/* Serves a socket that listens already, which is closed with the server, from threads of its own. Connections on which
   nothing happens end after `patience` seconds. NULL where it cannot be started. */
void *turnbook_mhd_start(int socket, unsigned threads, unsigned patience, turnbook_mhd_handler handler, void *context);

/* Ends the server and all its connections, of which none may be suspended. */
void turnbook_mhd_stop(void *server);

void turnbook_mhd_each_header(void *connection, turnbook_mhd_pair pair, void *context);
void turnbook_mhd_each_query(void *connection, turnbook_mhd_pair pair, void *context);

/* Bodies; NULL where memory is short. Bytes are copied; of a file, which is closed in any case, the part is sent. */
void *turnbook_mhd_bytes(const void *bytes, size_t size);
void *turnbook_mhd_file(int file, uint64_t offset, uint64_t size);
void *turnbook_mhd_stream(turnbook_mhd_reader reader, turnbook_mhd_release release, void *context);

int turnbook_mhd_add_header(void *body, const char *name, const char *value);

/* Answers and gives the body away. */
int turnbook_mhd_answer(void *connection, unsigned status, void *body);

/* Leaves a connection alone until it is resumed. Only from within a reader. */
void turnbook_mhd_suspend(void *connection);
void turnbook_mhd_resume(void *connection);

#endif
