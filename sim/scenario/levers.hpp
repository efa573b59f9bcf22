// What money can buy: levers, mixes of them, and what a mix costs beyond the baseline.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

// One of several settings of a lever that isn't a range.
struct LeverOption {
  std::string text;  // "on", "board-first", "0.15"
  Values set;        // what it sets; nothing: as the baseline has it
  double cost = 0;   // kRp a ward beyond the baseline
};

// What isn't made of activities: kRp a ward once, and a month.
struct OtherCost {
  double lump = 0, monthly = 0;
};

struct Lever {
  std::string name, title, title_id;  // title_id: in Indonesian
  std::string baseline_text;          // what it is there
  // A range of one parameter:
  std::string key;
  double low = 0, high = 0, step = 0;  // step 0: any value, to a thousandth of the range
  double unit_cost = 0;                // kRp a ward for one more
  double baseline = 0;                 // the parameter's value there
  // Or options:
  std::vector<LeverOption> options;
  bool is_ordered = true;  // neighbouring options are alike: numbers, or only two
  OtherCost other{};       // of one more, or of having the package; beside its activities

  bool is_range() const { return options.empty(); }
  // kRp a ward beyond the baseline, of a value or an option's number; less than nothing where it
  // saves.
  double cost_at(double setting) const;
  double cheapest() const;  // the setting that costs least
  double dearest() const;
  std::string text_of(double setting) const;
  std::string label(Language in = {}) const {
    const std::string own = in.title(title, title_id);
    return own.empty() ? name : own;
  }
};

// One setting a lever: a value, or the number of an option.
using Mix = std::vector<double>;

class LeverSpace {
 public:
  explicit LeverSpace(std::vector<Lever> levers) : levers_{std::move(levers)} {}

  const std::vector<Lever>& levers() const { return levers_; }
  double spending(const Mix& mix) const;  // kRp a ward beyond the baseline
  Mix cheapest() const;
  // The mix at a point of the unit cube, one coordinate a lever; where that costs more than the
  // budget, options are given up in the order of `give_up` (levers) as far as needed, and then all
  // ranges go towards their cheap ends together until it doesn't. Never costs more than the budget,
  // if anything doesn't.
  Mix affordable(const std::vector<double>& at, double budget,
                 const std::vector<std::size_t>& give_up) const;
  // Back to the cube: the middle of what stands for the mix.
  std::vector<double> coordinates(const Mix& mix) const;
  // Where a mix lies for a response surface: ranges and ordered options from 0 to 1, others one 0
  // or 1 an option.
  std::vector<double> features(const Mix& mix) const;
  // What a mix sets.
  Values values(const Mix& mix) const;
  // What it costs beside its activities, more than the baseline: of ranges by how far they are from
  // it, of packages where they are on.
  OtherCost other_cost(const Mix& mix) const;

 private:
  std::vector<Lever> levers_;
};

}  // namespace swadaya
