// Iterative proportional fitting: a table of counts is scaled, margin after margin, until its sums
// are those that are known, and keeps its odds ratios (Deming & Stephan 1940, Annals of
// Mathematical Statistics 11, 427-444). Then whole counts near it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace swadaya {

// One margin of a table whose cells stand in any order: the category that each cell counts to, and
// what the categories come to.
struct KnownMargin {
  std::vector<std::size_t> category_of;  // by cell
  std::vector<double> totals;            // by category; all margins of a table have one sum
};

// A category of a margin.
struct MarginPlace {
  std::size_t margin, category;
  bool operator==(const MarginPlace&) const = default;
};

struct ProportionalFit {
  std::vector<double> cells;
  std::size_t rounds = 0;
  double largest_miss = 0;  // of any category, as a share of the table's sum
  // A category that must come to something and to which only cells of 0 count: nothing fits.
  std::optional<MarginPlace> empty{};
};

// `seed`: counts or weights from 0 on, one a cell. Ends where no category is off by more than 1e-10
// of the sum, or after so many rounds: where zeros of the seed stand in the way, the miss stays.
ProportionalFit fitted(std::vector<double> seed, const std::vector<KnownMargin>& margins,
                       std::size_t most_rounds = 2000);

// Whole counts near fitted ones, whose margins are whole numbers: each count is cut to its whole
// part, the rest is given by lot to cells in proportion to what was cut off (Lovelace & Ballas
// 2013, Computers, Environment and Urban Systems 41, 1-11), and households are moved between cells
// until the margins hold. A cell of 0 stays 0. `uniform`: numbers from 0 to below 1.
std::vector<std::size_t> whole_counts(const std::vector<double>& cells,
                                      const std::vector<KnownMargin>& margins,
                                      const std::function<double()>& uniform);

// By how much the counts miss each category: [margin][category], counted minus known.
std::vector<std::vector<double>> misses(const std::vector<double>& counts,
                                        const std::vector<KnownMargin>& margins);

}  // namespace swadaya
