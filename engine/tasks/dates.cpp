#include "tasks/dates.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "tasks/example_options.hpp"

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

/// Dots put the day first, slashes the month, as in Europe and America.
std::string spelled(const Date& date, std::size_t spelling) {
  const std::string month = kMonths[date.month - 1], brief = month.substr(0, 3), day = std::to_string(date.day),
                    number = std::to_string(date.month), year = std::to_string(date.year), late = two(date.year % 100);
  switch (spelling) {
    case 0: return day + ' ' + month + ' ' + year;
    case 1: return month + ' ' + day + ", " + year;
    case 2: return day + '.' + number + '.' + year;
    case 3: return number + '/' + day + '/' + year;
    case 4: return day + ' ' + brief + ' ' + late;
    case 5: return kWeekdays[weekday(date)] + (", " + day) + ' ' + month + ' ' + year;
    case 6: return brief + ' ' + day + ' ' + year;
    case 7: return two(date.day) + '.' + two(date.month) + '.' + late;
    case 8: return "the " + day + ordinal(date.day) + " of " + month + ", " + year;
    case 9: return year + '/' + two(date.month) + '/' + two(date.day);
    default: return two(date.month) + '/' + two(date.day) + '/' + late;
  }
}

/// Every character that occurs, in order.
const std::u32string& alphabet() {
  static const std::u32string all = [] {
    std::string used = "-, ./0123456789theofstndrd";
    for (const char* name : kMonths) used += name;
    for (const char* name : kWeekdays) used += name;
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return U"·→" + std::u32string(used.begin(), used.end());
  }();
  return all;
}

ExampleShape shape_of(const Options&) {
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
      : ExampleTask(shape_of(options), Vocabulary(alphabet())),
        spellings_(options.integer("spellings")),
        years_(options.integer("years")) {
    hold_out();
  }

  void draw(Rng& rng, std::size_t, Example& e) const override {
    Date date{kFirstYear + static_cast<std::size_t>(rng.below(years_)), 1 + static_cast<std::size_t>(rng.below(12)), 0};
    date.day = 1 + static_cast<std::size_t>(rng.below(days_in(date.year, date.month)));
    append(spelled(date, static_cast<std::size_t>(rng.below(spellings_))), e.source);
    append(std::to_string(date.year) + '-' + two(date.month) + '-' + two(date.day), e.target);
  }

  std::vector<Baseline> baselines() const override { return frequency_baselines(*this); }

 protected:
  /// A date is held out in all its spellings.
  std::uint64_t key(const Example& e) const override { return hash_of(e.target, {}); }

 private:
  void append(const std::string& text, std::vector<std::int32_t>& symbols) const {
    for (char c : text) symbols.push_back(vocabulary().id(static_cast<char32_t>(c)));
  }

  std::size_t spellings_, years_;
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
      "pairs",
      nullptr,
      forms_by<shape_of>,
      false,
      make_by<DatesTask>};
  return kind;
}

}  // namespace unrolled
