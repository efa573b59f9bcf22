#include "sim/designs/by_draw.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace swadaya {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t fewest_draws = 5;
constexpr double none = 1e-10;  // of the largest variance: a direction in which nothing varies

std::vector<std::vector<Eigen::Index>> worlds_by_draw(std::span<const std::uint32_t> draws) {
  std::unordered_map<std::uint32_t, std::size_t> place;
  std::vector<std::vector<Eigen::Index>> all;
  for (std::size_t i = 0; i < draws.size(); ++i) {
    const auto [at, is_new] = place.try_emplace(draws[i], all.size());
    if (is_new) all.emplace_back();
    all[at->second].push_back(static_cast<Eigen::Index>(i));
  }
  return all;
}

struct Spread {
  MatrixXd deviations;  // a row a figure, a column a draw: of its mean from that of all draws
  MatrixXd by_chance;   // covariance that chance within draws adds to that of the means
  double degrees_within = 0;
};

// Of figures that are rows.
Spread spread_of(const MatrixXd& figures, const std::vector<std::vector<Eigen::Index>>& draws) {
  const auto k = static_cast<Eigen::Index>(draws.size());
  Spread s{MatrixXd::Zero(figures.rows(), k), MatrixXd::Zero(figures.rows(), figures.rows()), 0};
  double inverse_sizes = 0;
  for (Eigen::Index d = 0; d < k; ++d) {
    const auto& worlds = draws[static_cast<std::size_t>(d)];
    const auto size = static_cast<double>(worlds.size());
    for (const Eigen::Index w : worlds) s.deviations.col(d) += figures.col(w) / size;
    for (const Eigen::Index w : worlds) {
      const VectorXd off = figures.col(w) - s.deviations.col(d);
      s.by_chance += off * off.transpose();
    }
    s.degrees_within += size - 1;
    inverse_sizes += 1 / size;
  }
  s.by_chance *= inverse_sizes / static_cast<double>(k) / std::max(s.degrees_within, 1.0);
  const VectorXd middle = s.deviations.rowwise().mean();
  s.deviations.colwise() -= middle;
  return s;
}

// What chance adds, in directions in which means of draws have variance 1 and don't covary: such
// shares scatter the more, the more directions there are for the draws, and are drawn to their mean
// by as much as that explains (Ledoit & Wolf 2004).
VectorXd steadied(VectorXd shares, double draws, double degrees_within) {
  const double mean = shares.mean(), scatter = (shares.array() - mean).square().mean();
  const double by_chance = mean * mean * (static_cast<double>(shares.size()) + 1) *
                           (1 / degrees_within + 1 / (draws - 1));
  const double weight = scatter > 0 ? std::min(1.0, by_chance / scatter) : 0;
  return (1 - weight) * shares.array() + weight * mean;
}

// Takes the covariance of the means to that of the expectations.
MatrixXd contraction(const Spread& s) {
  const auto draws = static_cast<double>(s.deviations.cols());
  const MatrixXd total = s.deviations * s.deviations.transpose() / (draws - 1);
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solved{total};
  const VectorXd variances = solved.eigenvalues();
  const Eigen::Index all = variances.size();
  Eigen::Index first = 0;
  while (first < all && !(variances(first) > none * variances(all - 1))) ++first;
  const Eigen::Index rank = all - first;
  if (rank == 0) return MatrixXd::Zero(all, all);
  const MatrixXd axes = solved.eigenvectors().rightCols(rank);
  const VectorXd sds = variances.tail(rank).cwiseSqrt();
  const MatrixXd whiten = sds.cwiseInverse().asDiagonal() * axes.transpose();
  const Eigen::SelfAdjointEigenSolver<MatrixXd> chance{whiten * s.by_chance * whiten.transpose()};
  const VectorXd shares = steadied(chance.eigenvalues(), draws, s.degrees_within);
  const VectorXd kept = (1 - shares.array()).max(0).sqrt();
  const MatrixXd turned = chance.eigenvectors().transpose() * whiten;
  const MatrixXd back = axes * sds.asDiagonal() * chance.eigenvectors();
  return back * kept.asDiagonal() * turned;
}

}  // namespace

std::vector<std::vector<double>> expectations_by_draw(
    const std::vector<std::vector<double>>& figures, std::span<const std::uint32_t> draws) {
  const auto by_draw = worlds_by_draw(draws);
  if (by_draw.size() < fewest_draws || by_draw.size() == draws.size()) return {};
  const auto rows = static_cast<Eigen::Index>(figures.size()),
             worlds = static_cast<Eigen::Index>(draws.size());
  MatrixXd scaled(rows, worlds);
  for (Eigen::Index r = 0; r < rows; ++r)
    scaled.row(r) =
        Eigen::Map<const Eigen::RowVectorXd>(figures[static_cast<std::size_t>(r)].data(), worlds);
  // Figures in units of their own: what is negligible doesn't hang on them.
  const VectorXd middle = scaled.rowwise().mean();
  scaled.colwise() -= middle;
  VectorXd units = (scaled.rowwise().squaredNorm() / static_cast<double>(worlds)).cwiseSqrt();
  for (double& unit : units)
    if (!(unit > 0)) unit = 1;
  scaled = units.cwiseInverse().asDiagonal() * scaled;
  const Spread s = spread_of(scaled, by_draw);
  const MatrixXd freed = units.asDiagonal() * (contraction(s) * s.deviations);
  std::vector<std::vector<double>> all(figures.size());
  for (Eigen::Index r = 0; r < rows; ++r)
    for (Eigen::Index d = 0; d < freed.cols(); ++d)
      all[static_cast<std::size_t>(r)].push_back(middle(r) + freed(r, d));
  return all;
}

}  // namespace swadaya
