#include "sim/tables/cost_effectiveness.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/designs/cost_effectiveness.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

const char* word_of(Dominance standing) {
  return standing == Dominance::frontier    ? "frontier"
         : standing == Dominance::dominated ? "dominated"
                                            : "extendedly dominated";
}

std::vector<std::size_t> effects_shown(const Experiment& experiment) {
  std::vector<std::size_t> all;
  for (const std::string& name : experiment.outcomes)
    if (!name.starts_with("cost_")) all.push_back(*outcome_index(name));
  return all;
}

template <class Each>
void each_shown(const Experiment& experiment, const Store& store, const Each& each) {
  for (const int month : experiment.months_shown)
    for (const std::size_t outcome : effects_shown(experiment))
      each(cost_effectiveness_of(store, month, outcome));
}

// Variants of the frontier, the cheapest first.
std::vector<std::size_t> frontier_of(const CostEffectiveness& c) {
  std::vector<std::size_t> all;
  for (std::size_t v = 0; v < c.options.size(); ++v)
    if (c.options[v].standing == Dominance::frontier) all.push_back(v);
  std::sort(all.begin(), all.end(),
            [&](std::size_t a, std::size_t b) { return c.options[a].cost < c.options[b].cost; });
  return all;
}

const Acceptability& nearest(const std::vector<Acceptability>& curve, double willingness) {
  return *std::min_element(curve.begin(), curve.end(), [&](const auto& a, const auto& b) {
    return std::abs(a.willingness - willingness) < std::abs(b.willingness - willingness);
  });
}

}  // namespace

std::string cost_effectiveness_csv(const Experiment& experiment, const Store& store) {
  fmt::memory_buffer out;
  out.append(std::string_view{"month,outcome,variant,effect,cost_kRp,standing,icer_kRp\n"});
  each_shown(experiment, store, [&](const CostEffectiveness& c) {
    for (std::size_t v = 0; v < c.options.size(); ++v) {
      fmt::format_to(std::back_inserter(out), "{},{},{}", c.month, outcomes()[c.outcome].name,
                     csv_field(store.variants()[v].name));
      add_cell(out, c.options[v].effect);
      add_cell(out, c.options[v].cost);
      fmt::format_to(std::back_inserter(out), ",{}", word_of(c.options[v].standing));
      add_cell(out, c.options[v].icer);
      out.push_back('\n');
    }
  });
  return fmt::to_string(out);
}

std::string acceptability_csv(const Experiment& experiment, const Store& store) {
  fmt::memory_buffer out;
  out.append(std::string_view{
      "month,outcome,willingness_kRp,variant,probability_best,net_benefit_kRp,evpi_kRp\n"});
  each_shown(experiment, store, [&](const CostEffectiveness& c) {
    for (const Acceptability& a : c.curve)
      for (std::size_t v = 0; v < c.options.size(); ++v) {
        fmt::format_to(std::back_inserter(out), "{},{}", c.month, outcomes()[c.outcome].name);
        add_cell(out, a.willingness);
        fmt::format_to(std::back_inserter(out), ",{}", csv_field(store.variants()[v].name));
        for (const double x : {a.probability[v], a.net_benefit[v], a.evpi}) add_cell(out, x);
        out.push_back('\n');
      }
  });
  return fmt::to_string(out);
}

std::string cost_effectiveness_table(const Experiment& experiment, const Store& store, Look look) {
  const std::vector<std::size_t> shown = effects_shown(experiment);
  if (store.variants().size() < 2 || shown.empty() || experiment.months_shown.empty()) return "";
  const std::size_t served = *outcome_index("poor_served");
  const std::size_t outcome =
      std::find(shown.begin(), shown.end(), served) != shown.end() ? served : shown[0];
  const int month = experiment.months_shown.back();
  const CostEffectiveness c = cost_effectiveness_of(store, month, outcome);
  const OutcomeInfo& info = outcomes()[outcome];
  const std::string unit = info.is_share() ? "point" : "unit";
  const std::vector<std::size_t> frontier = frontier_of(c);
  std::vector<std::string> rows;
  FigureColumn effect{heading_of(info.name), info.is_share() ? "%" : info.unit, {}},
      cost{"cost", "million Rp a ward", {}}, icer{"each more", "million Rp a " + unit, {}},
      best{"best in its range of prices", "of worlds", {}};
  icer.digits = 2;
  for (std::size_t k = 0; k < frontier.size(); ++k) {
    const std::size_t v = frontier[k];
    rows.push_back(title_of(store.variants()[v]));
    const Option& option = c.options[v];
    Figure f;
    f.estimate = info.higher_is_better ? option.effect : -option.effect;
    f.estimate *= info.is_share() ? 1 : unit_of(info).scale;
    effect.figures.push_back(f);
    cost.figures.push_back(plain_figure(option.cost));
    icer.figures.push_back(plain_figure(option.icer));
    // Its prices lie between its own ratio and that of the next one.
    const double from = std::isfinite(option.icer) ? option.icer : 0,
                 to = k + 1 < frontier.size() ? c.options[frontier[k + 1]].icer : 2 * from;
    Figure share;
    share.estimate = 100 * nearest(c.curve, (from + to) / 2).probability[v];
    share.sign = " %";
    best.figures.push_back(share);
  }
  std::vector<std::string> dominated;
  for (std::size_t v = 0; v < c.options.size(); ++v)
    if (c.options[v].standing != Dominance::frontier)
      dominated.push_back(title_of(store.variants()[v]));
  std::string text =
      "\n" +
      toned(fmt::format("Worth the money? Month {}, {}", month, heading_of(info.name)),
            Tone::strong, look.colour) +
      "\n" + blocks(rows, {effect, cost, icer, best}, look) + "\n";
  text += paragraph(
      "Packages that no other, and no mix of two others, beats at their cost; each "
      "more: one more unit, against the one above. Best: at the middle of the prices for which it is the choice on average.",
      look);
  if (!dominated.empty())
    text += paragraph(fmt::format("Beaten: {}.", fmt::join(dominated, ", ")), look);
  if (frontier.size() > 1) {
    const double price = c.options[frontier.back()].icer;
    text += paragraph(
        fmt::format("At {:.3g} million Rp a {}, knowing beforehand which world it will be would be "
                    "worth {:.3g} million Rp a ward. cost_effectiveness.csv and acceptability.csv "
                    "have all outcomes and prices.",
                    price / 1e3, unit, nearest(c.curve, price).evpi / 1e3),
        look);
  }
  return text;
}

nlohmann::json cost_effectiveness_json(const Experiment& experiment, const Store& store) {
  nlohmann::json all = nlohmann::json::array();
  each_shown(experiment, store, [&](const CostEffectiveness& c) {
    nlohmann::json one{{"month", c.month}, {"outcome", outcomes()[c.outcome].name}};
    for (std::size_t v = 0; v < c.options.size(); ++v)
      one["options"].push_back({{"variant", store.variants()[v].name},
                                {"effect", json_number(c.options[v].effect)},
                                {"cost_kRp", json_number(c.options[v].cost)},
                                {"standing", word_of(c.options[v].standing)},
                                {"icer_kRp", json_number(c.options[v].icer)}});
    all.push_back(std::move(one));
  });
  return all;
}

}  // namespace swadaya
