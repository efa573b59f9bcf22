// Who watches a ward's board, the same for every supervision model that has audits: what the board
// believes of them, what leaks, ghost groups and how they are found, trust, and how defaulters are
// confronted. A supervision model decides who is audited and what an audit looks at.
#pragma once

#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Oversight {
 public:
  explicit Oversight(Declare& declare);

  // Before month 0: first trust and beliefs.
  void begin(Ward& ward) const;
  // The chance of an audit that the rules give a ward, a year.
  double yearly_chance(const Ward& ward) const { return audit_probability_(ward); }
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
  // from materials, and how much of the belief in an audit deters.
  struct Watched {
    double wages = 1, materials = 1, fear = 1;
  };
  // The month of a ward: works are paid and leak, ghosts are made and found, trust mends.
  void month(const Month& month, Ward& ward, const Watched& watched) const;

 private:
  void set_beliefs(Ward& ward) const;
  void make_ghost(const Month& month, Ward& ward) const;
  void let_residents_find(const Month& month, Ward& ward) const;
  void mend_trust(Ward& ward) const;
  void publish(Ward& ward) const;

  Parameter audit_probability_, announcement_, base_audit_, prior_years_, heard_, forgetting_,
      detects_, recovers_, leakage_, deterrence_, wages_, ghosts_, ghost_size_, residents_find_,
      confronts_, published_, confronts_published_, sanction_, trust_lost_, trust_heals_;
  Decision audits_, finds_, makes_, names_, residents_;
};

}  // namespace swadaya
