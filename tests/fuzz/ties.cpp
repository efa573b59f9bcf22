#include <algorithm>
#include <fmt/format.h>

#include "sim/world/network_files.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

// Three ways of knowing who lives there.
KnownHouseholds known_by(unsigned way) {
  KnownHouseholds known;
  const std::string place = way == 2 ? "1" : "";
  if (way == 0) return known;
  for (std::uint32_t i = 0; i < 12; ++i) known.number_of[{place, std::to_string(i + 1)}] = i;
  if (way == 2) known.by_place = true, known.place_column = "village";
  return known;
}

// A line of digits, a comma, digits; as many columns as rows may be a matrix.
std::optional<std::size_t> plain_pairs(std::string_view table) {
  std::size_t pairs = 0;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const std::size_t comma = line.find(',');
    if (comma == 0 || comma == line.npos || comma + 1 == line.size()) return std::nullopt;
    for (std::size_t i = 0; i < line.size(); ++i)
      if (i != comma && (line[i] < '0' || line[i] > '9')) return std::nullopt;
    ++pairs;
  }
  return pairs > 2 ? std::optional{pairs} : std::nullopt;
}

bool same(const FileNetwork& a, const FileNetwork& b) {
  return a.households == b.households &&
         std::equal(a.ties.begin(), a.ties.end(), b.ties.begin(), b.ties.end(),
                    [](const Tie& x, const Tie& y) { return x.a == y.a && x.b == y.b; });
}

}  // namespace

void ties(std::string_view bytes) {
  const auto [choice, table] = choice_in(bytes);
  TieFile file{written("ties.csv", table), choice & 4 ? 1.0 : -1.0, {}};
  if (choice & 8) file.columns = columns_of("from=a, to=b");
  if (choice & 16) file.weight = "w", file.weight_above = 1;
  const KnownHouseholds known = known_by(choice & 3);
  const auto network = read_by([&] { return network_of_file(file, known); });
  if (const auto elsewhere = written_elsewhere(table)) {
    file.file = written("elsewhere.csv", *elsewhere);
    const auto other = read_by([&] { return network_of_file(file, known); });
    must(network.has_value() == other.has_value(), "line ends decide whether a table is read");
    must(!network || same(*network, *other), "line ends decide what is read");
  }
  if (!network) return;
  must(!network->reading.words.empty(), "it is said what was read");
  std::string again = "from,to\n";
  for (const Tie& tie : network->ties) {
    must(tie.a < network->households && tie.b < network->households, "ends are households");
    again += fmt::format("n{},n{}\n", tie.a, tie.b);
  }
  if (network->ties.empty() || (choice & 31) != 0) return;
  if (const auto pairs = plain_pairs(table))
    must(network->ties.size() == *pairs, "each line of two numbers is a tie");
  const auto other = read_by([&] {
    return network_of_file({written("again.csv", again), -1, {}}, {});
  });
  must(other && other->ties.size() == network->ties.size(), "ties written again are read again");
}

}  // namespace swadaya::fuzz
