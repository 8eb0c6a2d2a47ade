#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace unrolled {

/// Something about a square matrix that takes a while: next() does a part of some milliseconds, and is false once values()
/// are known. They are NaN where an entry is no finite number.
class Decomposition {
 public:
  virtual ~Decomposition() = default;
  virtual bool next() = 0;
  virtual std::vector<double> values() const = 0;
};

/// Singular values, largest first: one-sided Jacobi (Hestenes 1958). Rows are turned in pairs, by the angle that makes two
/// orthogonal, until all are; then their lengths are the singular values and their directions the right singular vectors,
/// which for a covariance are its eigenvectors. Error: some 1e-15 of the largest singular value; rows shorter than that are
/// left as they are.
class SingularValues final : public Decomposition {
 public:
  /// matrix: [width,width], row-major.
  SingularValues(std::vector<double> matrix, std::size_t width);
  bool next() override;
  std::vector<double> values() const override;
  /// The right singular vector of value k, of length 1; zeros where the value is 0.
  std::vector<double> direction(std::size_t k) const;
  /// At most, as a rule; as many of a matrix product's as take that time.
  static double flops(std::size_t width);

 private:
  bool turn(std::size_t p, std::size_t q);
  void end_row();
  std::span<const double> row(std::size_t i) const { return {&rows_[i * width_], width_}; }
  std::vector<std::size_t> order() const;

  const std::size_t width_;
  std::vector<double> rows_, squares_;  ///< squares_: of the rows' lengths
  double least_ = 0;                    ///< square of a length that is as good as none
  std::size_t first_ = 0, sweep_ = 0;   ///< the row whose pairs are next
  bool turned_ = false, finite_ = true;
};

/// Spectral radius, the largest size of an eigenvalue: of powers A^m with m = 2^k, made by squaring and brought to norm 1 each
/// time, (|A^2m| / |A^m|)^(1/m) (Gelfand 1941), in Frobenius norms, k = 19. Error, relative: ln(c) / 2^19 where the norms of
/// high powers of A / radius lie within a factor c of one another, which is 1e-6 for c = 2 and nothing for one real eigenvalue
/// alone at the top; (s - 1) ln(2) / 2^19 more for a Jordan block of size s; and, of a matrix that is far from normal, what
/// rounding makes of its eigenvalues. 0 where a power vanishes.
class SpectralRadius final : public Decomposition {
 public:
  SpectralRadius(std::vector<double> matrix, std::size_t width);
  bool next() override;
  std::vector<double> values() const override { return {radius_}; }
  static double flops(std::size_t width);

 private:
  void square_row(std::size_t i);
  void end_squaring();

  const std::size_t width_;
  std::vector<double> power_, square_;
  std::size_t row_ = 0, squarings_ = 0;
  double log_ = 0;  ///< ln |A^m| / m
  double radius_ = 0;
  bool done_ = false;
};

}  // namespace unrolled
