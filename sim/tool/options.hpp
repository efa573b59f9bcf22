// Options that several commands have, each once.
#pragma once

#include <CLI/CLI.hpp>

#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// As [experiment] declares the key.
CLI::Range within_limits(const char* key);

// --set; and what it was given says each key once. Throws BadInput.
void add_set(CLI::App& command, Options& o);
void check_set_once(const std::vector<std::string>& all);
void add_common(CLI::App& command, Options& o);
void add_threads(CLI::App& command, Options& o);
void add_working(CLI::App& command, Options& o);
void add_progress(CLI::App& command, Options& o);
void add_running(CLI::App& command, Options& o);
void add_posterior(CLI::App& command, Options& o);
void add_learning(CLI::App& command, LearnOptions& o);
void add_from(CLI::App& command, Options& o);
void add_new_ward(CLI::App& command, NewOptions& o);

}  // namespace swadaya::tool
