// branch_at: variants that share their months up to one, and run as if from the start.
#include "sim/scenario/branch.hpp"

#include <atomic>
#include <fmt/format.h>
#include <map>
#include <mutex>

#include "sim/base/error.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/jobs/history.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string variants_of_norm =
    "[[variant]]\nname = \"base\"\n"
    "[[variant]]\nname = \"loud\"\nset = { \"socialization.meetings\" = 6, \"lending.norm\" = 0.1 }\n"
    "[[variant]]\nname = \"later\"\nset = { \"lending.norm\" = 0.2 }\n"
    "[[variant.event]]\nmonth = 20\nset = { \"lending.norm\" = 0.9 }\n"
    "[[variant]]\nname = \"only-later\"\n"
    "[[variant.event]]\nmonth = 13\nset = { \"lending.norm\" = 1 }\n";

std::string branching(const std::string& at, const std::string& variants) {
  return std::string{small_ward} +
         "[[event]]\nmonth = 6\nset = { \"socialization.meetings\" = 1 }\n"
         "[[event]]\nmonth = 16\nset = { \"facilitation.hours\" = 200 }\n"
         "[experiment]\nreplicates = 3\n" +
         at + variants;
}

using All = std::map<std::pair<std::size_t, std::uint32_t>, Series>;

All all_of(const Experiment& experiment, std::size_t threads = 1) {
  All all;
  std::mutex mutex;
  Work work;
  work.threads = threads;
  run_jobs(experiment, all_models(), work, [&](const Job& job, const std::vector<Series>& series) {
    const std::lock_guard guard{mutex};
    for (std::size_t i = 0; i < series.size(); ++i)
      all[{job.variants[i], job.replicate}] = series[i];
  });
  return all;
}

bool same(const All& a, const All& b) {
  if (a.size() != b.size() || a.empty()) return false;
  for (const auto& [key, series] : a)
    if (!b.contains(key) || !same_bits(series, b.at(key))) return false;
  return true;
}

// As many variants as there are numbers, each with another norm.
std::string many(std::size_t count) {
  std::string text;
  for (std::size_t v = 0; v < count; ++v)
    text += fmt::format("[[variant]]\nname = \"v{}\"\nset = {{ \"lending.norm\" = {} }}\n", v,
                        0.02 * static_cast<double>(v));
  return text;
}

// The same experiment without sharing anything: what each sets is an event, and nothing else.
Experiment from_the_start(Experiment experiment) {
  experiment.branch_at.reset();
  return experiment;
}

}  // namespace

TEST(Branch, GivesTheBitsOfARunFromTheStartInWhichTheSetIsAnEvent) {
  const Experiment branched = experiment_from(branching("branch_at = 12\n", variants_of_norm));
  std::string written = variants_of_norm;
  const auto replace = [&](const std::string& from, const std::string& to) {
    written.replace(written.find(from), from.size(), to);
  };
  replace("set = { \"socialization.meetings\" = 6",
          "[[variant.event]]\nmonth = 13\nset = { \"socialization.meetings\" = 6");
  replace("set = { \"lending.norm\" = 0.2",
          "[[variant.event]]\nmonth = 13\nset = { \"lending.norm\" = 0.2");
  const Experiment events = experiment_from(branching("", written));
  ASSERT_FALSE(events.branch_at);
  const All expected = all_of(events);
  EXPECT_TRUE(same(all_of(branched), expected));
  EXPECT_TRUE(same(all_of(branched, 3), expected));
  // Each alone too.
  for (std::size_t v = 0; v < branched.variants.size(); ++v)
    EXPECT_TRUE(same_bits(series_of({branched.variants[v].scenario})[0], expected.at({v, 0}))) << v;
}

TEST(Branch, IsTheBaseUpToItsMonthAndNotBeyond) {
  const Experiment e = experiment_from(branching("branch_at = 12\n", variants_of_norm));
  const All all = all_of(e);
  for (std::size_t v = 1; v < 4; ++v) {
    const Series &base = all.at({0, 0}), &own = all.at({v, 0});
    const auto behind = static_cast<std::ptrdiff_t>(13 * outcomes().size());
    Series a{12, {base.values.begin(), base.values.begin() + behind}},
        b{12, {own.values.begin(), own.values.begin() + behind}};
    EXPECT_TRUE(same_bits(a, b)) << v;
    EXPECT_FALSE(same_bits(base, own)) << v;
  }
}

TEST(Branch, SharesAHistoryAmongMoreVariantsThanFitIntoAJob) {
  const Experiment branched = experiment_from(branching("branch_at = 9\n", many(35)));
  EXPECT_TRUE(same(all_of(branched), all_of(from_the_start(branched))));
  EXPECT_TRUE(same(all_of(branched, 4), all_of(from_the_start(branched))));
}

TEST(Branch, WorksFromTheFirstMonthAndFromTheLastButOne) {
  for (const char* at : {"branch_at = 0\n", "branch_at = 29\n"}) {
    const Experiment branched = experiment_from(branching(at, many(3)));
    EXPECT_TRUE(same(all_of(branched), all_of(from_the_start(branched)))) << at;
  }
}

