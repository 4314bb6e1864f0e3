#define _GNU_SOURCE
#include "GraphvizShim.h"

#include "LibraryLoading.h"
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct symbol {
  const char *name;
  void *address;
} symbol;

enum { LEVEL_NONE = 2 };

static struct {
  void *(*context_plugins)(const symbol *, int);
  int (*layout)(void *, void *, const char *);
  int (*free_layout)(void *, void *);
  void (*attach)(void *);
  void *(*memread)(const char *);
  int (*close)(void *);
  void *(*first_node)(void *);
  void *(*next_node)(void *, void *);
  void *(*first_out)(void *, void *);
  void *(*next_out)(void *, void *);
  char *(*name_of)(void *);
  char *(*get)(void *, char *);
  char *(*intern)(void *, char *);
  void *(*subgraph)(void *, char *, int);
  void *(*subnode)(void *, void *, int);
  void *(*node)(void *, char *, int);
  int (*set)(void *, char *, char *, char *);
  int (*set_error_level)(int);
  void *(*set_error_function)(int (*)(char *));
} gv;

static void *context;
static symbol builtins[2];
static const char *failure;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* The layouts are in a library of their own, in a folder beside that of the library which was loaded. */
static void *open_layouts(void *library) {
  static const char *const names[] = {
#ifdef __APPLE__
    "libgvplugin_dot_layout.7.dylib", "libgvplugin_dot_layout.6.dylib", "libgvplugin_dot_layout.dylib",
#else
    "libgvplugin_dot_layout.so.6", "libgvplugin_dot_layout.so.7", "libgvplugin_dot_layout.so.8",
#endif
  };
  Dl_info info;
  if (dladdr(dlsym(library, "gvContextPlugins"), &info) == 0 || info.dli_fname == NULL) return NULL;
  const char *end = strrchr(info.dli_fname, '/');
  if (end == NULL) return NULL;
  char path[4096];
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    int size = snprintf(path, sizeof path, "%.*s/graphviz/%s", (int)(end - info.dli_fname), info.dli_fname, names[index]);
    if (size <= 0 || (size_t)size >= sizeof path) return NULL;
    const char *const place = path;
    void *layouts = turnbook_library_open(&place, 1);
    if (layouts != NULL) return layouts;
  }
  return NULL;
}

static int swallow(char *message) {
  (void)message;
  return 0;
}

static void load(void) {
  static const char *const libraries[] = {
#ifdef __APPLE__
    "/opt/homebrew/lib/libgvc.7.dylib", "/usr/local/lib/libgvc.7.dylib", "/opt/homebrew/lib/libgvc.6.dylib",
    "/usr/local/lib/libgvc.6.dylib", "libgvc.7.dylib", "libgvc.6.dylib",
#else
    "libgvc.so.6", "libgvc.so.7",
#endif
  };
  void *library = turnbook_library_open(libraries, sizeof libraries / sizeof *libraries);
  if (library == NULL) {
    failure = "the library libgvc is not installed";
    return;
  }
  /* What libgvc needs, libcgraph among it, is found through its handle. */
  void *layouts = open_layouts(library);
  int found = turnbook_library_find(library, "gvContextPlugins", &gv.context_plugins)
    && turnbook_library_find(library, "gvLayout", &gv.layout)
    && turnbook_library_find(library, "gvFreeLayout", &gv.free_layout)
    && turnbook_library_find(library, "attach_attrs", &gv.attach)
    && turnbook_library_find(library, "agmemread", &gv.memread)
    && turnbook_library_find(library, "agclose", &gv.close)
    && turnbook_library_find(library, "agfstnode", &gv.first_node)
    && turnbook_library_find(library, "agnxtnode", &gv.next_node)
    && turnbook_library_find(library, "agfstout", &gv.first_out)
    && turnbook_library_find(library, "agnxtout", &gv.next_out)
    && turnbook_library_find(library, "agnameof", &gv.name_of)
    && turnbook_library_find(library, "agget", &gv.get)
    && turnbook_library_find(library, "agstrdup", &gv.intern)
    && turnbook_library_find(library, "agsubg", &gv.subgraph)
    && turnbook_library_find(library, "agsubnode", &gv.subnode)
    && turnbook_library_find(library, "agsafeset", &gv.set)
    && turnbook_library_find(library, "agnode", &gv.node)
    && turnbook_library_find(library, "agseterr", &gv.set_error_level)
    && turnbook_library_find(library, "agseterrf", &gv.set_error_function)
    && layouts != NULL && turnbook_library_find(layouts, "gvplugin_dot_layout_LTX_library", &builtins[0].address);
  if (!found) {
    failure = "the library libgvc is there without what lays out graphs";
    return;
  }
  gv.set_error_level(LEVEL_NONE);
  gv.set_error_function(swallow);
  builtins[0].name = "gvplugin_dot_layout_LTX_library";
  /* 0: no other plugin is looked for, so that no font library is loaded. */
  context = gv.context_plugins(builtins, 0);
  if (context == NULL) failure = "the library libgvc could not be started";
}

const char *turnbook_gv_load(void) {
  pthread_once(&once, load);
  return failure;
}

typedef struct text {
  char *bytes;
  size_t count;
  size_t room;
} text;

static void add(text *self, const char *part) {
  size_t size = strlen(part);
  if (self->bytes == NULL && self->room != 0) return;
  if (self->count + size + 1 > self->room) {
    size_t room = (self->count + size + 1) * 2;
    char *bytes = realloc(self->bytes, room);
    if (bytes == NULL) {
      free(self->bytes);
      self->bytes = NULL;
      self->room = 1;
      return;
    }
    self->bytes = bytes;
    self->room = room;
  }
  memcpy(self->bytes + self->count, part, size + 1);
  self->count += size;
}

