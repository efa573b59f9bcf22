#include "sim/jobs/checkpoint.hpp"

#include <algorithm>
#include <boost/crc.hpp>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <unistd.h>

#include "sim/base/error.hpp"
#include "sim/base/version.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// CRC-64/XZ
using Crc =
    boost::crc_optimal<64, 0x42F0E1EBA9EA3693u, ~std::uint64_t{0}, ~std::uint64_t{0}, true, true>;

constexpr std::string_view magic = "swadaya checkpoint\n";

enum class BlockKind : std::uint32_t { header = 1, replicate = 2, end = 3 };

template <class T>
void append(std::string& bytes, const T& x) {
  bytes.append(reinterpret_cast<const char*>(&x), sizeof x);
}

// Takes a value off the front; the caller has seen that it is there.
template <class T>
T taken(std::string_view& bytes) {
  T x;
  std::memcpy(&x, bytes.data(), sizeof x);
  bytes.remove_prefix(sizeof x);
  return x;
}

constexpr std::size_t head_size = 16;  // kind, replicate, length

std::string block(BlockKind kind, std::uint32_t replicate, std::string_view content) {
  std::string bytes;
  bytes.reserve(head_size + content.size() + 8);
  append(bytes, kind);
  append(bytes, replicate);
  append(bytes, static_cast<std::uint64_t>(content.size()));
  bytes += content;
  Crc crc;
  crc.process_bytes(bytes.data(), bytes.size());
  append(bytes, static_cast<std::uint64_t>(crc.checksum()));
  return bytes;
}

struct Block {  // of a replicate: its world's fingerprint (8), count of rows (8), rows, state
  BlockKind kind;
  std::uint32_t replicate;
  std::uint64_t at;  // of its content, in the file
  std::string content;
  std::uint64_t crc;
};

bool has_rows(const Block& block, int month) {
  if (block.content.size() < 16) return false;
  std::string_view left = block.content;
  left.remove_prefix(8);
  const auto count = taken<std::uint64_t>(left);
  return count == (static_cast<std::uint64_t>(month) + 1) * outcomes().size() &&
         left.size() / sizeof(double) >= count;
}

// Block after block of a file; empty where there is no whole and unaltered one.
class Blocks {
 public:
  explicit Blocks(const std::string& file) : in_{file, std::ios::binary} {
    std::error_code error;
    left_ = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
    if (error || !in_) left_ = 0;
    std::string begin(magic.size(), ' ');
    begins_well_ = read(begin.data(), begin.size()) && begin == magic;
  }
  bool begins_well() const { return begins_well_; }
  bool at_end() const { return left_ == 0; }
  std::uint64_t position() { return static_cast<std::uint64_t>(in_.tellg()); }

  std::optional<Block> next() {
    std::string head(head_size, ' ');
    if (!begins_well_ || !read(head.data(), head.size())) return std::nullopt;
    std::string_view left = head;
    Block block{taken<BlockKind>(left), taken<std::uint32_t>(left), position(), "", 0};
    const auto length = taken<std::uint64_t>(left);
    if (length > left_) return std::nullopt;  // before room is made for it
    block.content.resize(length);
    if (!read(block.content.data(), length) ||
        !read(reinterpret_cast<char*>(&block.crc), sizeof block.crc))
      return std::nullopt;
    Crc crc;
    crc.process_bytes(head.data(), head.size());
    crc.process_bytes(block.content.data(), block.content.size());
    if (crc.checksum() != block.crc) return std::nullopt;
    return block;
  }

 private:
  bool read(char* to, std::uint64_t count) {
    if (count > left_) return false;
    left_ -= count;
    return static_cast<bool>(in_.read(to, static_cast<std::streamsize>(count)));
  }

  std::ifstream in_;
  std::uint64_t left_ = 0;
  bool begins_well_ = false;
};

// Whether an outcome may have come to this.
bool may_be(double x, const OutcomeInfo& info) {
  constexpr double slack = 1e-6, most = 1e18;
  if (std::isnan(x)) return !info.is_always_defined;
  return info.is_share() && !info.is_difference ? x >= -slack && x <= 1 + slack
                                                : std::abs(x) <= most;
}

[[noreturn]] void throw_damaged(const std::string& file) {
  throw refused(file, "is cut short or altered", "write it again: swadaya run ... --checkpoint");
}

[[noreturn]] void throw_unwritable(const std::string& file, int error) {
  throw MachineFailure{
      fmt::format("{}: can't be written: {}", file,
                  error == ENOSPC || error == EDQUOT ? "the disk is full" : std::strerror(error))};
}

}  // namespace

