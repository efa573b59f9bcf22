#include "sim/tables/increments.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/designs/increments.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

struct Stairs {
  std::vector<std::size_t> variants;  // by place, the baseline first
  Increments steps;
};

Stairs stairs_of(const Experiment& experiment, const Results& results) {
  Stairs all;
  all.variants.push_back(results.baseline());
  for (std::size_t v = 0; v < results.variants().size(); ++v)
    if (v != results.baseline()) all.variants.push_back(v);
  const int month = experiment.months_shown.front();
  const std::vector<Sample> samples = samples_of(results, {month}, all.variants);
  all.steps = increments_from(
      0,
      packages_compared(results, samples, month, *outcome_index(experiment.answer), all.variants));
  return all;
}

// " for 83 million Rp", " for 238 million Rp more", " at no extra cost"
std::string cost_words(double kRp, bool is_further) {
  constexpr double nothing_much = 500;
  if (std::abs(kRp) < nothing_much) return " at no extra cost";
  const double millions = std::abs(kRp) / 1000;
  const std::string amount = decimal(millions, millions < 10 ? 1 : 0) + " million Rp";
  if (kRp < 0) return ", and " + amount + " less is spent";
  return " for " + amount + (is_further ? " more" : "");
}

std::string effect_words(const PairedDifference& effect, const OutcomeInfo& info) {
  const double scale = unit_of(info).scale;
  return fmt::format("{} [{}, {}]", decimal_signed(scale * effect.difference),
                     decimal_signed(scale * effect.low), decimal_signed(scale * effect.high));
}

}  // namespace

std::string increments_text(const Experiment& experiment, const Results& results, Look look) {
  const auto& [variants, found] = stairs_of(experiment, results);
  if (found.steps.empty()) return "";
  const OutcomeInfo& info = outcomes()[*outcome_index(experiment.answer)];
  const auto title = [&, &of = variants](std::size_t place) {
    return title_of(results.variants()[of[place]]);
  };
  std::string words;
  for (std::size_t k = 0; k < found.steps.size(); ++k) {
    const Increment& step = found.steps[k];
    words += fmt::format("{}{} {}{}{}", k == 0 ? "" : "; in its place ", title(step.package),
                         effect_words(step.effect, info), k == 0 ? "" : " on top",
                         cost_words(step.cost, k > 0));
  }
  words += ".";
  const bool is_money = info.type == UnitType::money;  // kRp for one kRp is Rp for one Rp
  if (found.steps.size() > 1)
    words += fmt::format(
        " If one more {} is worth what the largest costs on average, {:.3g} {}, choose {}.",
        info.is_share() ? "point"
        : is_money      ? "Rp"
                        : "of its unit",
        is_money ? found.price : found.price / 1000, is_money ? "Rp" : "million Rp",
        title(found.steps[found.worth].package));
  words += left_out_of_choice(results);
  return toned(fmt::format("What more money adds to {} by month {} ({}), step by step",
                           stamped(experiment.facts, info.name), experiment.months_shown.front(),
                           unit_of(info).name),
               Tone::strong, look.colour) +
         "\n" + paragraph(words, look);
}

nlohmann::json increments_json(const Experiment& experiment, const Results& results) {
  const auto& [variants, found] = stairs_of(experiment, results);
  if (found.steps.empty()) return nullptr;
  const auto name = [&, &of = variants](std::size_t place) {
    return results.variants()[of[place]].name;
  };
  nlohmann::json steps = nlohmann::json::array();
  for (const Increment& step : found.steps)
    steps.push_back({{"variant", name(step.package)},
                     {"difference", json_number(step.effect.difference)},
                     {"low", json_number(step.effect.low)},
                     {"high", json_number(step.effect.high)},
                     {"extra_cost_kRp", json_number(step.cost)}});
  return {{"worth", name(found.steps[found.worth].package)},
          {"price_kRp", json_number(found.price)},
          {"steps", std::move(steps)}};
}

}  // namespace swadaya