static void add_line(text *self, const char *kind, const char *name, const char *value) {
  if (name == NULL || value == NULL || *value == 0) return;
  add(self, kind);
  if (*name != 0) {
    add(self, " ");
    add(self, name);
  }
  add(self, " ");
  /* A long curve is broken over lines. */
  const char *rest = value;
  char piece[1024];
  while (*rest != 0) {
    size_t size = 0;
    while (*rest != 0 && size < sizeof piece - 1) {
      char byte = *rest++;
      if (byte == '\\' || byte == '\n' || byte == '\r') continue;
      piece[size++] = byte;
    }
    piece[size] = 0;
    add(self, piece);
  }
  add(self, "\n");
}

static int by_address(const void *left, const void *right) {
  uintptr_t a = (uintptr_t)*(char *const *)left;
  uintptr_t b = (uintptr_t)*(char *const *)right;
  return a < b ? -1 : a > b;
}

/* The number that an attribute holds; -1 where it holds none that is below `count`. */
static int number(void *object, char *attribute, int count) {
  const char *text = gv.get(object, attribute);
  if (text == NULL || *text == 0) return -1;
  long value = strtol(text, NULL, 10);
  return value >= 0 && value < count ? (int)value : -1;
}

/* Gives both ends of an edge one rank, where they are in one cluster. Such a set has to be inside that. */
static int put_beside(void *graph, void *tail, void *edge, int count, void **clusters) {
  const char *name = gv.get(edge, "to");
  void *head = name == NULL ? NULL : gv.node(graph, (char *)(uintptr_t)name, 0);
  int place = number(tail, "in", count);
  if (head == NULL || head == tail || place != number(head, "in", count)) return 1;
  void *set = gv.subgraph(place < 0 ? graph : clusters[place], NULL, 1);
  if (set == NULL) return 0;
  gv.subnode(set, tail, 1);
  gv.subnode(set, head, 1);
  gv.set(set, "rank", "same", "");
  return 1;
}

/* Makes the clusters. `names` and `clusters` have room for all. */
static int add_clusters(void *graph, const int *parents, int count, char **names, void **clusters) {
  char name[32];
  for (int index = 0; index < count; index++) {
    snprintf(name, sizeof name, "cluster_%d", index);
    names[index] = gv.intern(graph, name);
    if (names[index] == NULL) return 0;
  }
  qsort(names, (size_t)count, sizeof *names, by_address);
  for (int index = 0; index < count; index++) {
    void *around = parents[index] < 0 || parents[index] >= index ? graph : clusters[parents[index]];
    clusters[index] = gv.subgraph(around, names[index], 1);
    if (clusters[index] == NULL) return 0;
    snprintf(name, sizeof name, "t%d", index);
    char *label = gv.get(graph, name);
    gv.set(clusters[index], "label", label == NULL ? "" : label, "");
  }
  for (void *node = gv.first_node(graph); node != NULL; node = gv.next_node(graph, node)) {
    int place = number(node, "in", count);
    if (place >= 0) gv.subnode(clusters[place], node, 1);
  }
  for (void *node = gv.first_node(graph); node != NULL; node = gv.next_node(graph, node)) {
    for (void *edge = gv.first_out(graph, node); edge != NULL; edge = gv.next_out(graph, edge)) {
      int tail = number(edge, "tc", count);
      int head = number(edge, "hc", count);
      if (tail >= 0) gv.set(edge, "ltail", names[tail], "");
      if (head >= 0) gv.set(edge, "lhead", names[head], "");
      if (number(edge, "beside", 2) == 1 && !put_beside(graph, node, edge, count, clusters)) return 0;
    }
  }
  return 1;
}

static void add_places(text *answer, void *graph, int count, void **clusters) {
  add_line(answer, "g", "", gv.get(graph, "bb"));
  for (void *node = gv.first_node(graph); node != NULL; node = gv.next_node(graph, node)) {
    add_line(answer, "n", gv.name_of(node), gv.get(node, "pos"));
    for (void *edge = gv.first_out(graph, node); edge != NULL; edge = gv.next_out(graph, edge)) {
      add_line(answer, "e", gv.get(edge, "id"), gv.get(edge, "pos"));
      add_line(answer, "l", gv.get(edge, "id"), gv.get(edge, "lp"));
    }
  }
  char name[32];
  for (int index = 0; index < count; index++) {
    snprintf(name, sizeof name, "%d", index);
    add_line(answer, "c", name, gv.get(clusters[index], "bb"));
  }
}

char *turnbook_gv_layout(const char *dot, const int *parents, int count) {
  text answer = {NULL, 0, 0};
  char **names = calloc((size_t)count + 1, sizeof *names);
  void **clusters = calloc((size_t)count + 1, sizeof *clusters);
  if (names == NULL || clusters == NULL) {
    free(names);
    free(clusters);
    return NULL;
  }
  pthread_mutex_lock(&lock);
  void *graph = gv.memread(dot);
  if (graph != NULL) {
    if (add_clusters(graph, parents, count, names, clusters)) {
      if (gv.layout(context, graph, "dot") == 0) {
        gv.attach(graph);
        add_places(&answer, graph, count, clusters);
      }
      gv.free_layout(context, graph);
    }
    gv.close(graph);
  }
  pthread_mutex_unlock(&lock);
  free(names);
  free(clusters);
  return answer.bytes;
}

void turnbook_gv_free(char *answer) { free(answer); }
