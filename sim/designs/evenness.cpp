#include "sim/designs/evenness.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/designs/by_draw.hpp"

namespace swadaya {

namespace {

constexpr std::size_t by_consumption = 3;

using LevelRows = std::vector<std::vector<double>>;

// Participation of the groups by world under the baseline, and under a variant less that of the
// baseline. Only worlds in which all of them are numbers.
struct Participation {
  LevelRows figures;                 // the baseline's, then the differences
  std::vector<std::uint32_t> draws;  // of each world; where there are none, the world itself
};

LevelRows participation_rows(const Results& results, std::size_t variant, int month) {
  LevelRows all;
  for (const char* name : {"participation_poor", "participation_near_poor", "participation_others"})
    all.push_back(results.values(variant, month, *outcome_index(name)));
  return all;
}

Participation participation_of(const LevelRows& base, const LevelRows& own,
                               const std::vector<std::uint32_t>& draws) {
  Participation all{LevelRows(2 * by_consumption), {}};
  for (std::size_t w = 0; w < base[0].size(); ++w) {
    const auto is_known = [w](const auto& row) { return std::isfinite(row[w]); };
    if (!std::all_of(base.begin(), base.end(), is_known) ||
        !std::all_of(own.begin(), own.end(), is_known))
      continue;
    all.draws.push_back(draws.empty() ? static_cast<std::uint32_t>(w) : draws[w]);
    for (std::size_t g = 0; g < by_consumption; ++g) {
      all.figures[g].push_back(base[g][w]);
      all.figures[by_consumption + g].push_back(own[g][w] - base[g][w]);
    }
  }
  return all;
}

// The same of means of further experiments like this one, where the variant is in other wards: no
// world of the one goes with a world of the other.
LevelRows unpaired_means(const LevelRows& base, const LevelRows& own) {
  const auto means = [](const LevelRows& rows, std::uint32_t which) {
    const Participation known = participation_of(rows, rows, {});
    const LevelRows levels(known.figures.begin(), known.figures.begin() + by_consumption);
    return resampled_means({levels, levels}, known.draws, 1000, which).effects;
  };
  LevelRows all = means(base, 0);
  const LevelRows others = means(own, 1);
  for (std::size_t g = 0; g < by_consumption; ++g) {
    all.push_back(others[g]);
    all.back().resize(std::min(all[g].size(), others[g].size()));
    for (std::size_t i = 0; i < all.back().size(); ++i) all.back()[i] -= all[g][i];
  }
  for (LevelRows::value_type& row : all) row.resize(all.back().size());
  return all;
}

// Atkinson's index in each case, and how much more it is than the baseline's.
struct Atkinsons {
  std::vector<double> own, change;
};

// `before`, `sizes`: of the groups in the baseline's wards, and in the variant's.
Atkinsons atkinsons_of(const LevelRows& figures, const ByConsumption& before,
                       const ByConsumption& sizes, double aversion) {
  Atkinsons all;
  for (std::size_t i = 0; !figures.empty() && i < figures[0].size(); ++i) {
    ByConsumption base{}, own{};
    for (std::size_t g = 0; g < by_consumption; ++g) {
      base[g] = std::clamp(figures[g][i], 0.0, 1.0);
      own[g] = std::clamp(figures[g][i] + figures[by_consumption + g][i], 0.0, 1.0);
    }
    const double index = atkinson_index(own, sizes, aversion);
    const double change = index - atkinson_index(base, before, aversion);
    if (!std::isfinite(change)) continue;  // nobody takes part
    all.own.push_back(index), all.change.push_back(change);
  }
  return all;
}

void add_evenness(Sharing& sharing, const Results& results, int month, double aversion) {
  const std::size_t baseline = results.baseline();
  const ByConsumption before = sharing.equity[baseline].sizes;
  const LevelRows base = participation_rows(results, baseline, month);
  const std::vector<std::uint32_t> draws = results.draws();
  for (std::size_t v = 0; v < sharing.equity.size(); ++v) {
    const ByConsumption& sizes = sharing.equity[v].sizes;
    const LevelRows own = participation_rows(results, v, month);
    const Participation all = participation_of(base, own, draws);
    // Worlds that share a draw of the parameters go together by it, whatever wards they are.
    const bool is_paired = results.is_in_same_worlds(v) || !draws.empty();
    const Atkinsons simulated =
        atkinsons_of(is_paired ? resampled_means({all.figures, all.figures}, all.draws).effects
                               : unpaired_means(base, own),
                     before, sizes, aversion);
    const LevelRows expected =
        draws.empty() ? LevelRows{} : expectations_by_draw(all.figures, all.draws, Unsure::carried);
    const Atkinsons shown =
        expected.empty() ? simulated : atkinsons_of(expected, before, sizes, aversion);
    if (v == baseline) {
      sharing.over = expected.empty() ? Over::simulation : Over::parameters;
      sharing.cases = expected.empty() ? all.draws.size() : expected[0].size();
    }
    const double share = expected.empty() ? 0.95 : 0.9;
    const double index = sharing.equity[v].atkinson;
    sharing.evenness.push_back({index, index - sharing.equity[baseline].atkinson,
                                range_of(shown.own, share), range_of(shown.change, share),
                                range_of(simulated.change, 0.95)});
  }
}

// By variant and world.
LevelRows weighted_served(const Results& results, int month, const Accounting& accounting) {
  constexpr std::array names{"poor_served", "near_poor_served", "others_served"};
  LevelRows all;
  for (std::size_t v = 0; v < results.variants().size(); ++v)
    for (std::size_t g = 0; g < by_consumption; ++g) {
      const std::vector<double> own = results.values(v, month, *outcome_index(names[g]));
      if (g == 0) all.emplace_back(own.size(), 0.0);
      const double weight = accounting.equity_weights.empty() ? 1 : accounting.equity_weights[g];
      for (std::size_t w = 0; w < own.size(); ++w) all.back()[w] += weight * own[w];
    }
  return all;
}

}  // namespace

Sharing sharing_of(const Results& results, const Costing& costing, int month,
                   const Accounting& accounting) {
  Sharing sharing;
  sharing.equity = equity_of(results, month, accounting);
  add_evenness(sharing, results, month, accounting.inequality_aversion);
  const std::size_t served = *outcome_index("borrowers");
  const CostEffectiveness costs = costing.of(month, served);
  sharing.options.resize(sharing.equity.size());
  for (std::size_t v = 0; v < sharing.options.size(); ++v) {
    sharing.options[v].effect = sharing.equity[v].weighted_served;
    sharing.options[v].cost = costs.options[v].cost;
  }
  rank_options(sharing.options);
  for (std::size_t v = 0; v < sharing.options.size(); ++v)
    if (!results.is_in_same_worlds(v)) sharing.options[v].standing = Dominance::elsewhere;
  for (const Option& option : sharing.options)
    if (option.icer > 0 && !(option.icer <= sharing.price)) sharing.price = option.icer;
  if (!std::isfinite(sharing.price)) return sharing;
  auto worth = weighted_served(results, month, accounting);
  const Cases cases = costing.worlds(month, served);
  for (std::size_t v = 0; v < worth.size(); ++v)
    for (std::size_t w = 0; w < worth[v].size(); ++w)
      worth[v][w] = sharing.price * worth[v][w] - cases.costs[v][w];
  for (std::size_t v = 0; v < worth.size(); ++v)
    sharing.net_benefit.push_back(
        results.is_in_same_worlds(v)
            ? paired_difference(worth[results.baseline()], worth[v], results.draws())
            : PairedDifference{});
  return sharing;
}

}  // namespace swadaya
