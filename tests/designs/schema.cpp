// What is declared holds: in reading, and in the schema that editors check with.
#include "sim/designs/schema.hpp"

#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <nlohmann/json.hpp>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

// A declared table as it stands in a file.
struct Written {
  const KeyTable* table;
  std::string path;     // "calibration.target"
  std::string headers;  // "[calibration]\n[[calibration.target]]\n"
  json::json_pointer schema;
};

void for_each(const Written& place, const std::function<void(const Written&)>& act) {
  act(place);
  for (const KeyInfo& info : place.table->keys) {
    if (!info.table) continue;
    std::string path = place.path + "." + info.name, header = "[" + path + "]\n";
    auto schema = place.schema / "properties" / info.name;
    if (info.kind == KeyKind::tables) header = "[" + header.substr(0, header.size() - 1) + "]\n";
    if (info.kind == KeyKind::tables) schema = schema / "items";
    if (info.kind == KeyKind::moved) {
      header = "[" + path + ".\"lending.norm\"]\n";
      path += ".lending.norm";
      schema = schema / "patternProperties" / "\\." / "anyOf" / 2;
    }
    for_each({&info.table(), path, place.headers + header, schema}, act);
  }
}

void for_each_table(const std::function<void(const Written&)>& act) {
  for (const auto& [table, is_list] : file_tables()) {
    auto schema = json::json_pointer{"/properties"} / table->name;
    if (is_list) schema = schema / "items";
    for_each({table, table->name,
              (is_list ? "[[" + table->name + "]]" : "[" + table->name + "]") + "\n", schema},
             act);
  }
}

bool is_list(const KeyInfo& info) {
  return info.kind == KeyKind::numbers || info.kind == KeyKind::wholes;
}

std::string line_of(const KeyInfo& info, double x) {
  const std::string value = info.is_whole() ? fmt::format("{:.0f}", x) : fmt::format("{}", x);
  return info.name + " = " + (is_list(info) ? "[" + value + "]" : value) + "\n";
}

// Whether the file is refused because of this key's own limits.
bool is_out_of_limits(const Written& place, const KeyInfo& info, double x) {
  const std::string said = refusal(place.headers + line_of(info, x));
  // Events are read alike, whoever has them.
  const std::string path = place.path == "variant.event" ? "event" : place.path;
  const auto at = said.find(path + "." + info.name + " = ");
  return at != std::string::npos &&
         has(said.substr(at, said.find('\n', at) - at), "must be " + form_of(info));
}

double outside(const KeyInfo& info, double end, double away) {
  const double next = std::nextafter(end, away);
  return info.is_whole() && std::abs(next - end) < 1 ? end + std::copysign(1, away) : next;
}

}  // namespace

TEST(Schema, NamesEverySection) {
  const json schema = json::parse(json_schema(all_models()));
  for (const auto slot : slot_names)
    EXPECT_TRUE(schema["properties"].contains(std::string{slot})) << slot;
  for (const auto& [table, is_list] : file_tables())
    EXPECT_TRUE(schema["properties"].contains(table->name)) << table->name;
  EXPECT_TRUE(has(schema.dump(), "repayment-odds"));
}

TEST(Schema, RefusesEveryKeyJustOutsideItsLimits) {
  int ends = 0;
  for_each_table([&](const Written& place) {
    for (const KeyInfo& info : place.table->keys) {
      const std::string key = place.path + "." + info.name;
      if (std::isfinite(info.range.low)) {
        const double wrong =
            info.is_above ? info.range.low : outside(info, info.range.low, -unbounded);
        EXPECT_TRUE(is_out_of_limits(place, info, wrong)) << key << " = " << wrong;
        EXPECT_EQ(is_out_of_limits(place, info, info.range.low), info.is_above) << key;
        ++ends;
      }
      if (info.range.high >= 0x1p63 &&
          std::isfinite(info.range.high)) {  // TOML's whole numbers end there
        const std::string key_is = place.headers + info.name + " = ";
        EXPECT_EQ(refusal(key_is + "9223372036854775807\n"), "") << key;
        EXPECT_NE(refusal(key_is + "9223372036854775808\n"), "") << key;
        ++ends;
      } else if (std::isfinite(info.range.high)) {
        const double wrong = outside(info, info.range.high, unbounded);
        EXPECT_TRUE(is_out_of_limits(place, info, wrong)) << key << " = " << wrong;
        EXPECT_FALSE(is_out_of_limits(place, info, info.range.high)) << key;
        ++ends;
      }
    }
  });
  EXPECT_GT(ends, 60);
}

TEST(Schema, HasTheLimitsAndDefaultsThatReadingHas) {
  const json all = json::parse(json_schema(all_models()));
  for_each_table([&](const Written& place) {
    const json& table = all.at(place.schema);
    EXPECT_EQ(table.at("properties").size(), place.table->keys.size()) << place.path;
    EXPECT_EQ(table.at("additionalProperties"), false);
    for (const KeyInfo& info : place.table->keys) {
      const std::string key = place.path + "." + info.name;
      const json& whole = table.at("properties").at(info.name);
      EXPECT_EQ(whole.at("description"), info.meaning);
      EXPECT_EQ(whole.contains("default"), info.default_value.has_value()) << key;
      const json& one = whole.contains("anyOf")   ? whole["anyOf"][0]
                        : whole.contains("items") ? whole["items"]
                                                  : whole;
      EXPECT_EQ(one.value(info.is_above ? "exclusiveMinimum" : "minimum", -unbounded),
                info.range.low)
          << key;
      EXPECT_EQ(one.value("maximum", unbounded), info.range.high) << key;
      EXPECT_EQ(one.value("enum", std::vector<std::string>{}), info.choices) << key;
    }
  });
}

TEST(Schema, KnowsTheNearestOfEveryKey) {
  int near = 0;
  for_each_table([&](const Written& place) {
    std::vector<std::string> names;
    for (const KeyInfo& info : place.table->keys) names.push_back(info.name);
    for (const std::string& name : names) {
      const std::string wrong = name + "x", nearest = nearest_name(wrong, names);
      if (nearest.empty()) continue;
      // Beside a key that there is, as a table of a parameter is known by them.
      const std::string low =
          place.path.ends_with("lending.norm") && wrong != "lowx" ? "low = 0.2\n" : "high = 0.4\n";
      const std::string said = refusal(
          place.headers + (place.path.ends_with("lending.norm") ? low : "") + wrong + " = 1\n");
      EXPECT_TRUE(has(said, wrong + " = 1: there is no such")) << place.path << "\n" << said;
      EXPECT_TRUE(has(said, nearest + "`?")) << place.path << "\n" << said;
      ++near;
    }
  });
  EXPECT_GT(near, 60);
}

}  // namespace swadaya