// Counted in calls that the run makes to ask whether to go on: one a month of each simulation.
TEST(Branch, RunsTheHistoryOnceAWorld) {
  const auto months = [](const Experiment& e, std::size_t threads) {
    std::atomic<std::size_t> asked = 0;
    Work work;
    work.threads = threads;
    work.go_on = [&] {
      ++asked;
      return true;
    };
    run_jobs(e, all_models(), work, [](const Job&, const std::vector<Series>&) {});
    return asked.load();
  };
  // 48 variants are three jobs a world; each job asks once more before it begins.
  const Experiment branched = experiment_from(branching("branch_at = 20\n", many(48)));
  for (const std::size_t threads : {1, 4}) {
    EXPECT_EQ(months(branched, threads), 3u * (20 + 3 * 10 + 3)) << threads;
    EXPECT_EQ(months(from_the_start(branched), threads), 3u * (3 * 30 + 3)) << threads;
  }
}

TEST(Branch, StoresNothingOfAHistoryThatWasStopped) {
  const Experiment e = experiment_from(branching("branch_at = 12\n", many(20)));
  std::size_t asked = 0;
  Work work;
  work.threads = 1;
  work.go_on = [&] { return ++asked < 8; };  // within the first history
  std::size_t stored = 0;
  EXPECT_FALSE(run_jobs(e, all_models(), work,
                        [&](const Job&, const std::vector<Series>& s) { stored += s.size(); }));
  EXPECT_EQ(stored, 0u);
}

TEST(Branch, ReadsBackWhatItResolvedTo) {
  const Experiment e = experiment_from(branching("branch_at = 12\n", variants_of_norm));
  const Experiment back =
      read_experiment(file_with("back.toml", resolved_toml(e, all_models())), all_models(), {});
  EXPECT_EQ(back.branch_at, 12);
  EXPECT_TRUE(same(all_of(back), all_of(e)));
  EXPECT_EQ(resolved_toml(back, all_models()), resolved_toml(e, all_models()));
}

TEST(Branch, BranchesThePointsOfDesigns) {
  const Experiment sweep = experiment_from(branching(
      "branch_at = 12\n", "[sweep]\n[sweep.parameters]\n\"lending.norm\" = [0.1, 0.5, 0.9]\n"));
  EXPECT_EQ(swept_keys(sweep), std::vector<std::string>{"lending.norm"});
  EXPECT_EQ(std::get<double>(settings_of(sweep, 2).at("lending.norm")), 0.9);
  EXPECT_EQ(std::get<double>(sweep.variants[2].scenario.values.at("lending.norm")),
            std::get<double>(sweep.variants[0].scenario.values.at("lending.norm")));
  EXPECT_TRUE(same(all_of(sweep), all_of(from_the_start(sweep))));
  const Experiment factorial = experiment_from(
      branching("branch_at = 12\n",
                "[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 0.1 }\n"
                "[[factorial.lever]]\nname = \"b\"\nset = { \"socialization.meetings\" = 6 }\n"));
  EXPECT_TRUE(same(all_of(factorial), all_of(from_the_start(factorial))));
  const Experiment morris = experiment_from(branching(
      "branch_at = 12\n",
      "[sensitivity]\nmethod = \"morris\"\nwalks = 2\n[sensitivity.parameters]\n"
      "\"lending.norm\" = \"range\"\n\"socialization.meetings\" = { low = 0, high = 4 }\n"));
  EXPECT_TRUE(same(all_of(morris), all_of(from_the_start(morris))));
}

TEST(Branch, LetsTheCommandLineHoldFromTheStartInAllVariants) {
  const Experiment e =
      experiment_from(branching("branch_at = 12\n", variants_of_norm), {"lending.norm=0.7"});
  for (std::size_t v = 0; v < 3; ++v)
    EXPECT_EQ(std::get<double>(settings_of(e, v).at("lending.norm")), 0.7) << v;
  EXPECT_EQ(std::get<double>(settings_of(e, 1).at("socialization.meetings")), 6);
}

TEST(Branch, RefusesWhatCannotBranch) {
  const std::string text = refusal(branching(
      "branch_at = 12\n",
      "[[variant]]\nname = \"a\"\nset = { \"world.poor\" = 0.3, \"models.lending\" = \"none\" }\n"
      "[[variant]]\nname = \"b\"\nset = { \"network.generator\" = \"none\", \"time.months\" = 40 }\n"
      "[[variant]]\nname = \"c\"\n[[variant.event]]\nmonth = 12\nset = { \"lending.norm\" = 0.3 }\n"
      "[[variant]]\nname = \"d\"\nset = { \"lending.norn\" = 0.3 }\n"));
  for (const char* part :
       {"world.poor = 0.3: can't differ between variants that are the same up to month 12; set it "
        "for all of them",
        "models.lending", "network.generator", "time.months",
        "variant.event.month = 12: lies before the variants part after month 12; 13 or later",
        "did you mean `lending.norm`"})
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  EXPECT_TRUE(has(refusal(branching("branch_at = 30\n", many(2))),
                  "test.toml:22:1: experiment.branch_at = 30: must be a month before the last one, "
                  "which is 30"))
      << refusal(branching("branch_at = 30\n", many(2)));
  EXPECT_TRUE(has(refusal(branching("branch_at = 1.5\n", many(2))), "must be a whole number"));
  EXPECT_TRUE(has(refusal(branching("branch_at = 12\n", "")), "needs variants that part there"));
  EXPECT_TRUE(has(refusal(branching("branchat = 12\n", many(2))), "did you mean `branch_at`?"));
  const std::string sweep = refusal(branching(
      "branch_at = 12\n", "[sweep]\n[sweep.parameters]\n\"world.poor\" = [0.1, 0.2, 0.3]\n"));
  EXPECT_TRUE(has(sweep, "world.poor")) << sweep;
  EXPECT_EQ(sweep.find("can't differ"), sweep.rfind("can't differ")) << sweep;
}

}  // namespace swadaya
