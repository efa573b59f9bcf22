#include "sim/jobs/job_runner.hpp"

#include <fmt/format.h>
#include <stdexcept>

#include "sim/base/error.hpp"
#include "sim/month/simulation.hpp"
#include "sim/month/state.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

std::uint32_t world_number(const Job& job, const Experiment& experiment) {
  return experiment.variants[job.world].first_world + job.replicate;
}

std::string place_of(const Job& job, const Experiment& experiment) {
  return fmt::format("replicate {} of seed {}, variants from `{}`", world_number(job, experiment),
                     experiment.seed, experiment.variants[job.variants[0]].name);
}

}  // namespace

JobRunner::JobRunner(const Experiment& experiment, const Catalogue& catalogue, Order inside,
                     Histories& histories)
    : experiment_{experiment}, catalogue_{catalogue}, inside_{inside}, histories_{histories} {
  if (!experiment.from.empty()) checkpoint_.emplace(experiment.from);
}

// Files of a world are read when its first job comes.
const Worlds& JobRunner::worlds_of(std::size_t variant) {
  const std::lock_guard guard{mutex_};
  return worlds_
      .try_emplace(variant, experiment_.variants[variant].scenario.values, experiment_.seed)
      .first->second;
}

const Scenario& JobRunner::scenario_of(const Job& job, std::size_t variant,
                                       std::deque<Scenario>& drawn) const {
  const Variant& own = experiment_.variants[variant];
  if (experiment_.posterior.keys.empty()) return own.scenario;
  drawn.push_back(moved(own, experiment_.posterior.values(job.replicate)));
  return drawn.back();
}

bool JobRunner::run(const Job& job, const Sinks& sinks, const std::function<bool()>& go_on) {
  // What variants go on from, nullptr where they begin at the start; nothing where it was stopped.
  const auto past_of = [&](const Course& course) -> std::optional<std::shared_ptr<const History>> {
    std::shared_ptr<const History> past;
    if (checkpoint_)
      past = std::make_shared<History>(checkpoint_->history(job.replicate, course.world));
    const auto until = experiment_.branch_at ? experiment_.branch_at : experiment_.checkpoint;
    if (!until) return past;
    std::deque<Scenario> drawn;
    const Scenario& first = scenario_of(job, job.world, drawn);
    past = histories_.of(job, [&] { return history_of(course, first, *until, past.get()); });
    if (!past) return std::nullopt;
    if (experiment_.checkpoint) sinks.keep(job.replicate, course.world, *past);
    return past;
  };
  const auto finish = [&](const World& world, const Job& part) {
    const Course course{world, catalogue_, inside_, go_on};
    const auto past = past_of(course);
    if (!past) return false;
    std::vector<Series> all;
    for (std::size_t at = 0; at < part.variants.size();) {
      const std::size_t count = batch_of(part.variants.size() - at);
      std::deque<Scenario> drawn;
      std::vector<const Scenario*> lanes;
      for (std::size_t k = 0; k < count; ++k)
        lanes.push_back(&scenario_of(job, part.variants[at + k], drawn));
      auto series = swadaya::run(course, lanes, past->get());
      if (series.empty()) return false;
      for (Series& s : series) all.push_back(std::move(s));
      at += count;
    }
    sinks.series(part, all);
    return true;
  };
  // Of variants that ran together only those that fail alone too are lost.
  const auto one_by_one = [&](const World& world) {
    for (const std::size_t variant : job.variants) {
      const Job alone{job.replicate, {variant}, job.world};
      try {
        if (!finish(world, alone)) return false;
      } catch (const ModelFailure& failure) {
        sinks.failed(alone, failure.in(place_of(alone, experiment_)));
      }
    }
    return true;
  };
  const auto through = [&] {
    const World world = worlds_of(job.world).draw(world_number(job, experiment_));
    try {
      return finish(world, job);
    } catch (const ModelFailure& failure) {
      if (!sinks.failed) throw failure.in(place_of(job, experiment_));
      return one_by_one(world);
    }
  };
  try {
    const bool went_through = through();
    histories_.end(job);
    return went_through;
  } catch (const WrongState& wrong) {
    const std::string why =
        fmt::format("replicate {} can't be gone on with: {}", job.replicate, wrong.what());
    if (!checkpoint_) throw BadInput{Problem{"", 0, 0, "", "", why, ""}};
    throw refused(experiment_.from, why, "write it again: swadaya run ... --checkpoint");
  } catch (const std::logic_error& error) {
    throw std::logic_error{place_of(job, experiment_) + ": " + error.what()};
  }
}

}  // namespace swadaya
