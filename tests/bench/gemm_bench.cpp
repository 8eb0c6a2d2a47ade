// Speed of the matrix products per shape and form, and of the elementary functions per element. Build the target
// gemm_bench by name, then run it (natively) or `node gemm_bench.mjs [--tier fast]` (WebAssembly). Prints the median
// and the best of several samples.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "kernels/gemm.hpp"
#include "simd/map.hpp"
#include "simd/math.hpp"

using namespace unrolled;

namespace {

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

struct Sample {
  double median, best;  // units a second
};

template <class F>
Sample rate(double units, F f) {
  constexpr int kSamples = 60;
  double start = seconds();
  int repeats = 0;
  for (; seconds() - start < 0.002; ++repeats) f();
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

volatile float sink;  // or the compiler sees that nobody reads the results

template <class F>
void bench_map(const char* name, F f) {
  constexpr std::size_t kCount = 4096;
  std::vector<float> x(kCount), y(kCount);
  for (std::size_t i = 0; i < kCount; ++i) x[i] = float(i % 97) * 0.07f - 3;
  const Sample r = rate(1e-9 * kCount, [&] {
    simd::map(kCount, x.data(), y.data(), f);
    sink = y[kCount / 2];
  });
  std::printf("%-8s %6.3f ns a float, best %6.3f\n", name, 1 / r.median, 1 / r.best);
}

}  // namespace

int main() {
  bench_map("exp", [](auto x) { return simd::exp(x); });
  bench_map("tanh", [](auto x) { return simd::tanh(x); });
  bench_map("sigmoid", [](auto x) { return simd::sigmoid(x); });
  bench_map("erf", [](auto x) { return simd::erf(x); });
  bench_map("log", [](auto x) { return simd::log(x); });
  const std::size_t shapes[][3] = {{16, 64, 256}, {64, 64, 64},    {128, 128, 128}, {1024, 64, 256}, {16, 128, 512},
                                   {1, 128, 512}, {1024, 128, 27}, {64, 16, 64},    {64, 1024, 256}, {512, 1024, 128},
                                   {12, 16, 64},  {64, 12, 16},    {16, 512, 128}};
  for (const auto& [m, k, n] : shapes) {
    bench("nn", gemm_nn<float>, m, k, n);
    bench("tn", gemm_tn<float>, m, k, n);
    bench("nt", gemm_nt<float>, m, k, n);
  }
}
