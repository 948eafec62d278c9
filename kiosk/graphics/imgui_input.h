#pragma once

#include <imgui.h>

#include <cstddef>
#include <span>

#include "graphics/input.h"

namespace kiosk {

// How many of the events, from the first on, one frame can take so that a widget sees each of them: it looks at what is
// down once a frame. So a button or a key changes once in it, the mouse arrives before it is pressed and does not move
// away from where it was, and what a key does (delete, confirm) is not mixed with what is written. Never 0 of some.
std::size_t events_of_one_frame(std::span<const InputEvent> events);

// What ImGui::IsKeyPressed() and its like call the key.
ImGuiKey imgui_key(Key key);

// Readies a new context for events: which key is which, and widgets that are reached without a mouse.
void prepare_for_input(ImGuiIO& io);

// Tells the context of the events, as many as one frame can take: once before a frame.
void feed_input(ImGuiIO& io, std::span<const InputEvent> events);

}  // namespace kiosk
