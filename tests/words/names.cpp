#include "sim/words/names.hpp"

#include "sim/month/programme.hpp"
#include "sim/words/sentences.hpp"
#include "sim/world/world.hpp"
#include "tests/indonesian.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(NamesInIndonesian, AreThoseOfThePages) {
  EXPECT_EQ(outcome_in_indonesian("recovery"), "pengembalian sebenarnya");
  EXPECT_EQ(outcome_in_indonesian("of_a_plugin"), "");
  EXPECT_EQ(unit_in_indonesian("kRp a ward"), "ribu Rp per kelurahan");
  EXPECT_EQ(unit_in_indonesian("of a plug-in"), "of a plug-in");
  EXPECT_EQ(unit_in_indonesian("month; meetings are held until then"),
            "bulan; rapat diadakan sampai saat itu");
  // Written in two pieces, and a lever.
  EXPECT_EQ(unit_in_indonesian("instalments of a first loan, for each further first loan of size"),
            "angsuran pinjaman pertama, untuk tiap tambahan sebesar pinjaman pertama");
  EXPECT_EQ(parameter_in_indonesian("programme.grant"), "Dana bantuan untuk kelurahan");
  EXPECT_EQ(parameter_in_indonesian("lending.norm"), "Bobot kewajiban membayar");
  EXPECT_EQ(parameter_in_indonesian("grant"), "");
}

TEST(NamesInIndonesian, AreThereOfEveryOutcome) {
  for (const OutcomeInfo& info : outcomes())
    EXPECT_NE(outcome_in_indonesian(info.name), "") << info.name;
}

// What `new` writes beside each line.
TEST(NamesInIndonesian, AreThereOfEveryKeyOfAWardOfOnesOwn) {
  std::set<std::string_view> used;
  for (const auto& [section, infos] : {std::pair{"world", &world_parameters()},
                                       {"programme", &programme_parameters()},
                                       {"costs", &cost_parameters()}})
    for (const ParameterInfo& info : *infos) {
      if (info.kind == Kind::text) continue;
      const std::string key = std::string{section} + "." + info.name;
      used.insert(info.source);
      EXPECT_EQ(english_in(source_in_indonesian(info.source)), std::set<std::string>{}) << key;
      if (key == "world.from") continue;
      EXPECT_NE(parameter_in_indonesian(key), "") << key;
      EXPECT_NE(unit_in_indonesian(info.unit), info.unit) << key;
    }
  for (const Sentence& source : indonesian_sources())
    EXPECT_TRUE(used.contains(source.english)) << source.english << " is no source any more";
}

}  // namespace swadaya
