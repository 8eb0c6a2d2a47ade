// What one core can multiply and add, in GFLOP/s: one line of JSON. Twelve independent sums, nothing loaded, in assembly
// so that no compiler spills, contracts or hoists. limits [SECONDS for each]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr long kRounds = 50'000;  // about 0.1 ms
constexpr double kSums = 12;

#if defined(__x86_64__)
#define TWELVE(OP) OP(0) OP(1) OP(2) OP(3) OP(4) OP(5) OP(6) OP(7) OP(8) OP(9) OP(10) OP(11)
#define CLEAR(i) "vpxor %%xmm" #i ",%%xmm" #i ",%%xmm" #i "\n"
#define CLOBBERED                                                                                                     \
  "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", \
      "xmm14", "xmm15"
#define LOOP(NAME, OP, END)                                                                  \
  void NAME() {                                                                              \
    long n = kRounds;                                                                        \
    asm volatile(TWELVE(CLEAR) CLEAR(14) CLEAR(15) "1:\n" TWELVE(OP) "dec %0\n jnz 1b\n" END \
                 : "+r"(n)                                                                   \
                 :                                                                           \
                 : CLOBBERED, "cc");                                                         \
  }
// A product that is not fused goes to a register of its own. Three operands, as V8 writes it where there is AVX.
#define MULTIPLY_ADD(i) "vmulps %%xmm14,%%xmm15,%%xmm12\n vaddps %%xmm12,%%xmm" #i ",%%xmm" #i "\n"
#define FUSED_128(i) "vfmadd231ps %%xmm14,%%xmm15,%%xmm" #i "\n"
#define FUSED_256(i) "vfmadd231ps %%ymm14,%%ymm15,%%ymm" #i "\n"
#define FUSED_512(i) "vfmadd231ps %%zmm14,%%zmm15,%%zmm" #i "\n"
LOOP(multiply_add_128, MULTIPLY_ADD, "vzeroupper\n")
LOOP(fused_128, FUSED_128, "vzeroupper\n")
LOOP(fused_256, FUSED_256, "vzeroupper\n")
LOOP(fused_512, FUSED_512, "vzeroupper\n")
#endif

/// By the tenth percentile of short samples, as everything here is judged.
void measure(const char* name, double lanes, double budget, void (*loop)()) {
  using Clock = std::chrono::steady_clock;
  const auto seconds_since = [](Clock::time_point t) {
    return std::chrono::duration<double>(Clock::now() - t).count();
  };
  std::vector<double> times;
  for (const auto begin = Clock::now(); seconds_since(begin) < budget;) {
    const auto start = Clock::now();
    loop();
    times.push_back(seconds_since(start));
  }
  std::sort(times.begin(), times.end());
  std::printf(",\"%s\":%.2f", name, 2 * lanes * kSums * kRounds / times[times.size() / 10] / 1e9);
}

}  // namespace

int main(int count, char** words) {
  const double budget = count > 1 ? std::atof(words[1]) : 0.2;
  std::printf("{\"unit\":\"GFLOP/s\"");
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx")) measure("multiply_add_128", 4, budget, multiply_add_128);
  if (__builtin_cpu_supports("fma")) measure("fused_128", 4, budget, fused_128);
  if (__builtin_cpu_supports("fma")) measure("fused_256", 8, budget, fused_256);
  if (__builtin_cpu_supports("avx512f")) measure("fused_512", 16, budget, fused_512);
#else
  static_cast<void>(budget), static_cast<void>(measure);
#endif
  std::printf("}\n");
}
