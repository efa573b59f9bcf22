#include "sim/world/graphml.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <map>
#include <pugixml.hpp>
#include <string_view>

#include "sim/base/csv.hpp"
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
    for (const pugi::xml_node key : root.children("key")) add_key(key);
    network_.names.insert(network_.names.begin(), {"id", {}});
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
    network_.names[0].of_node.push_back(id);
    for (std::size_t k = 0; k < name_keys_.size(); ++k)
      network_.names[k + 1].of_node.push_back(named(node, name_keys_[k]));
  }

  // igraph names nodes by an attribute `name`, Gephi by `label`, yEd by a label that is drawn.
  void add_key(const pugi::xml_node& key) {
    const pugi::xml_attribute of = key.attribute("for");
    if (!of || is(of, "edge") || is(of, "all")) add_key_of_edges(key);
    if (of && !is(of, "node") && !is(of, "all")) return;
    const std::string name = key.attribute("attr.name").value();
    const bool is_drawn = is(key.attribute("yfiles.type"), "nodegraphics");
    const std::string lower = lower_case(name);
    if (!is_drawn && lower != "name" && lower != "label" && lower != "id") return;
    name_keys_.emplace_back(key.attribute("id").value());
    network_.names.push_back({is_drawn ? "drawn label" : "attribute `" + name + "`", {}});
  }

  void add_key_of_edges(const pugi::xml_node& key) {
    const std::string id = key.attribute("id").value(), name = key.attribute("attr.name").value();
    if (name.empty() && key.attribute("yfiles.type")) return;  // what yEd draws
    weights_.push_back({id, number_of(stripped(key.child("default").text().get()))});
    network_.weights.push_back({name.empty() ? id : name, {}});
  }

  static std::string named(const pugi::xml_node& node, const std::string& key) {
    for (const pugi::xml_node data : node.children("data")) {
      if (data.attribute("key").value() != key) continue;
      const pugi::xml_node label = data.find_node([](const pugi::xml_node& inner) {
        return std::string_view{inner.name()}.ends_with("NodeLabel");
      });
      return stripped((label ? label : data).text().get());
    }
    return "";
  }

  void add_edge(const pugi::xml_node& edge) {
    const pugi::xml_attribute directed = edge.attribute("directed");
    if (directed ? is(directed, "true") || is(directed, "1") : is_directed_) ++network_.directed;
    network_.ties.push_back({end_of(edge, "source"), end_of(edge, "target")});
    for (std::size_t k = 0; k < weights_.size(); ++k) {
      std::optional<double> weight = weights_[k].otherwise;
      for (const pugi::xml_node data : edge.children("data"))
        if (is(data.attribute("key"), weights_[k].id))
          weight = number_of(stripped(data.text().get()));
      network_.weights[k].of_tie.push_back(weight);
    }
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
  std::vector<std::string> name_keys_;
  struct KeyOfEdges {
    std::string id;
    std::optional<double> otherwise;
  };
  std::vector<KeyOfEdges> weights_;
  GraphmlNetwork network_;
};

}  // namespace

GraphmlNetwork read_graphml(const std::string& file) { return Reader{file}.read(); }

}  // namespace swadaya
