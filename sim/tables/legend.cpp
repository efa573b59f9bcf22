#include "sim/tables/legend.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

bool is_over_parameters(const std::vector<Compared>& shown) {
  return std::any_of(shown.begin(), shown.end(),
                     [](const Compared& c) { return c.effect.is_over_parameters(); });
}

std::string brackets(const Results& results, const std::vector<Compared>& shown, Language in) {
  std::string first =
      in.say("The first row is the baseline. Below it: mean differences from the baseline");
  const std::vector<std::string> others = in_different_wards(results, in);
  const bool are_some_paired = others.size() + 1 < results.variants().size();
  if (are_some_paired) first += in.say(", in the same worlds");
  if (!others.empty())
    first += (are_some_paired ? in.say("; of {}", fmt::join(others, ", ")) : ";") +
             in.say(
                 " different wards, not paired: [world] or [network] differs, so do households "
                 "and ties, and the brackets are of two means apart");
  return first + ". " + what_brackets_hold(is_over_parameters(shown), results, in) +
         in.say(" Points are percentage points. The last two columns are costs, not differences.");
}

// Marks that occur in the table, and what they stand for.
std::string marks(const std::vector<Compared>& shown, std::size_t worlds, Language in) {
  const auto any = [&](const auto& is) { return std::any_of(shown.begin(), shown.end(), is); };
  std::string text =
      in.say("≈ 0: the sign isn't sure. -: no figure, or no gain that can be told from zero.");
  if (any([](const Compared& c) { return c.effect.is_same(); }))
    text += in.say(" same: equal in all {} worlds (up to {:.2g} % of wards could still differ).",
                   worlds, 100 * share_unseen(worlds));
  if (any([](const Compared& c) { return c.effect.rests_on_few(); }))
    text += in.say(
        " *: rests on fewer than ten worlds that differ at all; the brackets are too narrow more "
        "often than they say.");
  std::map<std::size_t, std::size_t> fewest;  // by outcome
  for (const Compared& c : shown)
    if (c.effect.n > 0 && c.effect.n < worlds) {
      std::size_t& least = fewest.try_emplace(c.outcome, c.effect.n).first->second;
      least = std::min(least, c.effect.n);
    }
  std::vector<std::string> partial;
  for (const auto& [outcome, n] : fewest)
    partial.push_back(
        in.say("{} ({} of {} at least)", heading_of(outcomes()[outcome].name, in), n, worlds));
  if (!partial.empty())
    text += in.say(" °: only worlds that have a figure on both sides count: {}.",
                   fmt::join(partial, ", "));
  return text;
}

// How much the luck of boards took from chance, where it did.
std::string freed_text(const std::vector<Compared>& shown, Language in) {
  constexpr double worth_saying = 1.5;
  double most = 0;
  for (const Compared& c : shown) most = std::fmax(most, c.effect.variance_cut);
  if (!(most >= worth_saying)) return "";
  return in.say(
      "Where the luck of these wards' boards explains a quarter of the differences or more, their "
      "mean is freed of it, here and among costs: without that up to {:.2g} times as many worlds would tell as "
      "much. The baseline's own figures, and costs themselves, are plain means.",
      most);
}

double half_width(const Interval& interval) { return (interval.high - interval.low) / 2; }

}  // namespace

std::vector<std::string> in_different_wards(const Results& results, Language in) {
  std::vector<std::string> titles;
  for (std::size_t v = 0; v < results.variants().size(); ++v)
    if (!results.is_in_same_worlds(v)) titles.push_back(title_of(results.variants()[v], in));
  return titles;
}

std::string left_out_of_choice(const Results& results, Language in) {
  const std::vector<std::string> others = in_different_wards(results, in);
  return others.empty()
             ? ""
             : in.say(" Left out: {} (different wards, and so no choice that these have).",
                      fmt::join(others, ", "));
}

std::string what_brackets_hold(bool is_over_parameters, const Results& results, Language in) {
  if (is_over_parameters)
    return in.say(
        "Brackets hold what 90 % of the draws of the parameters expect: what isn't known of "
        "parameters, which more computing doesn't narrow.");
  return in.say(
             "Brackets say how closely the means were simulated (Monte Carlo, 95 %): they narrow "
             "with more worlds. ") +
         (results.draws().empty()
              ? in.say("Parameters are taken as known.")
              : in.say("Draws of the parameters are too few to tell what they leave open."));
}

std::string worlds_text(const Results& results, std::size_t worlds, Language in) {
  const std::vector<std::uint32_t> draws = results.draws();
  const std::string plain = in.counted(worlds, "{} world", "{} worlds");
  if (draws.empty()) return plain;
  const std::size_t different = std::set<std::uint32_t>(draws.begin(), draws.end()).size();
  return plain +
         in.counted(different, ", {} draw of the parameters", ", {} draws of the parameters");
}

std::string closeness(const Results& results, const std::vector<Compared>& shown,
                      const std::string& answer, Language in) {
  if (shown.empty()) return "";
  const std::size_t outcome = answer.empty() ? shown.front().outcome : *outcome_index(answer);
  const OutcomeInfo& info = outcomes()[outcome];
  const Unit unit = unit_of(info, in);
  const Compared* widest = nullptr;
  std::size_t rough = 0;
  std::vector<std::string> named;
  for (const Compared& c : shown) {
    const bool is_rough = c.effect.is_simulated_too_little();
    rough += is_rough ? 1 : 0;
    if (c.outcome != outcome || c.month != shown.front().month) continue;
    if (is_rough) named.push_back(title_of(results.variants()[c.variant], in));
    if (std::isfinite(c.effect.monte_carlo.low) &&
        (!widest || half_width(c.effect.monte_carlo) > half_width(widest->effect.monte_carlo)))
      widest = &c;
  }
  if (!widest) return "";
  std::string text = in.say(
      "Simulated closely enough? Mean differences of {} at month {} are known to ± {:.2g} {} or "
      "better (95 %, Monte Carlo).",
      heading_of(info.name, in), widest->month, unit.scale * half_width(widest->effect.monte_carlo),
      unit.name);
  if (!named.empty())
    text += in.say(
        " That is more than a third of the brackets of {}: more worlds help "
        "(`swadaya resume DIR --replicates N`).",
        fmt::join(named, ", "));
  if (rough > named.size())
    text += in.say(" So it is with {} of all {} differences shown, most of which hardly move.",
                   rough, shown.size());
  return text;
}

std::string legend(const Results& results, const std::vector<Compared>& shown, std::size_t worlds,
                   const std::string& answer, Look look) {
  const Language in = look.language;
  std::string text = paragraph(brackets(results, shown, in), look);
  if (worlds < 2)
    return text + paragraph(in.say("One replicate has no interval: with more, the table says which "
                                   "differences can be told from zero."),
                            look);
  text += paragraph(marks(shown, worlds, in), look);
  if (is_over_parameters(shown)) text += paragraph(closeness(results, shown, answer, in), look);
  if (const std::string freed = freed_text(shown, in); !freed.empty())
    text += paragraph(freed, look);
  return text + paragraph(in.say("What one ward may see by luck, other assumptions and intervals "
                                 "that hold all at once stand in comparison.csv."),
                          look);
}

}  // namespace swadaya
