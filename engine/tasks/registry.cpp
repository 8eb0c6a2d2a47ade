#include "tasks/registry.hpp"

#include <algorithm>
#include <stdexcept>

#include "tasks/labels/adding.hpp"
#include "tasks/labels/brackets.hpp"
#include "tasks/labels/counting.hpp"
#include "tasks/labels/temporal_order.hpp"
#include "tasks/numbers/forecast.hpp"
#include "tasks/numbers/sines.hpp"
#include "tasks/numbers/waveform.hpp"
#include "tasks/pairs/addition.hpp"
#include "tasks/pairs/dates.hpp"
#include "tasks/pairs/naming.hpp"
#include "tasks/pairs/numerals.hpp"
#include "tasks/pairs/pairs_csv.hpp"
#include "tasks/pairs/rearranging.hpp"
#include "tasks/pairs/translation.hpp"
#include "tasks/positions/associative_recall.hpp"
#include "tasks/positions/copy_memory.hpp"
#include "tasks/positions/palindrome_gap.hpp"
#include "tasks/positions/recall.hpp"
#include "tasks/positions/repeated_block.hpp"
#include "tasks/sets/clustering.hpp"
#include "tasks/sets/digits.hpp"
#include "tasks/sets/sets.hpp"
#include "tasks/texts/masked.hpp"
#include "tasks/texts/sentiment.hpp"
#include "tasks/texts/text.hpp"

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
