// One job: up to sixteen variants side by side in one world, month by month through the ten slots.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "sim/catalogue.hpp"
#include "sim/lanes.hpp"
#include "sim/model.hpp"
#include "sim/outcome.hpp"
#include "sim/parallel.hpp"
#include "sim/recording.hpp"
#include "sim/scenario.hpp"

namespace swadaya {

class Simulation {
 public:
  // `variants`: 1 to 16 scenarios with the same models and months. `order`: how chunks and wards
  // are worked off; it never shows in the results. World and scenarios must outlive the simulation.
  // Here and in `step`, whatever a model throws becomes a ModelFailure.
  Simulation(const World& world, std::span<const Scenario* const> variants,
             const Catalogue& catalogue, Order order);
  ~Simulation();
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  int month() const { return lanes_.month; }
  void step();  // one month
  // Outcomes as they stand, one row per variant, each one value per outcome.
  std::vector<std::vector<double>> outcomes_now();

  // For tests and pictures.
  const Columns& columns() const { return lanes_.columns; }
  std::uint32_t lanes() const { return lanes_.count; }
  Ward& ward(std::uint32_t number, std::uint32_t variant);
  std::size_t bytes() const;  // of all that grows with households and variants, without the world
  // Steps one slot alone, without moving the month on; for benchmarks.
  void step_slot(Slot slot);

 private:
  struct Stage;  // a slot's model with its parameters

  void apply_events();
  void begin();
  using OnWard = void (Model::*)(const Month&, Ward&) const;
  void each_ward(const Stage& stage, const char* hook, const Month& month, OnWard work);
  void pass(const Stage& stage, const Month& month);
  void check_money() const;

  const World& world_;
  std::vector<const Scenario*> variants_;
  Order order_;
  std::vector<std::unique_ptr<Stage>> stages_;
  Section programme_section_, costs_section_;
  Programme programme_;
  Costs costs_;
  Lanes lanes_;
  std::vector<std::unique_ptr<Ward>> wards_;  // by variant, then ward
  std::vector<Area> areas_;                   // by variant, then area
  std::vector<std::size_t> next_event_;       // by variant
  Recorder recorder_;
};

// Runs all months; one series per variant. `go_on` is asked each month and ends the run by
// returning false (then the result is empty).
std::vector<Series> run(const World& world, std::span<const Scenario* const> variants,
                        const Catalogue& catalogue, Order order,
                        const std::function<bool()>& go_on);

}  // namespace swadaya
