#include <algorithm>

#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

namespace {

ParameterInfo number(const char* name, double value, const char* unit, Range range,
                     const char* source) {
  return {name, Kind::number, value, unit, range, {}, source};
}
ParameterInfo whole(const char* name, double value, const char* unit, Range range,
                    const char* source) {
  return {name, Kind::whole, value, unit, range, {}, source};
}
ParameterInfo choice(const char* name, std::vector<std::string> options, const char* meaning,
                     const char* source) {
  const Range range{0, static_cast<double>(options.size() - 1)};
  return {name, Kind::choice, 0.0, meaning, range, std::move(options), source};
}
ParameterInfo text(const char* name, const char* meaning, const char* source) {
  return {name, Kind::text, std::string{}, meaning, {}, {}, source};
}

}  // namespace

const std::vector<ParameterInfo>& world_parameters() {
  static const std::vector<ParameterInfo> all{
      choice("from", {"figures", "files"},
             "draws households from stated distributions, or reads them", "the scenario's author"),
      // --- places
      whole("areas", 1, "team areas", {1, 10000},
            "one team of facilitators: evidence/programme 1.6"),
      whole("wards_per_area", 1, "wards (kelurahan) an area", {1, 1000},
            "8-10 in the programme: evidence/programme 1.6; 1 for one ward alone"),
      whole("rw_per_ward", 10, "RW a ward", {1, 1000},
            "Lenteng Agung about 10: evidence/programme 3.2"),
      whole("rt_per_rw", 11, "RT an RW", {1, 1000}, "Jakarta 8-13: evidence/programme 1.6, 3.2"),
      whole("households_per_rt", 95, "households an RT", {1, 100000000},
            "10,450 households over 110 RT: evidence/programme 0 row 2, 3.2"),
      // --- households
      number("size", 4.2, "persons a household, mean", {1, 15}, "evidence/programme 3.3"),
      number("size_poor", 4.8, "persons a poor household, mean", {1, 15},
             "evidence/programme 3.3: 4.79 in 2021"),
      number("sigma", 0.60, "sd of log consumption per head", {0.05, 2},
             "Gini 0.32-0.33: evidence/programme 3.6"),
      number("poverty_line", 150, "kRp per head and month", {0.001, 1e6},
             "DKI line 2001-02, Rp 140,000-185,000: evidence/programme 3.4"),
      number(
          "poverty_rate", 0.035, "share of households below the line", {0.001, 0.9},
          "Jakarta Selatan 3.7 % in 2007: evidence/programme 3.4; sets the median of consumption"),
      number("poor", 0.15, "share of a ward's households that are programme-poor", {0.001, 0.9},
             "10-35 %: evidence/programme 0 row 5, 3.5"),
      number("segregation", 0.1, "share of the variance of log consumption between RTs", {0, 1},
             "assumption, sweep it"),
      number("elite", 0.10, "share of households, formal elites and their kin", {0, 1},
             "at most 15 %: Alatas et al. 2013, evidence/programme 2.4"),
      number("elite_richer", 0.09, "consumption of formal elites above others", {0, 2},
             "9 %: Alatas et al. 2013, evidence/programme 2.4"),
      number("business", 0.27, "share of households with a business", {0, 1},
             "27 % with a prior business: Meager 2019, evidence/behaviour 3.9"),
      number("female_head", 0.13, "share of households", {0, 1},
             "assumption; near the national share of female-headed households"),
      whole("attitude_a", 5, "first shape of the Beta distribution of attitudes", {1, 50},
            "Beta(5, 5): assumption, sweep it"),
      whole("attitude_b", 5, "second shape of the Beta distribution of attitudes", {1, 50},
            "Beta(5, 5): assumption, sweep it"),
      number("susceptibility_spread", 0.3, "half width of the factor on susceptibility", {0, 1},
             "0.3-0.9 around 0.6: Friedkin & Johnsen 1999, evidence/behaviour S6"),
      number("dishonest", 0.1, "share of wards with a dishonest board", {0, 1},
             "assumption; ghost groups in evidence/programme 2.6"),
      // --- from files
      text("households", "CSV file, one household a row", "the scenario's author"),
      text("columns", "fields and the file's columns: \"leader=leader, adopter=adopt\"",
           "the scenario's author"),
      text("outlines",
           "GeoJSON file with an outline for each RT or RW: a map in report and explorer",
           "the scenario's author"),
      whole("select", -1, "takes the rows whose first column is this; -1 takes all", {-1, 1e9},
            "the scenario's author"),
  };
  return all;
}

const std::vector<ParameterInfo>& network_parameters() {
  static const std::vector<ParameterInfo> all{
      choice("generator",
             {"ward", "small-world", "erdos-renyi", "scale-free", "planted-partition", "none"},
             "how ties are drawn where no file gives them", "layers of a ward: assumption"),
      // --- ward: about 14 ties a household
      number("neighbours_degree", 6, "ties in the RT", {0, 60}, "assumption: 14 ties in all"),
      number("neighbours_clustering", 0.35, "of the layer", {0, 0.6}, "assumption, sweep it"),
      number("kin_degree", 3, "ties to kin", {0, 20}, "assumption, sweep it"),
      number("kin_clustering", 0.5, "of the layer", {0.001, 1},
             "assumption: families know each other"),
      number("kin_same_rw", 0.8, "share of ties to kin within the RW", {0, 1},
             "mostly the same RW: assumption, sweep it"),
      number("association_degree", 4, "ties through arisan and prayer groups", {0, 60},
             "assumption, sweep it"),
      whole("association_size", 9, "households a clique", {2, 60},
            "assumption; arisan of ten or so"),
      number("distant_degree", 1, "ties to any household of the ward", {0, 60},
             "assumption, sweep it"),
      // --- plain generators
      number("degree", 10, "ties a household, mean (a whole even number for small-world)",
             {0, 1000}, "the scenario's author"),
      number("rewire", 0.05, "chance that a tie of the ring is rewired", {0, 1},
             "Watts & Strogatz 1998"),
      number("exponent", 0.6, "a, where the household of rank x has ties as x^-a (scale-free)",
             {0, 5}, "tail exponent 1 + 1/a: Chung & Lu 2002"),
      whole("partition_size", 50, "households a group of the planted partition", {1, 1e7},
            "the scenario's author"),
      number("inside", 0.1, "chance of a tie within a group", {0, 1}, "the scenario's author"),
      number("across", 0.0005, "chance of a tie between groups", {0, 1}, "the scenario's author"),
      // --- from a file
      text("edges", "CSV or GraphML file of ties", "the scenario's author"),
      text("columns", "the ends of a tie and the file's columns: \"from=sender, to=receiver\"",
           "the scenario's author"),
      text("weight", "column of the file, or attribute of its edges, that says what a tie weighs",
           "the scenario's author"),
      number("weight_above", 0, "what weighs this or less is no tie", {0, 1e9},
             "the scenario's author"),
  };
  return all;
}

const std::vector<std::string>& file_settings() {
  static const std::vector<std::string> all{"world.households", "world.outlines", "network.edges"};
  return all;
}

bool is_file_setting(const std::string& key) {
  const auto& all = file_settings();
  return std::find(all.begin(), all.end(), key) != all.end();
}

std::optional<double> households_in_figures(const Values& values) {
  if (std::get<double>(values.at("world.from")) != 0) return std::nullopt;
  double all = 1;
  for (const char* key :
       {"areas", "wards_per_area", "rw_per_ward", "rt_per_rw", "households_per_rt"})
    all *= std::get<double>(values.at(std::string{"world."} + key));
  return all;
}

}  // namespace swadaya
