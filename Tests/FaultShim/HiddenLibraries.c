// Loaded by LD_PRELOAD. A library whose name has one of the words in FAULT_HIDDEN, separated by colons, cannot
// be loaded when a program asks for it by name: as if it were not installed.
#ifdef __linux__

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool is_hidden(const char *name) {
  const char *words = getenv("FAULT_HIDDEN");
  while (words != NULL && *words != 0) {
    size_t size = strcspn(words, ":");
    char word[256];
    if (size > 0 && size < sizeof word) {
      memcpy(word, words, size);
      word[size] = 0;
      if (strstr(name, word) != NULL) return true;
    }
    words += size + (words[size] == ':');
  }
  return false;
}

void *dlopen(const char *name, int flags) {
  if (name != NULL && is_hidden(name)) return NULL;
  return ((void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen"))(name, flags);
}

#endif
