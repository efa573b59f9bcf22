// Who is listed, let in and served first, the same for every targeting model: a model decides only
// in which order households come.
#pragma once

#include <vector>

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Admission {
 public:
  explicit Admission(Declare& declare);

  double quota(const Ward& ward) const { return quota_(ward); }
  // The share of a place's surveyed households with the lowest scores, in no order. `scores`: one
  // value per row of the ward; households with a score of infinity are never among them.
  std::vector<Household> lowest(const Ward& ward, const Place& place,
                                const std::vector<double>& scores, double share) const;
  // Puts the `quota` of households with the lowest scores on the list.
  void list_lowest_of_each_rt(Ward& ward, const std::vector<double>& scores) const;
  void list_lowest_of_ward(Ward& ward, const std::vector<double>& scores) const;
  // Formal elites that aren't listed are let in by chance.
  void favour_elites(Ward& ward) const;
  // Admits groups and orders the queue for loans.
  void admit_groups(Ward& ward) const;

 private:
  void note_order(Ward& ward, const std::vector<double>& scores) const;
  void admit(const Ward& ward, Group& group, bool few_apply) const;

  Parameter quota_, elite_bonus_, bar_, few_;
  Decision favours_;
};

// Log consumption of this month with mean 0 and sd 1 over the surveyed of the ward, 0 for the
// others; one value per row.
std::vector<float> standardised_consumption(const Ward& ward);

// Scores of observable goods: standardised log consumption with normal errors, of this correlation
// (`accuracy`) with it; one value per row.
std::vector<double> proxy_scores(const Ward& ward, double accuracy, Decision errors);

}  // namespace swadaya
