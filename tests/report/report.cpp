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
  EXPECT_TRUE(has(
      html, "<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;</title>"));
  EXPECT_TRUE(has(html, "<html lang=\"id\" data-language=\"asked\">"));
  EXPECT_LT(html.size(), 3'000'000u);
}

TEST(Report, OpensInTheBrowsersLanguageUnlessAskedFor) {
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const MadeUpFolder folder{three_variants("three")};
  EXPECT_TRUE(
      has(report_html(folder.reported(), ""), "<html lang=\"en\" data-language=\"browser\">"));
}

TEST(Report, HasTitlesInIndonesianWhereTheFileDoes) {
  std::string toml = three_variants("Three");
  toml.insert(toml.find("outcomes"), "title_id = \"Tiga\"\n");
  toml.insert(toml.find("set = {"), "title_id = \"Bagian B\"\n");
  const MadeUpFolder folder{toml};
  const auto data = report_data(folder.reported());
  EXPECT_EQ(data["title_id"], "Tiga");
  EXPECT_FALSE(data["variants"][0].contains("title_id"));
  EXPECT_EQ(data["variants"][1]["title_id"], "Bagian B");
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
