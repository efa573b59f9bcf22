#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::groups {

namespace {

class Random final : public Model {
  Numbers founding = number("founding", 0.03, "a willing household and month", {0, 1},
                            "as the default; assumption");
  Whole size = whole("size", 5, "members", {3, 10}, "evidence/programme 0 row 9, 1.5");
  Mark willing = mark("willing");
  Decision founds = decision("founds"), order = decision("order");

 public:
  void households(const Month&, Cells& cells) const override {
    const Pack eligible = cells.now(column::listed).max(cells.of(&World::business));
    const Pack may_found = is_less(Pack::Zero(), founding);
    cells.mark(willing,
               may_found * cells.now(column::joined) * eligible * (1 - cells.now(column::member)));
  }

  void after(const Month& month, Ward& ward) const override {
    const double chance = chance_of(founding.of(ward), double{month.length});
    if (chance == 0) return;
    // Shuffled by a number of each household's; whoever founds takes those next in line.
    std::vector<std::pair<double, Household>> numbered;
    for (const Household h : ward.marked(willing)) numbered.emplace_back(ward.dice(order, h), h);
    std::sort(numbered.begin(), numbered.end());
    std::vector<Household> line;
    line.reserve(numbered.size());
    for (const auto& [number, h] : numbered) line.push_back(h);
    const auto members = static_cast<std::size_t>(size);
    for (std::size_t i = 0; i < line.size();) {
      if (!ward.happens(chance, founds, line[i]) || i + members > line.size()) {
        ++i;
        continue;
      }
      Group group;
      group.founder = line[i];
      group.rt = ward.world.rt[group.founder];
      group.founded = group.last_meeting = month.number;
      group.stage = Stage::active;
      group.cohesion = 0.5;  // neither more nor less: the null has no group life
      for (std::size_t k = 0; k < members; ++k) {
        Member m;
        m.household = line[i + k];
        ward.set(column::member, m.household, 1);
        group.members.push_back(m);
      }
      ward.add(std::move(group));
      i += members;
    }
  }
};

}  // namespace

Entry random() {
  return entry<Random>(
      Slot::groups, "random", Standing::null,
      "Willing households found groups at a constant rate, with whoever comes next in a random line; ties don't count, "
      "cohesion stays at 0.5, nobody leaves.",
      "null model");
}

}  // namespace swadaya::models::groups
