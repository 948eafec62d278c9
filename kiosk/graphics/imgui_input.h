#pragma once

#include <imgui.h>

#include <cstddef>
#include <span>

#include "graphics/input.h"

namespace kiosk {

// How many of the events, from the first on, one frame can take so that widgets notice each of them: they see the state
// of keys and mouse only once a frame. In one frame a button or a key changes once, the mouse moves only before a
// button changes, and keys that act (delete, confirm) are not mixed with characters. At least 1 where there are events.
std::size_t events_of_one_frame(std::span<const InputEvent> events);

// The key's name for ImGui::IsKeyPressed() and the like.
ImGuiKey imgui_key(Key key);

// Prepares a new context for events: maps the keys, and makes widgets reachable without a mouse.
void prepare_for_input(ImGuiIO& io);

// Feeds the events to the context, as many as one frame can take: once before a frame.
void feed_input(ImGuiIO& io, std::span<const InputEvent> events);

}  // namespace kiosk
