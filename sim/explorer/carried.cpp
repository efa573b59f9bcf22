#include "sim/explorer/carried.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "sim/designs/parameter_draws.hpp"

namespace swadaya {

namespace {

std::string first_problem(const BadInput& bad) { return text_of(bad.problems().front()); }

void carry_facts(Experiment& built, const Experiment& own, std::vector<NotCarried>& left) {
  if (own.facts.file.empty()) return;
  const auto path = std::filesystem::absolute(own.facts.file).lexically_normal();
  if (!std::filesystem::is_regular_file(path)) {
    left.push_back({"facts", path.string() + " isn't there any more"});
    return;
  }
  built.facts = own.facts;
  built.facts.file = path.string();
}

// Draws of other models than a package has are refused by whoever runs the file: they stay out.
void carry_draws(Experiment& built, const Base& base, const Catalogue& catalogue,
                 std::vector<NotCarried>& left) try {
  if (base.posterior.empty()) return;
  Experiment drawn = built;
  drawn.worlds_per_draw = base.experiment.worlds_per_draw;
  take_draws(drawn, base.posterior, {}, parameters_of(drawn, catalogue));
  built = std::move(drawn);
} catch (const BadInput& bad) {
  left.push_back({"posterior", first_problem(bad)});
}

// The months that the file shows, and the last one.
std::vector<int> months_shown(const Experiment& built, const Experiment& own) {
  std::vector<int> months = own.months_shown;
  const int last = built.variants[0].scenario.months;
  std::erase_if(months, [&](int month) { return month > last; });
  if (std::find(months.begin(), months.end(), last) == months.end()) months.push_back(last);
  return months;
}

// What is said of ward, programme and method still holds; what is said of the packages, of their
// answer and of who made the study, only who builds others can say.
void carry_study(Experiment& built, const Experiment& own, std::vector<NotCarried>& left) {
  constexpr std::array<std::string_view, 6> kept{"setting", "perspective", "discount",
                                                 "sources", "access",      "ethics"};
  const bool same_months =
      built.variants[0].scenario.months == own.variants[own.baseline].scenario.months;
  for (const auto& [key, text] : own.study) {
    const bool holds = std::find(kept.begin(), kept.end(), key) != kept.end() ||
                       (key == "horizon" && same_months) ||
                       (key == "outcomes" && built.outcomes == own.outcomes);
    if (holds)
      built.study[key] = text;
    else
      left.push_back({"study." + key, ""});
  }
}

}  // namespace

std::vector<NotCarried> carry(Experiment& built, const Base& base, const Catalogue& catalogue) {
  const Experiment& own = base.experiment;
  std::vector<NotCarried> left;
  for (const std::string& key : base.not_run) left.push_back({key, ""});
  if (own.title.empty())
    built.title_id = "Dijelajahi";
  else if (!own.title_id.empty())
    built.title_id = own.title_id + ", dijelajahi";
  // A scenario's own words are in [scenario].
  if (!own.description.empty() && own.description != base.scenario().description)
    left.push_back({"description", ""});
  built.answer = own.answer;
  built.same_money = own.same_money;
  built.accounting = own.accounting;
  built.months_shown = months_shown(built, own);
  carry_draws(built, base, catalogue, left);
  carry_facts(built, own, left);
  carry_study(built, own, left);
  // A bundle lies over what a scenario leaves at its defaults, and a saved file says all of it.
  if (!own.beside.empty()) left.push_back({"beside", ""});
  return left;
}

}  // namespace swadaya
