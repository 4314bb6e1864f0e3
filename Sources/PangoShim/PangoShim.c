#include "PangoShim.h"

#include "LibraryLoading.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct rectangle {
  int x, y, width, height;
} rectangle;

typedef struct font_set {
  int count;
  int room;
  void **fonts;
} font_set;

typedef int (*png_reader)(void *, unsigned char *, unsigned);

enum { FORMAT_RGB24 = 1, ANTIALIAS_GREY = 2, HINTS_NONE = 1, METRICS_EXACT = 1, FILTER_BEST = 2 };
enum { STATUS_READ_ERROR = 10, ELLIPSIS_AT_END = 3, BREAK_BY_WORD = 0, BREAK_BY_WORD_THEN_CHARACTER = 2, INSTALLED_FONTS = 0, LEVEL = 6 };
static const double UNITS = 1024;

static struct {
  void *(*image)(int, int, int);
  void *(*image_from_png)(png_reader, void *);
  int (*image_width)(void *);
  int (*image_height)(void *);
  int (*image_row)(void *);
  unsigned char *(*image_pixels)(void *);
  void (*flush)(void *);
  int (*surface_status)(void *);
  void (*free_surface)(void *);
  void *(*context)(void *);
  int (*context_status)(void *);
  void (*free_context)(void *);
  void (*colour)(void *, double, double, double);
  void (*rectangle)(void *, double, double, double, double);
  void (*fill)(void *);
  void (*paint)(void *);
  void (*save)(void *);
  void (*restore)(void *);
  void (*translate)(void *, double, double);
  void (*scale)(void *, double, double);
  void (*source)(void *, void *, double, double);
  void *(*pattern)(void *);
  void (*filter)(void *, int);
  void (*move_to)(void *, double, double);
  void *(*font_options)(void);
  void (*free_font_options)(void *);
  void (*set_antialias)(void *, int);
  void (*set_hints)(void *, int);
  void (*set_metrics)(void *, int);
  const char *(*version)(void);
} cairo;

static struct {
  void *(*font_map)(void);
  void *(*context)(void *);
  void (*set_font_options)(void *, const void *);
  void (*set_language)(void *, void *);
  void *(*language)(const char *);
  void *(*layout)(void *);
  void (*set_text)(void *, const char *, int);
  void (*set_font)(void *, const void *);
  void (*set_width)(void *, int);
  void (*set_height)(void *, int);
  void (*set_ellipsis)(void *, int);
  void (*set_wrap)(void *, int);
  void (*set_spacing)(void *, int);
  void (*set_single_paragraph)(void *, int);
  void (*extents)(void *, rectangle *, rectangle *);
  int (*line_count)(void *);
  int (*missing)(void *);
  int (*is_cut)(void *);
  void (*show)(void *, void *);
  void *(*font)(void);
  void (*free_font)(void *);
  void (*set_family)(void *, const char *);
  void (*set_weight)(void *, int);
  void (*set_size)(void *, double);
  const char *(*version)(void);
  void (*unref)(void *);
  void *(*set_log)(void (*)(const char *, int, const char *, void *), void *);
} pango;

/* Of Fontconfig, which need not be there. */
static struct {
  font_set *(*fonts)(void *, int);
  int (*text)(void *, const char *, int, unsigned char **);
  int (*number)(void *, const char *, int, int *);
} fonts;

static struct {
  unsigned long (*bound)(unsigned long);
  int (*compress)(unsigned char *, unsigned long *, const unsigned char *, unsigned long, int);
  const char *(*version)(void);
} zlib;

