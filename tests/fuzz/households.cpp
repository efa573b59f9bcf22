#include <array>
#include <cmath>

#include "sim/jobs/checkpoint.hpp"
#include "sim/world/draw.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

// Settings of a world from files, by how its columns are named, whether it has ties, and whether
// rows are selected.
Values settings(unsigned way) {
  written("ties.csv", "from,to\n1,2\n2,3\n");
  written("households.csv", "id\n1\n2\n3\n");
  std::string toml =
      "[time]\nmonths = 2\n[world]\nfrom = \"files\"\nhouseholds = \"households.csv\"\n";
  if (way & 1)
    toml +=
        "columns = { leader = { column = \"leader\", yes = 1, no = 2, missing = [-9, 99] }, "
        "consumption = \"spending\", poor = \"poor\", size = \"size\", rooms = \"rooms\" }\n";
  if (way & 4) toml += "select = 1\n";
  if (way & 2) toml += "[network]\nedges = \"ties.csv\"\n";
  return experiment_in(toml).variants[0].scenario.values;
}

void check(const World& world) {
  must(world.households > 0 && world.households <= world.rows(), "somebody lives there");
  for (const auto* column :
       {&world.occupied, &world.poor, &world.elite, &world.head, &world.business,
        &world.female_head, &world.adopter, &world.leader, &world.attitude}) {
    must(column->size() == world.rows(), "columns have an entry per row");
    for (const float x : *column) must(x >= 0 && x <= 1, "shares and flags lie between 0 and 1");
  }
  for (const auto* column :
       {&world.size, &world.log_consumption, &world.susceptibility, &world.degree})
    for (const float x : *column) must(std::isfinite(x), "fields are finite");
  for (const auto& column : world.covariates)
    for (const float x : column) must(std::isfinite(x), "covariates are finite");
}

}  // namespace

void households(std::string_view bytes) {
  static const std::array<Values, 8> all{settings(0), settings(1), settings(2), settings(3),
                                         settings(4), settings(5), settings(6), settings(7)};
  const auto [choice, table] = choice_in(bytes);
  const Values& values = all[choice & 7];
  written("households.csv", table);
  const auto world = read_by([&] { return draw_world(values, 1, 0); });
  if (world) check(*world);
  const auto elsewhere = written_elsewhere(table);
  if (!elsewhere) return;
  written("households.csv", *elsewhere);
  const auto other = read_by([&] { return draw_world(values, 1, 0); });
  must(world.has_value() == other.has_value(), "line ends decide whether a table is read");
  must(!world || fingerprint_of(*world) == fingerprint_of(*other), "line ends decide what is read");
}

}  // namespace swadaya::fuzz
