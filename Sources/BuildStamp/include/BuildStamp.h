#ifndef BUILD_STAMP_H
#define BUILD_STAMP_H

/// The commit that the program was built from, as the build was told; empty where it was not.
///
/// A function, so that another commit changes this target alone, and no Swift file is compiled
/// for it.
const char *_Nonnull build_stamp_commit(void);

#endif
