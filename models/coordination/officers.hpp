// Officers of a team area who verify requests one by one.
#pragma once

#include <algorithm>

#include "sim/model.hpp"

namespace swadaya::models::coordination {

constexpr double never = 1e9;  // months; beyond any run

struct Request {
  double at;  // month
  std::uint32_t number;
  Ward* ward;  // nullptr for one from elsewhere
  std::size_t tranche;
  bool operator<(const Request& other) const {
    return at != other.at ? at < other.at : number < other.number;
  }
};

class Officers : Declares {
  Whole servers = whole("servers", 2, "officers", {1, 100},
                        "assumption; verification servers, evidence/behaviour 8");
  Number service = number("service", 0.5, "months a request, mean", {0.001, 12},
                          "a stage takes 2.5 weeks: evidence/behaviour C1");
  AreaList busy_until = area_list("busy_until", "month, by officer");
  Decision takes = decision("takes"), takes_others = decision("takes_others");

 public:
  // The first who is free takes the request. Returns the month in which it is done.
  double serve(Area& area, const Request& request) const {
    std::vector<double>& busy = area[busy_until];
    busy.resize(static_cast<std::size_t>(servers), 0);
    const auto officer = std::min_element(busy.begin(), busy.end());
    const Ward& any = *area.wards.front();
    const double u = request.ward ? request.ward->dice(takes, request.ward->number(),
                                                       static_cast<std::uint16_t>(request.tranche))
                                  : any.dice(takes_others, area.number(),
                                             static_cast<std::uint16_t>(request.number));
    *officer = std::max(*officer, request.at) + exponential_of(u, service);
    return *officer;
  }
};

}  // namespace swadaya::models::coordination
