#include "sim/report/filling.hpp"

#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"

namespace swadaya {

std::string embedded(const nlohmann::json& json) {
  std::string out;
  for (const char c : json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  return out;
}

std::string filled(std::string_view page, const std::vector<Filling>& fillings) {
  std::string out;
  for (const Filling& filling : fillings) {
    const std::size_t at = page.find(filling.mark);
    if (at == std::string_view::npos)
      throw MachineFailure{"the page has no place for " + filling.mark};
    out += page.substr(0, at);
    out += filling.text;
    page.remove_prefix(at + filling.mark.size());
  }
  return out.append(page);
}

}  // namespace swadaya
