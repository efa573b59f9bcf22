#include "sim/world/world.hpp"

namespace swadaya {

const std::vector<float>* World::covariate(const std::string& name) const {
  for (std::size_t c = 0; c < covariate_names.size(); ++c)
    if (covariate_names[c] == name) return &covariates[c];
  return nullptr;
}

}  // namespace swadaya
