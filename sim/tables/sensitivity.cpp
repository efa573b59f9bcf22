#include "sim/tables/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/designs/sensitivity_design.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

Figure index_figure(const Index& index, Tone tone) {
  Figure f;
  f.estimate = index.value, f.low = index.low, f.high = index.high;
  f.tone = tone;
  return f;
}

std::vector<FigureColumn> columns_of(const Sensitivity& s, const std::vector<std::size_t>& order,
                                     Language in) {
  const OutcomeInfo& info = outcomes()[s.outcome];
  if (s.sobol.total.empty()) {
    const Unit unit = unit_of(info, in);
    FigureColumn size{"mu*", unit.name, {}}, mean{"mu", unit.name, {}}, sd{"sigma", unit.name, {}};
    const auto add = [&](FigureColumn& column, double x) {
      Figure f;
      f.estimate = x * unit.scale;
      column.figures.push_back(f);
    };
    for (const std::size_t p : order)
      add(size, s.morris.mean_size[p]), add(mean, s.morris.mean[p]), add(sd, s.morris.sd[p]);
    return {size, mean, sd};
  }
  FigureColumn first{in.say("alone"), in.say("of the variance"), {}},
      total{in.say("with others"), in.say("of the variance"), {}};
  first.digits = total.digits = 2;
  for (const std::size_t p : order) {
    const Tone tone = may_be_chance(s, p) ? Tone::faint : Tone::plain;
    first.figures.push_back(index_figure(s.sobol.first[p], tone));
    total.figures.push_back(index_figure(s.sobol.total[p], tone));
  }
  return {first, total};
}

constexpr std::size_t most_pairs = 10;  // that are shown

// What parameters do by twos; "" without second order.
std::string pairs_table(const Experiment& experiment, const Sensitivity& s, Look look) {
  std::vector<SecondOrder> pairs = pairs_of(s);
  if (pairs.empty()) return "";
  const std::size_t told = static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [&](const auto& pair) { return !may_be_chance(pair.index); }));
  if (pairs.size() > most_pairs) pairs.erase(pairs.begin() + most_pairs, pairs.end());
  std::vector<std::string> rows;
  FigureColumn column{look.say("beyond what each does alone"), look.say("of the variance"), {}};
  column.digits = 2;
  for (const SecondOrder& pair : pairs) {
    rows.push_back(
        look.say("{} with {}", experiment.parameters[pair.a], experiment.parameters[pair.b]));
    column.figures.push_back(
        index_figure(pair.index, may_be_chance(pair.index) ? Tone::faint : Tone::plain));
  }
  const std::string outcome = heading_of(outcomes()[s.outcome].name, look.language);
  std::string words =
      told == 0 ? look.say("No two parameters can be told to act together on {}.", outcome)
                : look.say("{} of {} pairs can be told to act together on {}.", told,
                           s.sobol.second.size(), outcome);
  if (pairs.size() < s.sobol.second.size())
    words += look.say(" The first {} of them; sensitivity.csv has all.", pairs.size());
  return blocks(rows, {column}, look) + "\n" + paragraph(words, look);
}

// What chance makes of total indices, from the least to the most; not numbers where nothing is
// known.
std::pair<double, double> chance_along_steps(const Sensitivity& s) {
  double least = nothing, most = nothing;
  for (const Index& total : s.sobol.total)
    least = std::fmin(least, total.chance), most = std::fmax(most, total.chance);
  return {least, most};
}

// Of a share that is estimated: of few points it falls below 0 or beyond 1.
double percent(double share) { return 100 * std::clamp(share, 0.0, 1.0); }

// Of Sobol's indices: what moves the outcome most, and what may be chance.
std::string shares_in_words(const Experiment& experiment, const Sensitivity& s,
                            const std::vector<std::size_t>& order, Language in) {
  const std::string outcome = heading_of(outcomes()[s.outcome].name, in);
  std::vector<std::string> weak;
  for (const std::size_t p : order)
    if (may_be_chance(s, p)) weak.push_back(experiment.parameters[p]);
  if (weak.size() == order.size())
    return in.say("Nothing can be told to move {}: more points or replicates.", outcome);
  std::string text = in.say(
      "{} moves {} most: {:.0f} % of its variance, {:.0f} % alone", experiment.parameters[order[0]],
      outcome, percent(s.sobol.total[order[0]].value), percent(s.sobol.first[order[0]].value));
  if (weak.size() == 1)
    text += in.say("; what {} does can't be told from chance", weak[0]);
  else if (!weak.empty())
    text += in.say("; what {} do can't be told from chance", fmt::join(weak, ", "));
  return text + '.';
}

