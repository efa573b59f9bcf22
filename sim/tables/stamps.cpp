#include "sim/tables/stamps.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

const char* const stamp_mark = "‡";

}  // namespace

std::string fact_number(const FactState& fact, double x) {
  if (fact.unit == "points") return fmt::format("{:+.3g} points", 100 * x);
  return fact.unit == "share" ? fmt::format("{:.3g} %", 100 * x) : fmt::format("{:.3g}", x);
}

std::string fact_band(const FactState& fact) {
  if (std::isinf(fact.band_high)) return "at least " + fact_number(fact, fact.band_low);
  if (std::isinf(fact.band_low)) return "at most " + fact_number(fact, fact.band_high);
  return fact_number(fact, fact.band_low) + " to " + fact_number(fact, fact.band_high);
}

std::string stamped(const FactStates& facts, const std::string& outcome) {
  return facts.stamp_of(outcome).missed.empty() ? heading_of(outcome)
                                                : heading_of(outcome) + " " + stamp_mark;
}

std::string stamp_words(const Stamp& stamp) {
  std::string words =
      fmt::format("{} {} misses {} of {} hard fact{}: ", stamp_mark, heading_of(stamp.outcome),
                  stamp.missed.size(), stamp.hard, stamp.hard == 1 ? "" : "s");
  for (std::size_t i = 0; i < stamp.missed.size(); ++i) {
    const FactState& one = *stamp.missed[i];
    words += fmt::format("{}{} ({}: {} where {} was found)", i == 0 ? "" : "; ", one.fact,
                         one.statement, fact_number(one, one.value), fact_band(one));
  }
  return words + ". Don't rest a decision on its figures.";
}

std::string stamps_text(const Experiment& experiment, Look look) {
  const std::vector<Stamp> stamps = experiment.facts.stamps();
  if (stamps.empty()) return "";
  std::string text;
  for (const Stamp& stamp : stamps) text += paragraph(stamp_words(stamp), look);
  if (!experiment.facts.are_of(experiment.variants[experiment.baseline].scenario))
    text += paragraph(
        "The facts were measured with other settings than this baseline's: `swadaya patterns` "
        "measures them anew.",
        look);
  return text;
}

nlohmann::json stamps_json(const Experiment& experiment) {
  nlohmann::json all = nlohmann::json::object();
  for (const Stamp& stamp : experiment.facts.stamps()) {
    nlohmann::json missed = nlohmann::json::array();
    for (const FactState* one : stamp.missed)
      missed.push_back({{"fact", one->fact},
                        {"statement", one->statement},
                        {"source", one->source},
                        {"value", json_number(one->value)},
                        {"low", json_number(one->low)},
                        {"high", json_number(one->high)},
                        {"band", {json_number(one->band_low), json_number(one->band_high)}}});
    all[stamp.outcome] = {{"hard", stamp.hard}, {"missed", std::move(missed)}};
  }
  return all;
}

}  // namespace swadaya
