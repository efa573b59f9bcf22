#include "sim/base/controls.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/statistics.hpp"

namespace swadaya {

namespace {

using RowByRow = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

bool tells_something(const std::vector<double>& values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  if (*least == *most) return false;
  const auto zeros = std::count(values.begin(), values.end(), 0.0);
  if (rests_on_few(values.size() - static_cast<std::size_t>(zeros), values.size())) return false;
  return !std::all_of(values.begin(), values.end(),
                      [](double x) { return x == 0 || x == 1 || x == -1; });
}

}  // namespace

bool rests_on_few(std::size_t unequal, std::size_t n) {
  constexpr std::size_t few = 10;
  return unequal > 0 && unequal < few && 2 * unequal <= n;
}

Controls::Controls(std::vector<std::vector<double>> rows) : rows_{std::move(rows)} {
  if (rows_.size() < fewest_worlds || rows_[0].empty()) return;
  std::vector<std::size_t> all(rows_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  of_all_ = fit_of(all);
}

Controls::Fit Controls::fit_of(const std::vector<std::size_t>& worlds) const {
  const auto n = static_cast<Eigen::Index>(worlds.size());
  const auto columns = static_cast<Eigen::Index>(rows_[0].size()) + 1;
  RowByRow x(n, columns);
  for (Eigen::Index i = 0; i < n; ++i) {
    const std::vector<double>& row = rows_[worlds[static_cast<std::size_t>(i)]];
    x(i, 0) = 1;
    for (Eigen::Index c = 1; c < columns; ++c) x(i, c) = row[static_cast<std::size_t>(c) - 1];
  }
  // Where some of what is known goes together in these worlds, the least coefficients.
  const RowByRow inverse = (x.transpose() * x).completeOrthogonalDecomposition().pseudoInverse();
  const RowByRow reach = x * inverse;
  Fit fit;
  fit.controls = static_cast<std::size_t>(columns) - 1;
  fit.rows.assign(x.data(), x.data() + x.size());
  fit.solver.assign(inverse.data(), inverse.data() + inverse.size());
  for (Eigen::Index i = 0; i < n; ++i) {
    const double leverage = reach.row(i).dot(x.row(i));
    fit.weight.push_back(static_cast<double>(n - 1) * reach(i, 0) / std::max(1 - leverage, 1e-6));
  }
  return fit;
}

std::optional<std::vector<double>> Controls::free(std::span<const double> values) const {
  if (!of_all_) return std::nullopt;
  std::vector<std::size_t> worlds;
  std::vector<double> known;
  for (std::size_t w = 0; w < values.size(); ++w)
    if (std::isfinite(values[w])) worlds.push_back(w), known.push_back(values[w]);
  if (known.size() < fewest_worlds || !tells_something(known)) return std::nullopt;
  const bool is_all = worlds.size() == rows_.size();
  const Fit some = is_all ? Fit{} : fit_of(worlds);
  const Fit& own = is_all ? *of_all_ : some;
  const auto n = static_cast<Eigen::Index>(known.size());
  const auto columns = static_cast<Eigen::Index>(own.controls) + 1;
  const Eigen::Map<const RowByRow> x{own.rows.data(), n, columns};
  const Eigen::Map<const RowByRow> solver{own.solver.data(), columns, columns};
  const Eigen::Map<const Eigen::VectorXd> y{known.data(), n};
  const Eigen::VectorXd coefficients = solver * (x.transpose() * y);
  const Eigen::VectorXd left = y - x * coefficients;
  const double of_all = static_cast<double>(n) - 1,
               of_rest = of_all - static_cast<double>(own.controls);
  const double unexplained = left.squaredNorm() / of_rest,
               variance = (y.array() - y.mean()).square().sum() / of_all;
  if (!(unexplained <= (1 - least_explained) * variance)) return std::nullopt;
  const Eigen::Map<const Eigen::VectorXd> weight{own.weight.data(), n};
  std::vector<double> pseudo(values.size(), nothing);
  for (Eigen::Index i = 0; i < n; ++i)
    pseudo[worlds[static_cast<std::size_t>(i)]] = weight(i) * left(i) + coefficients(0);
  return pseudo;
}

std::vector<double> Controls::freed(std::span<const double> values) const {
  return free(values).value_or(std::vector<double>(values.begin(), values.end()));
}

}  // namespace swadaya
