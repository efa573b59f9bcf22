#include "sim/tables/beside.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

const std::string& title_of(const Experiment& experiment, std::size_t variant) {
  const Variant& v = experiment.variants[variant];
  return v.title.empty() ? v.name : v.title;
}

// "+23.1 [+14.5, +31.8]"
std::string effect_text(const PairedDifference& effect, const OutcomeInfo& info) {
  if (effect.is_same()) return "no effect";
  const double scale = unit_of(info).scale;
  return fmt::format("{:+.1f} [{:+.1f}, {:+.1f}]", scale * effect.difference, scale * effect.low,
                     scale * effect.high);
}

double number_in(const nlohmann::json& object, const char* key) {
  const auto& value = object.at(key);
  return value.is_null() ? nothing : value.get<double>();
}

std::string with_effect(const Experiment& experiment, const Answers& answers, std::size_t variant) {
  return fmt::format(
      "{} {}", title_of(experiment, variant),
      effect_text(answers.effects[variant], outcomes()[*outcome_index(experiment.answer)]));
}

}  // namespace

std::string answer_text(const Experiment& experiment, const Answers& own,
                        const std::vector<Answers>& beside, Look look) {
  if (own.order.empty()) return "";
  const OutcomeInfo& info = outcomes()[*outcome_index(experiment.answer)];
  std::string first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, own.order.size()); ++i)
    first += (i == 0 ? "" : "; ") + with_effect(experiment, own, own.order[i]);
  std::string text =
      toned(fmt::format("What moves {} most by month {} ({}, {} worlds)", heading_of(info.name),
                        experiment.months_shown.front(), unit_of(info).name, own.worlds),
            Tone::strong, look.colour) +
      "\n" + paragraph(first + ".", look);
  for (const Answers& other : beside) {
    if (other.order.empty()) continue;
    std::string words =
        fmt::format("{}: {}", other.under, with_effect(experiment, other, other.order[0]));
    if (other.order[0] != own.order[0])
      words += "; " + with_effect(experiment, other, own.order[0]);
    text += paragraph(fmt::format("{} ({} worlds).", words, other.worlds), look);
  }
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
                         {"high", json_number(d.high)}});
    }
    all.push_back({{"under", one.under.empty() ? nlohmann::json() : nlohmann::json(one.under)},
                   {"worlds", one.worlds},
                   {"effects", std::move(effects)}});
  }
  return all;
}

std::vector<Answers> answers_kept(const Experiment& experiment, const nlohmann::json& json) {
  std::vector<Answers> all;
  for (const auto& one : json) {
    Answers answers{
        one.at("under").get<std::string>(), one.at("worlds").get<std::size_t>(), {}, {}};
    answers.effects.resize(experiment.variants.size());
    for (const auto& effect : one.at("effects"))
      for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        if (effect.at("variant") != nlohmann::json(experiment.variants[v].name)) continue;
        PairedDifference& d = answers.effects[v];
        d.n = answers.worlds;
        d.difference = number_in(effect, "difference");
        d.standard_error = number_in(effect, "standard_error");
        d.low = number_in(effect, "low"), d.high = number_in(effect, "high");
        answers.order.push_back(v);
      }
    all.push_back(std::move(answers));
  }
  return all;
}

nlohmann::json answer_json(const Experiment& experiment, const Answers& own,
                           const std::vector<Answers>& beside) {
  std::vector<Answers> all{own};
  all.insert(all.end(), beside.begin(), beside.end());
  return {{"outcome", experiment.answer},
          {"month", experiment.months_shown.front()},
          {"answers", kept_json(experiment, all)}};
}

}  // namespace swadaya
