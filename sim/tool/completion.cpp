#include "sim/tool/completion.hpp"

#include <fmt/format.h>

namespace swadaya::tool {

namespace {

using Takes = DescribedOption::Takes;
using Commands = std::vector<DescribedCommand>;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

// Within single quotes of a Bourne shell.
std::string shell_quoted(const std::string& text) {
  return "'" + replaced(text, "'", "'\\''") + "'";
}

// Names of all options that don't go by their place.
std::vector<std::string> option_names(const DescribedCommand& command) {
  std::vector<std::string> names;
  for (const DescribedOption& option : command.options)
    if (!option.has_place) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::vector<std::string> command_names(const Commands& all) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < all.size(); ++i) names.push_back(all[i].name);
  return names;
}

// What a command takes by its place; nullptr for nothing.
const DescribedOption* with_place(const DescribedCommand& command) {
  for (const DescribedOption& option : command.options)
    if (option.has_place) return &option;
  return nullptr;
}

// Statements of bash that fill in what may stand in a value's place.
std::string bash_values(const DescribedOption& option) {
  switch (option.takes) {
    case Takes::one_of:
      return fmt::format("words {}",
                         shell_quoted(fmt::format("{}", fmt::join(option.choices, " "))));
    case Takes::file:
      return "paths -f";
    case Takes::folder:
      return "paths -d";
    default:
      return ":";
  }
}

const char* const bash_begin =
    R"(# Completion of swadaya for bash, made by `swadaya completion bash`.
_swadaya() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= i
  # --format=csv comes as three words.
  if [ "$cur" = "=" ]; then
    cur=
  elif [ "$prev" = "=" ]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur"); }
  paths() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
  }
  COMPREPLY=()
)";

std::string bash(const Commands& all) {
  std::string out = bash_begin;
  out += fmt::format(
      "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${{COMP_WORDS[i]}} in\n      {}) "
      "command=${{COMP_WORDS[i]}}; break ;;\n    esac\n  done\n  case $command/$prev in\n",
      fmt::join(command_names(all), " | "));
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const DescribedOption& option : all[i].options) {
      if (option.has_place || option.takes == Takes::nothing) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names)
        patterns.push_back((i == 0 ? "*" : all[i].name) + "/" + name);
      out +=
          fmt::format("    {}) {}; return ;;\n", fmt::join(patterns, " | "), bash_values(option));
    }
  out += "  esac\n  case $command in\n";
  const std::string of_all = fmt::format("{}", fmt::join(option_names(all[0]), " "));
  for (std::size_t i = 1; i < all.size(); ++i) {
    const DescribedOption* place = with_place(all[i]);
    out += fmt::format(
        "    {})\n      if [[ $cur == -* ]]; then words {}; else {}; fi ;;\n", all[i].name,
        shell_quoted(fmt::format("{} {}", fmt::join(option_names(all[i]), " "), of_all)),
        place ? bash_values(*place) : ":");
  }
  out +=
      fmt::format("    *) words {} ;;\n  esac\n}}\ncomplete -F _swadaya swadaya\n",
                  shell_quoted(fmt::format("{} {}", fmt::join(command_names(all), " "), of_all)));
  return out;
}

// A description within brackets of _arguments, or behind the colon of _describe.
std::string zsh_words(std::string text) {
  for (const char* special : {"\\", "[", "]", ":"})
    text = replaced(text, special, std::string{"\\"} + special);
  return text;
}

std::string zsh_values(const DescribedOption& option) {
  switch (option.takes) {
    case Takes::one_of:
      return fmt::format("({})", fmt::join(option.choices, " "));
    case Takes::file:
      return "_files";
    case Takes::folder:
      return "_files -/";
    default:
      return " ";
  }
}

