// What an outcome costs where several packages could buy it: ratios between those worth buying, how
// sure the choice is and because of what, and what knowing the parameters would be worth.
#pragma once

#include <vector>

#include "sim/designs/choice.hpp"
#include "sim/designs/discounting.hpp"
#include "sim/designs/frontier.hpp"
#include "sim/results/results.hpp"

namespace swadaya {

// What chances and intervals are over.
enum class Over {
  parameters,  // what isn't known of them: draws of the posterior, each with its expectations
  simulation   // parameters are taken as known: only that so few worlds were simulated
};

// What is said of an option besides its place.
struct Sureness {
  Interval ratio;                // of 90 % over parameters, else as the next
  Interval ratio_simulated;      // of the ratio of the means, 95 %: Monte Carlo error
  double on_frontier;            // chance of being on the frontier
  double on_frontier_simulated;  // chance that the means of a like experiment put it there
};

// At a price for one unit of effect. By variant; those that are equal in every world share a place,
// and each has all of its chance.
struct Acceptability {
  double willingness;                  // kRp for one unit of effect
  std::vector<double> net_benefit;     // mean of willingness x effect - cost, kRp a ward
  std::vector<double> best;            // chance that it is the highest
  std::vector<double> best_simulated;  // chance that its mean is, in means of like experiments
  std::vector<double> best_by_world;   // share of worlds in which it is: what a ward may see
  // Expected value of perfect information on the parameters, kRp a ward. Not a number where they
  // are taken as known: nothing is to be learnt then.
  double evpi = nothing;
};

// Of one outcome at one month, in the worlds in which it is defined in all variants that have it at
// all. Variants in other wards than the baseline's are no choice that one ward has, and no world
// joins them with the rest: they are left out.
struct CostEffectiveness {
  std::size_t outcome = 0;
  int month = 0;
  std::size_t worlds = 0;
  Over over = Over::simulation;
  std::vector<std::size_t> same_as;  // by variant: the first one equal to it in every world
  std::vector<Option> options;       // by variant
  std::vector<Sureness> sureness;    // by variant
  // The same options with costs discounted, and effects where they add up over the months; empty at
  // a rate of 0. And what members' own time costs of it, undiscounted, whether or not it counts.
  std::vector<Option> discounted;
  std::vector<double> members_time;
  double same_frontier = nothing;  // chance that means of a like experiment have the same one
  // From 0 to twice the highest ratio, of one point without any; evenly, and at each ratio and in
  // the middle between two.
  std::vector<Acceptability> curve;
  std::vector<std::size_t> marks;  // points of the curve at 0, at ratios and in the middles

  // Exactly at this price, whether or not it is a point of the curve.
  Acceptability at(double willingness) const;
  // What knowing the parameters before the choice is worth at this price; not a number where
  // nothing is to be learnt.
  double evpi(double willingness) const;
  // Prices for which the option of the frontier is the choice on average: from its ratio to the
  // next one's; of the last to twice its own.
  Interval prices_of(std::size_t variant) const;

  // What chances are counted in; options are places in `counted`.
  std::vector<std::size_t> counted;  // variants in the baseline's worlds with figures, one of
                                     // those that are equal
  Cases by_world;                    // what a ward may see
  // What means are of. Where parameters are taken as known, effects less those of the baseline are
  // freed of how lucky these worlds were as the comparison's differences are (sim/base/controls);
  // the scatter is that of a mean, not of worlds. Else as `by_world`.
  Cases freed;
  Cases of_means;
  std::vector<std::uint32_t> draws;  // by world of those: of the parameters; else the world itself
  // Expectations of draws, and the same without what isn't known of how far apart they lie.
  Cases by_draw, by_draw_as_likely;
};

// All months and outcomes of an experiment, one by one, from one reading of its results. Money is
// that of the perspective, in the prices shown.
class Costing {
 public:
  Costing(const Results& results, const std::vector<int>& months, const Accounting& accounting);
  CostEffectiveness of(int month, std::size_t outcome) const;
  // Effects and costs of all variants in all complete worlds, numbers or not.
  Cases worlds(int month, std::size_t outcome) const;

 private:
  Cases discounted_worlds(int month, std::size_t outcome) const;
  // See CostEffectiveness::freed. Cases of `plain` are these worlds, ascending; `baseline` is its
  // place among the options, `scale` that of effects over the outcome's own unit.
  Cases freed(const Cases& plain, std::size_t baseline, const std::vector<std::size_t>& worlds,
              double scale) const;
  void discount(CostEffectiveness& c, const std::vector<std::size_t>& worlds) const;

  const Accounting accounting_;
  const std::vector<int> months_;
  std::vector<Sample> samples_;  // by variant
  std::vector<bool> elsewhere_;  // by variant: in other wards than the baseline
  std::size_t baseline_;
  std::vector<std::uint32_t> draws_;
  Controls controls_;
  std::vector<std::size_t> added_up_;       // outcomes, of which
  std::vector<DiscountedSums> discounted_;  // by variant; empty at a rate of 0
};

}  // namespace swadaya
