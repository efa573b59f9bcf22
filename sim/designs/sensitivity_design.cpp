#include "sim/designs/sensitivity_design.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>

#include "sim/base/csv.hpp"
#include "sim/designs/design.hpp"

namespace swadaya {

namespace {

constexpr std::size_t levels = 4;  // of the grid that walks go on: evidence/behaviour 7.3
constexpr std::size_t most_points = 100000;
const char* const second_order = "sobol-second-order";

// A whole number under [sensitivity], or `otherwise`.
std::size_t count_in(const Node& table, const char* key, std::size_t otherwise, double least,
                     std::vector<Problem>& problems) {
  const Node* node = table.find(key);
  if (!node) return otherwise;
  const double* n = node->number();
  if (n && *n >= least && *n <= most_points && *n == std::floor(*n))
    return static_cast<std::size_t>(*n);
  problems.push_back(
      problem_at(*node, std::string{"sensitivity."} + key,
                 fmt::format("must be a whole number between {} and {}", least, most_points)));
  return otherwise;
}

Figure index_figure(const Index& index, Tone tone) {
  Figure f;
  f.estimate = index.value, f.low = index.low, f.high = index.high;
  f.tone = tone;
  return f;
}

std::vector<FigureColumn> columns_of(const Sensitivity& s, const std::vector<std::size_t>& order) {
  const OutcomeInfo& info = outcomes()[s.outcome];
  if (s.sobol.total.empty()) {
    const Unit unit = unit_of(info);
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
  FigureColumn first{"alone", "of the variance", {}}, total{"with others", "of the variance", {}};
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
      pairs.begin(), pairs.end(), [&](const auto& pair) { return !may_be_chance(s, pair.index); }));
  if (pairs.size() > most_pairs) pairs.erase(pairs.begin() + most_pairs, pairs.end());
  std::vector<std::string> rows;
  FigureColumn column{"beyond what each does alone", "of the variance", {}};
  column.digits = 2;
  for (const SecondOrder& pair : pairs) {
    rows.push_back(experiment.parameters[pair.a] + " with " + experiment.parameters[pair.b]);
    column.figures.push_back(
        index_figure(pair.index, may_be_chance(s, pair.index) ? Tone::faint : Tone::plain));
  }
  std::string words = told == 0 ? "No two parameters can be told to act together on "
                                : fmt::format("{} of {} pairs can be told to act together on ",
                                              told, s.sobol.second.size());
  words += heading_of(outcomes()[s.outcome].name) + '.';
  if (pairs.size() < s.sobol.second.size())
    words += fmt::format(" The first {} of them; sensitivity.csv has all.", pairs.size());
  return blocks(rows, {column}, look) + "\n" + paragraph(words, look);
}

std::string in_words(const Experiment& experiment, const Sensitivity& s,
                     const std::vector<std::size_t>& order) {
  const std::string outcome = heading_of(outcomes()[s.outcome].name);
  const std::string& first = experiment.parameters[order[0]];
  std::string text;
  if (s.sobol.total.empty()) {
    const Unit unit = unit_of(outcomes()[s.outcome]);
    if (may_be_chance(s, order[0]))
      return fmt::format("Nothing can be told to move {}: more walks or replicates.", outcome);
    text = fmt::format("{} moves {} most: {:.3g} {} on average over its whole range{}.", first,
                       outcome, s.morris.mean_size[order[0]] * unit.scale, unit.name,
                       s.morris.sd[order[0]] > s.morris.mean_size[order[0]]
                           ? ", very differently at different values of itself and the others"
                           : "");
  } else {
    std::vector<std::string> weak;
    for (const std::size_t p : order)
      if (may_be_chance(s, p)) weak.push_back(experiment.parameters[p]);
    text = weak.size() == order.size()
               ? fmt::format("Nothing can be told to move {}: more points or replicates", outcome)
               : fmt::format("{} moves {} most: {:.0f} % of its variance, {:.0f} % alone", first,
                             outcome, 100 * s.sobol.total[order[0]].value,
                             100 * s.sobol.first[order[0]].value);
    if (!weak.empty() && weak.size() < order.size())
      text += fmt::format("; what {} do{} can't be told from chance", fmt::join(weak, ", "),
                          weak.size() == 1 ? "es" : "");
    text += '.';
  }
  if (std::isfinite(s.noise))
    text += fmt::format(" Chance within worlds makes {:.1f} % of the variance between points.",
                        100 * s.noise);
  return text;
}

}  // namespace

