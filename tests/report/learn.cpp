// What the page shows of what to measure next.
#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "sim/report/report.hpp"
#include "tests/learnt.hpp"

namespace swadaya {

TEST(ReportLearn, IsThereWhereWorldsTookDraws) {
  const Experiment e = known_experiment(40);
  Store store{store_of("learnt"), e, Existing::overwrite};
  fill_known(e, store);
  store.load();
  const auto learn = report_learn(e, store);
  ASSERT_TRUE(learn.is_object());
  EXPECT_EQ(learn["outcome"], "recovery");
  EXPECT_EQ(learn["parameters"][0]["name"], "lending.norm");
  // Rounded: the page stays small.
  EXPECT_LT(learn.dump().size(), 6000u);
  EXPECT_EQ(report_data({e, store, all_models(), {}, {}})["learn"], learn);
}

TEST(ReportLearn, IsNotThereWhereParametersAreTakenAsKnownOrAnAimHasNoFigures) {
  const Experiment e = known_experiment(40);
  Store store{store_of("blank"), e, Existing::overwrite};
  const int months = e.variants[0].scenario.months;
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    store.add(r, {0, 1}, {series_of(nothing, months), series_of(nothing, months)});
  store.load();
  EXPECT_TRUE(report_learn(e, store).is_null());
  const Experiment few = known_experiment(10);
  Store small{store_of("few"), few, Existing::overwrite};
  fill_known(few, small);
  small.load();
  EXPECT_TRUE(report_learn(few, small).is_null());
}

}  // namespace swadaya
