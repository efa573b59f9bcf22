#include "sim/model.hpp"

namespace swadaya::models::groups {

namespace {

const char* const paragraph = R"(
Groups form and live as under homophily, and punish their own by degrees: a member who could pay and did not has offended, and the
n-th offence costs

    s_n = min(most, first growth^(n - 1))

instalments of a first loan, times the group's cohesion: who has no standing with the others has none to lose. Every member knows what
the next miss would cost, and the lending models count it in. After `forgiven` months without an offence all is forgotten.)";

class GraduatedSanctions final : public Model {
  GroupLife life;
  Companions companions;
  Sanctions sanctions{{0.2, "a word at the meeting: assumption"}};

 public:
  void begin(const Month&, Ward& ward) const override { life.begin(ward); }

  void ward(const Month& month, Ward& ward) const override {
    life.month(month, ward);
    for (Group& group : ward.groups)
      for (Member& m : group.members) {
        sanctions.count_offences(m);
        m.peer_sanction = group.alive() ? group.cohesion * sanctions.next(m) : 0;
      }
  }

  void households(const Month&, Cells& cells) const override { life.mark_willing(cells); }
  void after(const Month& month, Ward& ward) const override {
    companions.found_groups(month, ward, life);
  }
};

}  // namespace

Entry graduated_sanctions() {
  return entry<GraduatedSanctions>(
      Slot::groups, "graduated-sanctions", Standing::rival, paragraph,
      "G5: Ostrom (1990), Governing the Commons, principle 5; Cox, Arnold & Villamayor (2010), "
      "Ecol. Soc. 15(4) 38; evidence/behaviour 3.3");
}

}  // namespace swadaya::models::groups
