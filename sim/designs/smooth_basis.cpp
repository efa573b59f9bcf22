#include "sim/designs/smooth_basis.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace swadaya {

namespace {

using Eigen::ArrayXXd, Eigen::Index, Eigen::MatrixXd, Eigen::VectorXd;

constexpr Index most_scaled_by = 160, most_spanned_by = 180;

// In columns that stand at right angles: of functions `design` whose coefficients are penalised by
// `penalty`, both turned together.
SmoothBasis turned(const MatrixXd& design, const MatrixXd& penalty) {
  const Index k = design.cols();
  MatrixXd gram = design.transpose() * design;
  // Functions that no point sees are held by the penalty alone.
  const double ridge = 1e-7 * gram.trace() / std::max(penalty.trace(), 1e-300);
  gram += ridge * penalty + 1e-12 * gram.trace() * MatrixXd::Identity(k, k);
  const Eigen::LLT<MatrixXd> root{gram};
  const MatrixXd half = root.matrixL().solve(penalty);
  const MatrixXd whole = root.matrixL().solve(half.transpose());
  const Eigen::SelfAdjointEigenSolver<MatrixXd> turn{(whole + whole.transpose()) / 2};
  const MatrixXd columns =
      root.matrixL().solve(design.transpose()).transpose() * turn.eigenvectors();
  SmoothBasis basis;
  basis.points = static_cast<std::size_t>(design.rows());
  for (Index j = 0; j < k; ++j) {
    const double bend = turn.eigenvalues()(j);
    const double squares = columns.col(j).squaredNorm();
    if (squares < 1e-6) continue;  // seen by no point
    basis.columns.emplace_back(columns.col(j).data(), columns.col(j).data() + columns.rows());
    basis.squares.push_back(squares);
    basis.penalties.push_back(bend < 1e-9 * turn.eigenvalues()(k - 1) ? 0 : bend);
  }
  return basis;
}

// Cubic B-splines of u in [0, 1] between `pieces` pieces, by the recursion of Cox and de Boor on
// equally spaced knots.
MatrixXd splines(const VectorXd& u, Index pieces) {
  constexpr int degree = 3;
  MatrixXd all = MatrixXd::Zero(u.size(), pieces + degree);
  for (Index i = 0; i < u.size(); ++i) {
    const double at = u(i) * static_cast<double>(pieces);
    const Index piece = std::min<Index>(static_cast<Index>(at), pieces - 1);
    const double t = at - static_cast<double>(piece), s = 1 - t;
    all(i, piece) = s * s * s / 6;
    all(i, piece + 1) = (3 * t * t * t - 6 * t * t + 4) / 6;
    all(i, piece + 2) = (3 * s * s * s - 6 * s * s + 4) / 6;
    all(i, piece + 3) = t * t * t / 6;
  }
  return all;
}

// With mean 0 and standard deviation 1; those that don't vary are left out.
MatrixXd standardised(const Points& points) {
  const auto n = static_cast<Index>(points.size());
  const Index d = n > 0 ? static_cast<Index>(points[0].size()) : 0;
  MatrixXd all(n, d);
  Index kept = 0;
  for (Index c = 0; c < d; ++c) {
    VectorXd x(n);
    for (Index i = 0; i < n; ++i)
      x(i) = points[static_cast<std::size_t>(i)][static_cast<std::size_t>(c)];
    const double largest = x.cwiseAbs().maxCoeff();
    x.array() -= x.mean();
    const double sd = std::sqrt(x.squaredNorm() / static_cast<double>(n));
    if (sd > 1e-12 * largest) all.col(kept++) = x / sd;
  }
  return all.leftCols(kept);
}

// The scales of a Gaussian process, in logarithms: by parameter the inverse square of its length,
// then the variance of straight lines and that of noise, over that of the bends.
class Scales {
 public:
  Scales(const MatrixXd& x, const std::vector<VectorXd>& values) : values_{values} {
    const Index n = x.rows(), d = x.cols();
    for (Index c = 0; c < d; ++c) {
      const MatrixXd across = x.col(c).replicate(1, n);
      squares_.push_back((across - across.transpose()).array().square());
      products_.push_back((x.col(c) * x.col(c).transpose()).array());
    }
    at_ = VectorXd::Constant(d + 2, mean_inverse_square);
    at_(d) = mean_straight, at_(d + 1) = mean_noise;
  }

