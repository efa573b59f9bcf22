// `swadaya explore`, from outside; its page is tested in web/tests.
#include <chrono>
#include <signal.h>
#include <sys/wait.h>
#include <thread>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ServesUntilItIsToldToStop) {
  const std::string file = file_with("small.toml", small_ward), said = fresh("said");
  const pid_t child = started(SWADAYA_PROGRAM " explore " + file + " >" + said);
  const auto end = std::chrono::steady_clock::now() + std::chrono::minutes{1};
  while (!has(text_in(said), "/\n") && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  EXPECT_TRUE(text_in(said).starts_with("http://127.0.0.1:")) << text_in(said);
  kill(child, SIGTERM);
  int status = -1;
  pid_t ended = 0;
  while ((ended = waitpid(child, &status, WNOHANG)) == 0 && std::chrono::steady_clock::now() < end)
    std::this_thread::yield();
  EXPECT_TRUE(ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  if (ended == 0) kill(child, SIGKILL);
}

TEST(Program, ServesNoScenarioThatIsWrong) {
  const Outcome o = program("explore " + file_with("wrong.toml", "[lending]\nnorn = 1\n"));
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(has(o.text, "wrong.toml:2:1")) << o.text;
  EXPECT_EQ(program("explore nowhere.toml").code, 2);
}

}  // namespace swadaya
