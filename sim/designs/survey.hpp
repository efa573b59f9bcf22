// What it is worth to ask some people before a choice between packages is made: the expected value
// of sample information, from the same draws of the parameters that the comparison was made with.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/designs/value_of_information.hpp"

namespace swadaya {

// What is asked about: an outcome as the draws foresee it.
struct Observable {
  std::vector<double> expected;  // by draw
  bool is_share = true;          // of those asked: each says yes or no
  double person_sd = 0;          // of one answer, where it is no share
  double luck_sd = 0;            // of one ward around what its draw foresees
};

// Net benefits are regressed on what is expected, as for perfect information on it; what a study of
// some size would find is weighed against each draw by its likelihood (Menzies 2016, Med. Decis.
// Making 36(3)), which gives the mean net benefits that would be believed then. Answers are
// binomial, or beta-binomial where a ward has its own luck; normal of outcomes that aren't shares,
// and of more than 2000 people.
class Survey {
 public:
  Survey(Observable observable, const NetBenefits& benefits);
  // Of asking `people` in `wards` wards, as many in each.
  double value(std::size_t people, double wards) const;
  // That no study of this outcome goes beyond: of knowing what is expected.
  double limit() const { return limit_; }

 private:
  // Hands over each finding that there may be, as how likely each draw makes it.
  template <class Each>
  void each_count(std::size_t people, double wards, const Each& each) const;
  template <class Each>
  void each_mean(std::size_t people, double wards, const Each& each) const;

  Observable observable_;
  std::vector<std::vector<double>> gains_;  // by package, draw: over the best on average
  double limit_ = 0;
};

}  // namespace swadaya
