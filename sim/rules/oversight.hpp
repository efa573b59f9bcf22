// Who watches a ward's board, the same for every supervision model that has audits: what the board
// believes of them, what leaks, ghost groups and how they are found, trust, and how defaulters are
// confronted. A supervision model decides who is audited and what an audit looks at.
#pragma once

#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Oversight : Declares {
  Number audit_probability = number("audit_probability", 0.04, "a ward and year", {0, 1},
                                    "Olken 2007: 4 % of projects; evidence/programme 0 row 22");
  Number announcement =
      number("announcement", 0.5, "share of an announced change that is believed at once", {0, 1},
             "assumption; Olken's audits were announced");
  Number base_audit =
      number("base_audit", 0.04, "a ward and year, what boards are used to", {0, 1}, "Olken 2007");
  Number prior_years =
      number("prior_years", 2, "ward-years of evidence that the first belief weighs", {0.1, 50},
             "assumption, sweep it");
  Number heard = number("heard", 0.5, "weight of another ward's year against one's own", {0, 1},
                        "assumption, sweep it");
  Number forgetting = number("forgetting", 0.05, "of the evidence, a month", {0, 1},
                             "effects fade: Bobonis et al. 2016; evidence/behaviour 4.4");
  Number detects = number("detects", 0.8, "chance an audit finds what is there", {0, 1},
                          "V1: 0.5-0.95, evidence/behaviour 3.7");
  Number recovers = number("recovers", 0.5, "of what leaked, an audit that detects", {0, 1},
                           "assumption, sweep it");
  Number leakage = number("leakage", 0.277, "of money for works, at the base rate of audits",
                          {0, 1}, "Olken 2007: missing expenditures 27.7 %");
  Number deterrence = number("deterrence", 0.382, "per unit of perceived probability", {0, 5},
                             "through Olken's 27.7 and 19.2 %: K25");
  Number wages = number("wages", 0.25, "of money for works", {0, 1},
                        "materials are three quarters of cost: Olken 2007");
  Number ghosts = number("ghosts", 0.3, "ghost groups a month of a dishonest board, without audits",
                         {0, 5}, "assumption giving S25's 1-2 grants in some years");
  Number ghosts_deterred =
      number("ghosts_deterred", 5, "log of their factor, per unit of perceived probability",
             {0, 50}, "assumption, sweep it");
  Whole ghost_size = whole("ghost_size", 5, "borrowed names a ghost group", {3, 10},
                           "as real groups: evidence/programme 1.5");
  Number residents_find = number("residents_find", 0.15, "a ghost group and year", {0, 2},
                                 "found after 2-8 years: evidence/programme 2.6, S25");
  Number confronts_quietly = number("confronts", 0.05, "of defaulters a month", {0, 1},
                                    "no sanction in practice: evidence/programme 4");
  Flag published = flag("published", false, "the list of borrowers hangs out in public",
                        "evidence/programme 6.6: a lever found in practice");
  Number confronts_published =
      number("confronts_published", 0.5, "of defaulters a month, where the list is published",
             {0, 1}, "assumption, sweep it");
  Whole most_visits = whole("most_visits", 3, "times a debtor is confronted, at most", {0, 1200},
                            "assumption: then everybody has seen it; sweep it");
  Number sanction = number("sanction", 1, "times the borrower's penalty", {0, 10},
                           "assumption: 1 is a talk with the RT head");
  Number first_trust =
      number("first_trust", 0.5, "trust in a board at the start, and where it heals to", {0, 1},
             "neither trusted nor distrusted: assumption");
  Number open_trust = number("open_trust", 0.7, "where trust heals to when the list is published",
                             {0, 1}, "assumption, sweep it");
  Number trust_lost = number("trust_lost", 0.2, "of trust in the board, a ghost group found",
                             {0, 1}, "assumption, sweep it");
  Number trust_heals =
      number("trust_heals", 0.05, "of the way back, a month", {0, 1}, "assumption, sweep it");
  WardColumn belief = ward_column("audit_belief", 0, "perceived chance of an audit a year");
  WardColumn audits_seen = ward_column("audits_seen", 0, "own and heard of in the area, fading");
  WardColumn years_seen =
      ward_column("years_seen", 0, "ward-years in which they were seen, fading");
  Decision audits = decision("audits"), finds = decision("finds"), makes = decision("makes"),
           names = decision("names"), residents = decision("residents");

 public:
  // Before month 0: first trust and beliefs.
  void begin(Ward& ward) const;
  // The chance of an audit that the rules give a ward, a year.
  double yearly_chance() const { return audit_probability; }
  // Whether an audit with this chance a year (1: once every year) comes to the ward, which pays for
  // it.
  bool audit_comes(const Month& month, Ward& ward, double yearly) const;
  // Whether it finds what is there to be found, where a part `open` of it isn't hidden by
  // collusion.
  bool audit_detects(const Ward& ward, double open = 1) const;
  // An audit of everything that detected: money back, a true report, no ghosts.
  void clear_up(Ward& ward) const;
  void recover_leaks(Ward& ward) const;
  void find_out(Ward& ward, Group& ghost) const;
  // What boards make of this month's audits, `audited` 0 or 1 by ward of the area, and what they
  // believe from then on.
  void learn(Area& area, const std::vector<double>& audited) const;
  // Against a ward that nobody but the auditors watches: what is left of leakage from wages and
  // from materials, how much of the belief in an audit deters, and which part of what is no longer
  // taken from wages is taken from materials instead.
  struct Watched {
    double wages = 1, materials = 1, fear = 1, displaced = 0;
  };
  // The month of a ward: works are paid and leak, ghosts are made and found, trust mends.
  void month(const Month& month, Ward& ward, const Watched& watched) const;

 private:
  void set_beliefs(Ward& ward) const;
  void make_ghost(const Month& month, Ward& ward) const;
  void let_residents_find(const Month& month, Ward& ward) const;
  void mend_trust(Ward& ward) const;
  void publish(Ward& ward) const;
};

}  // namespace swadaya
