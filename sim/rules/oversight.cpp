#include "sim/rules/oversight.hpp"

#include <algorithm>

#include "sim/base/exact.hpp"
#include "sim/rules/book.hpp"

namespace swadaya {

void Oversight::begin(Ward& ward) const {
  ward.set_all(rt_column::trust, static_cast<float>(first_trust));
  set_beliefs(ward);
}

bool Oversight::audit_comes(const Month& month, Ward& ward, double yearly) const {
  const bool comes = yearly >= 1
                         ? month.number % 12 == 0
                         : ward.happens(chance_of(-log_of(1 - yearly) / 12), audits, ward.number());
  if (comes) ward.spent.supervision += ward.costs.audit;
  return comes;
}

bool Oversight::audit_detects(const Ward& ward, double open) const {
  return ward.happens(detects * open, finds, ward.number());
}

void Oversight::recover_leaks(Ward& ward) const {
  ward.fund.recover(recovers * ward.recoverable);
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
    const double kept = 1 - forgetting;
    const auto others = static_cast<double>(area.wards.size() - 1);
    ward[audits_seen] = kept * ward[audits_seen] + audited[i] + heard * (all - audited[i]);
    ward[years_seen] = kept * ward[years_seen] + (1 + heard * others) / 12;
    set_beliefs(ward);
  }
}

void Oversight::month(const Month& month, Ward& ward, const Watched& watched) const {
  const double p = watched.fear * ward[belief];
  const double share = leakage * exp_of(-deterrence * (p - base_audit));
  const double moved = wages < 1 ? watched.displaced * wages * (1 - watched.wages) : 0.0;
  const double left = (1 - wages) * watched.materials + wages * watched.wages + moved;
  spend_on_works(ward, std::min(1.0, share * left));
  if (ward.world.dishonest[ward.number()] > 0) make_ghost(month, ward);
  let_residents_find(month, ward);
  mend_trust(ward);
  if (published) publish(ward);
}

void Oversight::publish(Ward& ward) const {
  ward.spent.supervision += ward.costs.publication;
  for (Group& group : ward.groups)
    for (Member& m : group.members) {
      if (!m.owes()) m.confronted = 0;  // the next debt is another one
      const bool is_there = m.fate == Fate::able || m.fate == Fate::bankrupt;
      if (group.ghost || !is_there || !in_default(ward, m)) continue;
      const double visits = std::clamp(most_visits - m.confronted, 0.0, ward.detection);
      m.confronted += visits;
      ward.spent.supervision += visits * ward.costs.enforcement;
    }
}

void Oversight::set_beliefs(Ward& ward) const {
  const double prior = base_audit + announcement * (audit_probability - base_audit);
  ward[belief] =
      std::min(1.0, (prior_years * prior + ward[audits_seen]) / (prior_years + ward[years_seen]));
  const double confronts = published ? confronts_published : confronts_quietly;
  ward.detection = ward.borrowers_known ? confronts : 0;
  ward.sanction = sanction;
  ward.window_dressing_factor = 1 - ward[belief];
}

void Oversight::make_ghost(const Month& month, Ward& ward) const {
  const double rate = ghosts * exp_of(-ghosts_deterred * ward[belief]);
  const double loan = ward.programme.first_loan * ghost_size;
  if (ward.fund.flows().granted == 0 || ward.suspended() || ward.fund.cash() < loan) return;
  if (!ward.happens(chance_of(rate, double{month.length}), makes, ward.number())) return;
  Group ghost;
  const Place place = ward.place();
  const auto name = [&](std::uint16_t draw) {
    const double u = ward.dice(names, ward.number(), draw);
    return place.first + static_cast<Household>(u * (place.last - place.first));
  };
  for (std::uint16_t k = 0; k < ghost_size; ++k) {
    Member m;
    m.household = name(k);
    ghost.members.push_back(m);
  }
  ghost.founder = ghost.members[0].household;
  ghost.rt = ward.world.rt[ghost.founder];
  ghost.founded = month.number;
  ghost.stage = Stage::active;
  ghost.ghost = true;
  ward.add(std::move(ghost));
}

void Oversight::let_residents_find(const Month& month, Ward& ward) const {
  const double chance = chance_of(residents_find / 12, double{month.length});
  for (Group& group : ward.groups)
    if (group.ghost && !group.found_out && ward.happens(chance, residents, group.founder))
      find_out(ward, group);
}

void Oversight::find_out(Ward& ward, Group& group) const {
  group.found_out = true;
  ++ward.ghosts_found;
  ward.ghost_months += ward.month() - group.founded;
  group.stage = Stage::dissolved;
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
    ward.set(rt_column::trust, rt,
             ward.now(rt_column::trust, rt) * static_cast<float>(1 - trust_lost));
}

void Oversight::mend_trust(Ward& ward) const {
  const double unlinked = published ? open_trust : first_trust;
  const double goal = std::min(1.0, unlinked + ward.linked_trust);
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
    const auto trust = double{ward.now(rt_column::trust, rt)};
    ward.set(rt_column::trust, rt, static_cast<float>(trust + trust_heals * (goal - trust)));
  }
}

}  // namespace swadaya
