// Who is listed, let in and served first, the same for every targeting model: a model decides only
// in which order households come.
#pragma once

#include <vector>

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Admission : Declares {
 public:
  Number quota = number("quota", 0.15, "share of households", {0, 1}, "evidence/programme 0 row 5");

 private:
  Number elite_bonus = number("elite_bonus", 0.08, "chance that a formal elite is let in", {0, 1},
                              "at most 8 pp, at distribution: Alatas et al. 2013, S14");
  Number bar = number("bar", 0.5, "mean score", {0, 1},
                      "assumption: a group of business owners passes; evidence/programme 1.5, 2.4");
  Whole few = whole("few", 10, "groups that have borrowed", {0, 1000},
                    "assumption; notables first where few apply, S11");
  Number business_score = number("business_score", 0.5, "score; of who is listed it is 1", {0, 1},
                                 "assumption, sweep it; evidence/programme 1.5");
  Number ballot =
      number("ballot", 0, "how far a board chosen by ballot puts the poor first", {0, 1},
             "none by default; sign: evidence/experiments E11; size assumed, sweep it");
  Decision favours = decision("favours");

 public:
  // The share of a place's surveyed households with the lowest scores, in no order. `scores`: one
  // value per row of the ward; households with a score of infinity are never among them.
  std::vector<Household> lowest(const Ward& ward, const Place& place,
                                const std::vector<double>& scores, double share) const;
  // Puts the `quota` of households with the lowest scores on the list.
  void list_lowest_of_each_rt(Ward& ward, const std::vector<double>& scores) const;
  void list_lowest_of_ward(Ward& ward, const std::vector<double>& scores) const;
  // By chance lets in who isn't listed: formal elites, or the poor where the board is of ballot.
  void favour_elites(Ward& ward) const;
  // Admits groups and orders the queue for loans.
  void admit_groups(Ward& ward) const;

 private:
  void note_order(Ward& ward, const std::vector<double>& scores) const;
  void admit(const Ward& ward, Group& group, bool few_apply) const;
};

// Log consumption of this month with mean 0 and sd 1 over the surveyed of the ward, 0 for the
// others; one value per row.
std::vector<float> standardised_consumption(const Ward& ward);

// Scores of observable goods: standardised log consumption with normal errors, of this correlation
// (`accuracy`) with it; one value per row.
std::vector<double> proxy_scores(const Ward& ward, double accuracy, Decision errors);

}  // namespace swadaya
