#pragma once
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "plan/batch.hpp"

/// tests/golden/*.json: small models as PyTorch computes them in double. tests/parity/golden.py writes the files.
namespace unrolled::test {

struct GoldenParameter {
  std::string name;  ///< PyTorch's
  std::vector<std::size_t> shape;
  std::vector<double> value, grad;  ///< grad of the first batch, before any clipping
};

/// Batch-major, as everything in the file.
struct GoldenStream {
  std::vector<std::int32_t> tokens;   ///< [B,T]
  std::vector<double> values;         ///< or [B,T,features]
  std::vector<std::int32_t> lengths;  ///< [B]
};

struct GoldenBatch {
  GoldenStream input, source;
  std::vector<std::int32_t> targets;  ///< [B,T] or [B]; a target of -1 does not count
  std::vector<double> numbers;        ///< or [B,T,width] or [B,width]; a row that begins with NaN does not count
};

struct GoldenRun {
  nlohmann::json train;        ///< as in an experiment: {"optimizer":{"kind":"adamw",...},"clip_norm":1,...}
  std::vector<double> losses;  ///< before each update; batch number step % batches.size()
};

struct Golden {
  std::string name;
  nlohmann::json model;  ///< as in an experiment: {"kind":"lstm",...}
  Signature signature;
  std::size_t batch;  ///< B
  std::vector<GoldenParameter> parameters;
  std::vector<GoldenBatch> batches;
  std::vector<double> result;  ///< [B,T,width] or [B,width] of the first batch; zeros beyond a row's length
  double loss;                 ///< of the first batch
  std::vector<GoldenRun> runs;
};

/// The names of all files, without ".json", in order.
std::vector<std::string> golden_names();
/// Throws std::runtime_error where the file does not exist, a json error where it is damaged.
Golden read_golden(const std::string& name);

}  // namespace unrolled::test
