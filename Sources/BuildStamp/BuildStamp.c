#include "BuildStamp.h"

#ifndef TURNBOOK_COMMIT
#define TURNBOOK_COMMIT ""
#endif

const char *build_stamp_commit(void) { return TURNBOOK_COMMIT; }
