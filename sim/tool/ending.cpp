#include "sim/tool/ending.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <system_error>

#include "sim/base/error.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

void say(const std::string& text) { tell_text(text + "\n", "error"); }

// `ulimit -f`: what writes is told so, and whoever wants to know why can ask.
volatile std::sig_atomic_t grew_too_large = 0;
void note_size(int) { grew_too_large = 1; }

int machine_failure() {
  if (grew_too_large)
    say("a file grew past the limit that is set for its size (`ulimit -f`); what was written before "
        "is kept, and `swadaya resume` goes on from it");
  return machine_failed;
}

}  // namespace

int ending_of(const std::function<int()>& work) {
  hold_closed_streams();
  std::signal(SIGXFSZ, note_size);
  try {
    const int code = work();
    if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return code;
    say(fmt::format("the output can't be written: {}", std::strerror(errno)));
  } catch (const BadInput& bad) {
    // Where the ranks couldn't join, each comes to the same end; one says so.
    if (launch().number == 0) say(bad.what());
    return bad_input;
  } catch (const MachineFailure& failure) {
    say(failure.what());
  } catch (const std::bad_alloc&) {
    say("out of memory; nothing already written is lost");
  } catch (const std::filesystem::filesystem_error& error) {
    say(error.what());
  } catch (const std::system_error& error) {
    const bool of_output = std::ferror(stdout);
    say(fmt::format("{}: {}",
                    of_output ? "the output can't be written" : "this is a fault of the program",
                    error.code().message()));
  } catch (const std::exception& error) {
    say(fmt::format("this is a fault of the program: {}", error.what()));
  }
  return machine_failure();
}

}  // namespace swadaya::tool
