#include "sim/tables/stamps.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

const char* const stamp_mark = "‡";

}  // namespace

std::string fact_number(const FactState& fact, double x, Language in) {
  if (fact.unit == "points") return in.say("{:+.3g} points", 100 * x);
  return fact.unit == "share" ? in.say("{:.3g} %", 100 * x) : in.number("{:.3g}", x);
}

std::string fact_band(const FactState& fact, Language in) {
  const auto number = [&](double x) { return fact_number(fact, x, in); };
  if (std::isinf(fact.band_high)) return in.say("at least {}", number(fact.band_low));
  if (std::isinf(fact.band_low)) return in.say("at most {}", number(fact.band_high));
  return in.say("{} to {}", number(fact.band_low), number(fact.band_high));
}

std::string stamped(const FactStates& facts, const std::string& outcome, Language in) {
  const std::string heading = heading_of(outcome, in);
  return facts.stamp_of(outcome).missed.empty() ? heading : heading + " " + stamp_mark;
}

std::string stamp_words(const Stamp& stamp, Language in) {
  const std::string outcome = heading_of(stamp.outcome, in);
  std::string words = stamp.hard == 1 ? in.say("{} {} misses {} of 1 hard fact: ", stamp_mark,
                                               outcome, stamp.missed.size())
                                      : in.say("{} {} misses {} of {} hard facts: ", stamp_mark,
                                               outcome, stamp.missed.size(), stamp.hard);
  for (std::size_t i = 0; i < stamp.missed.size(); ++i) {
    const FactState& one = *stamp.missed[i];
    words +=
        (i == 0 ? "" : "; ") + in.say("{} ({}: {} where {} was found)", one.fact, one.statement,
                                      fact_number(one, one.value, in), fact_band(one, in));
  }
  return words + in.say(". Don't rest a decision on its figures.");
}

std::string stamps_text(const Experiment& experiment, Look look) {
  const std::vector<Stamp> stamps = experiment.facts.stamps();
  if (stamps.empty()) return "";
  std::string text;
  for (const Stamp& stamp : stamps) text += paragraph(stamp_words(stamp, look.language), look);
  if (!experiment.facts.are_of(experiment.variants[experiment.baseline].scenario))
    text += paragraph(
        look.say("The facts were measured with other settings than this baseline's: `swadaya "
                 "patterns` measures them anew."),
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
