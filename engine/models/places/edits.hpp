#pragma once
#include <string>
#include <vector>

#include "models/places/place.hpp"

namespace unrolled {

/// What is done to a place: {"place": {"name": "transformer.0", "part": "head", "index": 3}, "to": "off"}.
struct Edit {
  enum class To {
    off,     ///< shows 0, or adds nothing
    open,    ///< a gate at 1
    closed,  ///< a gate at 0
    mean,    ///< shows the mean of what it shows over held-out examples when the edit is made
    value,   ///< shows `value`
    frozen,  ///< its parameters stay as they are
    free,    ///< its parameters learn again, from what they are
  };
  std::string name, part;
  std::size_t index = 0;
  To to = To::off;
  double value = 0;
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// "off", ...; "" for a value.
std::string_view to_string(Edit::To to);

/// The group that the edit's place belongs to. Throws Error{invalid_config} where there is no such place, or where it cannot be
/// made what is asked: at `where`.place or `where`.to.
const PlaceGroup& place_of(const Edit& edit, const std::vector<PlaceGroup>& places, const std::string& where);

/// The elements of a model's parameters that edits hold. A rewrite is exact for every kernel that reads them, leaves the gradients
/// of all others right, and needs no other plan. The parameters are allocated and stay where they are.
template <class Real>
class Held {
 public:
  /// Takes up one edit, after those taken up before; of the same place, in the stead of the last. Asks for memory and
  /// changes nothing yet. rewrite: false where the parameters have been rewritten already, as those of a checkpoint. means: of an
  /// edit to a mean that rewrites, the numbers that it shows.
  void add(const Edit& edit, const PlaceGroup& place, Arena<Real>& parameters, bool rewrite,
           std::vector<double> means = {});
  /// Rewrites what the edits added since the last call say, in their order.
  void settle();
  /// After an update: whatever is held is again what it was.
  void restore() const;
  /// Before one: what is held does not learn, nor count as a part of the gradient's length.
  void clear_grads() const;
  bool empty() const { return entries_.empty(); }

 private:
  struct Run {
    Real *value, *grad;
    std::size_t count;
    double (*to)(double) = nullptr;
  };
  /// The numbers shown, times the columns that read them, become part of the bias.
  struct Fold {
    const Real* columns = nullptr;
    Real* bias = nullptr;
    std::size_t count = 0, rows = 0, stride = 0;
  };
  struct Entry {
    Edit edit;
    std::vector<double> shown;  ///< by what is written
    std::vector<Run> writes;    ///< yet to be done
    Fold fold;                  ///< before them
    std::vector<Run> held;
    std::vector<Real> values;
    bool settled = false;
  };
  static void add_runs(const Slice& slice, std::size_t i, Arena<Real>& parameters, double (*to)(double),
                       std::vector<Run>& runs);
  static void write(Entry& entry);

  std::vector<Entry> entries_;
};

}  // namespace unrolled
