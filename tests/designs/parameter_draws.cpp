#include "sim/designs/parameter_draws.hpp"

#include "tests/drawn.hpp"

namespace swadaya {

namespace {

const char* const two = "weight,socialization.q_other,lending.norm\n3,0.001,0.1\n1,0.2,0.9\n";

}  // namespace

// The same name may mean something else in another model: a sample that says which models its draws
// are of is taken by those alone.
TEST(ParameterDraws, IsOfTheModelsThatItNames) {
  const std::string csv = "lending.norm,models.lending\n0.1,hazard\n0.2,hazard\n",
                    own = "lending.norm,models.lending\n0.1,repayment-odds\n";
  EXPECT_EQ(over(own).posterior.keys, std::vector<std::string>{"lending.norm"});
  const std::string said = said_by([&] { over(csv); });
  EXPECT_TRUE(has(said, ":2") && has(said, "models.lending = hazard") &&
              has(said, "uses `repayment-odds`"))
      << said;
  EXPECT_TRUE(
      has(said_by([&] { over("lending.norm,models.lendin\n0.1,x\n"); }), "nearest: lending"));
}

// Who asks for a sample replaces that of the file; "none" does without any.
TEST(ParameterDraws, OfTheFileGivesWayToTheOneAskedFor) {
  const std::string file = file_over(two);
  Overrides asked;
  asked.posterior = file_with("other.csv", "lending.erosion\n0.3\n");
  EXPECT_EQ(read_experiment(file, all_models(), asked).posterior.keys,
            std::vector<std::string>{"lending.erosion"});
  asked.posterior = "none";
  const Experiment e = read_experiment(file, all_models(), asked);
  EXPECT_TRUE(e.posterior.keys.empty() && e.posterior.file.empty());
}

// A draw that moved what somebody just set would undo it in silence.
TEST(ParameterDraws, LeavesAloneWhatTheCommandLineOrABundleSets) {
  const std::string file = file_over(two);
  const auto norm = [&](const Overrides& overrides, std::uint32_t replicate) {
    const Experiment e = read_experiment(file, all_models(), overrides);
    EXPECT_EQ(e.posterior.keys, std::vector<std::string>{"socialization.q_other"});
    return std::get<double>(
        moved(e.variants[0], e.posterior.values(replicate)).values.at("lending.norm"));
  };
  Overrides set, under;
  set.set = {"lending.norm=0.25"};
  under.bundle = file_with("firm.toml", "[lending]\nnorm = 0.75\n");
  for (const std::uint32_t r : {0u, 1u, 2u, 3u}) {
    EXPECT_EQ(norm(set, r), 0.25);
    EXPECT_EQ(norm(under, r), 0.75);
  }
}

// Another model in the place of the one that was calibrated: its values are as they are said, and
// why is told.
TEST(ParameterDraws, IsLeftUnusedWhereAnotherModelIsPutInItsPlace) {
  const std::string file =
      file_over("socialization.q_other,models.lending\n0.1,repayment-odds\n0.2,repayment-odds\n");
  Overrides set, under;
  set.set = {"models.lending=hazard"};
  under.bundle = file_with("rival.toml", "[models]\nlending = \"strategic-repayment\"\n");
  for (const auto& [overrides, used] :
       {std::pair{set, "hazard"}, std::pair{under, "strategic-repayment"}}) {
    const Experiment e = read_experiment(file, all_models(), overrides);
    EXPECT_TRUE(e.posterior.keys.empty());
    EXPECT_EQ(e.posterior.unused,
              std::string{"the draws are of repayment-odds, and "} + used + " is used");
  }
  under.bundle = file_with("without.toml", "[models]\nlending = \"none\"\n");
  EXPECT_TRUE(has(read_experiment(file, all_models(), under).posterior.unused, "none is used"));
}

// A variant without any lending has nothing that a draw could move.
TEST(ParameterDraws, IsTakenBesideAVariantThatDoesWithoutItsModel) {
  file_with("draws.csv", "lending.norm,models.lending\n0.1,repayment-odds\n");
  const Experiment e =
      experiment_from(std::string{small_ward} +
                      "[experiment]\nposterior = \"draws.csv\"\n[[variant]]\nname = \"a\"\n"
                      "[[variant]]\nname = \"b\"\nset = { \"models.lending\" = \"none\" }\n");
  EXPECT_EQ(std::get<double>(moved(e.variants[0], e.posterior.values(0)).values.at("lending.norm")),
            0.1);
  EXPECT_FALSE(moved(e.variants[1], e.posterior.values(0)).values.contains("lending.norm"));
}

}  // namespace swadaya
