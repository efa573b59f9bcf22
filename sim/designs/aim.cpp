#include "sim/designs/aim.hpp"

#include <fmt/format.h>

#include "sim/month/outcome.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

double Aim::factor(const Part& part) const {
  const OutcomeInfo& info = outcomes()[part.outcome];
  return part.weight * unit_of(info).scale * (info.higher_is_better ? 1 : -1);
}

std::vector<double> Aim::values(const Sample& sample) const {
  std::vector<double> all;
  for (const Part& part : parts) {
    const auto own = sample.values(month, part.outcome);
    all.resize(own.size(), 0.0);
    for (std::size_t r = 0; r < own.size(); ++r) all[r] += factor(part) * own[r];
  }
  return all;
}

std::string Aim::name(Language in) const {
  std::string text;
  for (const Part& part : parts) {
    const OutcomeInfo& info = outcomes()[part.outcome];
    const double signed_weight = part.weight * (info.higher_is_better ? 1 : -1);
    text += text.empty() ? (signed_weight < 0 ? "-" : "") : signed_weight < 0 ? " - " : " + ";
    if (part.weight != 1) text += in.number("{:g}", part.weight) + " ";
    text += heading_of(info.name, in);
  }
  return text;
}

std::string Aim::unit(Language in) const {
  return is_one_outcome() ? unit_of(outcomes()[parts[0].outcome], in).name : "";
}

}  // namespace swadaya
