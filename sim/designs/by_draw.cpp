#include "sim/designs/by_draw.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "sim/base/nested.hpp"

namespace swadaya {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t fewest_draws = 5;
constexpr Eigen::Index draws_an_axis = 8;  // that covariances are estimated for
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
};

// Of figures that are rows.
Spread spread_of(const MatrixXd& figures, const std::vector<std::vector<Eigen::Index>>& draws) {
  const auto k = static_cast<Eigen::Index>(draws.size());
  Spread s{MatrixXd::Zero(figures.rows(), k), MatrixXd::Zero(figures.rows(), figures.rows())};
  double inverse_sizes = 0, degrees = 0;
  for (Eigen::Index d = 0; d < k; ++d) {
    const auto& worlds = draws[static_cast<std::size_t>(d)];
    const auto size = static_cast<double>(worlds.size());
    for (const Eigen::Index w : worlds) s.deviations.col(d) += figures.col(w) / size;
    for (const Eigen::Index w : worlds) {
      const VectorXd off = figures.col(w) - s.deviations.col(d);
      s.by_chance += off * off.transpose();
    }
    degrees += size - 1;
    inverse_sizes += 1 / size;
  }
  s.by_chance *= inverse_sizes / static_cast<double>(k) / degrees;
  const VectorXd middle = s.deviations.rowwise().mean();
  s.deviations.colwise() -= middle;
  return s;
}

// How far a draw's mean is drawn in, of figures by world of which the means have variance 1.
double kept_of(const Eigen::RowVectorXd& figures, std::span<const std::uint32_t> draws,
               double by_chance, Unsure unsure) {
  if (unsure == Unsure::left_out) return std::sqrt(std::max(0.0, 1 - by_chance));
  const std::vector<double> values(figures.begin(), figures.end());
  return Nested{values, draws}.spread_between();
}

// Along axes in which means of draws don't covary: what takes the covariance of the means to that
// of the expectations, whatever chance has in common between the axes. `figures` by world.
MatrixXd along(const MatrixXd& axes, const VectorXd& variances, const MatrixXd& by_chance,
               const MatrixXd& figures, std::span<const std::uint32_t> draws, Unsure unsure) {
  const VectorXd sds = variances.cwiseSqrt();
  const MatrixXd whiten = sds.cwiseInverse().asDiagonal() * axes.transpose();
  const Eigen::SelfAdjointEigenSolver<MatrixXd> chance{whiten * by_chance * whiten.transpose()};
  const MatrixXd turned = chance.eigenvectors().transpose() * whiten;
  const MatrixXd scores = turned * figures;
  VectorXd kept(sds.size());
  for (Eigen::Index k = 0; k < kept.size(); ++k)
    kept(k) = kept_of(scores.row(k), draws, chance.eigenvalues()(k), unsure);
  const MatrixXd back = axes * sds.asDiagonal() * chance.eigenvectors();
  return back * kept.asDiagonal() * turned;
}

// The same for axes of which there are too many for so few draws: all alike, by what chance adds to
// their variances together.
MatrixXd alike(const MatrixXd& axes, const VectorXd& variances, const MatrixXd& by_chance) {
  const double share = (axes.transpose() * by_chance * axes).trace() / variances.sum();
  return std::sqrt(std::max(0.0, 1 - share)) * axes * axes.transpose();
}

MatrixXd contraction(const Spread& s, const MatrixXd& figures, std::span<const std::uint32_t> of,
                     Unsure unsure) {
  const Eigen::Index draws = s.deviations.cols(), all = s.deviations.rows();
  const MatrixXd total = s.deviations * s.deviations.transpose() / (static_cast<double>(draws) - 1);
  const Eigen::SelfAdjointEigenSolver<MatrixXd> solved{total};
  const VectorXd variances = solved.eigenvalues();  // ascending
  Eigen::Index first = 0;
  while (first < all && !(variances(first) > none * variances(all - 1))) ++first;
  const Eigen::Index rank = all - first,
                     leading = std::min(rank, std::max<Eigen::Index>(2, draws / draws_an_axis));
  MatrixXd map = MatrixXd::Zero(all, all);
  if (leading > 0)
    map += along(solved.eigenvectors().rightCols(leading), variances.tail(leading), s.by_chance,
                 figures, of, unsure);
  if (rank > leading)
    map += alike(solved.eigenvectors().middleCols(first, rank - leading),
                 variances.segment(first, rank - leading), s.by_chance);
  return map;
}

}  // namespace

std::vector<std::vector<double>> expectations_by_draw(
    const std::vector<std::vector<double>>& figures, std::span<const std::uint32_t> draws,
    Unsure unsure) {
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
  const MatrixXd freed =
      units.asDiagonal() * (contraction(s, scaled, draws, unsure) * s.deviations);
  std::vector<std::vector<double>> all(figures.size());
  for (Eigen::Index r = 0; r < rows; ++r)
    for (Eigen::Index d = 0; d < freed.cols(); ++d)
      all[static_cast<std::size_t>(r)].push_back(middle(r) + freed(r, d));
  return all;
}

}  // namespace swadaya