// One argument of _arguments for each name.
std::string zsh_option(const DescribedOption& option) {
  if (option.has_place)
    return "      " +
           shell_quoted(fmt::format("{}{}:{}",
                                    option.is_repeatable ? "*:"
                                    : option.is_required ? ":"
                                                         : "::",
                                    zsh_words(option.names[0]), zsh_values(option))) +
           " \\\n";
  std::string out;
  const bool takes = option.takes != Takes::nothing;
  for (const std::string& name : option.names)
    out += "      " +
           shell_quoted(fmt::format(
               "{}{}{}[{}]{}", option.is_repeatable ? "*" : "", name,
               takes && name.starts_with("--") ? "=" : "", zsh_words(option.description),
               takes ? fmt::format(":{}:{}", zsh_words(option.value), zsh_values(option)) : "")) +
           " \\\n";
  return out;
}

std::string zsh(const Commands& all) {
  std::string out =
      "#compdef swadaya\n# Completion of swadaya for zsh, made by `swadaya completion zsh`.\n"
      "_swadaya() {\n  local context state state_descr line\n  typeset -A opt_args\n"
      "  local -a commands=(\n";
  for (std::size_t i = 1; i < all.size(); ++i)
    out += "    " + shell_quoted(all[i].name + ":" + zsh_words(all[i].description)) + "\n";
  out += "  )\n  _arguments -C \\\n";
  for (const DescribedOption& option : all[0].options) out += zsh_option(option);
  out +=
      "      '1: :->command' \\\n      '*:: :->rest'\n  case $state in\n"
      "    command) _describe -t commands command commands ;;\n"
      "    rest)\n      case $line[1] in\n";
  for (std::size_t i = 1; i < all.size(); ++i) {
    out += fmt::format("    {}) _arguments \\\n", all[i].name);
    for (const DescribedOption& option : all[i].options) out += zsh_option(option);
    for (const DescribedOption& option : all[0].options)
      if (option.names[0] != "--help") out += zsh_option(option);
    out += "      ;;\n";
  }
  return out +
         "      esac ;;\n  esac\n}\nif [ \"$funcstack[1]\" = _swadaya ]; then\n"
         "  _swadaya \"$@\"\nelse\n  compdef _swadaya swadaya\nfi\n";
}

std::string fish_option(const std::string& when, const DescribedOption& option) {
  std::string out = "complete -c swadaya -n " + shell_quoted(when);
  const auto described = [&](const std::string& text) {
    return " -d '" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
  };
  if (!option.has_place)
    for (const std::string& name : option.names)
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  switch (option.takes) {
    case Takes::nothing:
      break;
    case Takes::one_of:
      out += fmt::format(" -x -a '{}'", fmt::join(option.choices, " "));
      break;
    case Takes::file:
      out += option.has_place ? " -F" : " -r -F";
      break;
    case Takes::folder:
      out += " -x -a '(__fish_complete_directories)'";
      break;
    case Takes::words:
      out += option.has_place ? " -f" : " -x";
      break;
  }
  return out + described(option.description) + "\n";
}

std::string fish(const Commands& all) {
  std::string out =
      "# Completion of swadaya for fish, made by `swadaya completion fish`.\n"
      "complete -c swadaya -f\n";
  const std::string before =
      fmt::format("not __fish_seen_subcommand_from {}", fmt::join(command_names(all), " "));
  for (const DescribedOption& option : all[0].options) out += fish_option("true", option);
  for (std::size_t i = 1; i < all.size(); ++i) {
    DescribedOption name;
    name.description = all[i].description;
    name.choices = {all[i].name}, name.takes = Takes::one_of, name.has_place = true;
    out += fish_option(before, name);
  }
  for (std::size_t i = 1; i < all.size(); ++i)
    for (const DescribedOption& option : all[i].options)
      if (option.names[0] != "--help")
        out += fish_option("__fish_seen_subcommand_from " + all[i].name, option);
  return out;
}

}  // namespace

std::string completion(const std::string& shell, const Commands& all) {
  return shell == "bash" ? bash(all) : shell == "zsh" ? zsh(all) : fish(all);
}

}  // namespace swadaya::tool
