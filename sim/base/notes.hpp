// What readers of files say besides what they give: what was read, and what was left out.
#pragma once

#include <functional>
#include <string>

namespace swadaya {

// Says a line to whoever listens; to nobody where none does. From any thread.
void note(const std::string& line);

// From now on `listener` hears each line once, however often it is said; an empty one ends that.
void listen_to_notes(std::function<void(const std::string&)> listener);

// 8703 as "8,703".
std::string grouped(std::size_t count);
// "1 household", "2 households".
std::string counted(std::size_t count, const std::string& thing);

}  // namespace swadaya
