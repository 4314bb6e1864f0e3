#include "CMarkArena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Each allocation is preceded by its size, which realloc needs; 16 bytes keep the alignment of malloc. */
enum { HEADER = 16, CHUNK = 1 << 20, KEPT = 8 << 20 };

typedef struct chunk {
  struct chunk *next;
  size_t capacity;
  size_t used;
  size_t padding;
  unsigned char bytes[];
} chunk;

static _Thread_local chunk *current;

static chunk *new_chunk(size_t capacity) {
  chunk *made = malloc(sizeof(chunk) + capacity);
  if (made == NULL) {
    /* libcmark cannot go on without memory either: its own allocator aborts here too. */
    fputs("turnbook: out of memory while parsing\n", stderr);
    abort();
  }
  made->next = NULL;
  made->capacity = capacity;
  made->used = 0;
  return made;
}

static void *take(size_t size) {
  size_t rounded = (size + 15) & ~(size_t)15;
  size_t needed = rounded + HEADER;
  if (current == NULL || current->capacity - current->used < needed) {
    size_t capacity = current == NULL ? CHUNK : current->capacity * 2;
    if (capacity > KEPT) capacity = KEPT;
    if (capacity < needed) capacity = needed;
    chunk *made = new_chunk(capacity);
    made->next = current;
    current = made;
  }
  unsigned char *place = current->bytes + current->used;
  current->used += needed;
  *(size_t *)place = rounded;
  return place + HEADER;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2) abort();
  return memset(take(bytes), 0, bytes);
}

static void *arena_realloc(void *old, size_t size) {
  if (old == NULL) return take(size);
  unsigned char *place = (unsigned char *)old - HEADER;
  size_t had = *(size_t *)place;
  if (size <= had) return old;
  /* The last allocation grows where it stands. */
  if (place + HEADER + had == current->bytes + current->used) {
    size_t rounded = (size + 15) & ~(size_t)15;
    if (current->capacity - current->used >= rounded - had) {
      current->used += rounded - had;
      *(size_t *)place = rounded;
      return old;
    }
  }
  /* What grows once mostly grows again; memory left behind costs more than memory left free. */
  void *moved = take(size < 2 * had ? 2 * had : size);
  return memcpy(moved, old, had);
}

static void arena_free(void *memory) { (void)memory; }

static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};

cmark_mem *turnbook_arena_memory(void) { return &memory; }

void turnbook_arena_reset(void) {
  if (current == NULL) return;
  /* The newest chunk is the largest; it is kept for the next document unless one huge page made it. */
  chunk *older = current->next;
  while (older != NULL) {
    chunk *next = older->next;
    free(older);
    older = next;
  }
  current->next = NULL;
  current->used = 0;
  if (current->capacity > KEPT) {
    free(current);
    current = NULL;
  }
}
