#include "sim/designs/optimisation.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace swadaya {

BudgetSearch Optimisation::search(std::uint64_t seed) const {
  BudgetSearch s;
  s.budgets = {budget};
  for (const double other : frontier)
    if (std::find(s.budgets.begin(), s.budgets.end(), other) == s.budgets.end())
      s.budgets.push_back(other);
  s.candidates = candidates;
  s.seed = seed;
  return s;
}

const FrontierPoint& OptimisationResult::point() const {
  return *std::find_if(frontier.begin(), frontier.end(),
                       [&](const FrontierPoint& p) { return p.budget == optimisation.budget; });
}

std::string OptimisationResult::role(std::size_t finalist) const {
  if (finalist == 0) return "best";
  for (const FrontierPoint& p : frontier)
    if (p.finalist == finalist) return fmt::format("best for {:g}", p.budget);
  const Finalist& one = finalists[finalist];
  return one.lever < levers.size() ? "moved " + levers[one.lever].name : "rival";
}

}  // namespace swadaya