  // By the signs of the slopes, with steps that grow while these stay and shrink when they turn
  // (Riedmiller & Braun 1993).
  VectorXd most_probable() {
    VectorXd steps = VectorXd::Constant(at_.size(), 0.4), before = VectorXd::Zero(at_.size());
    for (int turn = 0; turn < 40; ++turn) {
      VectorXd slope = slopes();
      for (Index i = 0; i < at_.size(); ++i) {
        const double agrees = slope(i) * before(i);
        steps(i) = std::clamp(steps(i) * (agrees > 0 ? 1.3 : agrees < 0 ? 0.5 : 1), 0.01, 1.0);
        if (agrees < 0) slope(i) = 0;
        at_(i) += slope(i) > 0 ? steps(i) : slope(i) < 0 ? -steps(i) : 0;
        at_(i) = std::clamp(at_(i), -12.0, 8.0);
      }
      before = slope;
      if (steps.maxCoeff() < 0.03) break;
    }
    return at_;
  }

 private:
  // Lengths of about three standard deviations; noise of the order of the surface. Wide: e^2.
  static constexpr double mean_inverse_square = -2.2, mean_straight = 1, mean_noise = 0, wide = 2;

  // Of the log of the scales' probability, given the values.
  VectorXd slopes() const {
    const Index n = squares_[0].rows(), d = at_.size() - 2;
    const double lines = std::exp(at_(d)), noise = std::exp(at_(d + 1));
    ArrayXXd square = ArrayXXd::Zero(n, n), straight = square;
    for (Index c = 0; c < d; ++c) {
      square += std::exp(at_(c)) * squares_[static_cast<std::size_t>(c)];
      straight += std::exp(at_(c)) * products_[static_cast<std::size_t>(c)];
    }
    const ArrayXXd root = (5 * square).sqrt(), falls = (-root).exp();
    MatrixXd covariance = ((1 + root + 5 * square / 3) * falls + lines * straight).matrix();
    covariance.diagonal().array() += noise + 1e-8;
    const Eigen::LLT<MatrixXd> factor{covariance};
    MatrixXd pull = -factor.solve(MatrixXd::Identity(n, n));
    // Values that move together are no more than one: each counts for its share.
    const double share = static_cast<double>(n) / static_cast<double>(values_.size());
    for (const VectorXd& y : values_) {
      const VectorXd weights = factor.solve(y);
      pull += share / y.dot(weights) * weights * weights.transpose();
    }
    const ArrayXXd bends = -5.0 / 6 * (1 + root) * falls;  // of the covariance, by its square
    VectorXd slope(d + 2);
    for (Index c = 0; c < d; ++c) {
      const auto i = static_cast<std::size_t>(c);
      slope(c) = 0.5 * std::exp(at_(c)) *
                 (pull.array() * (bends * squares_[i] + lines * products_[i])).sum();
    }
    slope(d) = 0.5 * lines * (pull.array() * straight).sum();
    slope(d + 1) = 0.5 * noise * pull.trace();
    VectorXd centre = VectorXd::Constant(d + 2, mean_inverse_square);
    centre(d) = mean_straight, centre(d + 1) = mean_noise;
    return slope - (at_ - centre) / (wide * wide);
  }

