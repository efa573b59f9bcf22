#include "sim/tables/beside.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/base/text_layout.hpp"
#include "sim/results/comparison.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::string title_of(const Experiment& experiment, std::size_t variant, Language in) {
  return swadaya::title_of(experiment.variants[variant], in);
}

// "+23.1 [+14.5, +31.8]"
std::string effect_text(const PairedDifference& effect, const OutcomeInfo& info, Language in) {
  if (effect.is_same()) return in.say("no effect");
  const double scale = unit_of(info).scale;
  return in.say("{} [{}, {}]", in.decimal_signed(scale * effect.difference),
                in.decimal_signed(scale * effect.low), in.decimal_signed(scale * effect.high));
}

double number_in(const nlohmann::json& object, const char* key) {
  const auto& value = object.at(key);
  return value.is_null() ? nothing : value.get<double>();
}

std::string brackets_of(const Answers& answers, Language in) {
  const PairedDifference& first = answers.effects[answers.order[0]];
  return first.is_over_parameters() ? in.say("90 % of draws of the parameters")
                                    : in.say("95 %, parameters taken as known");
}

// What kept_json says beside low and high.
void take_widths(const nlohmann::json& effect, PairedDifference& d) {
  d.monte_carlo = {number_in(effect, "monte_carlo_low"), number_in(effect, "monte_carlo_high")};
  d.ward = {number_in(effect, "ward_low"), number_in(effect, "ward_high")};
  d.is_paired = !effect.at("interval").get<std::string>().ends_with(", not paired");
  PairedDifference over = d;
  over.parameters = {d.low, d.high};
  if (effect.at("interval") == interval_called(over)) d = over;
}

// "In one ward out of ten Audits comes to +1.0 or less, in another to +30.1 or more."
std::string ward_text(const Experiment& experiment, const Answers& own, const OutcomeInfo& info,
                      Language in) {
  const PairedDifference& first = own.effects[own.order[0]];
  if (!std::isfinite(first.ward.low)) return "";
  const double scale = unit_of(info).scale;
  return in.say(
      " One ward is no mean: in one out of ten {} comes to {} or less, in another to {} or more.",
      title_of(experiment, own.order[0], in), in.decimal_signed(scale * first.ward.low),
      in.decimal_signed(scale * first.ward.high));
}

std::string with_effect(const Experiment& experiment, const Answers& answers, std::size_t variant,
                        Language in) {
  return fmt::format(
      "{} {}", title_of(experiment, variant, in),
      effect_text(answers.effects[variant], outcomes()[*outcome_index(experiment.answer)], in));
}

// What leads under other assumptions, and what its own leader comes to there.
std::string beside_text(const Experiment& experiment, const Answers& own, const Answers& other,
                        Language in) {
  std::string words = fmt::format("{}: {}", in.title(other.under, other.under_id),
                                  with_effect(experiment, other, other.order[0], in));
  if (other.order[0] != own.order[0])
    words += "; " + with_effect(experiment, other, own.order[0], in);
  const std::string brackets = brackets_of(other, in);
  return brackets == brackets_of(own, in)
             ? in.say("{} ({} worlds).", words, other.worlds)
             : in.say("{} ({} worlds; brackets: {}).", words, other.worlds, brackets);
}

}  // namespace

std::string answer_text(const Experiment& experiment, const Answers& own,
                        const std::vector<Answers>& beside, Look look) {
  if (own.order.empty()) return "";
  const Language in = look.language;
  const OutcomeInfo& info = outcomes()[*outcome_index(experiment.answer)];
  std::string first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, own.order.size()); ++i)
    first += (i == 0 ? "" : "; ") + with_effect(experiment, own, own.order[i], in);
  std::string text =
      look.strong(in.say("What moves {} most by month {} ({}, {} worlds; brackets: {})",
                         stamped(experiment.facts, info.name, in), experiment.months_shown.front(),
                         unit_of(info, in).name, own.worlds, brackets_of(own, in))) +
      "\n" + paragraph(first + "." + ward_text(experiment, own, info, in), look);
  for (const Answers& other : beside)
    if (!other.order.empty()) text += paragraph(beside_text(experiment, own, other, in), look);
  return text;
}

