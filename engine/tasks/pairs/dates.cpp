#include "tasks/pairs/dates.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/sort.hpp"
#include "tasks/examples/example_options.hpp"

namespace unrolled {
namespace {

constexpr std::size_t kFirstYear = 1950;  // two digits of a year stand for 1950 .. 2049
constexpr std::size_t kSpellings = 11;

constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
constexpr const char* kWeekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

struct Date {
  std::size_t year, month, day;  // of the calendar, from 1
};

std::size_t days_in(std::size_t year, std::size_t month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// 0: Sunday. After T. Sakamoto.
std::size_t weekday(const Date& date) {
  constexpr std::size_t kShift[] = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const std::size_t y = date.year - (date.month < 3 ? 1 : 0);
  return (y + y / 4 - y / 100 + y / 400 + kShift[date.month - 1] + date.day) % 7;
}

std::string two(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

const char* ordinal(std::size_t day) {
  if (day / 10 == 1) return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

/// A text that is written anew without allocating.
class Line {
 public:
  Line() { text_.reserve(40); }
  const std::string& text() const { return text_; }
  void clear() { text_.clear(); }
  template <class... Parts>
  void put(Parts... parts) {
    (append(parts), ...);
  }

 private:
  void append(const char* part) { text_ += part; }
  void append(std::string_view part) { text_ += part; }
  void append(std::size_t number) { text_ += std::to_string(number); }

  std::string text_;
};

/// Dots put the day first, slashes the month, as in Europe and America.
void spell(const Date& date, std::size_t spelling, Line& line) {
  const std::string_view month = kMonths[date.month - 1], brief = month.substr(0, 3);
  const std::string day2 = two(date.day), month2 = two(date.month), year2 = two(date.year % 100);
  switch (spelling) {
    case 0: return line.put(date.day, " ", month, " ", date.year);
    case 1: return line.put(month, " ", date.day, ", ", date.year);
    case 2: return line.put(date.day, ".", date.month, ".", date.year);
    case 3: return line.put(date.month, "/", date.day, "/", date.year);
    case 4: return line.put(date.day, " ", brief, " ", year2.c_str());
    case 5: return line.put(kWeekdays[weekday(date)], ", ", date.day, " ", month, " ", date.year);
    case 6: return line.put(brief, " ", date.day, " ", date.year);
    case 7: return line.put(day2.c_str(), ".", month2.c_str(), ".", year2.c_str());
    case 8: return line.put("the ", date.day, ordinal(date.day), " of ", month, ", ", date.year);
    case 9: return line.put(date.year, "/", month2.c_str(), "/", day2.c_str());
    default: return line.put(month2.c_str(), "/", day2.c_str(), "/", year2.c_str());
  }
}

/// Every character that occurs, in order.
const std::u32string& alphabet() {
  static const std::u32string all = [] {
    std::string used = "-, ./0123456789theofstndrd";
    for (const char* name : kMonths) used += name;
    for (const char* name : kWeekdays) used += name;
    sort_short(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return U"·→" + std::u32string(used.begin(), used.end());
  }();
  return all;
}

ExampleShape dates_shape(const Options&) {
  constexpr std::size_t kLongest = 28;  // "Wednesday, 30 September 1987"
  ExampleShape shape;
  shape.answer = ExampleShape::Answer::sequence;
  shape.symbols = shape.width = alphabet().size();
  shape.training = {1, 1, kLongest, 10};
  return shape;
}

class DatesTask final : public ExampleTask {
 public:
  DatesTask(const Options& options, std::string_view)
      : ExampleTask(dates_shape(options), Vocabulary(alphabet())),
        spellings_(options.integer("spellings")),
        years_(options.integer("years")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t, Example& e) const override {
    Date date{kFirstYear + static_cast<std::size_t>(rng.below(years_)), 1 + static_cast<std::size_t>(rng.below(12)), 0};
    date.day = 1 + static_cast<std::size_t>(rng.below(days_in(date.year, date.month)));
    line_.clear();
    spell(date, static_cast<std::size_t>(rng.below(spellings_)), line_);
    append(line_.text(), e.source);
    line_.clear();
    line_.put(date.year, "-", two(date.month).c_str(), "-", two(date.day).c_str());
    append(line_.text(), e.target);
  }

  std::vector<Baseline> baselines(Form form) const override { return frequency_baselines(*this, form); }

 protected:
  /// A date is held out in all its spellings.
  std::uint64_t key(const Example& e) const override { return hash_of(e.target, {}); }

 private:
  void append(const std::string& text, std::vector<std::int32_t>& symbols) const {
    for (char c : text) symbols.push_back(vocabulary().id(static_cast<char32_t>(c)));
  }

  std::size_t spellings_, years_;
  mutable Line line_;
};

}  // namespace

const TaskKind& dates_kind() {
  static const TaskKind kind{
      {"dates",
       "Dates",
       "Read a date as people write it and write it as 1987-03-12: which part to read next is what attention learns.",
       {
           Option::integer(
               "spellings", kSpellings, 1, kSpellings, "Spellings",
               "In how many ways a date may be written: \"12 March 1987\", \"March 12, 1987\", \"12.3.1987\" ..."),
           Option::integer("years", 100, 5, 100, "Years", "Dates are from so many years, beginning with 1950.")
               .in("years"),
       }},
      {"pairs", "characters"},
      nullptr,
      forms_by<dates_shape>,
      false,
      make_by<DatesTask>};
  return kind;
}

}  // namespace unrolled
