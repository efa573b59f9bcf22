#include "sim/rules/oversight.hpp"

#include <algorithm>

#include "sim/base/exact.hpp"
#include "sim/rules/book.hpp"

namespace swadaya {

namespace {

constexpr float first_trust = 0.5f;  // neither trusted nor distrusted: assumption

}  // namespace

Oversight::Oversight(Declare& declare)
    : audit_probability_{declare.number(
          "audit_probability", 0.04, "a ward and year", {0, 1},
          "Olken 2007: 4 % of projects; evidence/programme 0 row 22")},
      announcement_{declare.number("announcement", 0.5,
                                   "share of an announced change that is believed at once", {0, 1},
                                   "assumption; Olken's audits were announced")},
      base_audit_{declare.number("base_audit", 0.04, "a ward and year, what boards are used to",
                                 {0, 1}, "Olken 2007")},
      prior_years_{declare.number("prior_years", 2,
                                  "ward-years of evidence that the first belief weighs", {0.1, 50},
                                  "assumption, sweep it")},
      heard_{declare.number("heard", 0.5, "weight of another ward's year against one's own", {0, 1},
                            "assumption, sweep it")},
      forgetting_{declare.number("forgetting", 0.05, "of the evidence, a month", {0, 1},
                                 "effects fade: Bobonis et al. 2016; evidence/behaviour 4.4")},
      detects_{declare.number("detects", 0.8, "chance an audit finds what is there", {0, 1},
                              "V1: 0.5-0.95, evidence/behaviour 3.7")},
      recovers_{declare.number("recovers", 0.5, "of what leaked, an audit that detects", {0, 1},
                               "assumption, sweep it")},
      leakage_{declare.number("leakage", 0.277, "of money for works, at the base rate of audits",
                              {0, 1}, "Olken 2007: missing expenditures 27.7 %")},
      deterrence_{declare.number("deterrence", 0.382, "per unit of perceived probability", {0, 5},
                                 "through Olken's 27.7 and 19.2 %: K25")},
      wages_{declare.number("wages", 0.25, "of money for works", {0, 1},
                            "materials are three quarters of cost: Olken 2007")},
      ghosts_{declare.number("ghosts", 0.3,
                             "ghost groups a month of a dishonest board, without audits", {0, 5},
                             "assumption giving S25's 1-2 grants in some years")},
      ghost_size_{declare.whole("ghost_size", 5, "borrowed names a ghost group", {3, 10},
                                "as real groups: evidence/programme 1.5")},
      residents_find_{declare.number("residents_find", 0.15, "a ghost group and year", {0, 2},
                                     "found after 2-8 years: evidence/programme 2.6, S25")},
      confronts_{declare.number("confronts", 0.05, "of defaulters a month", {0, 1},
                                "no sanction in practice: evidence/programme 4")},
      published_{declare.flag("published", false, "the list of borrowers hangs out in public",
                              "evidence/programme 6.6: a lever found in practice")},
      confronts_published_{declare.number("confronts_published", 0.5,
                                          "of defaulters a month, where the list is published",
                                          {0, 1}, "assumption, sweep it")},
      sanction_{declare.number("sanction", 1, "times the borrower's penalty", {0, 10},
                               "assumption: 1 is a talk with the RT head")},
      trust_lost_{declare.number("trust_lost", 0.2, "of trust in the board, a ghost group found",
                                 {0, 1}, "assumption, sweep it")},
      trust_heals_{declare.number("trust_heals", 0.05, "of the way back, a month", {0, 1},
                                  "assumption, sweep it")},
      audits_{declare.decision("audits")},
      finds_{declare.decision("finds")},
      makes_{declare.decision("makes")},
      names_{declare.decision("names")},
      residents_{declare.decision("residents")} {}

void Oversight::begin(Ward& ward) const {
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
    ward.set(rt_column::trust, rt, first_trust);
  set_beliefs(ward);
}

bool Oversight::audit_comes(const Month& month, Ward& ward, double yearly) const {
  const bool comes =
      yearly >= 1 ? month.number % 12 == 0
                  : ward.happens(chance_of(-log_of(1 - yearly) / 12), audits_, ward.number());
  if (comes) ward.spent.supervision += ward.costs.audit(ward);
  return comes;
}

bool Oversight::audit_detects(const Ward& ward, double open) const {
  return ward.happens(detects_(ward) * open, finds_, ward.number());
}

void Oversight::recover_leaks(Ward& ward) const {
  ward.fund.recover(recovers_(ward) * ward.recoverable);
  ward.recoverable = 0;
}

void Oversight::clear_up(Ward& ward) const {
  recover_leaks(ward);
  correct_reports(ward);
  for (Group& group : ward.groups)
    if (group.ghost && !group.found_out) find_out(ward, group);
}

void Oversight::learn(Area& area, const std::vector<double>& audited) const {
  // Each month is a twelfth of a ward-year of evidence; a lone ward hears of its own only.
  double all = 0;
  for (const double a : audited) all += a;
  for (std::size_t i = 0; i < area.wards.size(); ++i) {
    Ward& ward = *area.wards[i];
    const double kept = 1 - forgetting_(ward);
    const auto others = static_cast<double>(area.wards.size() - 1);
    ward.audits_seen = kept * ward.audits_seen + audited[i] + heard_(ward) * (all - audited[i]);
    ward.years_seen = kept * ward.years_seen + (1 + heard_(ward) * others) / 12;
    set_beliefs(ward);
  }
}

void Oversight::month(const Month& month, Ward& ward, const Watched& watched) const {
  const double p = watched.fear * ward.audit_belief;
  const double share = leakage_(ward) * exp_of(-deterrence_(ward) * (p - base_audit_(ward)));
  spend_on_works(ward, std::min(1.0, share * ((1 - wages_(ward)) * watched.materials +
                                              wages_(ward) * watched.wages)));
  if (ward.world.dishonest[ward.number()] > 0) make_ghost(month, ward);
  let_residents_find(month, ward);
  mend_trust(ward);
  if (published_(ward) != 0) publish(ward);
}

void Oversight::publish(Ward& ward) const {
  ward.spent.supervision += ward.costs.publication(ward);
  for (const Group& group : ward.groups)
    for (const Member& m : group.members)
      if (!group.ghost && in_default(ward, m))
        ward.spent.supervision += ward.detection * ward.costs.enforcement(ward);
}

void Oversight::set_beliefs(Ward& ward) const {
  const double prior =
      base_audit_(ward) + announcement_(ward) * (audit_probability_(ward) - base_audit_(ward));
  ward.audit_belief = std::min(1.0, (prior_years_(ward) * prior + ward.audits_seen) /
                                        (prior_years_(ward) + ward.years_seen));
  const double confronts = published_(ward) != 0 ? confronts_published_(ward) : confronts_(ward);
  ward.detection = ward.borrowers_known ? confronts : 0;
  ward.sanction = sanction_(ward);
  ward.window_dressing_factor = 1 - ward.audit_belief;
}

void Oversight::make_ghost(const Month& month, Ward& ward) const {
  const double rate = ghosts_(ward) * exp_of(-5 * ward.audit_belief);
  const double loan = ward.programme.first_loan(ward) * ghost_size_(ward);
  if (ward.fund.flows().granted == 0 || ward.suspended || ward.fund.cash() < loan) return;
  if (!ward.happens(chance_of(rate, double{month.length}), makes_, ward.number())) return;
  Group ghost;
  const Place place = ward.place();
  const auto name = [&](std::uint16_t draw) {
    const double u = ward.dice(names_, ward.number(), draw);
    return place.first + static_cast<Household>(u * (place.last - place.first));
  };
  for (std::uint16_t k = 0; k < ghost_size_(ward); ++k) {
    Member m;
    m.household = name(k);
    ghost.members.push_back(m);
  }
  ghost.founder = ghost.members[0].household;
  ghost.rt = ward.world.rt[ghost.founder];
  ghost.founded = month.number;
  ghost.stage = Stage::active;
  ghost.ghost = true;
  ward.groups.push_back(std::move(ghost));
}

void Oversight::let_residents_find(const Month& month, Ward& ward) const {
  const double chance = chance_of(residents_find_(ward) / 12, double{month.length});
  for (Group& group : ward.groups)
    if (group.ghost && !group.found_out && ward.happens(chance, residents_, group.founder))
      find_out(ward, group);
}

void Oversight::find_out(Ward& ward, Group& group) const {
  group.found_out = true;
  group.stage = Stage::dissolved;
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
    ward.set(rt_column::trust, rt,
             ward.now(rt_column::trust, rt) * static_cast<float>(1 - trust_lost_(ward)));
}

void Oversight::mend_trust(Ward& ward) const {
  const double goal =
      published_(ward) != 0 ? 0.7 : double{first_trust};  // 0.7 where books are open: assumption
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
    const auto trust = double{ward.now(rt_column::trust, rt)};
    ward.set(rt_column::trust, rt, static_cast<float>(trust + trust_heals_(ward) * (goal - trust)));
  }
}

}  // namespace swadaya