double noise_share(const std::vector<std::vector<double>>& values) {
  std::vector<const std::vector<double>*> rows;
  for (const auto& row : values)
    if (std::all_of(row.begin(), row.end(), [](double x) { return std::isfinite(x); }))
      rows.push_back(&row);
  if (rows.size() < 2 || rows[0]->size() < 2) return nothing;
  const std::size_t n = rows[0]->size();
  const auto points = static_cast<double>(rows.size()), replicates = static_cast<double>(n);
  std::vector<double> of_point, of_replicate(n, 0.0);
  double all = 0;
  for (const auto* row : rows) {
    double mean = 0;
    for (std::size_t r = 0; r < n; ++r) {
      mean += (*row)[r] / replicates;
      of_replicate[r] += (*row)[r] / points;
    }
    of_point.push_back(mean);
    all += mean / points;
  }
  double left = 0, between = 0;
  for (std::size_t p = 0; p < rows.size(); ++p) {
    between += (of_point[p] - all) * (of_point[p] - all);
    for (std::size_t r = 0; r < n; ++r) {
      const double e = (*rows[p])[r] - of_point[p] - of_replicate[r] + all;
      left += e * e;
    }
  }
  between /= points - 1;
  left /= (points - 1) * (replicates - 1);
  return between > 0 ? left / replicates / between : nothing;
}

std::string sensitivity_design(const Draft& draft) {
  const Node* table = draft.design("sensitivity");
  const Node* method = table ? table->find("method") : nullptr;
  if (!method || !method->text()) return "";
  const Node* second = table->find("second_order");
  const bool* wanted = second ? std::get_if<bool>(&second->value) : nullptr;
  return *method->text() == "sobol" && wanted && *wanted ? second_order : *method->text();
}

std::size_t block_of(const std::string& design, std::size_t k) {
  return design == "morris"       ? k + 1
         : design == "sobol"      ? k + 2
         : design == second_order ? 2 * k + 2
                                  : 0;
}

std::vector<std::string> expand_sensitivity(Draft& draft, const Catalogue& catalogue,
                                            std::uint64_t seed, std::vector<Problem>& problems) {
  const Node table = *draft.design("sensitivity");
  const std::size_t before = problems.size();
  const std::vector<std::string> known{"method", "walks", "points", "second_order", "parameters"};
  for (const auto& [key, node] : *table.table())
    if (std::find(known.begin(), known.end(), key) == known.end())
      problems.push_back(problem_at(node, "sensitivity." + key, "there is no such key",
                                    "nearest: " + nearest_name(key, known)));
  const std::string design = sensitivity_design(draft);
  const Node* said = table.find("method");
  const bool named =
      said && said->text() && (*said->text() == "morris" || *said->text() == "sobol");
  if (!named)
    problems.push_back(
        problem_at(said ? *said : table, "sensitivity.method", "must be \"morris\" or \"sobol\""));
  if (const Node* second = table.find("second_order")) {
    if (!std::holds_alternative<bool>(second->value))
      problems.push_back(problem_at(*second, "sensitivity.second_order", "must be true or false"));
    else if (design == "morris" && std::get<bool>(second->value))
      problems.push_back(problem_at(*second, "sensitivity.second_order",
                                    "goes with method = \"sobol\": walks have no second order"));
  }
  const std::size_t walks = count_in(table, "walks", 20, 2, problems),
                    points = count_in(table, "points", 256, 2, problems);
  const std::vector<Axis> axes = read_axes(draft, table, "sensitivity", false, catalogue, problems);
  std::vector<std::string> keys;
  for (const Axis& axis : axes) keys.push_back(axis.key);
  if (problems.size() != before) return keys;
  const std::size_t k = axes.size(),
                    all = (design == "morris" ? walks : points) * block_of(design, k);
  if (all > most_points) {
    problems.push_back(problem_at(table, "sensitivity.parameters",
                                  fmt::format("make {} points; there may be {}", all, most_points),
                                  "fewer walks or points"));
    return keys;
  }
  const Interactions interactions =
      design == second_order ? Interactions::of_two : Interactions::left_out;
  for (const std::vector<double>& u : design == "morris"
                                          ? morris_walks(walks, k, levels, seed)
                                          : saltelli_points(points, k, seed, interactions))
    add_point(draft, table, axes, u);
  return keys;
}

