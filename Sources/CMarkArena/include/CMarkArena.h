#ifndef TURNBOOK_CMARK_ARENA_H
#define TURNBOOK_CMARK_ARENA_H

#include <cmark.h>
#include <string.h>

/* Memory for one document at a time and thread: libcmark allocates from a bump arena, frees nothing, and the whole is
   taken back at once by turnbook_arena_reset. One thread's arena must not outlive a document of that thread. */
cmark_mem *turnbook_arena_memory(void);

/* Takes back everything this thread's arena gave out; every node from it is dead afterwards. */
void turnbook_arena_reset(void);

/* The bytes of a string before its NUL. */
static inline long turnbook_length(const char *text) { return (long)strlen(text); }

#endif