  std::vector<VectorXd> values_;
  std::vector<ArrayXXd> squares_, products_;  // by parameter, of pairs of points
  VectorXd at_;
};

// Each of two sets of points with each, under these scales.
MatrixXd covariances(const MatrixXd& a, const MatrixXd& b, const VectorXd& scales) {
  const Index d = a.cols();
  const VectorXd lengths = (0.5 * scales.head(d).array()).exp();
  const MatrixXd left = a * lengths.asDiagonal(), right = b * lengths.asDiagonal();
  const MatrixXd straight = left * right.transpose();
  ArrayXXd square = (-2 * straight).array();
  square.colwise() += left.rowwise().squaredNorm().array();
  square.rowwise() += right.rowwise().squaredNorm().transpose().array();
  square = square.max(0);
  const ArrayXXd root = (5 * square).sqrt();
  return ((1 + root + 5 * square / 3) * (-root).exp() + std::exp(scales(d)) * straight.array())
      .matrix();
}

// With mean 0 and sd 1 over the first `n` points; those that don't vary are left out.
std::vector<VectorXd> outputs(const Points& values, Index n) {
  std::vector<VectorXd> all;
  for (const std::vector<double>& of : values) {
    VectorXd y = Eigen::Map<const VectorXd>(of.data(), n);
    const double largest = y.cwiseAbs().maxCoeff();
    y.array() -= y.mean();
    const double sd = std::sqrt(y.squaredNorm() / static_cast<double>(n));
    if (sd > 1e-9 * largest) all.push_back(y / sd);
  }
  return all;
}

}  // namespace

SmoothBasis spline_basis(const std::vector<double>& x) {
  if (x.empty()) return {};
  const auto [low, high] = std::minmax_element(x.begin(), x.end());
  const double range = *high - *low;
  if (!(range > 1e-12 * std::max(std::abs(*low), std::abs(*high)))) return {};
  std::vector<double> sorted = x;
  std::sort(sorted.begin(), sorted.end());
  const auto places = std::unique(sorted.begin(), sorted.end()) - sorted.begin();
  const Eigen::Map<const VectorXd> given(x.data(), static_cast<Index>(x.size()));
  const Index pieces = std::clamp<Index>(static_cast<Index>(places) / 4, 1, 12);
  MatrixXd design = splines((given.array() - *low) / range, pieces);
  const Index k = design.cols();
  MatrixXd differences = MatrixXd::Zero(k - 2, k);
  for (Index i = 0; i < k - 2; ++i)
    differences(i, i) = 1, differences(i, i + 1) = -2, differences(i, i + 2) = 1;
  const MatrixXd penalty = differences.transpose() * differences;
  // Splines add up to 1 everywhere: without the last, and each without its mean, what is left is
  // what isn't constant.
  design.rowwise() -= design.colwise().mean().eval();
  return turned(design.leftCols(k - 1), penalty.topLeftCorner(k - 1, k - 1));
}

SmoothBasis surface_basis(const Points& points, const Points& values) {
  const MatrixXd x = standardised(points);
  if (x.cols() == 0) return {};
  const Index n = x.rows(), few = std::min(n, most_scaled_by);
  const std::vector<VectorXd> y = outputs(values, few);
  if (y.empty()) return {};
  const VectorXd scales = Scales{x.topRows(few), y}.most_probable();
  const MatrixXd spanning = x.topRows(std::min(n, most_spanned_by));
  MatrixXd own = covariances(spanning, spanning, scales);
  own.diagonal().array() += 1e-8 * own.trace() / static_cast<double>(own.rows());
  const Eigen::LLT<MatrixXd> root{own};
  MatrixXd design = root.matrixL().solve(covariances(spanning, x, scales)).transpose();
  design.rowwise() -= design.colwise().mean().eval();
  const Eigen::SelfAdjointEigenSolver<MatrixXd> turn{design.transpose() * design};
  const MatrixXd columns = design * turn.eigenvectors();
  SmoothBasis basis;
  basis.points = static_cast<std::size_t>(n);
  for (Index j = columns.cols(); j-- > 0;) {
    const double squares = turn.eigenvalues()(j);
    if (squares < 1e-8 * turn.eigenvalues()(columns.cols() - 1)) break;
    basis.columns.emplace_back(columns.col(j).data(), columns.col(j).data() + n);
    basis.squares.push_back(squares);
    basis.penalties.push_back(1);
  }
  return basis;
}

}  // namespace swadaya
