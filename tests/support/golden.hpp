#pragma once
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// tests/golden/*.json: small models as PyTorch computes them in double. tests/parity/golden.py writes the files.
namespace unrolled::test {

struct GoldenParameter {
  std::string name;  ///< PyTorch's
  std::vector<std::size_t> shape;
  std::vector<double> value, grad;  ///< grad of the first batch, before any clipping
};

struct GoldenBatch {
  std::vector<std::int32_t> inputs, targets;  ///< [B,T], batch-major; a target of -1 does not count
};

struct GoldenRun {
  nlohmann::json train;        ///< as in an experiment: {"optimizer":{"kind":"adamw",...},"clip_norm":1,...}
  std::vector<double> losses;  ///< before each update; batch number step % batches.size()
};

struct Golden {
  std::string name;
  nlohmann::json model;  ///< as in an experiment: {"kind":"lstm",...}
  std::size_t vocab, batch, length;
  std::vector<GoldenParameter> parameters;
  std::vector<GoldenBatch> batches;
  std::vector<double> logits;  ///< [B,T,vocab] of the first batch
  double loss;                 ///< of the first batch
  std::vector<GoldenRun> runs;
};

/// The names of all files, without ".json", in order.
std::vector<std::string> golden_names();
/// Throws std::runtime_error where the file does not exist, a json error where it is damaged.
Golden read_golden(const std::string& name);

}  // namespace unrolled::test
