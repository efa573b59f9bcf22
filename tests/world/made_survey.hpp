// A made survey of 600 households and the margins of 110 RT in 10 RW, which it doesn't have itself.
#pragma once

#include <cmath>
#include <random>
#include <string>

#include "tests/files.hpp"

namespace swadaya {

struct MadeSurvey {
  std::string survey, margins;  // files
  std::size_t households = 0;
};

// The poor are larger households of lower consumption; business and heads by chance.
inline MadeSurvey made_survey(std::uint32_t seed = 5) {
  std::mt19937 random{seed};
  std::uniform_real_distribution<double> u{0, 1};
  std::normal_distribution<double> z;
  std::string survey = "hh;persons;spending;poor;business;note\n";
  for (int i = 1; i <= 600; ++i) {
    const bool poor = u(random) < 0.3;
    const int persons = 1 + static_cast<int>(u(random) * (poor ? 7 : 5));
    const double spending = std::exp((poor ? 4.7 : 5.8) + 0.4 * z(random));
    survey += std::to_string(i) + ";" + std::to_string(persons) + ";" +
              std::to_string(static_cast<int>(spending) + 1) + ";" + (poor ? "1" : "2") + ";" +
              (u(random) < 0.25 ? "ya" : "tidak") + ";rumah " + std::to_string(i % 9) + "\n";
  }
  MadeSurvey made;
  std::string margins = "rw,rt,households,poor,business,size:1-2,size:3-4,size:5+\n";
  for (int rw = 1; rw <= 10; ++rw)
    for (int rt = 1; rt <= 11; ++rt) {
      const int n = 70 + static_cast<int>(50 * u(random));
      const int poor = static_cast<int>(n * (0.05 + 0.2 * u(random))),
                business = static_cast<int>(n * (0.15 + 0.3 * u(random))),
                small = static_cast<int>(n * (0.2 + 0.2 * u(random))),
                large = static_cast<int>(n * (0.2 + 0.2 * u(random)));
      for (const int x : {rw, rt, n, poor, business, small, n - small - large, large})
        margins += std::to_string(x) + ",";
      margins.back() = '\n';
      made.households += static_cast<std::size_t>(n);
    }
  made.survey = file_with("survey.csv", survey), made.margins = file_with("margins.csv", margins);
  return made;
}

inline const char* const columns_of_made_survey =
    "size=persons, consumption=spending, poor=poor{yes=1, no=2}";

}  // namespace swadaya
