#include "sim/designs/factorial.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <string_view>

#include "sim/base/csv.hpp"
#include "sim/base/paired.hpp"
#include "sim/designs/constant.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"
#include "sim/scenario/file_keys.hpp"

namespace swadaya {

namespace {

const char* const joint = "--";
const char* const nothing_mended = "none";

struct FactorLever {
  std::string name, title, title_id;
  Node::Table set;
};

const KeyTable& lever_keys() {
  static const KeyTable table{
      "lever",
      "what is done or left",
      {needed(text_key("name", "part of the names of variants: without `--`, and not `none`")),
       text_key("title", "what tables call it"), title_id_key(),
       needed(key_of(KeyKind::table, "set",
                     "what the lever changes: set = { \"lending.norm\" = 0.2 }"))}};
  return table;
}

// Reads the levers one by one, no two of which may set the same.
class LeverReader {
 public:
  explicit LeverReader(std::vector<Problem>& problems) : problems_{problems} {}

  FactorLever read(const Node& entry) {
    Keys keys{entry, lever_keys(), "factorial.lever", problems_};
    FactorLever lever{keys.text("name"), keys.text("title"), keys.text("title_id"), {}};
    if (keys.find("name") && (lever.name.empty() || lever.name.find(joint) != std::string::npos ||
                              lever.name == nothing_mended || !names_.insert(lever.name).second))
      keys.report("name", "each lever needs a name of its own, without `--`, and not `none`");
    const Node* set = keys.find("set");
    if (!set) return lever;
    lever.set = flattened(*set->table());
    if (lever.set.empty())
      keys.report("set", "must say what the lever changes: set = { \"lending.norm\" = 0.2 }");
    for (const auto& [key, node] : lever.set) {
      const auto [at, is_new] = owner_.try_emplace(key, lever.name);
      if (!is_new)
        problems_.push_back(problem_at(node, key, "is set by the lever `" + at->second + "`, too",
                                       "together they would not be both"));
    }
    return lever;
  }

