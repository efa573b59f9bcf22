#include "sim/results/results.hpp"

#include <fmt/format.h>
#include <stdexcept>

#include "sim/base/error.hpp"

namespace swadaya {

std::vector<StoredVariant> new_variants(const std::vector<StoredVariant>& held, std::size_t first,
                                        const std::vector<Variant>& variants,
                                        const std::string& place) {
  std::vector<StoredVariant> fresh;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const StoredVariant variant{variants[i].name, variants[i].title, variants[i].first_world};
    if (first + i >= held.size())
      fresh.push_back(variant);
    else if (held[first + i] != variant)
      throw refused(
          place,
          fmt::format("holds `{}` ({}), where its experiment.toml leads to `{}` ({})",
                      held[first + i].name, held[first + i].title, variant.name, variant.title),
          "run its experiment.toml again into another folder");
  }
  if (!fresh.empty() && held.size() + fresh.size() != first + variants.size())
    throw std::logic_error{"a generation leaves a gap in the variants"};
  return fresh;
}

}  // namespace swadaya
