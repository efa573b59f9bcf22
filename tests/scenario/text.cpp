// Experiments written as TOML.
#include <filesystem>

#include "sim/designs/experiment.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(ScenarioText, ReadsBackWhatItResolvedTo) {
  const std::string toml =
      std::string{small_ward} +
      "[[event]]\nmonth = 5\nset = { \"lending.norm\" = 0.3 }\n[experiment]\nreplicates = 7\nseed = 9\nbaseline = \"b\"\n"
      "[[variant]]\nname = \"a\"\ntitle = \"A \\\"quoted\\\" title\"\nset = { \"models.lending\" = \"none\" }\n[[variant.event]]\nmonth = 9\nset = { \"programme.grant\" = 1 }\n"
      "[[variant]]\nname = \"b\"\nset = { \"supervision.published\" = true, \"programme.tranches\" = [0.5, 0.25, 0.25] }\n";
  std::string fixed = toml;
  fixed.erase(fixed.find("[[event]]"), fixed.find("[experiment]") - fixed.find("[[event]]"));
  const Experiment e = experiment_from(fixed);
  const Experiment back =
      read_experiment(file_with("back.toml", resolved_toml(e, all_models())), all_models(), {});
  ASSERT_EQ(back.variants.size(), e.variants.size());
  EXPECT_EQ(back.baseline, 1u);
  EXPECT_EQ(back.seed, 9u);
  EXPECT_EQ(back.replicates, 7u);
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    EXPECT_EQ(back.variants[v].title, e.variants[v].title);
    EXPECT_EQ(back.variants[v].scenario.values, e.variants[v].scenario.values) << v;
    EXPECT_EQ(back.variants[v].scenario.models, e.variants[v].scenario.models);
    EXPECT_EQ(back.variants[v].scenario.events.size(), e.variants[v].scenario.events.size());
  }
}

TEST(ScenarioText, KeepsTitlesInIndonesian) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[scenario]\ntitle = \"Ward\"\ntitle_id = \"Kelurahan\"\n[experiment]\ntitle = \"Two\"\ntitle_id = \"Dua\"\n"
      "[[variant]]\nname = \"a\"\ntitle = \"One\"\ntitle_id = \"Satu\"\n[[variant]]\nname = \"b\"\n");
  EXPECT_EQ(e.title_id, "Dua");
  EXPECT_EQ(e.variants[0].title_id, "Satu");
  EXPECT_EQ(e.variants[1].title_id, "");
  EXPECT_EQ(e.variants[0].scenario.title_id, "Kelurahan");
  const std::string text = resolved_toml(e, all_models());
  const Experiment again = experiment_from(text);
  EXPECT_EQ(again.title_id, "Dua");
  EXPECT_EQ(again.variants[0].title_id, "Satu");
  EXPECT_EQ(resolved_toml(again, all_models()), text);
  EXPECT_TRUE(has(refusal("[scenario]\ntitle_id = 3\n"), "scenario.title_id")) << "a number";
}

TEST(ScenarioText, SaysWhatIsChangedAndFromWhat) {
  const Experiment e = experiment_from("[lending]\nnorm = 0.125\n");
  const std::string text = resolved_toml(e, all_models());
  EXPECT_TRUE(has(text, "\nnorm = 0.125  # ")) << text;
  EXPECT_TRUE(has(text, "; changed, default ")) << text;
  EXPECT_EQ(resolved_toml(experiment_from(text), all_models()), text);  // written again, the same
}

// Events that all variants begin with stand once.
TEST(ScenarioText, CommonEventsStandInTheBase) {
  const Experiment e = experiment_from(
      "[[event]]\nmonth = 5\nset = { \"lending.norm\" = 0.3 }\n[experiment]\nreplicates = 2\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
      "[[variant.event]]\nmonth = 9\nset = { \"programme.grant\" = 1 }\n");
  const std::string text = resolved_toml(e, all_models());
  const auto times = [&](const std::string& part) {
    int n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
  };
  EXPECT_EQ(times("[[event]]\nmonth = 5"), 1) << text;
  EXPECT_EQ(times("[[variant.event]]\nmonth = 9"), 1) << text;
  EXPECT_EQ(times("month = 5"), 1) << text;
}

// A factor of an event stays one, so that a draw's value is scaled once the file is read again.
TEST(ScenarioText, EventsKeepTheirFactors) {
  const Experiment e = experiment_from(
      "[[event]]\nmonth = 5\nscale = { \"lending.norm\" = 1.1 }\n[experiment]\nreplicates = 2\n"
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 2 }\n"
      "[[variant.event]]\nmonth = 9\nset = { \"lending.tau\" = 1 }\nscale = { \"lending.social\" = 0.5 }\n");
  const Experiment back =
      read_experiment(file_with("back.toml", resolved_toml(e, all_models())), all_models(), {});
  ASSERT_EQ(back.variants.size(), 2u);
  for (std::size_t v = 0; v < 2; ++v) {
    const Scenario drawn =
        moved(back.variants[v], {{"lending.social", 4.0}, {"lending.norm", 1.0}});
    const auto& events = back.variants[v].scenario.events;
    ASSERT_EQ(events.size(), e.variants[v].scenario.events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
      EXPECT_EQ(events[i].set, e.variants[v].scenario.events[i].set);
      EXPECT_EQ(events[i].scales, e.variants[v].scenario.events[i].scales);
    }
    EXPECT_EQ(drawn.events[0].set.at("lending.norm"), Value{(v == 0 ? 1.0 : 2.0) * 1.1});
    if (v == 1) {
      EXPECT_EQ(drawn.events[1].set.at("lending.social"), Value{2.0});
      EXPECT_EQ(drawn.events[1].set.at("lending.tau"), Value{1.0});
    }
  }
}

// What a folder keeps is read from anywhere.
TEST(ScenarioText, NamesFilesByTheirWholePath) {
  const std::string file = file_with("ties.csv", "a,b\n1,2\n");
  const std::string folder = std::filesystem::path{file}.parent_path().string();
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  Overrides overrides;
  const Experiment e = read_experiment(
      file_with("named.toml", std::string{small_ward} + "[network]\nedges = \"ties.csv\"\n"),
      all_models(), overrides);
  const std::string text = resolved_toml(e, all_models());
  std::filesystem::current_path(before);
  const std::string whole = std::filesystem::path{file}.lexically_normal().string();
  EXPECT_TRUE(has(text, "edges = \"" + whole + "\"")) << text;
}

// A file or a column may be called anything.
TEST(ScenarioText, TextsWithQuotesAreReadBack) {
  const std::string ties = file_with("a \"b\" \\ c.csv", "a,b\n1,2\n");
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[world.columns]\nleader = { column = \"q 7\", yes = \"ya\" }\nsize = \"a, b\"\n"
      "[network]\nedges = '" +
      ties + "'\n");
  const std::string text = resolved_toml(e, all_models());
  const Experiment again = experiment_from(text);
  EXPECT_EQ(again.variants[0].scenario.values.at("world.columns"),
            e.variants[0].scenario.values.at("world.columns"));
  EXPECT_EQ(resolved_toml(again, all_models()), text);
}

}  // namespace swadaya