 private:
  std::vector<Problem>& problems_;
  std::set<std::string> names_;
  std::map<std::string, std::string> owner_;  // by key
};

std::vector<FactorLever> levers_in(const Node& factorial, std::vector<Problem>& problems) {
  const KeyTable& declared = factorial_design().table;
  Keys keys{factorial, declared, declared.name, problems};
  const Node* list = keys.find("lever");
  if (!list) return {};
  std::vector<FactorLever> levers;
  LeverReader reader{problems};
  for (const Node& entry : *list->list()) levers.push_back(reader.read(entry));
  if (levers.size() < 2 || levers.size() > most_levers)
    keys.report("lever", fmt::format("there must be 2 to {} levers", most_levers));
  return levers;
}

Node with(const Node& place, decltype(Node::value) value) {
  Node node = place;
  node.value = std::move(value);
  return node;
}

// What one replicate comes to, for all of them. Where sums of many gains come to rounding, they
// come to nothing.
std::vector<double> by_replicate(const std::vector<std::vector<double>>& outcomes,
                                 const std::function<double(std::size_t r)>& of) {
  std::vector<double> values(outcomes[0].size());
  for (std::size_t r = 0; r < values.size(); ++r) {
    double size = 0;
    for (const std::vector<double>& own : outcomes) size = std::max(size, std::abs(own[r]));
    values[r] = of(r);
    if (std::abs(values[r]) <= rounding * size) values[r] = 0;
  }
  return values;
}

// Combination number s holds the levers whose bits are set in s.
std::vector<std::size_t> each_alone(std::size_t variants) {
  std::vector<std::size_t> alone;
  for (std::size_t bit = 1; bit < variants; bit *= 2) alone.push_back(bit);
  return alone;
}

}  // namespace

const Design& factorial_design() {
  static const Design design{
      .table = {"factorial",
                "all combinations of a few levers",
                {needed(key_of(KeyKind::tables, "lever",
                               "levers, written [[factorial.lever]], 2 to 8 of them",
                               lever_keys))}},
      .names = {"factorial"},
      .command = "factorial",
      .does = "Runs all combinations of a few levers: effects, interactions, Shapley shares",
      .example = "scenarios/lenteng-agung/factorial.toml",
      .called = "a factorial experiment",
      .expand = expand_factorial,
      .is_over_parameters = true,
      .has_baseline = true,
      .alone = each_alone,
      .choices = "lever"};
  return design;
}

void expand_factorial(Draft& draft, Experiment&, const Catalogue&, std::uint64_t,
                      std::vector<Problem>& problems) {
  const Node factorial = *draft.design(factorial_design().table.name);
  const std::size_t before = problems.size();
  const std::vector<FactorLever> levers = levers_in(factorial, problems);
  if (problems.size() != before) return;
  for (std::size_t mask = 0; mask < std::size_t{1} << levers.size(); ++mask) {
    std::string name, title, title_id;
    Node::Table set;
    bool in_indonesian = true;  // only where every lever is
    for (std::size_t k = 0; k < levers.size(); ++k) {
      if ((mask >> k & 1) == 0) continue;
      const FactorLever& lever = levers[k];
      name += (name.empty() ? "" : joint) + lever.name;
      title += (title.empty() ? "" : " + ") + (lever.title.empty() ? lever.name : lever.title);
      title_id += (title_id.empty() ? "" : " + ") + lever.title_id;
      in_indonesian = in_indonesian && !lever.title_id.empty();
      set.insert(set.end(), lever.set.begin(), lever.set.end());
    }
    if (mask == 0) name = nothing_mended, title = "Nothing mended", title_id = "Tanpa perbaikan";
    Node::Table variant{{"name", with(factorial, name)}, {"title", with(factorial, title)}};
    if (in_indonesian) variant.emplace_back("title_id", with(factorial, title_id));
    variant.emplace_back("set", with(factorial, std::move(set)));
    draft.variants.push_back(with(factorial, std::move(variant)));
  }
  draft.is_experiment = true;
}

std::vector<StoredVariant> levers_of(const Results& store) {
  const auto& variants = store.variants();
  const std::size_t count = variants.size();
  if (count < 4 || !std::has_single_bit(count) || variants[0].name != nothing_mended) return {};
  std::vector<StoredVariant> levers;
  for (std::size_t bit = 1; bit < count; bit *= 2) levers.push_back(variants[bit]);
  for (std::size_t mask = 1; mask < count; ++mask) {
    std::string name;
    for (std::size_t k = 0; k < levers.size(); ++k)
      if ((mask >> k & 1) != 0) name += (name.empty() ? "" : joint) + levers[k].name;
    if (variants[mask].name != name) return {};
  }
  return levers;
}

FactorialEffects factorial_effects(const std::vector<std::vector<double>>& outcomes,
                                   bool higher_is_better, std::span<const std::uint32_t> draws) {
  // The difference of what each replicate comes to from zero.
  const auto of_zero = [&](const std::vector<double>& effects) {
    return paired_difference(std::vector<double>(effects.size(), 0.0), effects, draws);
  };
  const std::size_t all = outcomes.size() - 1;
  const auto k = static_cast<std::size_t>(std::countr_zero(outcomes.size()));
  const auto by_replicate = [&](const std::function<double(std::size_t r)>& of) {
    return swadaya::by_replicate(outcomes, of);
  };
  const auto gain = [&](std::size_t lever, std::size_t without, std::size_t r) {
    return outcomes[without | std::size_t{1} << lever][r] - outcomes[without][r];
  };
  std::vector<double> weight(k);  // of a set of that size, in Shapley's mean over orders
  for (std::size_t size = 0; size < k; ++size)
    weight[size] = std::exp(std::lgamma(static_cast<double>(size) + 1) +
                            std::lgamma(static_cast<double>(k - size)) -
                            std::lgamma(static_cast<double>(k) + 1));

  FactorialEffects effects;
  std::vector<std::vector<double>> shares;
  for (std::size_t i = 0; i < k; ++i) {
    const std::size_t bit = std::size_t{1} << i;
    const auto mean_gain = [&](std::size_t r, bool weighed) {
      double sum = 0;
      for (std::size_t s = 0; s <= all; ++s)
        if ((s & bit) == 0)
          sum += gain(i, s, r) * (weighed ? weight[static_cast<std::size_t>(std::popcount(s))]
                                          : 2.0 / static_cast<double>(all + 1));
      return sum;
    };
    shares.push_back(by_replicate([&](std::size_t r) { return mean_gain(r, true); }));
    effects.levers.push_back(
        {i, of_zero(by_replicate([&](std::size_t r) { return gain(i, 0, r); })),
         of_zero(by_replicate([&](std::size_t r) { return mean_gain(r, false); })),
         of_zero(by_replicate([&](std::size_t r) { return gain(i, all & ~bit, r); })),
         of_zero(shares.back())});
    for (std::size_t j = 0; j < i; ++j) {
      const std::size_t other = std::size_t{1} << j;
      effects.interactions.push_back({j, i, of_zero(by_replicate([&](std::size_t r) {
                                        double sum = 0;
                                        for (std::size_t s = 0; s <= all; ++s)
                                          if ((s & bit) == 0 && (s & other) == 0)
                                            sum += (gain(i, s | other, r) - gain(i, s, r)) * 4.0 /
                                                   static_cast<double>(all + 1);
                                        return sum;
                                      }))});
    }
  }
  effects.is_constant = is_constant(outcomes);
  effects.whole = effects.is_constant ? of_zero(std::vector<double>(outcomes[0].size(), 0.0))
                                      : paired_difference(outcomes[0], outcomes[all], draws);
  effects.ranking.resize(k);
  std::iota(effects.ranking.begin(), effects.ranking.end(), std::size_t{0});
  const double sign = higher_is_better ? 1 : -1;
  std::stable_sort(effects.ranking.begin(), effects.ranking.end(),
                   [&](std::size_t a, std::size_t b) {
                     return sign * effects.levers[a].share.difference >
                            sign * effects.levers[b].share.difference;
                   });
  effects.lead = paired_difference(shares[effects.ranking[1]], shares[effects.ranking[0]], draws);
  return effects;
}

FactorialEffects factorial_effects(const Results& store, int month, std::size_t outcome) {
  std::vector<std::vector<double>> values;
  for (std::size_t v = 0; v < store.variants().size(); ++v)
    values.push_back(store.values(v, month, outcome));
  return factorial_effects(values, outcomes()[outcome].higher_is_better, store.draws());
}

std::string factorial_csv(const Results& store, const std::vector<int>& months) {
  const std::vector<StoredVariant> levers = levers_of(store);
  const std::size_t cost = *outcome_index("cost_kRp");
  std::string text =
      "kind,lever,other,outcome,month,effect,se,low,high,cost_kRp,kRp_per_unit,"
      "monte_carlo_low,monte_carlo_high,interval\n";
  const auto cell = [](double x) { return std::isfinite(x) ? fmt::format("{:.10g}", x) : ""; };
  for (const int month : months) {
    const FactorialEffects costs = factorial_effects(store, month, cost);
    for (std::size_t outcome = 0; outcome < outcomes().size(); ++outcome) {
      const OutcomeInfo& info = outcomes()[outcome];
      const FactorialEffects effects = factorial_effects(store, month, outcome);
      const auto row = [&](const char* kind, const std::string& lever, const std::string& other,
                           const PairedDifference& effect, double kRp) {
        const PairedDifference e =
            difference_within(effect, info, kind == std::string_view{"interaction"} ? 2 : 1);
        const double unit = info.units_in_one();
        const bool better =
            e.can_be_told_from_zero() && (e.difference > 0) == info.higher_is_better;
        text += fmt::format(
            "{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", kind, csv_field(lever), csv_field(other),
            info.name, month, cell(e.difference), cell(e.standard_error), cell(e.low), cell(e.high),
            cell(kRp), better && outcome != cost ? cell(kRp / (unit * std::abs(e.difference))) : "",
            cell(e.monte_carlo.low), cell(e.monte_carlo.high), interval_called(effect));
      };
      for (std::size_t i = 0; i < levers.size(); ++i) {
        const LeverEffects &e = effects.levers[i], &c = costs.levers[i];
        row("alone", levers[i].name, "", e.alone, c.alone.difference);
        row("average", levers[i].name, "", e.average, c.average.difference);
        row("last", levers[i].name, "", e.last, c.last.difference);
        row("share", levers[i].name, "", e.share, c.share.difference);
      }
      for (std::size_t i = 0; i < effects.interactions.size(); ++i) {
        const Interaction& e = effects.interactions[i];
        row("interaction", levers[e.a].name, levers[e.b].name, e.effect,
            costs.interactions[i].effect.difference);
      }
      row("whole", "", "", effects.whole, costs.whole.difference);
    }
  }
  return text;
}

}  // namespace swadaya
