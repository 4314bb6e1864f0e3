#ifndef TURNBOOK_GRAPHVIZ_SHIM_H
#define TURNBOOK_GRAPHVIZ_SHIM_H

/* Graphviz, loaded when the first graph is to be laid out: every other run of the program starts without it and does not
   need it to be there. No header of Graphviz is needed. The program "dot" is taken as a library alone: no plugin is looked
   for, no file read, no font asked for, and nothing is written to the standard streams. */

/* Loads Graphviz once and for all threads. NULL when it is there, else why not; the text stays valid. */
const char *turnbook_gv_load(void);

/* Lays out a graph in the language DOT whose nodes have fixed sizes. Only after turnbook_gv_load returned NULL. One call
   waits for another.

   Clusters are numbers: `parents` has for each the one around it, which comes before it, or -1. The graph's attribute "t3" is
   the label of cluster 3, a node's attribute "in" the cluster that it is in, the attributes "tc" and "hc" of an edge those
   that it begins and ends at, "beside" and "to" (its head) that both ends stand side by side. Graphviz keeps clusters in the order of the addresses of their names, so names are given here in
   that order: the same graph always gets the same places.

   The answer is lines of text, to be given back to turnbook_gv_free; NULL where Graphviz failed:
     g BB       the whole drawing: left, bottom, right, top in points, separated by commas
     n NAME POS a node's middle
     e ID POS   an edge's curve, by its attribute "id"
     l ID POS   the middle of its label
     c NUMBER BB  a cluster */
char *turnbook_gv_layout(const char *dot, const int *parents, int count);
void turnbook_gv_free(char *answer);

#endif
