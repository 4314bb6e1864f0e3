#ifndef TURNBOOK_GRAPHVIZ_SHIM_H
#define TURNBOOK_GRAPHVIZ_SHIM_H

/* Graphviz, loaded when the first graph is to be laid out: every other run of the program starts without it and does not
   need it to be there. No header of Graphviz is needed. The program "dot" is taken as a library alone: no plugin is looked
   for, no file read, no font asked for, and nothing is written to the standard streams. */

/* Loads Graphviz once and for all threads. NULL when it is there, else why not; the text stays valid. */
const char *turnbook_gv_load(void);

/* Lays out a graph in the language DOT whose nodes have fixed sizes. Only after turnbook_gv_load returned NULL. One call
   waits for another. The answer is lines of text, to be given back to turnbook_gv_free; NULL where Graphviz failed:
     g BB       the whole drawing: left, bottom, right, top in points, separated by commas
     n NAME POS a node's middle
     e ID POS   an edge's curve, by its attribute "id"
     l ID POS   the middle of its label
     c NAME BB  a cluster */
char *turnbook_gv_layout(const char *dot);
void turnbook_gv_free(char *answer);

#endif