std::string in_words(const Experiment& experiment, const Sensitivity& s,
                     const std::vector<std::size_t>& order, Language in) {
  const std::string outcome = heading_of(outcomes()[s.outcome].name, in);
  if (s.is_constant)
    return in.say("{} is the same at every point: none of these parameters moves it.", outcome);
  const std::string& first = experiment.parameters[order[0]];
  std::string text;
  if (s.sobol.total.empty()) {
    const Unit unit = unit_of(outcomes()[s.outcome], in);
    if (may_be_chance(s, order[0]))
      return in.say("Nothing can be told to move {}: more walks or replicates.", outcome);
    text = in.say("{} moves {} most: {:.3g} {} on average over its whole range{}.", first, outcome,
                  s.morris.mean_size[order[0]] * unit.scale, unit.name,
                  s.morris.sd[order[0]] > s.morris.mean_size[order[0]]
                      ? in.say(", very differently at different values of itself and the others")
                      : "");
  } else {
    text = shares_in_words(experiment, s, order, in);
  }
  if (std::isfinite(s.noise))
    text += in.say(" Chance within worlds makes {:.1f} % of the variance between points.",
                   100 * s.noise);
  if (const auto [least, most] = chance_along_steps(s); std::isfinite(least))
    text += in.say(
        " Along a parameter's own steps, which it is held against, chance makes "
        "{:.1f} to {:.1f} %.",
        100 * least, 100 * most);
  return text;
}

}  // namespace

std::string sensitivity_csv(const Experiment& experiment, const Store& store) {
  fmt::memory_buffer out;
  const bool is_morris = goes_in_walks(experiment), has_pairs = asks_for_pairs(experiment);
  fmt::format_to(std::back_inserter(out), "outcome,month,parameter,{}{}{},noise{}{}\n",
                 has_pairs ? "other," : "",
                 is_morris ? "mu,mu_star,mu_star_low,mu_star_high,sigma,chance"
                           : "first,first_low,first_high,total,total_low,total_high",
                 has_pairs ? ",second,second_low,second_high" : "",
                 is_morris ? "" : ",first_chance,total_chance", has_pairs ? ",second_chance" : "");
  const Index none{nothing, nothing, nothing};
  const auto add = [&](const std::vector<Index>& indices) {
    for (const Index& index : indices)
      for (const double x : {index.value, index.low, index.high}) add_cell(out, x);
  };
  for (const Sensitivity& s : sensitivities(experiment, store)) {
    const auto begin = [&](std::size_t p, const std::string& other) {
      fmt::format_to(std::back_inserter(out), "{},{},{}{}{}", outcomes()[s.outcome].name, s.month,
                     experiment.parameters[p], has_pairs ? "," : "", other);
    };
    const auto end = [&](const std::vector<double>& chances) {
      add_cell(out, s.noise);
      for (const double chance : chances) add_cell(out, chance);
      out.push_back('\n');
    };
    for (std::size_t p = 0; p < experiment.parameters.size(); ++p) {
      begin(p, "");
      if (is_morris)
        for (const double x :
             {s.morris.mean[p], s.morris.mean_size[p], s.morris.size_interval[p].low,
              s.morris.size_interval[p].high, s.morris.sd[p], s.morris.chance[p]})
          add_cell(out, x);
      else
        add({s.sobol.first[p], s.sobol.total[p]});
      if (has_pairs) add({none});
      std::vector<double> chances;
      if (!is_morris) chances = {s.sobol.first[p].chance, s.sobol.total[p].chance};
      if (has_pairs) chances.push_back(nothing);
      end(chances);
    }
    for (const SecondOrder& pair : s.sobol.second) {
      begin(pair.a, experiment.parameters[pair.b]);
      add({none, none, pair.index});
      end({nothing, nothing, pair.index.chance});
    }
  }
  return fmt::to_string(out);
}

