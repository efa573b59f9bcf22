#include "sim/world/graphml.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <string_view>

#include "sim/base/error.hpp"

namespace swadaya {

namespace {

class Reader {
 public:
  explicit Reader(const std::string& file) : file_{file} {
    std::ifstream in{file, std::ios::binary};
    if (!in) fail(-1, "the file can't be read");
    text_.assign(std::istreambuf_iterator<char>{in}, {});
  }

  GraphmlNetwork read() {
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(text_.data(), text_.size());
    if (!result) fail(result.offset, std::string{"is not XML: "} + result.description());
    const pugi::xml_node root = document.child("graphml");
    const pugi::xml_node graph = root.child("graph");
    if (!graph) fail(-1, "is not GraphML: there is no <graph> in a <graphml>");
    if (const pugi::xml_node second = graph.next_sibling("graph"))
      fail(second.offset_debug(), "has several graphs; one is read");
    is_directed_ = is(graph.attribute("edgedefault"), "directed");
    for (const pugi::xml_node node : graph.children("node")) add_node(node);
    if (const pugi::xml_node hyper = graph.child("hyperedge"))
      fail(hyper.offset_debug(), "has hyperedges; ties join two households");
    for (const pugi::xml_node edge : graph.children("edge")) add_edge(edge);
    return std::move(network_);
  }

 private:
  static bool is(const pugi::xml_attribute& attribute, std::string_view value) {
    return attribute && attribute.value() == value;
  }

  [[noreturn]] void fail(std::ptrdiff_t offset, std::string rule) const {
    const std::ptrdiff_t end = std::min(offset, std::ssize(text_));
    const int line =
        offset < 0 ? 0 : 1 + static_cast<int>(std::count(text_.begin(), text_.begin() + end, '\n'));
    throw BadInput{Problem{file_, line, 0, "", "", std::move(rule), ""}};
  }

  void add_node(const pugi::xml_node& node) {
    const std::string id = node.attribute("id").value();
    if (id.empty()) fail(node.offset_debug(), "a node has no id");
    if (node.child("graph")) fail(node.offset_debug(), "has a graph inside node `" + id + "`");
    if (!number_of_.emplace(id, network_.nodes).second)
      fail(node.offset_debug(), "two nodes have the id `" + id + "`");
    ++network_.nodes;
  }

  void add_edge(const pugi::xml_node& edge) {
    const pugi::xml_attribute directed = edge.attribute("directed");
    if (directed ? is(directed, "true") : is_directed_)
      fail(edge.offset_debug(), "has directed edges; ties join households both ways");
    network_.ties.push_back({end_of(edge, "source"), end_of(edge, "target")});
  }

  Household end_of(const pugi::xml_node& edge, const char* which) const {
    const std::string id = edge.attribute(which).value();
    const auto at = number_of_.find(id);
    if (at == number_of_.end())
      fail(edge.offset_debug(), std::string{"an edge's "} + which + " `" + id + "` is no node");
    return at->second;
  }

  std::string file_, text_;
  bool is_directed_ = false;
  std::map<std::string, std::uint32_t> number_of_;
  GraphmlNetwork network_;
};

}  // namespace

GraphmlNetwork read_graphml(const std::string& file) { return Reader{file}.read(); }

}  // namespace swadaya
