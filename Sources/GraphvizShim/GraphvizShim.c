#define _GNU_SOURCE
#include "GraphvizShim.h"

#include <dlfcn.h>
#include <pthread.h>
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
  void *(*first_subgraph)(void *);
  void *(*next_subgraph)(void *);
  char *(*name_of)(void *);
  char *(*get)(void *, char *);
  int (*set_error_level)(int);
  void *(*set_error_function)(int (*)(char *));
} gv;

static void *context;
static symbol builtins[2];
static const char *failure;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *open_first(const char *const *names, size_t count) {
  for (size_t index = 0; index < count; index++) {
    void *library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    if (library != NULL) return library;
  }
  return NULL;
}

/* A pointer to a function cannot be cast from one to data in C, but both have the same bytes here. */
static int find(void *library, const char *name, void *place) {
  void *symbol = dlsym(library, name);
  memcpy(place, &symbol, sizeof symbol);
  return symbol != NULL;
}

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
    void *layouts = dlopen(path, RTLD_NOW | RTLD_LOCAL);
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
  void *library = open_first(libraries, sizeof libraries / sizeof *libraries);
  if (library == NULL) {
    failure = "the library libgvc is not installed";
    return;
  }
  /* What libgvc needs, libcgraph among it, is found through its handle. */
  void *layouts = open_layouts(library);
  int found = find(library, "gvContextPlugins", &gv.context_plugins)
    && find(library, "gvLayout", &gv.layout)
    && find(library, "gvFreeLayout", &gv.free_layout)
    && find(library, "attach_attrs", &gv.attach)
    && find(library, "agmemread", &gv.memread)
    && find(library, "agclose", &gv.close)
    && find(library, "agfstnode", &gv.first_node)
    && find(library, "agnxtnode", &gv.next_node)
    && find(library, "agfstout", &gv.first_out)
    && find(library, "agnxtout", &gv.next_out)
    && find(library, "agfstsubg", &gv.first_subgraph)
    && find(library, "agnxtsubg", &gv.next_subgraph)
    && find(library, "agnameof", &gv.name_of)
    && find(library, "agget", &gv.get)
    && find(library, "agseterr", &gv.set_error_level)
    && find(library, "agseterrf", &gv.set_error_function)
    && layouts != NULL && find(layouts, "gvplugin_dot_layout_LTX_library", &builtins[0].address);
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

static void add_clusters(text *self, void *graph) {
  for (void *part = gv.first_subgraph(graph); part != NULL; part = gv.next_subgraph(part)) {
    const char *name = gv.name_of(part);
    if (name != NULL && strncmp(name, "cluster", 7) == 0) add_line(self, "c", name, gv.get(part, "bb"));
    add_clusters(self, part);
  }
}

char *turnbook_gv_layout(const char *dot) {
  text answer = {NULL, 0, 0};
  pthread_mutex_lock(&lock);
  void *graph = gv.memread(dot);
  if (graph != NULL) {
    if (gv.layout(context, graph, "dot") == 0) {
      gv.attach(graph);
      add_line(&answer, "g", "", gv.get(graph, "bb"));
      for (void *node = gv.first_node(graph); node != NULL; node = gv.next_node(graph, node)) {
        add_line(&answer, "n", gv.name_of(node), gv.get(node, "pos"));
        for (void *edge = gv.first_out(graph, node); edge != NULL; edge = gv.next_out(graph, edge)) {
          add_line(&answer, "e", gv.get(edge, "id"), gv.get(edge, "pos"));
          add_line(&answer, "l", gv.get(edge, "id"), gv.get(edge, "lp"));
        }
      }
      add_clusters(&answer, graph);
    }
    gv.free_layout(context, graph);
    gv.close(graph);
  }
  pthread_mutex_unlock(&lock);
  return answer.bytes;
}

void turnbook_gv_free(char *answer) { free(answer); }
