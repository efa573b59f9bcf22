#include "sim/tables/beside.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

nlohmann::json answer_json(const Experiment& experiment, const Answers& own,
                           const std::vector<Answers>& beside) {
  nlohmann::json all = nlohmann::json::array();
  const auto add = [&](const Answers& answers) {
    nlohmann::json effects = nlohmann::json::array();
    for (const std::size_t v : answers.order) {
      const PairedDifference& d = answers.effects[v];
      effects.push_back({{"variant", experiment.variants[v].name},
                         {"difference", d.difference},
                         {"low", d.low},
                         {"high", d.high}});
    }
    all.push_back(
        {{"under", answers.under.empty() ? nlohmann::json() : nlohmann::json(answers.under)},
         {"worlds", answers.worlds},
         {"effects", std::move(effects)}});
  };
  add(own);
  for (const Answers& answers : beside) add(answers);
  return {{"outcome", experiment.answer},
          {"month", experiment.months_shown.front()},
          {"answers", std::move(all)}};
}

}  // namespace swadaya
