#include "sim/designs/learn.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <numeric>

#include "sim/base/error.hpp"
#include "sim/base/nested.hpp"
#include "sim/designs/cost_effectiveness.hpp"
#include "sim/designs/perfect_information.hpp"

namespace swadaya {

namespace {

// Means over the worlds of a draw.
struct Drawn {
  Points parameters;                   // by draw; columns as the posterior's keys
  Points effects, costs;               // by package, one entry a draw
  std::vector<std::uint32_t> numbers;  // of the draws, ascending
  std::size_t worlds = 0;

  NetBenefits at(double price) const {
    NetBenefits all = effects;
    for (std::size_t v = 0; v < all.size(); ++v)
      for (std::size_t i = 0; i < all[v].size(); ++i)
        all[v][i] = price * effects[v][i] - costs[v][i];
    return all;
  }
  std::vector<double> values_of(std::size_t key) const {
    std::vector<double> x;
    for (const auto& point : parameters) x.push_back(point[key]);
    return x;
  }
};

// By draw the replicates of it in which all of `values` (by package) are numbers.
std::map<std::uint32_t, std::vector<std::size_t>> by_draw(const std::vector<std::uint32_t>& draws,
                                                          const Points& values) {
  std::map<std::uint32_t, std::vector<std::size_t>> all;
  for (std::size_t r = 0; r < draws.size(); ++r)
    if (std::all_of(values.begin(), values.end(),
                    [r](const auto& of) { return std::isfinite(of[r]); }))
      all[draws[r]].push_back(r);
  return all;
}

double mean_of(const std::vector<double>& values, const std::vector<std::size_t>& chosen) {
  double sum = 0;
  for (const std::size_t i : chosen) sum += values[i];
  return sum / static_cast<double>(chosen.size());
}

Drawn drawn_of(const Experiment& experiment, const std::vector<std::uint32_t>& draws,
               const Cases& all) {
  const auto& [effects, costs] = all;
  Points both = effects;
  both.insert(both.end(), costs.begin(), costs.end());
  Drawn drawn;
  drawn.effects.resize(effects.size()), drawn.costs.resize(costs.size());
  const std::uint32_t worlds = worlds_per_draw_of(experiment);
  for (const auto& [draw, chosen] : by_draw(draws, both)) {
    const Values values = experiment.posterior.values(draw * worlds);
    drawn.parameters.emplace_back();
    for (const std::string& key : experiment.posterior.keys)
      drawn.parameters.back().push_back(std::get<double>(values.at(key)));
    for (std::size_t v = 0; v < effects.size(); ++v) {
      drawn.effects[v].push_back(mean_of(effects[v], chosen));
      drawn.costs[v].push_back(mean_of(costs[v], chosen));
    }
    drawn.numbers.push_back(draw);
    drawn.worlds += chosen.size();
  }
  return drawn;
}

// Prices at which the best package changes on average: ratios of the frontier, ascending.
std::vector<double> ratios_of(const std::vector<Option>& options) {
  std::vector<double> ratios;
  for (const Option& option : options)
    if (option.icer > 0) ratios.push_back(option.icer);
  std::sort(ratios.begin(), ratios.end());
  ratios.erase(std::unique(ratios.begin(), ratios.end()), ratios.end());  // equal packages
  if (!ratios.empty()) return ratios;
  // One package is the best at any price: the price at which costs weigh as much as effects.
  const auto range = [&](double Option::*of) {
    const auto [low, high] =
        std::minmax_element(options.begin(), options.end(),
                            [of](const Option& a, const Option& b) { return a.*of < b.*of; });
    return (*high).*of - (*low).*of;
  };
  const double effects = range(&Option::effect), costs = range(&Option::cost);
  return {effects > 0 && costs > 0 ? costs / effects : 1.0};
}

// These, what lies in their middles, and beyond their ends.
std::vector<double> prices_around(const std::vector<double>& ratios) {
  const double root = std::sqrt(2.0), lowest = ratios.front(), highest = ratios.back();
  std::vector<double> prices{lowest / 2, lowest / root};
  for (std::size_t i = 0; i < ratios.size(); ++i) {
    if (i > 0) prices.push_back(std::sqrt(ratios[i - 1] * ratios[i]));
    prices.push_back(ratios[i]);
  }
  prices.push_back(highest * root), prices.push_back(2 * highest);
  return prices;
}

std::vector<Stretch> stretches_of(const std::vector<double>& x,
                                  const std::vector<std::size_t>& best) {
  constexpr std::size_t shortest = 30;  // one in so many draws makes no stretch of its own
  std::vector<std::size_t> order(x.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
  struct Run {
    std::size_t package, first, last;
  };
  std::vector<Run> runs;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (!runs.empty() && runs.back().package == best[order[i]])
      runs.back().last = i;
    else
      runs.push_back({best[order[i]], i, i});
  }
  std::vector<Run> kept;
  for (const Run& run : runs) {
    const bool is_long = (run.last - run.first + 1) * shortest >= x.size();
    if (!kept.empty() && (!is_long || kept.back().package == run.package))
      kept.back().last = run.last;
    else
      kept.push_back(run);
  }
  std::vector<Stretch> stretches;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    const auto edge = [&](std::size_t i) { return (x[order[i - 1]] + x[order[i]]) / 2; };
    stretches.push_back({kept[k].package, k == 0 ? x[order.front()] : edge(kept[k].first),
                         k + 1 == kept.size() ? x[order.back()] : edge(kept[k].last + 1)});
  }
  return stretches;
}

// Smooth functions of one of the unknowns, whatever the price is.
struct Fitted {
  Unknown unknown;
  Smoother smoother;
};

class Learner {
 public:
  Learner(const Experiment& experiment, const Results& results, const LearnQuestion& question,
          WorthKnowing& learnt)
      : experiment_{experiment}, results_{results}, question_{question}, learnt_{learnt} {
    const Costing costing{results, {learnt.month}, learnt.accounting};
    drawn_ = drawn_of(experiment, results.draws(), costing.worlds(learnt.month, learnt.outcome));
    if (drawn_.numbers.size() < fewest_draws_learnt)
      throw refused(results.folder(),
                    fmt::format("has figures of {} in all packages at month {} in {} draws only; "
                                "{} are needed",
                                outcomes()[learnt.outcome].name, learnt.month,
                                drawn_.numbers.size(), fewest_draws_learnt),
                    "ask for another outcome or month");
    learnt.draws = drawn_.numbers.size(), learnt.worlds = drawn_.worlds;
    costs_ = costing.of(learnt.month, learnt.outcome);
  }

