#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace unrolled {

/// For each of `count` classes the area under the ROC curve of scores as a test for it: how often a member of the class has
/// a higher score than one that is none, ties for a half (Mann and Whitney 1947; Hanley and McNeil 1982). From the sum R of
/// the ranks of its n of N members, (R - n (n+1) / 2) / (n (N-n)); 0.5 by chance, NaN where all or none are of the class
/// or some score is NaN.
std::vector<double> class_aucs(std::span<const double> scores, std::span<const std::uint32_t> classes,
                               std::size_t count);

}  // namespace unrolled
