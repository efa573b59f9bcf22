#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/results/comparison.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/two_results.hpp"

namespace swadaya {

namespace {

std::string title_of(const InBoth& one, const Look& look) {
  return look.language.title(one.title, one.title_id);
}

// A key a line: "lending.norm   3.5   0.1".
std::string settings_text(const std::vector<DifferentSetting>& settings, Look look) {
  std::vector<std::string> rows;
  std::vector<FigureColumn> columns{{"A", "", {}}, {"B", "", {}}};
  for (const DifferentSetting& one : settings) {
    rows.push_back("  " + one.key);
    columns[0].figures.push_back(
        in_words(one.a.empty() ? "-" : look.language.title(one.a, one.a_id)));
    columns[1].figures.push_back(
        in_words(one.b.empty() ? "-" : look.language.title(one.b, one.b_id)));
  }
  return blocks(rows, std::move(columns), look);
}

std::string settings_part(const TwoResults& two, Look look) {
  std::string text = look.strong(look.say("What was set differently")) + "\n";
  std::vector<DifferentSetting> common = two.experiment;
  common.insert(common.end(), two.both[0].settings.begin(), two.both[0].settings.end());
  if (!common.empty()) text += settings_text(common, look);
  bool any = !common.empty();
  for (std::size_t i = 1; i < two.both.size(); ++i) {
    if (two.both[i].settings.empty()) continue;
    text += "\n" + look.say("{}, besides", title_of(two.both[i], look)) + "\n" +
            settings_text(two.both[i].settings, look);
    any = true;
  }
  if (!any) text += look.say("Nothing.") + "\n";
  const bool id = look.language.is_indonesian();
  for (const auto& [names, where] :
       {std::pair{id ? two.only_a_id : two.only_a, "A"}, {id ? two.only_b_id : two.only_b, "B"}})
    if (!names.empty())
      text += paragraph(look.say("In {} alone: {}.", where, fmt::join(names, ", ")), look);
  return text;
}

Figure mean_of(double mean, const OutcomeInfo& info, Language in) {
  const Unit unit = unit_of(info, in);
  return {mean * unit.scale, nothing, nothing, false, false, Tone::plain, unit.sign};
}

std::string month_part(const TwoResults& two, int month, Look look) {
  std::vector<std::string> rows;
  for (const InBoth& one : two.both) {
    rows.push_back(look.say("{}, in A", title_of(one, look)));
    rows.push_back("  " + look.say("in B"));
    rows.push_back("  " + look.say("B less A"));
  }
  std::vector<FigureColumn> columns;
  for (const std::size_t k : two.outcomes) {
    const OutcomeInfo& info = outcomes()[k];
    FigureColumn column{
        heading_of(info.name, look.language), unit_of(info, look.language).name, {}};
    for (const OutcomeInBoth& row : two.rows) {
      if (row.month != month || row.outcome != k) continue;
      column.figures.push_back(mean_of(row.effect.baseline_mean, info, look.language));
      column.figures.push_back(mean_of(row.effect.variant_mean, info, look.language));
      column.figures.push_back(difference_figure(row.effect, info));
    }
    columns.push_back(std::move(column));
  }
  return "\n" + look.strong(look.say("Month {}", month)) + "\n" +
         blocks(rows, std::move(columns), look);
}

bool rests_on_few(const TwoResults& two) {
  for (const OutcomeInBoth& row : two.rows)
    if (row.effect.rests_on_few()) return true;
  return false;
}

bool is_over_parameters(const TwoResults& two) {
  for (const OutcomeInBoth& row : two.rows)
    if (row.effect.is_over_parameters()) return true;
  return false;
}

nlohmann::json settings_json(const std::vector<DifferentSetting>& settings) {
  nlohmann::json all = nlohmann::json::array();
  for (const DifferentSetting& one : settings)
    all.push_back({{"key", one.key},
                   {"a", one.a.empty() ? nlohmann::json() : nlohmann::json(one.a)},
                   {"b", one.b.empty() ? nlohmann::json() : nlohmann::json(one.b)},
                   {"unit", one.unit}});
  return all;
}

nlohmann::json difference_json(const PairedDifference& d) {
  return {{"a", json_number(d.baseline_mean)},
          {"b", json_number(d.variant_mean)},
          {"difference", json_number(d.difference)},
          {"low", json_number(d.low)},
          {"high", json_number(d.high)},
          {"interval", interval_called(d)},
          {"monte_carlo_low", json_number(d.monte_carlo.low)},
          {"monte_carlo_high", json_number(d.monte_carlo.high)},
          {"can_be_told_from_zero", d.can_be_told_from_zero()},
          {"n", d.n}};
}

nlohmann::json result_json(const OneResult& one) {
  return {{"folder", one.store.folder()},
          {"experiment", one.experiment.name},
          {"title", one.experiment.title},
          {"replicates", one.store.complete_replicates()},
          {"version", one.version}};
}

}  // namespace

std::string pairing_text(const InBoth& one, Language in) {
  switch (one.why) {
    case NotPaired::no:
      return in.say("paired, in the {} worlds that both have", one.worlds);
    case NotPaired::dice:
      return in.say("not paired: other dice (another seed, or worlds of its own)");
    case NotPaired::wards:
      return in.say("different wards, not paired: other households or ties");
    case NotPaired::draws:
      return in.say("not paired: worlds took other draws of the parameters");
    case NotPaired::no_world:
      return in.say("not paired: no world is complete in both");
  }
  return "";
}

std::string two_results_text(const OneResult& a, const OneResult& b, const TwoResults& two,
                             Look look) {
  std::string text;
  for (const auto& [letter, one] : {std::pair{"A", &a}, {"B", &b}})
    text += look.say("{}: {} ({}, {} worlds)\n", letter,
                     swadaya::title_of(one->experiment, look.language), one->store.folder(),
                     one->store.complete_replicates());
  text += "\n" + settings_part(two, look);
  for (const int month : two.months) text += month_part(two, month, look);
  text += "\n";
  std::vector<std::pair<std::string, std::vector<std::string>>> pairing;
  for (const InBoth& one : two.both) {
    const std::string words = pairing_text(one, look.language);
    if (pairing.empty() || pairing.back().first != words) pairing.push_back({words, {}});
    pairing.back().second.push_back(title_of(one, look));
  }
  for (const auto& [words, titles] : pairing)
    text += paragraph(pairing.size() == 1 ? look.say("B less A: {}.", words)
                                          : fmt::format("{}: {}.", fmt::join(titles, ", "), words),
                      look);
  return text +
         paragraph((is_over_parameters(two)
                        ? look.say("Brackets hold what 90 % of the draws of the parameters expect.")
                        : look.say("Brackets: 95 % interval (Monte Carlo); parameters are taken as "
                                   "known.")) +
                       look.say(" ≈ 0: the sign isn't sure. same: equal in all worlds.") +
                       (rests_on_few(two)
                            ? look.say(" *: rests on fewer than ten worlds that differ at all; the "
                                       "brackets are too narrow more often than they say.")
                            : ""),
                   look);
}

nlohmann::json two_results_json(const OneResult& a, const OneResult& b, const TwoResults& two) {
  nlohmann::json json{{"a", result_json(a)},
                      {"b", result_json(b)},
                      {"settings", settings_json(two.experiment)},
                      {"only_a", two.only_a},
                      {"only_b", two.only_b},
                      {"variants", nlohmann::json::array()},
                      {"rows", nlohmann::json::array()}};
  for (const InBoth& one : two.both)
    json["variants"].push_back({{"a", a.store.variants()[one.a].name},
                                {"b", b.store.variants()[one.b].name},
                                {"title", one.title},
                                {"settings", settings_json(one.settings)},
                                {"paired", one.why == NotPaired::no},
                                {"worlds", one.worlds},
                                {"how", pairing_text(one)}});
  for (const OutcomeInBoth& row : two.rows) {
    nlohmann::json one = difference_json(row.effect);
    one.update({{"variant", a.store.variants()[two.both[row.variant].a].name},
                {"outcome", outcomes()[row.outcome].name},
                {"unit", outcomes()[row.outcome].unit},
                {"month", row.month}});
    if (row.gain.n > 0) one["gain"] = difference_json(row.gain);
    json["rows"].push_back(std::move(one));
  }
  return json;
}

}  // namespace swadaya