  void go() {
    const std::vector<double> ratios = ratios_of(costs_.options);
    const double middle = question_.price.value_or(ratios[ratios.size() / 2]);
    const Fitted all = together("all", every_key(), drawn_.at(middle));
    choose_prices(ratios, all);
    learnt_.best = best_on_average(drawn_.at(learnt_.price));
    for (const double price : learnt_.prices)
      learnt_.best_at.push_back(best_on_average(drawn_.at(price)));
    learnt_.all = everything(all);
    for (const std::size_t key : every_key()) {
      Unknown one = judged({{experiment_.posterior.keys[key], {experiment_.posterior.keys[key]}},
                            Smoother{spline_basis(drawn_.values_of(key))}});
      one.stretches = stretches_of(drawn_.values_of(key), one.informed.best);
      learnt_.parameters.push_back(std::move(one));
    }
    for (const auto& [name, keys] : sections())
      if (keys.size() > 1 && keys.size() < learnt_.parameters.size())
        learnt_.groups.push_back(judged(together(name, keys, drawn_.at(middle))));
    judge_all();
    const auto by_value = [](const Unknown& a, const Unknown& b) {
      return a.informed.value > b.informed.value;
    };
    std::stable_sort(learnt_.parameters.begin(), learnt_.parameters.end(), by_value);
    std::stable_sort(learnt_.groups.begin(), learnt_.groups.end(), by_value);
    ask(all.smoother);
  }

