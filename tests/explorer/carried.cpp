#include "sim/explorer/carried.hpp"

#include "tests/explored.hpp"

namespace swadaya {

namespace {

const char* const facts_text =
    "fact,statement,source,use,hard,verdict,outcomes,unit,value,low,high,band_low,band_high,worlds,"
    "seed,scenario,settings,version,commit\n"
    "S2 @144,Half is left,a survey,fitted,yes,fails,recovery,share,0.7,0.68,0.72,0.3,0.6,60,1,"
    "small,x,0.2.0,abc\n";

// Of a ward as in tests/explored.hpp, with all that an experiment may say beside its variants.
const char* const rich_text =
    "[experiment]\ntitle = \"Rich\"\ntitle_id = \"Kaya\"\ndescription = \"Two packages\"\n"
    "baseline = \"before\"\nreplicates = 8\nseed = 3\noutcomes = [\"informed\", \"recovery\"]\n"
    "months_shown = [12, 18]\nanswer = \"recovery\"\nsame_money = 900\nfacts = \"rich-facts.csv\"\n"
    "posterior = \"rich-draws.csv\"\nworlds_per_draw = 4\ndiscount = 0.05\nshow = 2010\n"
    "perspective = \"programme\"\nequity_weights = [2, 1, 0.5]\nbeside = [\"no-new-ties\"]\n"
    "checkpoint = 6\n[experiment.study]\nsetting = \"A ward\"\nplan = \"nowhere\"\n"
    "horizon = \"as money lasts\"\n"
    "[time]\nmonths = 18\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n"
    "[[variant]]\nname = \"before\"\n"
    "[[variant]]\nname = \"loud\"\ntitle = \"Louder\"\ntitle_id = \"Lebih keras\"\n"
    "set = { \"socialization.q_other\" = 0.1 }\ncost = { lump = 700, monthly = 20 }\n";

Base rich() {
  file_with("rich-facts.csv", facts_text);
  file_with("rich-draws.csv",
            "lending.norm,lending.erosion,models.lending\n0.3,0.1,repayment-odds\n"
            "0.6,0.2,repayment-odds\n");
  return base_of_file(file_with("rich.toml", rich_text), all_models(), {});
}

struct Saved {
  explicit Saved(json asked) {
    Explorer explorer{all_models(), rich(), {}, 1};
    asked.update({{"client", "page-1"}, {"replicates", 8}, {"seed", 3}});
    answer = json::parse(explorer.scenario(asked.dump()));
  }
  Experiment again() const {
    return read_experiment(file_with("saved-elsewhere.toml", answer["toml"]), all_models(), {});
  }
  std::string left_out() const {
    std::string keys;
    for (const json& one : answer["left_out"])
      keys += (keys.empty() ? "" : " ") + one["key"].get<std::string>();
    return keys;
  }
  json answer;
};

json lot(const json& set) {
  return {{"baseline_name", "before"},
          {"baseline_title", "As it was"},
          {"outcomes", {"informed", "recovery"}},
          {"packages", {{{"name", "loud"}, {"title", "Lebih keras"}, {"set", set}}}}};
}

}  // namespace

TEST(Carried, TakesAlongWhatStillApplies) {
  const Saved saved{lot({{"socialization.q_other", 0.1}})};
  const Experiment again = saved.again();
  EXPECT_EQ(again.title, "Rich, explored");
  EXPECT_EQ(again.title_id, "Kaya, dijelajahi");
  EXPECT_EQ(again.answer, "recovery");
  EXPECT_EQ(again.same_money, 900u);
  EXPECT_EQ(again.months_shown, (std::vector<int>{12, 18}));
  EXPECT_EQ(again.accounting, rich().experiment.accounting);
  EXPECT_EQ(again.accounting.show, 2010);
  EXPECT_EQ(again.facts.all.size(), 1u);
  EXPECT_TRUE(std::filesystem::path{again.facts.file}.is_absolute()) << again.facts.file;
  EXPECT_EQ(again.posterior.keys, (std::vector<std::string>{"lending.norm", "lending.erosion"}));
  EXPECT_EQ(again.worlds_per_draw, 4u);
  EXPECT_EQ(again.study, (std::map<std::string, std::string>{{"setting", "A ward"},
                                                             {"horizon", "as money lasts"}}));
  // A title of the file is said in both languages, whichever the page spoke.
  EXPECT_EQ(again.variants[1].title, "Louder");
  EXPECT_EQ(again.variants[1].title_id, "Lebih keras");
  EXPECT_EQ(saved.answer["draws"], "rich-draws.csv");
  EXPECT_EQ(saved.left_out(), "checkpoint description study.plan beside");
}

TEST(Carried, LeavesWhatAPackageSetsToThePackage) {
  const double norm = std::get<double>(rich().scenario().values.at("lending.norm"));
  const Experiment again = Saved{lot({{"lending.norm", norm}})}.again();
  EXPECT_TRUE(again.variants[1].sets.contains("lending.norm"));
  EXPECT_FALSE(again.variants[0].sets.contains("lending.norm"));
}

TEST(Carried, LeavesOutDrawsOfModelsThatAPackageReplaces) {
  const Saved saved{lot({{"models.lending", "hazard"}})};
  EXPECT_TRUE(saved.again().posterior.keys.empty());
  EXPECT_EQ(saved.answer["draws"], "");
  EXPECT_EQ(saved.left_out(), "checkpoint description posterior study.plan beside");
  EXPECT_TRUE(has(saved.answer["left_out"][2]["why"].get<std::string>(), "`loud` uses `hazard`"));
}

TEST(Carried, ShowsTheLastMonthOfAShorterRun) {
  json asked = lot({{"socialization.q_other", 0.1}});
  asked["common"] = {{"time.months", 15}};
  const Saved saved{asked};
  EXPECT_EQ(saved.again().months_shown, (std::vector<int>{12, 15}));
  EXPECT_TRUE(has(saved.left_out(), "study.horizon"));
}

TEST(Carried, GoesWithTwoSidesToo) {
  const Saved saved{{{"changed", {{"socialization.q_other", 0.1}}}}};
  const Experiment again = saved.again();
  EXPECT_EQ(again.variants[1].title_id, "Diubah");
  EXPECT_EQ(again.facts.all.size(), 1u);
  EXPECT_TRUE(saved.answer.contains("command"));
}

}  // namespace swadaya