std::uint64_t fingerprint_of(const World& world) {
  Crc crc;
  const auto add = [&](const auto& values) {
    const std::uint64_t count = values.size();
    crc.process_bytes(&count, sizeof count);
    if (count > 0) crc.process_bytes(values.data(), count * sizeof values[0]);
  };
  // Every field is named, so that none is forgotten.
  const auto& [occupied, surveyed, size, log_consumption, attitude, susceptibility, poor, near_poor,
               elite, head, business, female_head, adopter, leader, degree, rt, rw, ward, identity,
               covariate_names, covariates, ties, chunks, rts, rws, wards, rw_of_rt, ward_of_rt,
               area_of_ward, wards_of_area, ward_effect, dishonest, households, households_surveyed,
               poverty_line, dice] = world;
  for (const auto* column : {&occupied, &surveyed, &size, &log_consumption, &attitude,
                             &susceptibility, &poor, &near_poor, &elite, &head, &business,
                             &female_head, &adopter, &leader, &degree, &ward_effect, &dishonest})
    add(*column);
  for (const auto* column : {&rt, &rw, &ward, &identity, &rw_of_rt, &ward_of_rt, &area_of_ward,
                             &ties.start, &ties.neighbour})
    add(*column);
  for (const std::string& name : covariate_names) add(name);
  for (const auto& column : covariates) add(column);
  for (const auto* places : {&rts, &rws, &wards}) add(*places);
  add(chunks);
  for (const auto& area : wards_of_area) add(area);
  const std::uint64_t numbers[] = {households, households_surveyed, dice.seed(), dice.replicate()};
  crc.process_bytes(numbers, sizeof numbers);
  crc.process_bytes(&poverty_line, sizeof poverty_line);
  return crc.checksum();
}

Checkpoint::Checkpoint(const std::string& file) : file_{file} {
  std::error_code error;
  if (!fs::exists(file, error)) throw refused(file, "there is no such file", "");
  if (!fs::is_regular_file(file, error))
    throw refused(file, "isn't a file", "a checkpoint is one: checkpoint-36.bin");
  Blocks blocks{file};
  if (!blocks.begins_well())
    throw refused(file, "isn't a checkpoint", "swadaya run ... --checkpoint MONTH writes one");
  Crc all;
  bool ended = false;
  for (bool first = true; !ended; first = false) {
    const auto block = blocks.next();
    if (!block || (block->kind == BlockKind::header) != first) throw_damaged(file);
    all.process_bytes(&block->crc, sizeof block->crc);
    if (first) {
      const auto header = header_in(block->content);
      if (!header) throw_damaged(file);
      header_ = *header;
      if (header_.version != version || header_.commit != commit || header_.headers != headers_hash)
        throw refused(file,
                      fmt::format("was written by swadaya {} ({}, headers {}); this is {} ({}, "
                                  "headers {}), which may go on otherwise",
                                  header_.version, header_.commit, header_.headers, version, commit,
                                  headers_hash),
                      "go on with that version, or write it again with this one");
    } else if (block->kind == BlockKind::end) {
      ended = true;
    } else {
      const bool is_new =
          places_.try_emplace(block->replicate, block->at, block->content.size(), block->crc)
              .second;
      if (!is_new || block->kind != BlockKind::replicate || block->content.size() < 16)
        throw_damaged(file);
    }
  }
  if (!blocks.at_end() || header_.replicates == 0 || places_.size() != header_.replicates ||
      places_.rbegin()->first + 1 != header_.replicates)
    throw_damaged(file);
  checksum_ = all.checksum();
}

std::string Checkpoint::checksum() const { return fmt::format("{:016x}", checksum_); }

std::string Checkpoint::bytes_of(std::uint32_t replicate) const {
  const Place& place = places_.at(replicate);
  std::ifstream in{file_, std::ios::binary};
  std::string bytes(place.length, ' ');
  in.seekg(static_cast<std::streamoff>(place.at));
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) throw_damaged(file_);
  // It may have been replaced since it was opened.
  const std::string again = block(BlockKind::replicate, replicate, bytes);
  if (std::memcmp(again.data() + again.size() - 8, &place.crc, 8) != 0) throw_damaged(file_);
  return bytes;
}

std::uint64_t Checkpoint::world_of(std::uint32_t replicate) const {
  const std::string bytes = bytes_of(replicate);
  std::string_view left = bytes;
  return taken<std::uint64_t>(left);
}

