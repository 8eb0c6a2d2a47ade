#include "tasks/registry.hpp"

#include <algorithm>
#include <stdexcept>

#include "tasks/adding.hpp"
#include "tasks/addition.hpp"
#include "tasks/associative_recall.hpp"
#include "tasks/brackets.hpp"
#include "tasks/clustering.hpp"
#include "tasks/copy_memory.hpp"
#include "tasks/counting.hpp"
#include "tasks/dates.hpp"
#include "tasks/digits.hpp"
#include "tasks/forecast.hpp"
#include "tasks/masked.hpp"
#include "tasks/naming.hpp"
#include "tasks/numerals.hpp"
#include "tasks/pairs_csv.hpp"
#include "tasks/palindrome_gap.hpp"
#include "tasks/rearranging.hpp"
#include "tasks/recall.hpp"
#include "tasks/repeated_block.hpp"
#include "tasks/sentiment.hpp"
#include "tasks/sets.hpp"
#include "tasks/sines.hpp"
#include "tasks/temporal_order.hpp"
#include "tasks/text.hpp"
#include "tasks/translation.hpp"
#include "tasks/waveform.hpp"

namespace unrolled {

const std::vector<const TaskKind*>& task_kinds() {
  // clang-format off: one a line
  static const std::vector<const TaskKind*> kinds{
      // a text, or sentences
      &text_kind(),
      &masked_text_kind(),
      &masked_reviews_kind(),
      &sentiment_kind(),
      // a sequence to one answer
      &adding_kind(),
      &temporal_order_kind(),
      &parity_kind(),
      &majority_kind(),
      &brackets_kind(),
      &palindrome_gap_kind(),
      &digits_kind(),
      // a sequence to one as long
      &copy_memory_kind(),
      &delayed_recall_kind(),
      &running_parity_kind(),
      &associative_recall_kind(),
      &repeated_block_kind(),
      // a sequence to one of its own length
      &copy_kind(),
      &reverse_kind(),
      &sort_kind(),
      &addition_kind(),
      &dates_kind(),
      &number_words_kind(),
      &roman_kind(),
      &translation_kind(),
      &pairs_csv_kind(),
      // one vector to a sequence
      &waveform_kind(),
      &digit_words_kind(),
      &naming_kind(),
      // what comes next
      &sines_kind(),
      &mackey_glass_kind(),
      &forecast_csv_kind(),
      // sets
      &set_maximum_kind(),
      &set_unique_kind(),
      &digit_sum_kind(),
      &clustering_kind(),
  };
  // clang-format on
  return kinds;
}

const std::vector<OptionGroup>& task_groups() {
  static const std::vector<OptionGroup> groups = [] {
    std::vector<OptionGroup> list;
    for (const TaskKind* kind : task_kinds()) list.push_back(kind->group);
    return list;
  }();
  return groups;
}

const TaskKind& task_kind(const std::string& kind) {
  const auto at = std::ranges::find_if(task_kinds(), [&](const TaskKind* k) { return k->group.kind == kind; });
  if (at == task_kinds().end()) throw std::logic_error("no task \"" + kind + "\"");
  return **at;
}

}  // namespace unrolled
