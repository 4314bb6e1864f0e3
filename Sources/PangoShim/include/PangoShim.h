#ifndef TURNBOOK_PANGO_SHIM_H
#define TURNBOOK_PANGO_SHIM_H

#include <stddef.h>
#include <stdint.h>

/* Pango and Cairo, loaded when the first picture with text is to be drawn. No header of theirs is needed. Letters are smoothed
   in greys and not fitted to the grid, whatever a desktop wants, so that the same fonts give the same pixels. */

/* Loads the libraries once and for all threads. NULL when they are there, else why not; the text stays valid. */
const char *turnbook_pango_load(void);

/* What the pixels of a text depend on besides the text: versions of the libraries, and a digest of the fonts that are
   installed. Only after turnbook_pango_load returned NULL, as everything below. Stays valid. */
const char *turnbook_pango_identity(void);

/* How many fonts are installed; -1 where that cannot be told. */
int turnbook_pango_font_count(void);

/* Whether a family of this name is installed, letter case aside; 1 where that cannot be told. */
int turnbook_pango_has_family(const char *name);

/* Something to draw on: opaque pixels. Belongs to one thread at a time; several may be used at once. NULL without memory. */
typedef struct turnbook_canvas turnbook_canvas;
turnbook_canvas *turnbook_canvas_new(int width, int height, const char *language);
void turnbook_canvas_free(turnbook_canvas *canvas);

/* Colours are 0xRRGGBB. */
void turnbook_canvas_fill(turnbook_canvas *canvas, double x, double y, double width, double height, uint32_t colour);

typedef struct turnbook_text_style {
  /* Families, separated by commas. */
  const char *family;
  /* 400 is regular, 700 bold. */
  int weight;
  /* Height of the font in pixels. */
  double size;
  uint32_t colour;
  /* Pixels after which a line is broken, and the lines after which the text is cut off with an ellipsis. */
  double width;
  int lines;
  /* Pixels between lines besides their own height. */
  double leading;
  /* Whether a word that is longer than a line stays whole; then nothing is cut off. */
  int keeps_words;
} turnbook_text_style;

typedef struct turnbook_text_extent {
  double width;
  double height;
  int lines;
  /* Characters that no font has. */
  int missing;
  int is_cut;
} turnbook_text_extent;

/* Measures a text in UTF-8. One written from right to left stands at the right of its width. */
turnbook_text_extent turnbook_canvas_measure(
  turnbook_canvas *canvas, const char *text, size_t size, const turnbook_text_style *style);
/* Draws it with its top left corner at a place. */
turnbook_text_extent turnbook_canvas_write(
  turnbook_canvas *canvas, const char *text, size_t size, const turnbook_text_style *style, double x, double y);

/* Draws a PNG as large as fits into a box, at its left and in the middle of its height, never enlarged. Returns the width that it takes; 0 where
   it cannot be read. */
double turnbook_canvas_picture(
  turnbook_canvas *canvas, const uint8_t *png, size_t size, double x, double y, double width, double height);

/* Rows of 0x00RRGGBB in the order of the machine, `row` bytes apart. Valid until something is drawn. NULL where drawing has failed. */
const uint8_t *turnbook_canvas_pixels(turnbook_canvas *canvas, size_t *row);

/* Compresses with zlib, which the libraries need themselves. Returns the size, 0 where it has failed. */
size_t turnbook_deflate_bound(size_t size);
size_t turnbook_deflate(const uint8_t *bytes, size_t size, uint8_t *room, size_t room_size);

#endif
