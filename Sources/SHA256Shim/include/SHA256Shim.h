#ifndef SHA256_SHIM_H
#define SHA256_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The compression function of SHA-256 (FIPS 180-4, 6.2.2) over whole blocks of 64 bytes. `state` has
 * eight words. The first takes the processor's own instructions where it has them. */
void turnbook_sha256_take(uint32_t *state, const uint8_t *blocks, size_t count);
void turnbook_sha256_take_portable(uint32_t *state, const uint8_t *blocks, size_t count);

#endif
