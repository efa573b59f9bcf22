#include "sim/report/report.hpp"

#include "sim/base/error.hpp"
#include "sim/report/pages.hpp"
#include "tests/report/made_up.hpp"
#include "tests/searched.hpp"

namespace swadaya {

TEST(Report, TitlesCannotEndTheirElement) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const MadeUpFolder folder{three_variants("</script><script>alert(1)</script> & <b>")};
  const std::string html = report_html(folder.reported(), "id");
  EXPECT_FALSE(has(html, "<script>alert"));
  EXPECT_TRUE(has(html, "<title>&lt;/script>&lt;script>alert(1)&lt;/script> &amp; &lt;b></title>"));
  EXPECT_TRUE(has(html, "<html lang=\"id\">"));
  EXPECT_LT(html.size(), 3'000'000u);
}

TEST(Report, NeedsAReplicateThatIsComplete) {
  MadeUpFolder folder{three_variants("three")};
  const Store empty{folder.store.folder() + "-empty", folder.experiment, Existing::overwrite};
  EXPECT_THROW(report_html({folder.experiment, empty, all_models(), {}, {}}, "en"), BadInput);
}

TEST(ReportSearch, HasSettingsAndTheModelButNoCurves) {
  const Experiment e = small_optimisation();
  const Store store = Store::open(searched_folder(e, optimisation_search(e), "whole", of_audits));
  const auto data = report_data({e, store, all_models(), {}, {}});
  EXPECT_EQ(data["command"], "optimise");
  EXPECT_EQ(data["designed"]["kind"], "optimisation");
  EXPECT_EQ(data["variants"].size(), 1u);
  EXPECT_FALSE(data["settings"]["rows"].empty());
  EXPECT_FALSE(data["odd"].get<std::string>().empty());
  for (const char* key : {"series", "ward", "costs", "comparison"})
    EXPECT_FALSE(data.contains(key)) << key;
}

TEST(ReportSearch, ThatHasNotEndedIsRefusedWithWhatIsMissing) {
  for (const bool calibrates : {true, false}) {
    const Experiment e = calibrates ? small_calibration() : small_optimisation();
    const Store store = Store::open(
        calibrates ? searched_folder(e, calibration_search(e), "stopped", half_of_norm, 100)
                   : searched_folder(e, optimisation_search(e), "stopped", of_audits, 50));
    Manifest manifest;
    manifest.status = "interrupted";
    try {
      report_html({e, store, all_models(), manifest, {}}, "en");
      FAIL();
    } catch (const BadInput& error) {
      const std::string text = error.what();
      EXPECT_TRUE(has(text, calibrates ? "holds a calibration that hasn't ended: 100 of the "
                                       : "holds an optimisation that hasn't ended: 50 of the "))
          << text;
      EXPECT_TRUE(has(text, "`swadaya resume " + store.folder() + "`")) << text;
    }
  }
}

}  // namespace swadaya
