#include "sim/jobs/plugin.hpp"

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <cstring>
#include <elf.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>

#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/month/abi.hpp"

namespace swadaya {

namespace {

namespace dll = boost::dll;
using Library = std::shared_ptr<dll::shared_library>;

const char* const built_by =
    "build it with swadaya_plugin of the package that `cmake --install` of this program installs";

BadInput refusal(const std::string& file, std::string rule, std::string suggestion) {
  return BadInput{Problem{file, 0, 0, "", "", std::move(rule), std::move(suggestion)}};
}

// What the system's loader says, without Boost's words around it.
std::string reason_of(const std::exception& error) {
  const std::string text = error.what(), mark = "dlerror system message: ";
  const auto at = text.find(mark);
  if (at == std::string::npos) return text;
  const std::string reason = text.substr(at + mark.size());
  return reason.substr(0, reason.rfind(')'));
}

Library load(const std::string& file, dll::load_mode::type mode) {
  return std::make_shared<dll::shared_library>(std::filesystem::absolute(file), mode);
}

// Whether all that the file's own headers speak of is in it. The loader maps what is missing and
// the program ends at the first touch.
bool is_cut_short(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  Elf64_Ehdr head{};
  const auto size = static_cast<std::uint64_t>(std::filesystem::file_size(file));
  const bool has_head = static_cast<bool>(in.read(reinterpret_cast<char*>(&head), sizeof head));
  if (std::memcmp(head.e_ident, ELFMAG, SELFMAG) != 0) return false;
  if (!has_head) return true;
  if (head.e_ident[EI_CLASS] != ELFCLASS64)
    return false;  // no library of this machine: the loader says what it is
  const std::uint64_t sections =
      head.e_shoff + std::uint64_t{head.e_shnum} * std::uint64_t{head.e_shentsize};
  if (head.e_shoff > size || sections > size) return true;
  for (std::uint64_t i = 0; i < head.e_phnum; ++i) {
    Elf64_Phdr part{};
    in.seekg(static_cast<std::streamoff>(head.e_phoff + i * head.e_phentsize));
    if (!in.read(reinterpret_cast<char*>(&part), sizeof part)) return true;
    if (part.p_offset > size || part.p_filesz > size - part.p_offset) return true;
  }
  return false;
}

Library load_checked(const std::string& file) {
  if (!std::filesystem::is_regular_file(file))
    throw refusal(file, "there is no such file", "--plugin takes a shared library (.so)");
  if (is_cut_short(file)) throw refusal(file, "is no whole plug-in: it is cut short", built_by);
  Library library;
  try {
    // First without looking up the functions it calls: another version may not have them.
    library = load(file, dll::load_mode::rtld_lazy);
  } catch (const std::exception& error) {
    throw refusal(file, "can't be loaded as a shared library: " + reason_of(error),
                  std::string{"a plug-in that was made for another version must be built again: "} +
                      built_by);
  }
  if (!library->has("swadaya_plugin_abi") || !library->has("swadaya_plugin_entries"))
    throw refusal(file, "is a shared library, but no plug-in of Swadaya",
                  "the model's file must say SWADAYA_PLUGIN(...) behind its entry");
  const std::string made_for = &library->get<const char>("swadaya_plugin_abi");
  const Abi here = abi_of(version, headers_hash);
  if (made_for != here.text.data())
    throw refusal(
        file, fmt::format("was made for `{}`; this program is `{}`", made_for, here.text.data()),
        fmt::format("build it again against this program: {}", built_by));
  library.reset();  // or else it stays as it is
  try {
    return load(file, dll::load_mode::rtld_now);
  } catch (const std::exception& error) {
    throw refusal(file, "uses what neither it nor the program has: " + reason_of(error), "");
  }
}

// What is wrong with a model of a plug-in, or "".
std::string fault_of(const Entry& entry, const std::vector<Entry>& others) {
  const bool taken = std::any_of(others.begin(), others.end(), [&](const Entry& other) {
    return other.info.slot == entry.info.slot && other.info.name == entry.info.name;
  });
  if (taken) return "there is a model of this name in this slot already; give it another one";
  if (entry.info.is_default)
    return "must not be its slot's default: Standing::rival, or Standing::null";
  try {
    Declare declare{entry.info.slot};
    made(entry, declare);
  } catch (const std::exception& error) {
    return std::string{"declares itself wrongly: "} + error.what();
  } catch (...) {
    return "throws when it is made";
  }
  return "";
}

std::vector<Entry> entries_of(const std::string& file, const dll::shared_library& library) {
  std::vector<Entry> entries;
  try {
    library.get<void(std::vector<Entry>&)>("swadaya_plugin_entries")(entries);
  } catch (const std::exception& error) {
    throw refusal(file, std::string{"failed when asked for its models: "} + error.what(), "");
  } catch (...) {
    throw refusal(file, "failed when asked for its models", "");
  }
  if (entries.empty()) throw refusal(file, "has no model", "");
  return entries;
}

}  // namespace

Catalogue catalogue_with(std::vector<Entry> own, const std::vector<std::string>& plugins) {
  std::vector<std::shared_ptr<const void>> libraries;  // unloaded after the entries are gone
  std::vector<Entry> entries = std::move(own);
  std::vector<Problem> problems;
  for (const std::string& file : plugins) try {
      const Library library = load_checked(file);
      libraries.push_back(library);
      for (Entry& entry : entries_of(file, *library)) {
        const std::string fault = fault_of(entry, entries);
        if (fault.empty())
          entries.push_back(std::move(entry));
        else
          problems.push_back({file, 0, 0,
                              fmt::format("{}/{}", name_of(entry.info.slot), entry.info.name), "",
                              fault, ""});
      }
    } catch (const BadInput& bad) {
      problems.insert(problems.end(), bad.problems().begin(), bad.problems().end());
    }
  if (!problems.empty()) throw BadInput{problems};
  return Catalogue{std::move(entries), std::move(libraries)};
}

}  // namespace swadaya
