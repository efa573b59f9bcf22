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
std::string cost_words(double kRp, bool is_further, Language in) {
  constexpr double nothing_much = 500;
  if (std::abs(kRp) < nothing_much) return in.say(" at no extra cost");
  const double millions = std::abs(kRp) / 1000;
  const std::string amount = in.decimal(millions, millions < 10 ? 1 : 0);
  if (kRp < 0) return in.say(", and {} million Rp less is spent", amount);
  return is_further ? in.say(" for {} million Rp more", amount)
                    : in.say(" for {} million Rp", amount);
}

std::string effect_words(const PairedDifference& effect, const OutcomeInfo& info, Language in) {
  const double scale = unit_of(info).scale;
  return in.say("{} [{}, {}]", in.decimal_signed(scale * effect.difference),
                in.decimal_signed(scale * effect.low), in.decimal_signed(scale * effect.high));
}

// What the packages are worth beside each other: which to choose, and at what price.
std::string choice_words(double price, const OutcomeInfo& info, const std::string& chosen,
                         Language in) {
  if (info.type == UnitType::money)  // kRp for one kRp is Rp for one Rp
    return in.say(
        " If one more Rp is worth what the largest costs on average, {:.3g} Rp, choose {}.", price,
        chosen);
  return info.is_share()
             ? in.say(
                   " If one more point is worth what the largest costs on average, {:.3g} "
                   "million Rp, choose {}.",
                   price / 1000, chosen)
             : in.say(
                   " If one more of its unit is worth what the largest costs on average, {:.3g} "
                   "million Rp, choose {}.",
                   price / 1000, chosen);
}

}  // namespace

std::string increments_text(const Experiment& experiment, const Results& results, Look look) {
  const auto& [variants, found] = stairs_of(experiment, results);
  if (found.steps.empty()) return "";
  const OutcomeInfo& info = outcomes()[*outcome_index(experiment.answer)];
  const auto title = [&, &of = variants](std::size_t place) {
    return title_of(results.variants()[of[place]], look.language);
  };
  std::string words;
  for (std::size_t k = 0; k < found.steps.size(); ++k) {
    const Increment& step = found.steps[k];
    const std::string effect = effect_words(step.effect, info, look.language),
                      cost = cost_words(step.cost, k > 0, look.language);
    words += k == 0 ? fmt::format("{} {}{}", title(step.package), effect, cost)
                    : look.say("; in its place {} {} on top{}", title(step.package), effect, cost);
  }
  words += ".";
  if (found.steps.size() > 1)
    words +=
        choice_words(found.price, info, title(found.steps[found.worth].package), look.language);
  words += left_out_of_choice(results, look.language);
  return look.strong(look.say("What more money adds to {} by month {} ({}), step by step",
                              stamped(experiment.facts, info.name, look.language),
                              experiment.months_shown.front(), unit_of(info, look.language).name)) +
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