static const char *(*shaper_version)(void);
static const char *failure;
static char identity[256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void swallow(const char *domain, int level, const char *message, void *context) {
  (void)domain;
  (void)level;
  (void)message;
  (void)context;
}

/* FNV-1a. */
static uint64_t hash(uint64_t hash, const void *bytes, size_t size) {
  for (const unsigned char *byte = bytes; size > 0; size--, byte++) hash = (hash ^ *byte) * 0x00000100000001B3;
  return hash;
}

/* The sum over the fonts, so that their order does not count. */
static uint64_t hash_of_fonts(void) {
  font_set *set = fonts.fonts == NULL ? NULL : fonts.fonts(NULL, INSTALLED_FONTS);
  uint64_t sum = 0;
  for (int index = 0; set != NULL && index < set->count; index++) {
    unsigned char *file = NULL;
    int version = 0;
    if (fonts.text(set->fonts[index], "file", 0, &file) != 0 || file == NULL) continue;
    fonts.number(set->fonts[index], "fontversion", 0, &version);
    uint64_t one = hash(0xCBF29CE484222325, file, strlen((const char *)file));
    sum += hash(one, &version, sizeof version);
  }
  return sum;
}

static int find_cairo(void *library) {
#define FIND(name, place) turnbook_library_find(library, name, &place)
  return FIND("cairo_image_surface_create", cairo.image)
    && FIND("cairo_image_surface_create_from_png_stream", cairo.image_from_png)
    && FIND("cairo_image_surface_get_width", cairo.image_width)
    && FIND("cairo_image_surface_get_height", cairo.image_height)
    && FIND("cairo_image_surface_get_stride", cairo.image_row)
    && FIND("cairo_image_surface_get_data", cairo.image_pixels)
    && FIND("cairo_surface_flush", cairo.flush)
    && FIND("cairo_surface_status", cairo.surface_status)
    && FIND("cairo_surface_destroy", cairo.free_surface)
    && FIND("cairo_create", cairo.context)
    && FIND("cairo_status", cairo.context_status)
    && FIND("cairo_destroy", cairo.free_context)
    && FIND("cairo_set_source_rgb", cairo.colour)
    && FIND("cairo_rectangle", cairo.rectangle)
    && FIND("cairo_fill", cairo.fill)
    && FIND("cairo_paint", cairo.paint)
    && FIND("cairo_save", cairo.save)
    && FIND("cairo_restore", cairo.restore)
    && FIND("cairo_translate", cairo.translate)
    && FIND("cairo_scale", cairo.scale)
    && FIND("cairo_set_source_surface", cairo.source)
    && FIND("cairo_get_source", cairo.pattern)
    && FIND("cairo_pattern_set_filter", cairo.filter)
    && FIND("cairo_move_to", cairo.move_to)
    && FIND("cairo_font_options_create", cairo.font_options)
    && FIND("cairo_font_options_destroy", cairo.free_font_options)
    && FIND("cairo_font_options_set_antialias", cairo.set_antialias)
    && FIND("cairo_font_options_set_hint_style", cairo.set_hints)
    && FIND("cairo_font_options_set_hint_metrics", cairo.set_metrics)
    && FIND("cairo_version_string", cairo.version);
}

static int find_pango(void *library) {
  return FIND("pango_cairo_font_map_new", pango.font_map)
    && FIND("pango_font_map_create_context", pango.context)
    && FIND("pango_cairo_context_set_font_options", pango.set_font_options)
    && FIND("pango_context_set_language", pango.set_language)
    && FIND("pango_language_from_string", pango.language)
    && FIND("pango_layout_new", pango.layout)
    && FIND("pango_layout_set_text", pango.set_text)
    && FIND("pango_layout_set_font_description", pango.set_font)
    && FIND("pango_layout_set_width", pango.set_width)
    && FIND("pango_layout_set_height", pango.set_height)
    && FIND("pango_layout_set_ellipsize", pango.set_ellipsis)
    && FIND("pango_layout_set_wrap", pango.set_wrap)
    && FIND("pango_layout_set_spacing", pango.set_spacing)
    && FIND("pango_layout_set_single_paragraph_mode", pango.set_single_paragraph)
    && FIND("pango_layout_get_pixel_extents", pango.extents)
    && FIND("pango_layout_get_line_count", pango.line_count)
    && FIND("pango_layout_get_unknown_glyphs_count", pango.missing)
    && FIND("pango_layout_is_ellipsized", pango.is_cut)
    && FIND("pango_cairo_show_layout", pango.show)
    && FIND("pango_font_description_new", pango.font)
    && FIND("pango_font_description_free", pango.free_font)
    && FIND("pango_font_description_set_family", pango.set_family)
    && FIND("pango_font_description_set_weight", pango.set_weight)
    && FIND("pango_font_description_set_absolute_size", pango.set_size)
    && FIND("pango_version_string", pango.version)
    && FIND("g_object_unref", pango.unref)
    && FIND("g_log_set_default_handler", pango.set_log);
}

static void load(void) {
  static const char *const names[] = {
#ifdef __APPLE__
    "/opt/homebrew/lib/libpangocairo-1.0.0.dylib", "/usr/local/lib/libpangocairo-1.0.0.dylib", "libpangocairo-1.0.0.dylib",
#else
    "libpangocairo-1.0.so.0",
#endif
  };
  void *library = turnbook_library_open(names, sizeof names / sizeof *names);
  if (library == NULL) {
    failure = "the library libpangocairo is not installed";
    return;
  }
  int found = find_cairo(library) && find_pango(library) && FIND("compressBound", zlib.bound)
    && FIND("compress2", zlib.compress) && FIND("zlibVersion", zlib.version);
  if (!found) {
    failure = "the library libpangocairo is there without all that draws pictures";
    return;
  }
  FIND("hb_version_string", shaper_version);
  if (!FIND("FcConfigGetFonts", fonts.fonts) || !FIND("FcPatternGetString", fonts.text)
      || !FIND("FcPatternGetInteger", fonts.number)) {
    fonts.fonts = NULL;
  }
  pango.set_log(swallow, NULL);
  snprintf(
    identity, sizeof identity, "pango %s cairo %s harfbuzz %s zlib %s fonts %016llx", pango.version(), cairo.version(),
    shaper_version == NULL ? "" : shaper_version(), zlib.version(), (unsigned long long)hash_of_fonts());
}

const char *turnbook_pango_load(void) {
  pthread_once(&once, load);
  return failure;
}

const char *turnbook_pango_identity(void) { return identity; }

int turnbook_pango_font_count(void) {
  font_set *set = fonts.fonts == NULL ? NULL : fonts.fonts(NULL, INSTALLED_FONTS);
  return fonts.fonts == NULL ? -1 : set == NULL ? 0 : set->count;
}

int turnbook_pango_has_family(const char *name) {
  if (fonts.fonts == NULL) return 1;
  font_set *set = fonts.fonts(NULL, INSTALLED_FONTS);
  for (int index = 0; set != NULL && index < set->count; index++) {
    unsigned char *family = NULL;
    for (int place = 0; fonts.text(set->fonts[index], "family", place, &family) == 0; place++) {
      if (strcasecmp((const char *)family, name) == 0) return 1;
    }
  }
  return 0;
}

struct turnbook_canvas {
  void *surface;
  void *context;
  /* Fonts in use; one for each canvas, since they belong to one thread. */
  void *font_map;
  void *text_context;
};

turnbook_canvas *turnbook_canvas_new(int width, int height, const char *language) {
  turnbook_canvas *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  void *options = cairo.font_options();
  self->surface = cairo.image(FORMAT_RGB24, width, height);
  self->context = cairo.context(self->surface);
  self->font_map = pango.font_map();
  self->text_context = self->font_map == NULL ? NULL : pango.context(self->font_map);
  if (self->text_context == NULL || cairo.context_status(self->context) != 0) {
    cairo.free_font_options(options);
    turnbook_canvas_free(self);
    return NULL;
  }
  cairo.set_antialias(options, ANTIALIAS_GREY);
  cairo.set_hints(options, HINTS_NONE);
  cairo.set_metrics(options, METRICS_EXACT);
  pango.set_font_options(self->text_context, options);
  cairo.free_font_options(options);
  pango.set_language(self->text_context, pango.language(language));
  return self;
}

void turnbook_canvas_free(turnbook_canvas *self) {
  if (self == NULL) return;
  if (self->text_context != NULL) pango.unref(self->text_context);
  if (self->font_map != NULL) pango.unref(self->font_map);
  cairo.free_context(self->context);
  cairo.free_surface(self->surface);
  free(self);
}

static void set_colour(turnbook_canvas *self, uint32_t colour) {
  cairo.colour(self->context, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

void turnbook_canvas_fill(turnbook_canvas *self, double x, double y, double width, double height, uint32_t colour) {
  set_colour(self, colour);
  cairo.rectangle(self->context, x, y, width, height);
  cairo.fill(self->context);
}

static turnbook_text_extent lay_out(
  turnbook_canvas *self, const char *text, size_t size, const turnbook_text_style *style, const double *place
) {
  turnbook_text_extent extent = {0, 0, 0, 0, 0};
  void *layout = pango.layout(self->text_context);
  void *font = pango.font();
  if (layout == NULL || font == NULL) return extent;
  pango.set_family(font, style->family);
  pango.set_weight(font, style->weight);
  pango.set_size(font, style->size * UNITS);
  pango.set_font(layout, font);
  pango.free_font(font);
  pango.set_single_paragraph(layout, 1);
  pango.set_width(layout, (int)(style->width * UNITS));
  pango.set_spacing(layout, (int)(style->leading * UNITS));
  pango.set_wrap(layout, style->keeps_words ? BREAK_BY_WORD : BREAK_BY_WORD_THEN_CHARACTER);
  if (!style->keeps_words) {
    pango.set_ellipsis(layout, ELLIPSIS_AT_END);
    pango.set_height(layout, -style->lines);
  }
  pango.set_text(layout, text, (int)size);
  rectangle box = {0, 0, 0, 0};
  pango.extents(layout, NULL, &box);
  extent.width = box.width;
  extent.height = box.height;
  extent.lines = pango.line_count(layout);
  extent.missing = pango.missing(layout);
  extent.is_cut = pango.is_cut(layout);
  if (place != NULL) {
    set_colour(self, style->colour);
    cairo.move_to(self->context, place[0], place[1]);
    pango.show(self->context, layout);
  }
  pango.unref(layout);
  return extent;
}

turnbook_text_extent turnbook_canvas_measure(
  turnbook_canvas *self, const char *text, size_t size, const turnbook_text_style *style
) {
  return lay_out(self, text, size, style, NULL);
}

turnbook_text_extent turnbook_canvas_write(
  turnbook_canvas *self, const char *text, size_t size, const turnbook_text_style *style, double x, double y
) {
  double place[] = {x, y};
  return lay_out(self, text, size, style, place);
}

typedef struct png_bytes {
  const uint8_t *next;
  size_t left;
} png_bytes;

static int read_png(void *context, unsigned char *room, unsigned size) {
  png_bytes *bytes = context;
  if (size > bytes->left) return STATUS_READ_ERROR;
  memcpy(room, bytes->next, size);
  bytes->next += size;
  bytes->left -= size;
  return 0;
}

double turnbook_canvas_picture(
  turnbook_canvas *self, const uint8_t *png, size_t size, double x, double y, double width, double height
) {
  png_bytes bytes = {png, size};
  void *image = cairo.image_from_png(read_png, &bytes);
  int columns = cairo.surface_status(image) == 0 ? cairo.image_width(image) : 0;
  int rows = columns > 0 ? cairo.image_height(image) : 0;
  double taken = 0;
  if (columns > 0 && rows > 0) {
    double scale = 1;
    if (columns * scale > width) scale = width / columns;
    if (rows * scale > height) scale = height / rows;
    taken = columns * scale;
    cairo.save(self->context);
    cairo.translate(self->context, x, y + (height - rows * scale) / 2);
    cairo.scale(self->context, scale, scale);
    cairo.source(self->context, image, 0, 0);
    cairo.filter(cairo.pattern(self->context), FILTER_BEST);
    cairo.paint(self->context);
    cairo.restore(self->context);
  }
  cairo.free_surface(image);
  return taken;
}

const uint8_t *turnbook_canvas_pixels(turnbook_canvas *self, size_t *row) {
  cairo.flush(self->surface);
  if (cairo.context_status(self->context) != 0) return NULL;
  *row = (size_t)cairo.image_row(self->surface);
  return cairo.image_pixels(self->surface);
}

size_t turnbook_deflate_bound(size_t size) { return zlib.bound(size); }

size_t turnbook_deflate(const uint8_t *bytes, size_t size, uint8_t *room, size_t room_size) {
  unsigned long written = room_size;
  return zlib.compress(room, &written, bytes, size, LEVEL) == 0 ? written : 0;
}
