// One job: up to sixteen variants side by side in one world, month by month through the ten slots.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/parallel.hpp"
#include "sim/month/behaviour.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/month/lanes.hpp"
#include "sim/month/outcome.hpp"
#include "sim/month/recording.hpp"
#include "sim/month/scenario.hpp"
#include "sim/month/state.hpp"

namespace swadaya {

class Simulation {
 public:
  // `variants`: 1 to 16 scenarios with the same models and months. `order`: how chunks and wards
  // are worked off; it never shows in the results. World and scenarios must outlive the simulation.
  // Here and in `step`, whatever a model throws becomes a ModelFailure.
  // `state`: where one variant of this world and these models stood, as `state` gave it; all
  // variants go on from there, each with the parameters that it has at that month. Empty: from the
  // start. Throws WrongState.
  Simulation(const World& world, std::span<const Scenario* const> variants,
             const Catalogue& catalogue, Order order, std::string_view state = {});
  ~Simulation();
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  int month() const { return lanes_.month; }
  void step();  // one month
  // From now on, everything that a ward carries is looked at after every hook, to say whose fault
  // it is where something is wrong.
  void look_closely() { closely_ = true; }
  // Outcomes as they stand, one row per variant, each one value per outcome.
  std::vector<std::vector<double>> outcomes_now();

  // Where a variant stands after whole months; its bytes don't depend on the variants beside it.
  std::string state(std::uint32_t variant);

  // For tests and pictures.
  const Columns& columns() const { return lanes_.columns; }
  std::uint32_t lanes() const { return lanes_.count; }
  Ward& ward(std::uint32_t number, std::uint32_t variant);
  std::size_t bytes() const;  // of all that grows with households and variants, without the world
  // Steps one slot alone, without moving the month on; for benchmarks.
  void step_slot(Slot slot);

 private:
  struct Stage;  // a slot's models with their parameters

  void set(const Values& settings, std::uint32_t lane);
  void apply_events();
  void begin();
  void check_restored() const;
  void look_at(const Stage& stage, const Ward& ward) const;
  void look_at_all() const;
  std::string rivals() const;
  VariantState part(std::uint32_t lane);
  using OnWard = void (Model::*)(const Month&, Ward&) const;
  void each_ward(const Stage& stage, const char* hook, const Month& month, OnWard work);
  void pass(const Stage& stage, const Month& month);
  void check_money() const;
  void check_restored_money() const;  // throws WrongState

  const World& world_;
  std::vector<const Scenario*> variants_;
  Order order_;
  std::vector<std::unique_ptr<Stage>> stages_;
  Declare programme_declared_{"programme"}, costs_declared_{"costs"};
  std::vector<Programme> programmes_;  // like the costs one a variant
  std::vector<Costs> costs_;
  Lanes lanes_;
  std::vector<std::unique_ptr<Ward>> wards_;  // by variant, then ward
  std::vector<Area> areas_;                   // by variant, then area
  std::vector<std::size_t> next_event_;       // by variant
  bool closely_ = false;
  Recorder recorder_;
};

// How a run is worked off.
struct Course {
  const World& world;
  const Catalogue& catalogue;
  Order order;
  // Asked each month; the run ends where it returns false.
  const std::function<bool()>& go_on;
};

// The months of one variant up to some month: what it has recorded, and where it stands then.
struct History {
  int month = 0;
  std::vector<double> rows{};  // (month + 1) x outcomes().size(), like a series
  std::string state{};
};

// One variant up to `month`, from the start or on from an earlier `past`. Empty where it was
// stopped.
std::optional<History> history_of(const Course& course, const Scenario& variant, int month,
                                  const History* past);

// Runs all months; one series per variant, complete with the months of `past`, which all variants
// go on from; nullptr where they begin at the start. Empty where it was stopped.
std::vector<Series> run(const Course& course, std::span<const Scenario* const> variants,
                        const History* past);
// The same from the start.
std::vector<Series> run(const World& world, std::span<const Scenario* const> variants,
                        const Catalogue& catalogue, Order order,
                        const std::function<bool()>& go_on);

}  // namespace swadaya
