#include "measures/recurrence.hpp"

#include "core/elementary.hpp"

namespace unrolled {
namespace {

constexpr std::string_view kRecurrent = ".weight_hh_l";

}  // namespace

Recurrence::Recurrence(const Tensor<float>& weight_hh) : weight(&weight_hh) {
  const std::size_t at = weight_hh.name.find(kRecurrent), number = at + kRecurrent.size();
  const std::size_t end = weight_hh.name.find('_', number);
  const std::string layer = weight_hh.name.substr(number, end - number);
  const bool reverse = end != std::string::npos;
  prefix = weight_hh.name.substr(0, at);
  suffix = weight_hh.name.substr(number - 2);
  if (encodes() || prefix == "decoder")
    name = "seq2seq." + prefix + (reverse ? "_reverse." : ".") + layer;
  else
    name = prefix + "." + layer + (reverse ? ".reverse" : "");
  tap = encodes() ? name + ".reading" : name;
}

std::vector<std::string> Recurrence::gate_names() const {
  if (gates() == 3) return {"r", "z", "n"};
  return {"i", "f", "g", "o"};
}

std::vector<double> Recurrence::parameter(const Subject& subject, const std::string& which) const {
  const Tensor<float>* tensor = subject.model.parameters().find(prefix + "." + which + suffix);
  return tensor == nullptr ? std::vector<double>() : in_double(tensor->value);
}

bool Recurrence::plain(const Subject& subject) const {
  return subject.model.parameters().find(prefix + ".norm_hh" + suffix + ".weight") == nullptr;
}

std::vector<Recurrence> recurrences(const Subject& subject) {
  std::vector<Recurrence> all;
  for (const Tensor<float>& tensor : subject.model.parameters().tensors())
    if (tensor.name.find(kRecurrent) != std::string::npos) all.emplace_back(tensor);
  return all;
}

std::vector<double> in_double(std::span<const float> from) { return {from.begin(), from.end()}; }

void CellGradient::step(std::span<const float> dh, std::span<const float> cell, std::span<const float> before,
                        std::span<const float> gates) {
  const std::size_t H = dc_.size();
  for (std::size_t u = 0; u < H; ++u) {
    const double i = double(gates[u]), f = double(gates[H + u]), g = double(gates[2 * H + u]),
                 o = double(gates[3 * H + u]);
    const double shown = elementary::tanh(double(cell[u]));
    const double out = o * (1 - shown * shown) + shown * o * (1 - o) * peep(2, u);
    const double kept = f + g * i * (1 - i) * peep(0, u) + double(before[u]) * f * (1 - f) * peep(1, u);
    dc_[u] = (double(dh[u]) * out + dc_[u]) * kept;
  }
}

}  // namespace unrolled
