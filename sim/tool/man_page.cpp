#include "sim/tool/man_page.hpp"

#include <fmt/format.h>

#include "sim/base/version.hpp"

namespace swadaya::tool {

namespace {

using Takes = DescribedOption::Takes;

// A line of text: no letter of it is read as a command.
std::string plain(const std::string& text) {
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (const char c : text)
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\n')
      out += "\n\\&";
    else
      out += c;
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string slanted(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

std::string of_option(const DescribedOption& option) {
  std::string out = ".TP\n";
  for (const std::string& name : option.names)
    out += (out.ends_with('\n') ? "" : ", ") + (option.has_place ? slanted(name) : bold(name));
  if (!option.has_place && option.takes != Takes::nothing) out += " " + slanted(option.value);
  out += "\n" + plain(option.description);
  if (!option.choices.empty())
    out += fmt::format(" ({})", plain(fmt::format("{}", fmt::join(option.choices, ", "))));
  return out + "\n";
}

std::string usage(const DescribedCommand& command) {
  std::string out = bold("swadaya " + command.name) + " [" + slanted("options") + "]";
  for (const DescribedOption& option : command.options)
    if (option.has_place) {
      const std::string name = slanted(option.names[0]) + (option.is_repeatable ? " ..." : "");
      out += option.is_required ? " " + name : " [" + name + "]";
    }
  return out;
}

std::string of_command(const DescribedCommand& command) {
  std::string out = fmt::format(".SS {}\n{}\n.PP\n{}.\n", plain(command.name), usage(command),
                                plain(command.description));
  for (const DescribedOption& option : command.options)
    if (option.names[0] != "--help") out += of_option(option);
  if (!command.footer.empty()) out += ".PP\n.nf\n" + plain(command.footer) + "\n.fi\n";
  return out;
}

const char* const ending = R"(.SH EXIT STATUS
.TP
0
It did what it was asked for.
.TP
1
The answer is no: a fact or a sign that doesn't hold, a model that breaks its contract.
.TP
2
What was given is wrong: standard error says where, by which rule, and what is near.
.TP
3
The machine failed: disk, memory, an output that nobody takes. What was written before is kept.
.TP
130
It was interrupted, or its time was up; \fBswadaya resume\fR does the rest.
.SH FILES
A run writes a folder, \fIresults/NAME\fR where none is named: \fIresults.db\fR has all of it,
\fIreport.html\fR tells it, tables lie beside as CSV, \fImanifest.json\fR says what made it and
\fIexperiment.toml\fR runs it again.
)";

}  // namespace

std::string man_page(const std::vector<DescribedCommand>& all) {
  std::string out = fmt::format(".TH SWADAYA 1 \"\" \"swadaya {}\" \"User Commands\"\n", version);
  const std::string& what = all[0].description;
  out += ".SH NAME\nswadaya \\- " + plain(what.substr(what.find(": ") + 2)) + "\n";
  out += ".SH SYNOPSIS\n" + bold("swadaya") + " " + slanted("command") + " [" + slanted("options") +
         "]\n.SH OPTIONS\nOf any command.\n";
  for (const DescribedOption& option : all[0].options) out += of_option(option);
  out += ".SH COMMANDS\n";
  for (std::size_t i = 1; i < all.size(); ++i) out += of_command(all[i]);
  return out + ending;
}

}  // namespace swadaya::tool
