// Options that several commands have, each once.
#pragma once

#include <CLI/CLI.hpp>

#include "sim/tool/commands.hpp"

namespace swadaya::tool {

// As [experiment] declares the key.
CLI::Range within_limits(const char* key);

void add_set(CLI::App& command, Options& o);
void add_common(CLI::App& command, Options& o);
void add_threads(CLI::App& command, Options& o);
void add_working(CLI::App& command, Options& o);
void add_running(CLI::App& command, Options& o);
void add_posterior(CLI::App& command, Options& o);
void add_from(CLI::App& command, Options& o);

}  // namespace swadaya::tool
