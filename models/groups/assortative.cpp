#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::groups {

namespace {

const char* const paragraph = R"(
The safe join the safe. A household's chance of success is

    p = risky + (safe - risky) logistic(z)

z its standardised log consumption, and neighbours know it. Under joint liability a partner j is worth p_i p_j c to i, so a safe partner is
worth most to the safe: the only stable matching sorts the willing of an RW by p and cuts the line into groups of `size`. A block becomes a
group in the month in which one of its households founds; a rest of fewer than three waits. Who is willing, how often groups are founded,
meetings, cohesion and leaving are as under homophily, but ties play no part in the choice.)";

class Assortative final : public Model {
  GroupLife life;
  Number safe = number("safe", 0.9, "chance of success", {0, 1}, "evidence/behaviour K21");
  Number risky = number("risky", 0.5, "chance of success", {0, 1}, "evidence/behaviour K21");

 public:
  void begin(const Month&, Ward& ward) const override { life.begin(ward); }
  void ward(const Month& month, Ward& ward) const override { life.month(month, ward); }
  void households(const Month&, Cells& cells) const override { life.mark_willing(cells); }

  void after(const Month& month, Ward& ward) const override {
    const World& w = ward.world;
    // Those who live better are safer: the order of p is that of log consumption, or its reverse.
    const double span = safe - risky;
    struct Willing {
      std::uint32_t rw;
      double success;  // in the order of p
      Household household;
    };
    std::vector<Willing> line;
    for (const Household h : life.willing(ward))
      line.push_back({w.rw[h], span * double{ward.now(column::log_consumption, h)}, h});
    std::sort(line.begin(), line.end(), [](const Willing& a, const Willing& b) {
      if (a.rw != b.rw) return a.rw < b.rw;
      return a.success != b.success ? a.success > b.success : a.household < b.household;
    });
    for (std::size_t first = 0; first < line.size();) {
      std::size_t last = first;
      std::vector<Household> block;
      while (last < line.size() && line[last].rw == line[first].rw &&
             block.size() < static_cast<std::size_t>(life.size))
        block.push_back(line[last++].household);
      first = last;
      const bool founded = std::any_of(block.begin(), block.end(),
                                       [&](Household h) { return life.founds(month, ward, h); });
      if (founded && block.size() >= GroupLife::fewest) life.found(month, ward, block);
    }
    life.see_money(month, ward);
  }
};

}  // namespace

Entry assortative() {
  return entry<Assortative>(Slot::groups, "assortative", Standing::rival, paragraph,
                            "G2: Ghatak (1999), J. Dev. Econ. 60, 27-50; evidence/behaviour 3.3");
}

}  // namespace swadaya::models::groups
