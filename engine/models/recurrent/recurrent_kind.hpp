#pragma once
#include <string>
#include <vector>

#include "models/kind.hpp"

namespace unrolled {

struct RecurrentConfig {
  std::size_t embedding_size;  ///< of symbols; 0: one-hot
  std::size_t hidden_size;
  std::size_t num_layers;
  double dropout;  ///< between layers, as in torch.nn.RNN
  bool bidirectional;
};

/// The options that every recurrent family has, with the family's own between them.
OptionTable recurrent_options(OptionTable own);
RecurrentConfig recurrent_config(const Options& options);

/// What describe() says of rnn, gru or lstm: the family's own taps, `kind`.{layer}.hidden first, then those that all
/// have; the tasks it reads, and what it refuses.
ModelKind recurrent_kind(OptionGroup group, std::vector<TapNote> own_taps);

/// Of a family that reads one stream: refuses pairs.
void require_one_stream(const Options& options, const Signature& signature, const std::string& where);

}  // namespace unrolled