std::string sensitivity_table(const Experiment& experiment, const Store& store, Look look) {
  const bool is_morris = goes_in_walks(experiment);
  std::string text =
      look.strong(title_of(experiment, look.language)) +
      look.say("\n{} points, {} replicates each, seed {}\n", experiment.variants.size(),
               store.complete_replicates(), fmt::format("{}", experiment.seed));
  for (const Sensitivity& s : sensitivities(experiment, store)) {
    const std::vector<std::size_t> order = ranking_of(s);
    std::vector<std::string> rows;
    for (const std::size_t p : order) rows.push_back(experiment.parameters[p]);
    text += "\n" +
            look.strong(
                look.say("Month {}, {}", s.month,
                         stamped(experiment.facts, outcomes()[s.outcome].name, look.language))) +
            "\n" +
            (s.is_constant ? "" : blocks(rows, columns_of(s, order, look.language), look) + "\n") +
            paragraph(in_words(experiment, s, order, look.language), look) +
            (s.is_constant ? "" : pairs_table(experiment, s, look));
  }
  return text + "\n" +
         paragraph(
             is_morris
                 ? look.say("Elementary effects (Morris 1991): mu* is the mean size, mu the mean "
                            "and sigma the spread of what moving one parameter over its whole "
                            "range does, from different places in the space of all. A sigma near "
                            "mu* or above means curvature, or that it depends on others.")
                 : look.say("Shares of the variance of the points' means (Sobol; Saltelli et al. "
                            "2010, Jansen 1999): alone, and with all that it does together with "
                            "others; 95 % bootstrap intervals."),
             look) +
         paragraph(look.say("All points were run in the same worlds."), look);
}

nlohmann::json sensitivity_json(const Experiment& experiment, const Store& store) {
  nlohmann::json all{{"name", experiment.name},
                     {"method", experiment.design},
                     {"points", experiment.variants.size()},
                     {"replicates", store.complete_replicates()},
                     {"parameters", experiment.parameters},
                     {"sensitivities", nlohmann::json::array()}};
  const auto json_of = [](const Index& index) {
    return nlohmann::json{{"value", json_number(index.value)},
                          {"low", json_number(index.low)},
                          {"high", json_number(index.high)},
                          {"chance", json_number(index.chance)}};
  };
  for (const Sensitivity& s : sensitivities(experiment, store)) {
    const std::vector<std::size_t> order = ranking_of(s);
    nlohmann::json one{{"outcome", outcomes()[s.outcome].name},
                       {"month", s.month},
                       {"constant", s.is_constant},
                       {"noise", json_number(s.noise)},
                       {"answer", in_words(experiment, s, order, {})}};
    for (const std::size_t p : order) {
      nlohmann::json parameter{{"parameter", experiment.parameters[p]}};
      if (s.sobol.total.empty())
        parameter.update({{"mu", json_number(s.morris.mean[p])},
                          {"mu_star", json_number(s.morris.mean_size[p])},
                          {"mu_star_low", json_number(s.morris.size_interval[p].low)},
                          {"mu_star_high", json_number(s.morris.size_interval[p].high)},
                          {"sigma", json_number(s.morris.sd[p])},
                          {"chance", json_number(s.morris.chance[p])}});
      else
        parameter.update(
            {{"first", json_of(s.sobol.first[p])}, {"total", json_of(s.sobol.total[p])}});
      one["parameters"].push_back(std::move(parameter));
    }
    for (const SecondOrder& pair : pairs_of(s))
      one["pairs"].push_back({{"a", experiment.parameters[pair.a]},
                              {"b", experiment.parameters[pair.b]},
                              {"second", json_of(pair.index)}});
    all["sensitivities"].push_back(std::move(one));
  }
  return all;
}

Presentation sensitivity_presentation(const Experiment& experiment) {
  std::vector<ResultTable> tables{table_of("sensitivity.csv", sensitivity_csv)};
  if (writes_every_month(experiment)) tables.push_back(series_table());
  return {std::move(tables), sensitivity_table, sensitivity_json};
}

}  // namespace swadaya
