#include "sim/world/graphml.hpp"

#include "sim/world/network_files.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

void graphml(std::string_view bytes) {
  const std::string file = written("ties.graphml", bytes);
  const auto network = read_by([&] { return read_graphml(file); });
  if (network) {
    for (const Tie& tie : network->ties)
      must(tie.a < network->nodes && tie.b < network->nodes, "ends are nodes");
    must(network->directed <= network->ties.size(), "directed ties are ties");
    for (const auto& names : network->names)
      must(names.of_node.size() == network->nodes, "nodes have a name each");
  }
  // The same as people meet it: by itself, and for households known by name.
  const auto read = [&](const KnownHouseholds& known) {
    return read_by([&] { return network_of_file({file, -1, {}}, known); });
  };
  const auto alone = read({});
  must(!alone || (network && alone->ties.size() == network->ties.size()), "no tie is lost");
  KnownHouseholds known;
  for (std::uint32_t i = 0; i < 4; ++i) known.number_of[{"", "n" + std::to_string(i)}] = i;
  if (const auto named = read(known))
    for (const Tie& tie : named->ties) must(tie.a < 4 && tie.b < 4, "ends are households known");
}

}  // namespace swadaya::fuzz
