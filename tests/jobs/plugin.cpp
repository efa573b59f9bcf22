// What is no plug-in is refused; tests/plugin builds real ones, and broken ones.
#include "sim/jobs/plugin.hpp"

#include <dlfcn.h>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::string said(const std::vector<std::string>& plugins) {
  return said_by([&] { catalogue_with(models::all(), plugins); });
}

}  // namespace

TEST(Plugins, WithoutAnyTheCatalogueIsTheProgramsOwn) {
  const Catalogue catalogue = catalogue_with(models::all(), {});
  EXPECT_EQ(catalogue.models().size(), all_models().models().size());
}

TEST(Plugins, AllThatAreWrongAreSaidAtOnce) {
  Dl_info library{};  // the one that `cos` comes from: a shared library, and no plug-in
  ASSERT_NE(dladdr(dlsym(RTLD_DEFAULT, "cos"), &library), 0);
  const std::string text_file = file_with("plugin.so", "no library");
  const std::string text = said({"/nowhere/plugin.so", text_file, library.dli_fname});
  EXPECT_TRUE(has(text, "/nowhere/plugin.so: there is no such file; --plugin takes")) << text;
  EXPECT_TRUE(has(text, text_file + ": can't be loaded as a shared library")) << text;
  EXPECT_TRUE(has(text, std::string{library.dli_fname} + ": is a shared library, but no plug-in"))
      << text;
}

}  // namespace swadaya
