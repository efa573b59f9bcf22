#include "sim/tables/network.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace swadaya {

std::string text_of(const NetworkFigures& f) {
  std::string text = fmt::format(
      "households           {}\nties                 {}\nmean degree          {:.3f} (sd {:.3f})\ntransitivity         {:.4f}\n"
      "mean clustering      {:.4f}\ncomponents           {} (largest {})\nmean path            {:.3f} (longest {}, from {} households)\n"
      "degree assortativity {:+.4f}\nleading eigenvalue   {:.4f}\n\ndegree  households\n",
      f.households, f.ties, f.mean_degree, f.sd_degree, f.transitivity, f.mean_clustering,
      f.components, f.giant, f.mean_path, f.longest_path, f.sources, f.assortativity,
      f.leading_eigenvalue);
  for (const auto& [degree, households] : f.degrees)
    text += fmt::format("{:6}  {:10}\n", degree, households);
  return text;
}

nlohmann::json json_of(const NetworkFigures& f) {
  nlohmann::json degrees = nlohmann::json::object();
  for (const auto& [degree, households] : f.degrees) degrees[std::to_string(degree)] = households;
  return {{"households", f.households},
          {"ties", f.ties},
          {"mean_degree", f.mean_degree},
          {"sd_degree", f.sd_degree},
          {"degrees", degrees},
          {"transitivity", f.transitivity},
          {"mean_clustering", f.mean_clustering},
          {"components", f.components},
          {"giant", f.giant},
          {"mean_path", f.mean_path},
          {"longest_path", f.longest_path},
          {"path_sources", f.sources},
          {"assortativity", f.assortativity},
          {"leading_eigenvalue", f.leading_eigenvalue}};
}

std::string text_of(const MeanCentralities& m) {
  return fmt::format(
      "\nleaders in the largest component, means over {}\n"
      "eigenvector          {:.5f}\ndiffusion            {:.4f}\nKatz-Bonacich        {:.4f}\n"
      "betweenness          {:.5f}\ncloseness            {:.4f}\ndecay                {:.4f}\n",
      m.households, m.eigenvector, m.diffusion, m.katz_bonacich, m.betweenness, m.closeness,
      m.decay);
}

nlohmann::json json_of(const MeanCentralities& m) {
  return {{"households", m.households},
          {"eigenvector", m.eigenvector},
          {"diffusion", m.diffusion},
          {"katz_bonacich", m.katz_bonacich},
          {"betweenness", m.betweenness},
          {"closeness", m.closeness},
          {"decay", m.decay}};
}

}  // namespace swadaya
