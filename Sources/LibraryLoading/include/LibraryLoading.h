#ifndef TURNBOOK_LIBRARY_LOADING_H
#define TURNBOOK_LIBRARY_LOADING_H

#include <stddef.h>

/* Shared libraries that are loaded when they are first needed, so that every other run of the programs starts without them
   and does not need them to be there. */

/* The first of the names that can be loaded; NULL where none can. */
void *turnbook_library_open(const char *const *names, size_t count);

/* Writes the address of a function to `place`, which is a pointer to a pointer to such a function. It is looked for in the
   library and in those that it needs. 0 where it is in none of them. */
int turnbook_library_find(void *library, const char *name, void *place);

#endif
