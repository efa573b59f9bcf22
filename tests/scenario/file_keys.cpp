#include "sim/scenario/file_keys.hpp"

#include <gtest/gtest.h>
#include <set>

#include "sim/month/outcome.hpp"

namespace swadaya {

TEST(FileKeys, ATableIsWrittenInTheOrderOfItsDeclaration) {
  TableText text{variant_keys()};
  text.put("title", std::string{"a \"quoted\" title"});
  text.put("name", std::string{"loud"});
  EXPECT_EQ(text.lines(), "name = \"loud\"\ntitle = \"a \\\"quoted\\\" title\"\n");
  EXPECT_EQ(TableText{variant_keys()}.lines(), "");  // what nothing was put for is left out
}

TEST(FileKeys, EveryKeyIsDeclaredOnceAndSaysWhatItIs) {
  std::vector<const KeyTable*> tables = setting_tables();
  tables.insert(tables.end(), {&event_keys(), &variant_keys()});
  for (const KeyTable* table : tables) {
    std::set<std::string> names;
    for (const KeyInfo& key : table->keys) {
      EXPECT_TRUE(names.insert(key.name).second) << table->name << "." << key.name;
      EXPECT_FALSE(key.meaning.empty()) << table->name << "." << key.name;
    }
  }
  EXPECT_EQ(outcome_names().size(), outcomes().size());
}

}  // namespace swadaya