 private:
  // Those that vary.
  std::vector<std::size_t> every_key() const {
    std::vector<std::size_t> all;
    for (std::size_t k = 0; k < experiment_.posterior.keys.size(); ++k) {
      const std::vector<double> x = drawn_.values_of(k);
      const auto [low, high] = std::minmax_element(x.begin(), x.end());
      if (*low < *high) all.push_back(k);
    }
    return all;
  }

  std::map<std::string, std::vector<std::size_t>> sections() const {
    std::map<std::string, std::vector<std::size_t>> all;
    for (const std::size_t k : every_key()) {
      const std::string& key = experiment_.posterior.keys[k];
      all[key.substr(0, key.find('.'))].push_back(k);
    }
    return all;
  }

  Fitted together(const std::string& name, const std::vector<std::size_t>& keys,
                  const NetBenefits& benefits) const {
    Points points(drawn_.numbers.size());
    Unknown unknown{name};
    for (const std::size_t k : keys) {
      unknown.keys.push_back(experiment_.posterior.keys[k]);
      for (std::size_t i = 0; i < points.size(); ++i) points[i].push_back(drawn_.parameters[i][k]);
    }
    Points gains;
    for (std::size_t v = 0; v < benefits.size(); ++v) {
      if (v == results_.baseline()) continue;
      gains.push_back(benefits[v]);
      for (std::size_t i = 0; i < points.size(); ++i)
        gains.back()[i] -= benefits[results_.baseline()][i];
    }
    return {unknown, Smoother{keys.size() == 1 ? spline_basis(drawn_.values_of(keys[0]))
                                               : surface_basis(points, gains)}};
  }

  // Where nobody says: that at which the choice is the least clear.
  void choose_prices(const std::vector<double>& ratios, const Fitted& all) {
    learnt_.price_was_given = question_.price.has_value();
    learnt_.price = ratios.front();
    double most = -1;
    for (const double price : ratios)
      if (const double value = worth_of_all(all, price); value > most)
        most = value, learnt_.price = price;
    learnt_.prices = prices_around(ratios);
    if (!question_.price) return;
    learnt_.price = *question_.price;
    if (std::find(learnt_.prices.begin(), learnt_.prices.end(), learnt_.price) ==
        learnt_.prices.end())
      learnt_.prices.push_back(learnt_.price);
    std::sort(learnt_.prices.begin(), learnt_.prices.end());
  }

  Unknown judged(const Fitted& fitted) const {
    Unknown unknown = fitted.unknown;
    unknown.informed = informed_by(fitted.smoother, drawn_.at(learnt_.price), experiment_.seed);
    for (const double price : learnt_.prices)
      unknown.values.push_back(value_of_knowing(fitted.smoother, drawn_.at(price)));
    return unknown;
  }

  // Knowing the draw. Of one world a draw, whose expectations nothing tells, by regression.
  double worth_of_all(const Fitted& all, double price) const {
    return costs_.over == Over::parameters ? costs_.evpi(price)
                                           : value_of_knowing(all.smoother, drawn_.at(price));
  }

  Unknown everything(const Fitted& all) const {
    if (costs_.over != Over::parameters) return judged(all);
    Unknown unknown = all.unknown;
    Informed& informed = unknown.informed;
    informed = informed_by_all(costs_.by_world, costs_.draws, learnt_.price, experiment_.seed);
    std::vector<double> probability(results_.variants().size(), 0.0);
    for (std::size_t i = 0; i < costs_.counted.size(); ++i)
      probability[costs_.counted[i]] = informed.probability[i];
    for (std::size_t& best : informed.best) best = costs_.counted[best];
    informed.probability = std::move(probability);
    for (const double price : learnt_.prices) unknown.values.push_back(worth_of_all(all, price));
    return unknown;
  }

  // Parameters among each other, and groups with everything.
  void judge_all() {
    std::vector<Informed*> parameters, groups{&learnt_.all.informed};
    for (Unknown& one : learnt_.parameters) parameters.push_back(&one.informed);
    for (Unknown& one : learnt_.groups) groups.push_back(&one.informed);
    judge_together(parameters);
    judge_together(groups);
  }

