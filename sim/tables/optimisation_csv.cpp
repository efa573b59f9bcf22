// optimisation.csv and frontier.csv.
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <utility>

#include "sim/base/csv.hpp"
#include "sim/tables/optimisation.hpp"

namespace swadaya {

namespace {

class Lines {
 public:
  explicit Lines(const OptimisationResult& r) : r_{r} {}

  void text(const std::string& s) {
    separate();
    out_ += csv_field(s);
  }
  void number(double x) {
    separate();
    if (std::isfinite(x)) out_ += fmt::format("{:.10g}", x);
  }
  void numbers(std::initializer_list<double> all) {
    for (const double x : all) number(x);
  }
  void settings(const Mix& mix) {
    for (std::size_t l = 0; l < mix.size(); ++l) {
      const Lever& lever = r_.levers[l];
      lever.is_range() ? number(mix[l]) : text(lever.text_of(mix[l]));
    }
  }
  void lever_names() {
    for (const Lever& lever : r_.levers) text(lever.name);
  }
  void result(const MixResult& one) {
    numbers({one.spending, one.cost.difference, one.cost.low, one.cost.high,
             static_cast<double>(one.value.n), one.value.baseline_mean, one.value.variant_mean,
             one.sd, one.value.difference, one.value.standard_error, one.value.low,
             one.value.high});
  }
  static constexpr const char* result_names[] = {
      "spending_kRp", "cost_kRp", "cost_low",   "cost_high",      "n",   "baseline_mean",
      "mean",         "sd",       "difference", "standard_error", "low", "high"};
  void names(std::initializer_list<const char*> all) {
    for (const char* name : all) text(name);
  }
  void names_of_result() {
    for (const char* name : result_names) text(name);
  }
  void end_line() { out_ += '\n', begins_ = true; }
  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!begins_) out_ += ',';
    begins_ = false;
  }
  const OptimisationResult& r_;
  std::string out_;
  bool begins_ = true;
};

}  // namespace

std::string optimisation_csv(const OptimisationResult& r) {
  Lines csv{r};
  csv.names({"mix", "worlds", "role", "generation"});
  csv.lever_names();
  csv.names_of_result();
  csv.names({"from_best", "from_best_low", "from_best_high", "as_good"});
  csv.end_line();
  for (std::size_t c = 0; c < r.candidates.size(); ++c) {
    const Candidate& one = r.candidates[c];
    csv.text(fmt::format("m{}", c + 1));
    csv.text("search");
    csv.text("");
    csv.number(static_cast<double>(one.generation + 1));
    csv.settings(one.mix);
    csv.result(one);
    for (int k = 0; k < 4; ++k) csv.text("");
    csv.end_line();
  }
  for (std::size_t f = 0; f < r.finalists.size(); ++f) {
    const Finalist& one = r.finalists[f];
    csv.text(fmt::format("f{}", f + 1));
    csv.text("fresh");
    csv.text(r.role(f));
    csv.text("");
    csv.settings(one.mix);
    csv.result(one);
    csv.numbers({one.from_best.difference, one.from_best.low, one.from_best.high});
    csv.text(one.spending > r.optimisation.budget ? "dearer" : one.is_as_good() ? "yes" : "no");
    csv.end_line();
  }
  return csv.take();
}

std::string frontier_csv(const OptimisationResult& r) {
  Lines csv{r};
  csv.names({"budget_kRp"});
  csv.lever_names();
  csv.names_of_result();
  csv.names({"chosen_difference"});
  csv.end_line();
  for (const FrontierPoint& p : r.frontier) {
    const Finalist& one = r.finalists[p.finalist];
    csv.number(p.budget);
    csv.settings(one.mix);
    csv.result(one);
    csv.number(r.candidates[p.candidate].value.difference);
    csv.end_line();
  }
  return csv.take();
}

}  // namespace swadaya
