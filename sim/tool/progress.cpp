#include "sim/tool/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>
#include <unistd.h>

#include "sim/results/labels.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

Progress::Progress(Show show, std::optional<double> household_months)
    : shows_{show == Show::what_fits},
      terminal_{isatty(STDERR_FILENO) == 1},
      household_months_{household_months} {}

Progress::~Progress() {
  if (drawn_ && terminal_) std::fputs("\r\033[K", stderr);
}

void Progress::update(const Advance& advance) {
  if (!shows_) return;
  const auto now = Clock::now();
  const double since = std::chrono::duration<double>(now - last_).count();
  const bool in_json = tells_in_json(), ends = advance.done >= advance.all;
  if (since < (in_json ? 1.0 : terminal_ ? 0.2 : 10.0) && !(in_json && ends)) return;
  last_ = now;
  const double passed = std::chrono::duration<double>(now - start_).count();
  if (in_json) return tell_numbers(advance, passed);
  const double share = advance.share, left = advance.seconds_left();
  const std::string rate = household_months_
                               ? fmt::format("{:.0f} million household-months/s",
                                             *household_months_ * share / passed / 1e6)
                               : "";
  if (terminal_) {
    constexpr std::size_t width = 30;
    const auto full = static_cast<std::size_t>(share * width);
    tell("\r\033[K[{}{}] {:3.0f} %  {}{}{:.0f} s left", std::string(full, '='),
         std::string(width - full, ' '), 100 * share, rate, rate.empty() ? "" : "  ", left);
  } else {
    tell("{} of {} {}, {}{}{:.0f} s left\n", advance.done, advance.all, advance.of, rate,
         rate.empty() ? "" : ", ", left);
  }
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::tell_numbers(const Advance& advance, double passed) const {
  nlohmann::json event{{"event", "progress"},
                       {"done", advance.done},
                       {"all", advance.all},
                       {"of", advance.of},
                       {"share", advance.share},
                       {"seconds", passed},
                       {"seconds_left", json_number(advance.seconds_left())}};
  if (household_months_ && passed > 0)
    event["household_months_per_second"] = *household_months_ * advance.share / passed;
  tell_event(event);
}

}  // namespace swadaya::tool
