// What `swadaya network` prints.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/world/analysis.hpp"
#include "sim/world/centrality.hpp"

namespace swadaya {

std::string text_of(const NetworkFigures& figures);
nlohmann::json json_of(const NetworkFigures& figures);
std::string text_of(const MeanCentralities& means);
nlohmann::json json_of(const MeanCentralities& means);

}  // namespace swadaya
