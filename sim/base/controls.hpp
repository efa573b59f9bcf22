// Control variates (Lavenberg & Welch 1981): what chance gave each world and whose expectation is
// known says by how much these worlds were luckier than worlds are, and a mean over them is freed
// of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace swadaya {

// So few of `n` worlds bear a mean that its interval is narrower than it should be.
bool rests_on_few(std::size_t unequal, std::size_t n);

class Controls {
 public:
  // Of fewer worlds the coefficients cost more than they are sure to bring.
  static constexpr std::size_t fewest_worlds = 50;
  static constexpr double least_explained = 0.25;

  Controls() = default;  // nothing is known
  // One row a world, all of one length, each number of expectation 0.
  explicit Controls(std::vector<std::vector<double>> rows);

  // Of differences between two variants, or of one's values, by world: Tukey's pseudo-values, not
  // numbers where a world has no figure. Their mean is the mean so freed, and their scatter that of
  // such a mean, what the coefficients cost included, however unevenly worlds scatter. Nothing
  // where worlds that have a figure are too few, or all alike; where all differ by whole ones, as
  // yes and no do; where the mean rests on few worlds that differ at all; and where luck explains
  // less than a quarter of their variance (R^2, adjusted). Never by which interval is narrower: who
  // chooses so has one that is too narrow.
  std::optional<std::vector<double>> free(std::span<const double> values) const;
  // The same; the values as they are where that is nothing.
  std::vector<double> freed(std::span<const double> values) const;

 private:
  // By world that has a figure.
  struct Fit {
    std::size_t controls = 0;
    std::vector<double> rows;    // 1 and its row, world after world
    std::vector<double> solver;  // what takes sums of row times value to the coefficients
    std::vector<double> weight;  // of what is left in a world, in its pseudo-value
  };
  Fit fit_of(const std::vector<std::size_t>& worlds) const;

  std::vector<std::vector<double>> rows_;
  std::optional<Fit> of_all_;
};

}  // namespace swadaya
