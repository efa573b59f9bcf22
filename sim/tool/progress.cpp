#include "sim/tool/progress.hpp"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <unistd.h>

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
  if (since < (terminal_ ? 0.2 : 10.0)) return;
  last_ = now;
  const double passed = std::chrono::duration<double>(now - start_).count();
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

}  // namespace swadaya::tool
