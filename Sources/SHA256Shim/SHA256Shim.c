#include "SHA256Shim.h"

#include <string.h>

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t turned(uint32_t word, int count) { return word >> count | word << (32 - count); }

static inline uint32_t word_at(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

void turnbook_sha256_take_portable(uint32_t *state, const uint8_t *blocks, size_t count) {
  for (; count > 0; count--, blocks += 64) {
    uint32_t schedule[64], v[8];
    for (int index = 0; index < 16; index++) schedule[index] = word_at(blocks + 4 * index);
    for (int index = 16; index < 64; index++) {
      uint32_t near = schedule[index - 2], far = schedule[index - 15];
      schedule[index] = schedule[index - 16] + (turned(far, 7) ^ turned(far, 18) ^ far >> 3) +
                        schedule[index - 7] + (turned(near, 17) ^ turned(near, 19) ^ near >> 10);
    }
    memcpy(v, state, sizeof v);
    for (int index = 0; index < 64; index++) {
      uint32_t a = v[0], e = v[4];
      uint32_t first = v[7] + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
                       ((e & v[5]) ^ (~e & v[6])) + constants[index] + schedule[index];
      uint32_t second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) +
                        ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
      v[7] = v[6], v[6] = v[5], v[5] = e, v[4] = v[3] + first;
      v[3] = v[2], v[2] = v[1], v[1] = a, v[0] = first + second;
    }
    for (int index = 0; index < 8; index++) state[index] += v[index];
  }
}

#if defined(__x86_64__)
#include <immintrin.h>

/* Two registers hold the state as the instructions want it, a b e f and c d g h, highest first. */
__attribute__((target("sha,sse4.1"))) static void take_sha(uint32_t *state, const uint8_t *blocks,
                                                           size_t count) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i low = _mm_loadu_si128((const __m128i *)state);
  __m128i high = _mm_loadu_si128((const __m128i *)(state + 4));
  __m128i ab = _mm_shuffle_epi32(low, 0xB1), ef = _mm_shuffle_epi32(high, 0x1B);
  __m128i abef = _mm_alignr_epi8(ab, ef, 8), cdgh = _mm_blend_epi16(ef, ab, 0xF0);
  for (; count > 0; count--, blocks += 64) {
    __m128i before = abef, beside = cdgh, words[4];
    for (int four = 0; four < 4; four++) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(blocks + 16 * four));
      words[four] = _mm_shuffle_epi8(bytes, order);
    }
#pragma clang loop unroll(full)
    for (int four = 0; four < 16; four++) {
      if (four >= 4) {
        /* Sixteen words back, fifteen, seven and two. */
        __m128i sum = _mm_sha256msg1_epu32(words[four % 4], words[(four + 1) % 4]);
        sum = _mm_add_epi32(sum, _mm_alignr_epi8(words[(four + 3) % 4], words[(four + 2) % 4], 4));
        words[four % 4] = _mm_sha256msg2_epu32(sum, words[(four + 3) % 4]);
      }
      __m128i with = _mm_loadu_si128((const __m128i *)(constants + 4 * four));
      with = _mm_add_epi32(with, words[four % 4]);
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, with);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(with, 0x0E));
    }
    abef = _mm_add_epi32(abef, before);
    cdgh = _mm_add_epi32(cdgh, beside);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B), dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

void turnbook_sha256_take(uint32_t *state, const uint8_t *blocks, size_t count) {
  if (__builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1")) {
    take_sha(state, blocks, count);
  } else {
    turnbook_sha256_take_portable(state, blocks, count);
  }
}
#else
void turnbook_sha256_take(uint32_t *state, const uint8_t *blocks, size_t count) {
  turnbook_sha256_take_portable(state, blocks, count);
}
#endif
