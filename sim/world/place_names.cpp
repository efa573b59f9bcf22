#include "sim/world/place_names.hpp"

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"
#include "sim/world/household_table.hpp"
#include "sim/world/parts.hpp"

namespace swadaya {

PlaceNames place_names_of(const Values& values) {
  PlaceNames names;
  const auto add_rw = [&](std::string rw) { names.rws.push_back(std::move(rw)); };
  const auto add_rt = [&](std::string rt) {
    names.rts.push_back(std::move(rt));
    names.rw_of_rt.push_back(static_cast<std::uint32_t>(names.rws.size() - 1));
  };
  if (world_number(values, "from") == 1) {
    std::vector<Problem> problems;
    const HouseholdTable table = household_table(text_setting(values, "world.households"),
                                                 columns_of(text_setting(values, "world.columns")),
                                                 world_number(values, "select"), false, problems);
    if (!problems.empty()) throw BadInput{problems};
    std::size_t rt = 0;
    for (std::size_t rw = 0; rw < table.rws.size(); ++rw) {
      add_rw(table.names_of_rws[rw]);
      for (std::uint32_t i = 0; i < table.rws[rw]; ++i) add_rt(table.names_of_rts[rt++]);
    }
    return names;
  }
  const auto rws = static_cast<int>(world_number(values, "rw_per_ward")),
             rts = static_cast<int>(world_number(values, "rt_per_rw"));
  for (int rw = 1; rw <= rws; ++rw) {
    add_rw(std::to_string(rw));
    for (int rt = 1; rt <= rts; ++rt) add_rt(std::to_string(rt));
  }
  return names;
}

bool is_same_place(const std::string& a, const std::string& b) {
  const auto x = number_of(stripped(a)), y = number_of(stripped(b));
  return x && y ? *x == *y : lower_case(stripped(a)) == lower_case(stripped(b));
}

}  // namespace swadaya