  void ask(const Smoother& all) {
    const int month = question_.survey_month.value_or(learnt_.month);
    std::vector<std::size_t> about = observable_outcomes();
    if (question_.surveyed) about = {*question_.surveyed};
    learnt_.people = question_.people, learnt_.wards = question_.wards;
    for (const std::size_t outcome : about)
      if (auto asked = asked_about(outcome, month, all)) learnt_.surveys.push_back(*asked);
    if (question_.surveyed && learnt_.surveys.empty())
      throw refused(results_.folder(),
                    fmt::format("has no figures of {} at month {} that differ between draws",
                                outcomes()[*question_.surveyed].name, month),
                    "ask about another outcome or month");
    const auto worth = [&](const Asked& asked) {
      const auto at = std::find(asked.people.begin(), asked.people.end(), question_.people);
      return asked.values[static_cast<std::size_t>(at - asked.people.begin())];
    };
    std::stable_sort(learnt_.surveys.begin(), learnt_.surveys.end(),
                     [&](const Asked& a, const Asked& b) { return worth(a) > worth(b); });
  }

  std::optional<Asked> asked_about(std::size_t outcome, int month, const Smoother& all) const {
    const std::vector<double> values = results_.values(results_.baseline(), month, outcome);
    const auto chosen = by_draw(results_.draws(), {values});
    std::vector<double> means;
    for (const std::uint32_t draw : drawn_.numbers) {
      const auto at = chosen.find(draw);
      if (at == chosen.end()) return std::nullopt;
      means.push_back(mean_of(values, at->second));
    }
    const Nested nested{values, results_.draws()};
    Observable observable;
    observable.is_share = outcomes()[outcome].is_share();
    observable.person_sd = question_.person_sd.value_or(0);
    observable.luck_sd = std::sqrt(std::max(0.0, nested.variance_within()));
    // What the parameters foresee, without the luck of the worlds that it was seen in.
    observable.expected = all.fit(means).fitted;
    if (!(summary_of(observable.expected).sd > 1e-9)) return std::nullopt;
    const Survey survey{observable, drawn_.at(learnt_.price)};
    const Interval range = range_of(observable.expected);
    Asked asked{
        outcome, month,         range.low, range.high, observable.luck_sd, {30, 100, 300, 1000},
        {},      survey.limit()};
    asked.people.push_back(question_.people);
    std::sort(asked.people.begin(), asked.people.end());
    asked.people.erase(std::unique(asked.people.begin(), asked.people.end()), asked.people.end());
    for (const std::size_t people : asked.people)
      asked.values.push_back(survey.value(people, question_.wards));
    return asked;
  }

  const Experiment& experiment_;
  const Results& results_;
  const LearnQuestion& question_;
  WorthKnowing& learnt_;
  Drawn drawn_;
  CostEffectiveness costs_;
};

}  // namespace

std::vector<std::size_t> observable_outcomes() {
  std::vector<std::size_t> all;
  for (const char* name : {"recovery", "unwilling_share", "grant_belief", "participation_poor"})
    all.push_back(*outcome_index(name));
  return all;
}

WorthKnowing learnt_from(const Experiment& experiment, const Results& results,
                         const LearnQuestion& question) {
  WorthKnowing learnt{};
  std::string aim = experiment.answer;
  for (const std::string& name : experiment.outcomes)
    if (aim.empty() && !name.starts_with("cost_")) aim = name;
  learnt.outcome = question.outcome.value_or(*outcome_index(aim.empty() ? "recovery" : aim));
  const auto& shown = experiment.months_shown;
  learnt.month = question.month.value_or(shown.empty()               ? results.months()
                                         : experiment.answer.empty() ? shown.back()
                                                                     : shown.front());
  learnt.accounting = experiment.accounting;
  learnt.accounting.discount = 0;  // the tables' choice is between costs as they are
  Learner{experiment, results, question, learnt}.go();
  return learnt;
}

}  // namespace swadaya
