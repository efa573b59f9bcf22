// Noisy values regressed on the functions of a basis: a smooth mean, as bent as the values bear
// out.
#pragma once

#include <vector>

#include "sim/designs/smooth_basis.hpp"

namespace swadaya {

struct SmoothFit {
  double mean = 0;                   // of all values
  double noise = 0;                  // variance of a value around its smooth mean
  double penalty = 0;                // on coefficients, over what the basis says
  std::vector<double> coefficients;  // by column of the basis
  std::vector<double> fitted;        // by point
};

// Penalised least squares, the penalty chosen by restricted maximum likelihood (Patterson &
// Thompson 1971; Wood 2011): as a mixed model has it, in which coefficients are drawn, too.
class Smoother {
 public:
  explicit Smoother(SmoothBasis basis);
  // `values`: one a point, all finite. Without columns: their mean.
  SmoothFit fit(const std::vector<double>& values) const;
  // Variance of a coefficient, given the values.
  double variance_of(const SmoothFit& fit, std::size_t column) const {
    return fit.noise / (basis_.squares[column] + fit.penalty * basis_.penalties[column]);
  }
  const SmoothBasis& basis() const { return basis_; }

 private:
  SmoothBasis basis_;
  std::vector<double> ladder_;        // of penalties
  std::vector<double> determinants_;  // by penalty, in logarithms
  std::size_t free_ = 1;              // the mean, and columns without a penalty
};

}  // namespace swadaya
