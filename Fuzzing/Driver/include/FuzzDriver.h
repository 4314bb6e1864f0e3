#ifndef TURNBOOK_FUZZ_DRIVER_H
#define TURNBOOK_FUZZ_DRIVER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own loop, for a program that has a main of its own.
int LLVMFuzzerRunDriver(int *count, char ***words, int (*input)(const uint8_t *bytes, size_t size));

#endif