History Checkpoint::history(std::uint32_t replicate, const World& world) const {
  const std::string bytes = bytes_of(replicate);
  std::string_view left = bytes;
  if (taken<std::uint64_t>(left) != fingerprint_of(world))
    throw refused(file_, fmt::format("replicate {} was another world", replicate),
                  "a run that goes on stays in its world: the same [world], [network] and files");
  History history{header_.month};
  const auto count = taken<std::uint64_t>(left);
  if (count != static_cast<std::uint64_t>(header_.month + 1) * outcomes().size() ||
      left.size() / sizeof(double) < count)
    throw_damaged(file_);
  history.rows.resize(count);
  std::memcpy(history.rows.data(), left.data(), count * sizeof(double));
  for (std::size_t i = 0; i < history.rows.size(); ++i)
    if (!may_be(history.rows[i], outcomes()[i % outcomes().size()])) throw_damaged(file_);
  history.state = left.substr(count * sizeof(double));
  return history;
}

CheckpointWriter::CheckpointWriter(const std::string& folder, const CheckpointHeader& header)
    : file_{fmt::format("{}/checkpoint-{}.bin", folder, header.month)},
      part_{file_ + ".part"},
      month_{header.month},
      replicates_{header.replicates},
      has_(header.replicates, false) {
  const std::string beginning = std::string{magic} + block(BlockKind::header, 0, json_of(header));
  if (is_whole(beginning)) {
    has_.assign(replicates_, true);
    return;
  }
  fs::remove(file_);
  descriptor_ = ::open(part_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw_unwritable(part_, errno);
  take_over(beginning);
}

// Whether the file is there, and is of this run.
bool CheckpointWriter::is_whole(const std::string& beginning) const {
  std::error_code error;
  if (!fs::exists(file_, error)) return false;
  try {
    const Checkpoint checkpoint{file_};
    return std::string{magic} + block(BlockKind::header, 0, json_of(checkpoint.header())) ==
           beginning;
  } catch (const BadInput&) {
    return false;
  }
}

CheckpointWriter::~CheckpointWriter() {
  if (descriptor_ >= 0) close(descriptor_);
}

// Keeps the replicates that an interrupted run left whole, and cuts off the rest.
void CheckpointWriter::take_over(const std::string& beginning) {
  std::uint64_t whole = 0;
  Blocks blocks{part_};
  const auto header = blocks.next();
  if (header && block(BlockKind::header, 0, header->content) == beginning.substr(magic.size())) {
    whole = blocks.position();
    for (auto next = blocks.next(); next && next->kind == BlockKind::replicate;
         next = blocks.next()) {
      if (next->replicate >= replicates_ || has_[next->replicate] || !has_rows(*next, month_))
        break;
      has_[next->replicate] = true;
      whole = blocks.position();
    }
  }
  if (ftruncate(descriptor_, static_cast<off_t>(whole)) != 0 || lseek(descriptor_, 0, SEEK_END) < 0)
    throw_unwritable(part_, errno);
  if (whole == 0) write(beginning);
}

void CheckpointWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(n));
    else if (errno != EINTR)
      throw_unwritable(part_, errno);
  }
}

bool CheckpointWriter::has(std::uint32_t replicate) const { return has_.at(replicate); }

void CheckpointWriter::add(std::uint32_t replicate, const World& world, const History& history) {
  std::string content;
  append(content, fingerprint_of(world));
  append(content, static_cast<std::uint64_t>(history.rows.size()));
  content.append(reinterpret_cast<const char*>(history.rows.data()),
                 history.rows.size() * sizeof(double));
  content += history.state;
  const std::string bytes = block(BlockKind::replicate, replicate, content);
  const std::lock_guard guard{mutex_};
  if (has_.at(replicate)) return;
  write(bytes);
  has_[replicate] = true;
}

bool CheckpointWriter::finish() {
  if (descriptor_ < 0) return true;
  if (std::find(has_.begin(), has_.end(), false) != has_.end()) return false;
  write(block(BlockKind::end, 0, ""));
  // On the disk before it takes its name.
  if (fsync(descriptor_) != 0 && errno != EINVAL) throw_unwritable(part_, errno);
  const int closed = close(std::exchange(descriptor_, -1));
  if (closed != 0 || std::rename(part_.c_str(), file_.c_str()) != 0) throw_unwritable(file_, errno);
  return true;
}

}  // namespace swadaya
