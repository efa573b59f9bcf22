#include "sim/month/limits.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace swadaya {

namespace {

constexpr float far = 1e6f;      // of log odds
constexpr float far_log = 60.f;  // of log consumption: below what single precision can raise e to

}  // namespace

const std::array<Limits, column::count> limits_of_columns{{{"informed", 0, 1, true},
                                                           {"grant_belief"},
                                                           {"attitude"},
                                                           {"joined", 0, 1, true},
                                                           {"rung", 0, 3, true},
                                                           {"ever_joined", 0, 1, true},
                                                           {"burden"},
                                                           {"member", 0, 1, true},
                                                           {"listed", 0, 1, true},
                                                           {"favoured", 0, 1, true},
                                                           {"log_consumption", -far_log, far_log},
                                                           {"capacity"},
                                                           {"endorsement", -far, far}}};
const std::array<Limits, rt_column::count> limits_of_rt_columns{{{"trust"}, {"visited", 0, far}}};

std::string fault_of(const Limits& limits, float value) {
  if (limits.hold(value)) return "";
  return fmt::format("{}, and must be {} {} and {}", value,
                     limits.whole ? "a whole number between" : "within", limits.low, limits.high);
}

std::optional<std::size_t> first_outside(const Limits& limits, const float* cells,
                                         std::size_t packs) {
  const float more = limits.whole ? 0.0f : Limits::slack;
  const Pack low{limits.low - more}, high{limits.high + more};
  Pack inside{1.0f};
  for (std::size_t p = 0; p < packs; ++p) {
    const Pack x = Pack::from(cells + p * pack_width);
    inside = Pack::by_registers(
        [](auto in, auto a, auto b, auto c) { return b >= a && b <= c ? in : in - in; }, inside,
        low, x, high);
    if (limits.whole) {
      const Pack whole = pack_of(whole_of(x));
      inside = Pack::by_registers([](auto in, auto a, auto b) { return a == b ? in : in - in; },
                                  inside, x, whole);
    }
  }
  if (inside.smallest() == 1.0f) return std::nullopt;
  std::size_t cell = 0;
  while (limits.hold(cells[cell])) ++cell;
  return cell;
}

std::string fault_of(const OutcomeInfo& info, double x) {
  constexpr double slack = 1e-6;  // sums of rounded parts
  if (std::isnan(x)) return info.is_always_defined ? "is not a number" : "";
  if (std::isinf(x)) return "is infinite";
  if (info.is_share() && !info.is_difference && (x < -slack || x > 1 + slack))
    return fmt::format("is {}, and no share", x);
  return "";
}

}  // namespace swadaya
