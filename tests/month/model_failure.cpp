// A model that throws ends the run with its name, wherever and on whichever thread it does.
#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "sim/base/error.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

enum class Hook { constructor, begin, area, ward, households, half, after, nothing };

struct NoException {};

bool is_in_catalogue = false;  // the catalogue makes each model once, before any simulation does

template <Hook where>
class Throws final : public Model {
 public:
  Throws() {
    writes({column::attitude});
    if (where == Hook::constructor && is_in_catalogue) throw std::runtime_error{"out of ideas"};
  }
  void begin(const Month&, Ward&) const override { fail(Hook::begin); }
  void area(const Month&, Area&) const override { fail(Hook::area); }
  void ward(const Month&, Ward&) const override { fail(Hook::ward); }
  void households(const Month&, Cells& cells) const override {
    fail(Hook::households);
    const bool skips = where == Hook::half && bits_of(cells.of(&World::poor)) != 0;
    if (!skips) cells.next(column::attitude, cells.now(column::attitude));
  }
  void after(const Month&, Ward&) const override {
    if (where == Hook::nothing) throw NoException{};
    fail(Hook::after);
  }

 private:
  static void fail(Hook hook) {
    if (where == hook) throw std::runtime_error{"out of ideas"};
  }
};

template <Hook where>
std::string failure_of(std::size_t threads) {
  std::vector<Entry> entries = models::all();
  entries.push_back(
      entry<Throws<where>>(Slot::attitude, "throws", Standing::rival, "It throws.", "a test"));
  is_in_catalogue = false;
  const Catalogue catalogue{std::move(entries)};
  is_in_catalogue = true;
  const Experiment experiment = read_experiment(file_with("test.toml", small_ward), catalogue,
                                                {{"models.attitude=throws"}, 4, {}});
  Work work;
  work.threads = threads;
  return said_by([&] {
    run_jobs(experiment, catalogue, work, [](const Job&, const std::vector<Series>&) {});
  });
}

template <Hook where>
void expect(const std::string& part) {
  for (const std::size_t threads : {1, 2, 8}) {  // jobs in parallel, or wards and chunks
    const std::string text = failure_of<where>(threads);
    EXPECT_EQ(text.find("model attitude/throws: failed " + part), 0u) << text;
    EXPECT_NE(text.find("of seed 1, variants from `test`"), std::string::npos) << text;
  }
}

}  // namespace

TEST(ModelFailure, NamesTheModelTheHookTheMonthAndTheReason) {
  expect<Hook::constructor>("when it was made");
  expect<Hook::begin>("in `begin` of month 0");
  expect<Hook::area>("in `area` of month 1");
  expect<Hook::ward>("in `ward` of month 1");
  expect<Hook::households>("in `households` of month 1");
  expect<Hook::after>("in `after` of month 1");
  EXPECT_NE(failure_of<Hook::ward>(1).find("out of ideas"), std::string::npos);
}

// A model that fails where a parameter says so; sixteen variants run side by side.
class FailsWhereTold final : public Model {
  Flag fails = flag("fails", false, "in months 2 and 14", "a test");

 public:
  FailsWhereTold() { writes({column::attitude}); }
  void ward(const Month& month, Ward&) const override {
    if ((month.number == 2 || month.number == 14) && fails) throw std::runtime_error{"told to"};
  }
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude, cells.now(column::attitude));
  }
};

TEST(ModelFailure, LosesOnlyTheVariantThatFails) {
  std::vector<Entry> entries = models::all();
  entries.push_back(
      entry<FailsWhereTold>(Slot::attitude, "fails", Standing::rival, "It fails.", "a test"));
  const Catalogue catalogue{std::move(entries)};
  const std::string toml =
      std::string{small_ward} +
      "[experiment]\nreplicates = 3\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
      "set = { \"attitude.fails\" = true }\n[[variant]]\nname = \"c\"\n";
  const Experiment experiment =
      read_experiment(file_with("test.toml", toml), catalogue,
                      {{"models.attitude=fails", "time.months=4"}, {}, {}});
  for (const std::size_t threads : {1, 8}) {
    Work work;
    work.threads = threads;
    std::mutex mutex;
    std::vector<std::string> failures;
    std::vector<int> stored(experiment.variants.size(), 0);
    work.failed = [&](const Job& job, const ModelFailure& failure) {
      const std::lock_guard guard{mutex};
      EXPECT_EQ(job.variants, (std::vector<std::size_t>{1}));
      failures.push_back(failure.what());
    };
    EXPECT_TRUE(run_jobs(experiment, catalogue, work,
                         [&](const Job& job, const std::vector<Series>& series) {
                           const std::lock_guard guard{mutex};
                           EXPECT_EQ(job.variants.size(), series.size());
                           for (const std::size_t v : job.variants) ++stored[v];
                         }));
    EXPECT_EQ(stored, (std::vector<int>{3, 0, 3}));
    ASSERT_EQ(failures.size(), 3u);
    EXPECT_NE(failures[0].find("variants from `b`): told to"), std::string::npos) << failures[0];
  }
}

TEST(ModelFailure, LosesEveryVariantWhereTheMonthsThatTheyShareFail) {
  std::vector<Entry> entries = models::all();
  entries.push_back(
      entry<FailsWhereTold>(Slot::attitude, "fails", Standing::rival, "It fails.", "a test"));
  const Catalogue catalogue{std::move(entries)};
  const std::string toml =
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\nbranch_at = 12\n[[variant]]\nname = \"a\"\n[[variant]]\n"
      "name = \"b\"\nset = { \"attitude.fails\" = true }\n";
  const auto lost = [&](const std::string& base) {
    const Experiment experiment = read_experiment(
        file_with("test.toml", toml), catalogue,
        {{"models.attitude=fails", "time.months=15", "lending.norm=0.5", base}, {}, {}});
    Work work;
    work.threads = 2;
    std::mutex mutex;
    std::vector<std::size_t> variants;
    std::size_t stored = 0;
    work.failed = [&](const Job& job, const ModelFailure&) {
      const std::lock_guard guard{mutex};
      variants.push_back(job.variants[0]);
    };
    EXPECT_TRUE(
        run_jobs(experiment, catalogue, work, [&](const Job& job, const std::vector<Series>&) {
          const std::lock_guard guard{mutex};
          stored += job.variants.size();
        }));
    EXPECT_EQ(stored + variants.size(), 4u);
    std::sort(variants.begin(), variants.end());
    return variants;
  };
  EXPECT_EQ(lost("attitude.fails=true"), (std::vector<std::size_t>{0, 0, 1, 1}));
  EXPECT_EQ(lost("lending.tau=0.2"), (std::vector<std::size_t>{1, 1}));
}

TEST(ModelFailure, CatchesWhatIsNoException) { expect<Hook::nothing>("in `after` of month 1"); }

TEST(ModelFailure, IsAlsoToWriteAColumnInSomePacksOnly) {
  expect<Hook::half>("in `households` of month 1");
  EXPECT_NE(failure_of<Hook::half>(1).find("it writes column"), std::string::npos);
}

}  // namespace swadaya