nlohmann::json kept_json(const Experiment& experiment, const std::vector<Answers>& answers) {
  nlohmann::json all = nlohmann::json::array();
  for (const Answers& one : answers) {
    nlohmann::json effects = nlohmann::json::array();
    for (const std::size_t v : one.order) {
      const PairedDifference& d = one.effects[v];
      effects.push_back({{"variant", experiment.variants[v].name},
                         {"difference", json_number(d.difference)},
                         {"standard_error", json_number(d.standard_error)},
                         {"low", json_number(d.low)},
                         {"high", json_number(d.high)},
                         {"interval", interval_called(d)},
                         {"monte_carlo_low", json_number(d.monte_carlo.low)},
                         {"monte_carlo_high", json_number(d.monte_carlo.high)},
                         {"ward_low", json_number(d.ward.low)},
                         {"ward_high", json_number(d.ward.high)}});
    }
    nlohmann::json shown = nlohmann::json::object();
    for (std::size_t k = 0; k < one.shown.size(); ++k)
      for (const std::size_t v : one.order)
        shown[experiment.outcomes[k]][experiment.variants[v].name] = json_number(one.shown[k][v]);
    all.push_back({{"under", one.under.empty() ? nlohmann::json() : nlohmann::json(one.under)},
                   {"worlds", one.worlds},
                   {"effects", std::move(effects)},
                   {"differences", std::move(shown)}});
    if (!one.under_id.empty()) all.back()["under_id"] = one.under_id;
  }
  return all;
}

std::vector<Answers> answers_kept(const Experiment& experiment, const nlohmann::json& json) {
  std::vector<Answers> all;
  for (const auto& one : json) {
    Answers answers{
        one.at("under").get<std::string>(), one.at("worlds").get<std::size_t>(), {}, {}};
    answers.under_id = one.value("under_id", "");
    answers.effects.resize(experiment.variants.size());
    for (const auto& effect : one.at("effects"))
      for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        if (effect.at("variant") != nlohmann::json(experiment.variants[v].name)) continue;
        PairedDifference& d = answers.effects[v];
        d.n = answers.worlds;
        d.difference = number_in(effect, "difference");
        d.standard_error = number_in(effect, "standard_error");
        d.low = number_in(effect, "low"), d.high = number_in(effect, "high");
        if (effect.contains("interval")) take_widths(effect, d);
        answers.order.push_back(v);
      }
    const auto shown = one.find("differences");
    if (shown != one.end() && !shown->empty()) {
      answers.shown.assign(experiment.outcomes.size(),
                           std::vector<double>(experiment.variants.size(), nothing));
      for (std::size_t k = 0; k < experiment.outcomes.size(); ++k)
        if (const auto own = shown->find(experiment.outcomes[k]); own != shown->end())
          for (std::size_t v = 0; v < experiment.variants.size(); ++v)
            if (own->contains(experiment.variants[v].name))
              answers.shown[k][v] = number_in(*own, experiment.variants[v].name.c_str());
    }
    all.push_back(std::move(answers));
  }
  return all;
}

std::string answers_file(const std::string& folder) { return folder + "/answers.json"; }

std::vector<Answers> answers_in(const std::string& folder, const Experiment& experiment) {
  std::ifstream file{answers_file(folder)};
  if (!file) return {};
  try {
    return answers_kept(experiment, nlohmann::json::parse(file));
  } catch (const nlohmann::json::exception& wrong) {
    throw refused(answers_file(folder), std::string{"can't be read: "} + wrong.what(),
                  "remove it, and `swadaya resume` makes it again");
  }
}

nlohmann::json answer_json(const Experiment& experiment, const Answers& own,
                           const std::vector<Answers>& beside) {
  std::vector<Answers> all{own};
  all.insert(all.end(), beside.begin(), beside.end());
  nlohmann::json json{{"outcome", experiment.answer},
                      {"month", experiment.months_shown.front()},
                      {"answers", kept_json(experiment, all)}};
  for (const FactState* one : experiment.facts.stamp_of(experiment.answer).missed)
    json["fails"].push_back(one->fact);
  return json;
}

}  // namespace swadaya