std::vector<Sensitivity> sensitivities(const Experiment& experiment, const Store& store) {
  const std::size_t k = experiment.parameters.size(), count = experiment.variants.size();
  const std::size_t months = experiment.months_shown.size(), shown = experiment.outcomes.size();
  // By month and outcome, then point, then replicate.
  std::vector<std::vector<std::vector<double>>> values(months * shown);
  for (std::size_t v = 0; v < count; ++v) {
    const Sample sample = store.sample(v, experiment.months_shown);
    for (std::size_t m = 0; m < months; ++m)
      for (std::size_t o = 0; o < shown; ++o) {
        const auto one =
            sample.values(experiment.months_shown[m], *outcome_index(experiment.outcomes[o]));
        values[m * shown + o].emplace_back(one.begin(), one.end());
      }
  }
  std::vector<Sensitivity> all;
  for (std::size_t m = 0; m < months; ++m)
    for (std::size_t o = 0; o < shown; ++o) {
      const auto& points = values[m * shown + o];
      Sensitivity s{.outcome = *outcome_index(experiment.outcomes[o]),
                    .month = experiment.months_shown[m],
                    .noise = noise_share(points),
                    .morris = {},
                    .sobol = {}};
      if (experiment.design == "morris") {
        s.morris =
            morris_effects(morris_walks(count / (k + 1), k, levels, experiment.seed), points, k);
      } else {
        std::vector<double> means;
        for (const std::vector<double>& point : points) means.push_back(summary_of(point).mean);
        s.sobol = sobol_indices(means, count / block_of(experiment.design, k), k, experiment.seed);
      }
      all.push_back(std::move(s));
    }
  return all;
}

std::string sensitivity_csv(const Experiment& experiment, const Store& store) {
  fmt::memory_buffer out;
  const bool is_morris = experiment.design == "morris",
             has_pairs = experiment.design == second_order;
  fmt::format_to(std::back_inserter(out), "outcome,month,parameter,{}{}{},noise\n",
                 has_pairs ? "other," : "",
                 is_morris ? "mu,mu_star,mu_star_low,mu_star_high,sigma,chance"
                           : "first,first_low,first_high,total,total_low,total_high",
                 has_pairs ? ",second,second_low,second_high" : "");
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
    const auto end = [&] {
      add_cell(out, s.noise);
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
      end();
    }
    for (const SecondOrder& pair : s.sobol.second) {
      begin(pair.a, experiment.parameters[pair.b]);
      add({none, none, pair.index});
      end();
    }
  }
  return fmt::to_string(out);
}

std::string sensitivity_table(const Experiment& experiment, const Store& store, Look look) {
  const bool is_morris = experiment.design == "morris";
  std::string text =
      toned(experiment.title.empty() ? experiment.name : experiment.title, Tone::strong,
            look.colour) +
      fmt::format("\n{} points, {} replicates each, seed {}\n", experiment.variants.size(),
                  store.complete_replicates(), experiment.seed);
  for (const Sensitivity& s : sensitivities(experiment, store)) {
    const std::vector<std::size_t> order = ranking_of(s);
    std::vector<std::string> rows;
    for (const std::size_t p : order) rows.push_back(experiment.parameters[p]);
    text += "\n" +
            toned(fmt::format("Month {}, {}", s.month, heading_of(outcomes()[s.outcome].name)),
                  Tone::strong, look.colour) +
            "\n" + blocks(rows, columns_of(s, order), look) + "\n" +
            paragraph(in_words(experiment, s, order), look) + pairs_table(experiment, s, look);
  }
  return text + "\n" +
         paragraph(is_morris
                       ? "Elementary effects (Morris 1991): mu* is the mean size, mu the mean and "
                         "sigma the spread of what moving one parameter over its whole range "
                         "does, from different places in the space of all. A sigma near mu* or "
                         "above means curvature, or that it depends on others."
                       : "Shares of the variance of the points' means (Sobol; Saltelli et al. "
                         "2010, Jansen 1999): alone, and with all that it does together with "
                         "others; 95 % bootstrap intervals.",
                   look) +
         paragraph("All points were run in the same worlds.", look);
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
                          {"high", json_number(index.high)}};
  };
  for (const Sensitivity& s : sensitivities(experiment, store)) {
    const std::vector<std::size_t> order = ranking_of(s);
    nlohmann::json one{{"outcome", outcomes()[s.outcome].name},
                       {"month", s.month},
                       {"noise", json_number(s.noise)},
                       {"answer", in_words(experiment, s, order)}};
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

}  // namespace swadaya
