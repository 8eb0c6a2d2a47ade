// Speed of the matrix products, per shape and form: `cmake --build BUILD --target gemm_bench`, then run it (natively)
// or `node gemm_bench.mjs` (WebAssembly). Prints the median and the best of several samples in GFLOP/s.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "kernels/gemm.hpp"

using namespace unrolled;

namespace {

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

struct Sample {
  double median, best;  // units a second
};

template <class F>
Sample rate(double units, F f) {
  constexpr int kSamples = 15;
  double start = seconds();
  int repeats = 0;
  for (; seconds() - start < 0.01; ++repeats) f();
  std::vector<double> times;
  for (int sample = 0; sample < kSamples; ++sample) {
    start = seconds();
    for (int i = 0; i < repeats; ++i) f();
    times.push_back((seconds() - start) / repeats);
  }
  std::ranges::sort(times);
  return {units / times[kSamples / 2], units / times[0]};
}

using Gemm = void (*)(std::size_t, std::size_t, std::size_t, const float*, std::size_t, const float*, std::size_t,
                      float*, std::size_t, Accumulate);

void bench(const char* form, Gemm gemm, std::size_t m, std::size_t k, std::size_t n) {
  std::vector<float> a(m * k, 0.1f), b(k * n, 0.2f), c(m * n);
  const std::size_t lda = gemm == gemm_tn<float> ? m : k, ldb = gemm == gemm_nt<float> ? k : n;
  const Sample r = rate(2e-9 * double(m) * double(n) * double(k),
                        [&] { gemm(m, n, k, a.data(), lda, b.data(), ldb, c.data(), n, Accumulate::no); });
  std::printf("gemm_%s %4zu x %4zu x %4zu (m k n): %6.2f GFLOP/s, best %6.2f\n", form, m, k, n, r.median, r.best);
}

}  // namespace

int main() {
  const std::size_t shapes[][3] = {{16, 64, 256}, {64, 64, 64},    {128, 128, 128}, {1024, 64, 256}, {16, 128, 512},
                                   {1, 128, 512}, {1024, 128, 27}, {64, 16, 64},    {64, 1024, 256}};
  for (const auto& [m, k, n] : shapes) {
    bench("nn", gemm_nn<float>, m, k, n);
    bench("tn", gemm_tn<float>, m, k, n);
    bench("nt", gemm_nt<float>, m, k, n);
  }
}
