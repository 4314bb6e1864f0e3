#include "LibraryLoading.h"

#include <dlfcn.h>
#include <string.h>

void *turnbook_library_open(const char *const *names, size_t count) {
  for (size_t index = 0; index < count; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library != NULL) return library;
  }
  return NULL;
}

/* A pointer to a function cannot be cast from one to data in C, but both have the same bytes here. */
int turnbook_library_find(void *library, const char *name, void *place) {
  void *symbol = dlsym(library, name);
  memcpy(place, &symbol, sizeof symbol);
  return symbol != NULL;
}
