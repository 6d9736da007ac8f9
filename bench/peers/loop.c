/* The reference model of 8 guarantors as a plain loop: whether and when each acts is drawn, nothing is kept. Prints runs a second of processor time. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static uint64_t s[4];
static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
static inline double next(void) {
  const uint64_t result = s[0] + s[3], t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return (result >> 11) * 0x1.0p-53;
}
int main(int argc, char **argv) {
  const long runs = argc > 1 ? atol(argv[1]) : 2000000;
  for (int i = 0; i < 4; i++) s[i] = 0x9e3779b97f4a7c15ull * (i + 1);
  long enough = 0; double hours = 0;
  struct timespec a, b; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
  for (long r = 0; r < runs; r++) {
    double time = 0; int acting = 0;
    for (int phase = 0; phase < 3; phase++) {
      const double window = phase == 2 ? 48 : 24; double last = 0; acting = 0;
      for (int i = 0; i < 8; i++) if (next() < 0.8) { const double at = next() * window; acting++; if (at > last) last = at; }
      time += acting == 8 ? last : window;
      if (phase == 1 && acting * 3 < 16) { acting = 0; break; }
    }
    if (acting >= 7) { enough++; hours += time; }
  }
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &b);
  const double sec = (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) * 1e-9;
  printf("runs=%ld p=%.4f hours=%.2f runs/s=%.0f\n", runs, (double)enough / runs, hours / enough, runs / sec);
}
