#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "tasks/examples/example.hpp"

namespace unrolled {

// Short reviews of films from a small grammar, and what they think of the film. Two tasks share them, so that what is
// learned of their words in one can be taken over to the other: the vocabulary and lengths are the same.
//
//   review = clause {("and" | "but" | "although") clause}
//   clause = "the" noun ("is" | "was") [adverb] adjective ["and" adjective]
//          | "the" noun ("is" | "was") "not" ["very" | "really"] adjective
//          | "i" ["really"] verb "the" [adjective] noun
//          | "i" "never" ["really"] verb "the" noun
//
// Verbs, adverbs and adjectives praise or blame; those of one clause agree, which is what hidden words teach. "not" and
// "never" turn every other clause round, so that words without their order tell little. "and" joins clauses that agree,
// the others such that do not; what comes after "but" counts more than all before it, what comes after "although" for
// nothing.

/// Stands for a hidden word; no review has it.
inline constexpr std::int32_t kHiddenWord = 0;

const std::vector<std::string>& review_words();
/// +1 or -1 for a word that praises or blames by itself, else 0.
int praise_of(std::int32_t word);

/// Appends a review of so many clauses; true: it likes the film.
bool draw_review(Rng& rng, std::size_t clauses, std::vector<std::int32_t>& words);

/// "turned": "not" or "never" turns round what is read; "likes": what the review thinks of the film, as far as it was read.
extern const Knows kReviewKnows;
/// States both, of a review whose hidden words are asked for.
void know_review(const Example& example, const Places& places, Knowledge& known);

/// The options "max_clauses" and "longer_clauses", then `after`.
OptionTable review_options(OptionTable after);
void check_reviews(const Options& options, const std::string& where);
/// Symbols and lengths of tasks about reviews.
ExampleShape review_shape(const Options& options);

}  // namespace unrolled
