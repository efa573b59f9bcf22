// Whole runs of a job: month by month, with what is recorded of each.
#include <stdexcept>

#include "sim/base/error.hpp"
#include "sim/month/simulation.hpp"

namespace swadaya {

namespace {

void check_month(const Simulation& simulation, const History* past) {
  if (past && simulation.month() != past->month) throw WrongState{"it is of another month"};
}

std::optional<History> history_once(const Course& course, const Scenario& variant, int month,
                                    const History* past, bool closely) {
  const Scenario* const one = &variant;
  Simulation simulation{course.world,
                        {&one, 1},
                        course.catalogue,
                        course.order,
                        past ? std::string_view{past->state} : std::string_view{}};
  check_month(simulation, past);
  if (closely) simulation.look_closely();
  History history{month};
  if (past) history.rows = past->rows;
  const auto record = [&] {
    const std::vector<double> row = simulation.outcomes_now()[0];
    history.rows.insert(history.rows.end(), row.begin(), row.end());
  };
  if (!past) record();
  while (simulation.month() < month) {
    if (!course.go_on()) return std::nullopt;
    simulation.step();
    record();
  }
  if (simulation.month() != month) throw std::logic_error{"a history can't end before it begins"};
  history.state = simulation.state(0);
  return history;
}

std::vector<Series> run_once(const Course& course, std::span<const Scenario* const> variants,
                             const History* past, bool closely) {
  Simulation simulation{course.world, variants, course.catalogue, course.order,
                        past ? std::string_view{past->state} : std::string_view{}};
  check_month(simulation, past);
  if (closely) simulation.look_closely();
  const int months = variants[0]->months;
  if (simulation.month() > months) throw std::logic_error{"a run can't end before it begins"};
  std::vector<Series> series(variants.size());
  const auto record = [&] {
    const auto rows = simulation.outcomes_now();
    for (std::size_t v = 0; v < series.size(); ++v)
      series[v].values.insert(series[v].values.end(), rows[v].begin(), rows[v].end());
  };
  for (Series& s : series) {
    s.months = months;
    s.values.reserve(static_cast<std::size_t>(months + 1) * outcomes().size());
    if (past) s.values.insert(s.values.end(), past->rows.begin(), past->rows.end());
  }
  if (!past) record();
  while (simulation.month() < months) {
    if (!course.go_on()) return {};
    simulation.step();
    record();
  }
  return series;
}

// Where a model fails, the same months once more, looking at everything after every hook: it may
// have come upon what another one left. A run that goes well pays nothing for that.
template <class Work>
auto naming_the_model(Work work) {
  try {
    return work(false);
  } catch (const ModelFailure& failure) {
    work(true);
    throw ModelFailure{failure};  // this time it went well
  }
}

}  // namespace

std::optional<History> history_of(const Course& course, const Scenario& variant, int month,
                                  const History* past) {
  return naming_the_model(
      [&](bool closely) { return history_once(course, variant, month, past, closely); });
}

std::vector<Series> run(const Course& course, std::span<const Scenario* const> variants,
                        const History* past) {
  return naming_the_model([&](bool closely) { return run_once(course, variants, past, closely); });
}
std::vector<Series> run(const World& world, std::span<const Scenario* const> variants,
                        const Catalogue& catalogue, Order order,
                        const std::function<bool()>& go_on) {
  return run({world, catalogue, order, go_on}, variants, nullptr);
}

}  // namespace swadaya
