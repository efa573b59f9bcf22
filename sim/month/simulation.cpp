#include "sim/month/simulation.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <new>
#include <stdexcept>

#include "sim/base/error.hpp"
#include "sim/month/cells.hpp"
#include "sim/month/inspection.hpp"
#include "sim/month/limits.hpp"
#include "sim/month/outcome_row.hpp"
#include "sim/month/state_check.hpp"

namespace swadaya {

namespace {

// Calls into a model. What it throws may be of a type that only its plug-in knows, so nothing of it
// is passed on but the text. `hook`: nullptr while the model is made.
template <class F>
void call(const Entry& entry, const char* hook, int month, F work) {
  const auto failure = [&](const char* reason) {
    return ModelFailure{fmt::format("{}/{}", name_of(entry.info.slot), entry.info.name),
                        hook ? fmt::format("in `{}` of month {}", hook, month) : "when it was made",
                        reason};
  };
  try {
    work();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const MachineFailure&) {
    throw;
  } catch (const std::exception& error) {
    throw failure(error.what());
  } catch (...) {
    throw failure("it threw something that is no std::exception");
  }
}

}  // namespace

struct Simulation::Stage {
  const Entry& entry;
  Declare declare;
  std::vector<std::unique_ptr<Model>> models;  // one a variant
  Stage(const Entry& e, const Declare::Counts& before, std::size_t variants)
      : entry{e}, declare{e.info.slot, before} {
    for (std::uint32_t lane = 0; lane < variants; ++lane)
      call(e, nullptr, 0, [&] { models.push_back(made(e, declare, lane)); });
  }
};

namespace {

// Log consumption below which this share of a place's households lies, by the long-run mean.
float quantile_of_consumption(const World& world, const Place& place, double share) {
  std::vector<float> values;
  for (Household h = place.first; h < place.last; ++h)
    if (world.occupied[h] > 0) values.push_back(world.log_consumption[h]);
  if (values.empty()) return 0;
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size()));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

// The models' columns of groups and wards, slot after slot.
template <class Stages>
Owned owned_by(const Stages& stages, const Declare::Counts& all) {
  Owned owned{{}, {}, all.area_columns, all.area_lists};
  const auto append = [](std::vector<double>& to, const std::vector<double>& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  for (const auto& stage : stages) {
    append(owned.first_of_groups, stage->declare.first_of_groups());
    append(owned.first_of_wards, stage->declare.first_of_wards());
  }
  return owned;
}

template <class Stages>
Lanes lanes_for(const World& world, std::size_t variants, const Stages& stages) {
  const auto count = static_cast<std::uint32_t>(std::bit_ceil(variants));
  const Declare::Counts all = stages.back()->declare.next();
  std::size_t written_at_once = 0;
  for (const auto& stage : stages)
    written_at_once = std::max(written_at_once, stage->declare.written().size());
  const ColumnCounts columns{all.columns, all.rt_columns,
                             (std::size_t{world.rows()} + pack_width) * count,
                             world.rts.size() * count, static_cast<std::uint32_t>(written_at_once)};
  Lanes lanes{world,
              count,
              0,
              Columns{columns},
              count == 1 ? in_packs(world.ties) : TiesOfPacks{},
              {},
              owned_by(stages, all)};
  lanes.marked.assign(world.chunks.size(),
                      std::vector<std::vector<Household>>(std::size_t{all.marks} * count));
  return lanes;
}

// What a section that is no slot declares, once for each variant.
template <class Settings>
std::vector<Settings> settings_of(Declare& declare, std::size_t variants) {
  std::vector<Settings> all;
  for (std::uint32_t lane = 0; lane < variants; ++lane) {
    const Declare::Making making{declare, lane};
    all.emplace_back();
  }
  return all;
}

}  // namespace

Simulation::Simulation(const World& world, std::span<const Scenario* const> variants,
                       const Catalogue& catalogue, Order order, std::string_view state)
    : world_{world},
      variants_{variants.begin(), variants.end()},
      order_{order},
      stages_{[&] {
        if (variants.empty() || variants.size() > pack_width)
          throw std::logic_error{"a job has 1 to 16 variants"};
        std::vector<std::unique_ptr<Stage>> stages;
        Declare::Counts before = Declare::shared;
        for (std::size_t s = 0; s < slot_count; ++s) {
          const Entry& entry = catalogue.entry(static_cast<Slot>(s), variants[0]->models[s]);
          stages.push_back(std::make_unique<Stage>(entry, before, variants.size()));
          before = stages.back()->declare.next();
        }
        return stages;
      }()},
      programmes_{settings_of<Programme>(programme_declared_, variants.size())},
      costs_{settings_of<Costs>(costs_declared_, variants.size())},
      lanes_{lanes_for(world, variants.size(), stages_)},
      next_event_(variants.size(), 0),
      recorder_{world} {
  for (std::uint32_t lane = 0; lane < variants_.size(); ++lane) {
    for (std::uint32_t w = 0; w < world.wards.size(); ++w)
      wards_.push_back(
          std::make_unique<Ward>(world, programmes_[lane], costs_[lane], lanes_, w, lane));
    for (std::uint32_t a = 0; a < world.wards_of_area.size(); ++a) {
      areas_.emplace_back(a, lane, lanes_.owned);
      for (const std::uint32_t w : world.wards_of_area[a])
        areas_.back().wards.push_back(wards_[lane * world.wards.size() + w].get());
    }
  }
  // Lanes without a variant repeat the first one's parameters, so that their numbers stay finite.
  for (std::uint32_t lane = 0; lane < lanes_.count; ++lane)
    set(variants_[lane < variants_.size() ? lane : 0]->values, lane);
  for (std::uint32_t lane = 0; lane < lanes_.count && !state.empty(); ++lane)
    restore(part(lane), state);
  for (std::uint32_t lane = 0; lane < variants_.size() && !state.empty(); ++lane)
    check_state(part(lane));
  if (!state.empty()) check_restored(), check_restored_money();
  apply_events();
  if (state.empty()) begin();
}

Simulation::~Simulation() = default;

void Simulation::check_restored() const try {
  check_columns(lanes_);
  for (const auto& ward : wards_) check_ward(*ward, lanes_.owned);
} catch (const std::range_error& error) {
  throw WrongState{error.what()};
}

Ward& Simulation::ward(std::uint32_t number, std::uint32_t variant) {
  return *wards_.at(std::size_t{variant} * world_.wards.size() + number);
}

VariantState Simulation::part(std::uint32_t lane) {
  // Every member is named here, so that none is forgotten. No state: the world; models, whose work
  // is const; parameters and events, which follow from the scenario and the month; sums for
  // recording, which are taken anew.
  auto& [world, variants, order, stages, programme_declared, costs_declared, programmes, costs,
         lanes, wards, areas, next_event, closely, recorder] = *this;
  const bool empty = lane >= variants.size();
  const std::size_t w = world.wards.size(), a = world.wards_of_area.size();
  return {lanes, lane, empty ? std::span{wards}.first(0) : std::span{wards}.subspan(lane * w, w),
          empty ? std::span{areas}.first(0) : std::span{areas}.subspan(lane * a, a)};
}

std::string Simulation::state(std::uint32_t variant) { return bytes_of(part(variant)); }

std::size_t Simulation::bytes() const { return lanes_.columns.bytes(); }

void Simulation::set(const Values& settings, std::uint32_t lane) {
  programme_declared_.set(settings, lane, lanes_.count);
  costs_declared_.set(settings, lane, lanes_.count);
  for (const auto& stage : stages_) stage->declare.set(settings, lane, lanes_.count);
}

void Simulation::apply_events() {
  for (std::uint32_t lane = 0; lane < variants_.size(); ++lane) {
    const std::vector<Event>& events = variants_[lane]->events;
    for (std::size_t& i = next_event_[lane]; i < events.size() && events[i].month <= lanes_.month;
         ++i)
      set(events[i].set, lane);
  }
}

// After each hook of a rival, plug-ins among them; what the models by default leave is looked at
// once a month, as they are many and known.
void Simulation::look_at(const Stage& stage, const Ward& ward) const {
  if (closely_ || !stage.entry.info.is_default) check_ward(ward, lanes_.owned);
}

void Simulation::look_at_all() const {
  for_each(wards_.size(), order_, [&](std::size_t i) {
    try {
      check_ward(*wards_[i], lanes_.owned);
    } catch (const std::range_error& error) {
      throw ModelFailure{rivals(), fmt::format("in month {}", lanes_.month), error.what()};
    }
  });
}

// The models that aren't by default: whoever isn't one of ours is asked first.
std::string Simulation::rivals() const {
  std::string names;
  for (const auto& stage : stages_)
    if (!stage->entry.info.is_default)
      names += fmt::format("{}{}/{}", names.empty() ? "" : " or ", name_of(stage->entry.info.slot),
                           stage->entry.info.name);
  return names.empty() ? "by default" : names;
}

void Simulation::each_ward(const Stage& stage, const char* hook, const Month& month, OnWard work) {
  for_each(wards_.size(), order_, [&](std::size_t i) {
    Ward& ward = *wards_[i];
    call(stage.entry, hook, month.number, [&] {
      (*stage.models[ward.lane()].*work)(month, ward);
      look_at(stage, ward);
    });
  });
}

void Simulation::begin() {
  const Month month{0, 1.0f, world_};
  for_each(wards_.size(), order_, [&](std::size_t i) {
    Ward& ward = *wards_[i];
    ward.ever_borrowed.assign(ward.place().last - ward.place().first, 0);
    ward.bottom40 = quantile_of_consumption(world_, ward.place(), 0.4);
  });
  for (const auto& stage : stages_)
    if (stage->entry.begins) each_ward(*stage, "begin", month, &Model::begin);
}

void Simulation::pass(const Stage& stage, const Month& month) {
  const std::vector<Column>& written = stage.declare.written();
  lanes_.columns.open(written);
  for_each(world_.chunks.size(), order_, [&](std::size_t c) {
    const Chunk& chunk = world_.chunks[c];
    for (auto& list : lanes_.marked[c]) list.clear();
    Cells cells{lanes_, c, stage.declare.decisions().size()};
    const std::size_t packs = cells.packs();
    call(stage.entry, "households", month.number, [&] {
      for (std::size_t p = 0; p < packs; ++p) {
        cells.move_to(p);
        stage.models[0]->households(month, cells);
      }
    });
    for (const Column column : written) {
      const std::uint32_t times = cells.times_written(column);
      if (times == packs) {
        call(stage.entry, "households", month.number,
             [&] { check_cells(lanes_, column, chunk, packs); });
        continue;
      }
      if (times != 0)
        call(stage.entry, "households", month.number, [&] {
          throw std::logic_error{
              fmt::format("it writes column {} in {} of {} packs", column.number, times, packs)};
        });
      // Nothing was written: the frozen values stay.
      const std::size_t first = std::size_t{chunk.first} * lanes_.count;
      std::memcpy(lanes_.columns.next(column) + first, lanes_.columns.now(column) + first,
                  packs * pack_width * sizeof(float));
    }
  });
  lanes_.columns.commit();
}

void Simulation::step_slot(Slot slot) {
  const Stage& stage = *stages_[static_cast<std::size_t>(slot)];
  const Month month{lanes_.month, 1.0f, world_};
  const Entry& does = stage.entry;
  if (does.acts_on_areas)
    for_each(areas_.size(), order_, [&](std::size_t i) {
      Area& area = areas_[i];
      call(does, "area", month.number, [&] {
        stage.models[area.lane()]->area(month, area);
        for (const Ward* ward : area.wards) look_at(stage, *ward);
      });
    });
  if (does.acts_on_wards) each_ward(stage, "ward", month, &Model::ward);
  if (does.acts_on_households) pass(stage, month);
  if (does.acts_after) each_ward(stage, "after", month, &Model::after);
}

void Simulation::step() {
  ++lanes_.month;
  apply_events();
  for (const auto& ward : wards_) ward->spent.pay_others(ward->costs, lanes_.month);
  for (std::size_t s = 0; s < slot_count; ++s) step_slot(static_cast<Slot>(s));
  look_at_all();
  check_money();
}

namespace {

// What a ward's books are off by, kRp; 0 where that is no more than rounding.
double off_by(const Ward& ward) {
  const Fund::Flows& f = ward.fund.flows();
  const double scale = 1.0 + f.granted + f.lent + f.principal_repaid + f.interest_paid;
  double balances = 0, savings = 0;
  for (const Group& g : ward.groups) balances += g.balance(), savings += g.savings();
  const double off =
      std::max({std::abs(ward.fund.imbalance()), std::abs(f.lent - f.principal_repaid - balances),
                std::abs(f.saved - f.savings_returned - savings)});
  return off <= 1e-9 * scale ? 0 : off;
}

}  // namespace

void Simulation::check_money() const {
  for (const auto& ward : wards_)
    if (const double off = off_by(*ward); off != 0)
      throw std::logic_error{
          fmt::format("money is not conserved in ward {} at month {}: off by {} kRp",
                      ward->number(), lanes_.month, off)};
}

void Simulation::check_restored_money() const {
  for (const auto& ward : wards_)
    if (off_by(*ward) != 0) throw WrongState{"the books of a ward don't add up"};
}

std::vector<std::vector<double>> Simulation::outcomes_now() try {
  std::vector<std::vector<double>> rows;
  for (const Tally& tally : recorder_.tallies_of(lanes_, wards_, variants_.size(), order_))
    rows.push_back(outcomes_of(tally, recorder_.bins()));
  for (const std::vector<double>& row : rows)
    for (std::size_t o = 0; o < row.size(); ++o)
      if (const std::string fault = fault_of(outcomes()[o], row[o]); !fault.empty())
        throw std::range_error{outcomes()[o].name + " " + fault};
  return rows;
} catch (const std::range_error& error) {
  // Each hook left what is within its limits, and yet.
  throw ModelFailure{rivals(), fmt::format("in what is recorded of month {}", lanes_.month),
                     error.what()};
}

}  // namespace swadaya
