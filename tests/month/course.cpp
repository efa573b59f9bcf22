// Whose fault it is where something that was in order a month ago no longer is.
#include <cmath>

#include "sim/base/error.hpp"
#include "sim/month/simulation.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

// Spoils a member's savings in month 14, where there are some: nothing comes and nothing goes.
template <Slot slot>
class Spoils final : public Model {
 public:
  void ward(const Month& month, Ward& ward) const override {
    if (month.number != 14) return;
    for (Group& g : ward.groups)
      for (Member& m : g.members) m.savings = std::nan("");
  }
};

// As a rival, or in the place of the model by default.
template <Slot slot>
std::string said_where(Standing standing) {
  std::vector<Entry> entries = models::all();
  if (standing == Standing::by_default)
    std::erase_if(entries, [](const Entry& e) { return e.info.slot == slot && e.info.is_default; });
  entries.push_back(entry<Spoils<slot>>(slot, "spoils", standing, "It spoils.", "a test"));
  const Catalogue catalogue{std::move(entries)};
  const Experiment e =
      read_experiment(file_with("test.toml", small_ward), catalogue,
                      {{"models." + std::string{name_of(slot)} + "=spoils", "time.months=15",
                        "groups.wants_loan=0.8", "groups.founding=0.1"},
                       {},
                       {}});
  const Scenario* const one = &e.variants[0].scenario;
  const World world = world_of(*one);
  // A simulation by itself doesn't look at what each model by default leaves.
  Simulation simulation{world, {&one, 1}, catalogue, Order::one_by_one};
  const std::string alone = said_by([&] {
    while (simulation.month() < 15) simulation.step();
  });
  EXPECT_EQ(has(alone, "/spoils"), standing == Standing::rival) << alone;
  EXPECT_TRUE(has(alone, "of month 14") || has(alone, "in month 14")) << alone;
  return said_by([&] { run(world, {&one, 1}, catalogue, Order::one_by_one, [] { return true; }); });
}

}  // namespace

TEST(Course, NamesTheModelThatSpoiledWhatWasThere) {
  for (const Standing standing : {Standing::rival, Standing::by_default})
    for (const auto& [slot, said] : {std::pair{"attitude", said_where<Slot::attitude>(standing)},
                                     std::pair{"welfare", said_where<Slot::welfare>(standing)}}) {
      EXPECT_TRUE(said.starts_with(std::string{"model "} + slot +
                                   "/spoils: failed in `ward` of month 14: in ward 0, group "))
          << said;
      EXPECT_TRUE(has(said, "a member's savings is nan")) << said;
    }
}

}  // namespace swadaya
