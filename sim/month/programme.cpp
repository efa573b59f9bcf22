#include "sim/month/programme.hpp"

namespace swadaya {

namespace {

template <class Settings>
std::vector<ParameterInfo> declared_by(const char* section) {
  Declare declare{section};
  const Declare::Making making{declare, 0};
  const Settings settings;
  return declare.parameters();
}

}  // namespace

const std::vector<ParameterInfo>& programme_parameters() {
  static const std::vector<ParameterInfo> all = declared_by<Programme>("programme");
  return all;
}

const std::vector<ParameterInfo>& cost_parameters() {
  static const std::vector<ParameterInfo> all = declared_by<Costs>("costs");
  return all;
}

}  // namespace swadaya
