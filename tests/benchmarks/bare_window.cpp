// What any GLFW and OpenGL program costs before it shows anything: the measure of the kiosk's start and
// memory. No code of the project in it.
//
//   bare_window WIDTH HEIGHT
//
// Fills the window with one colour once, and sleeps until it is killed.

#define GLFW_INCLUDE_GLCOREARB
#include <GLFW/glfw3.h>

#include <cstdio>
#include <cstdlib>

int main(int count, char** words) {
  if (count != 3) {
    std::fprintf(stderr, "usage: bare_window WIDTH HEIGHT\n");
    return 2;
  }
  if (glfwInit() == GLFW_FALSE) {
    std::fprintf(stderr, "no display\n");
    return 3;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 1);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  glfwWindowHint(GLFW_DECORATED, GLFW_FALSE);
  GLFWwindow* window = glfwCreateWindow(std::atoi(words[1]), std::atoi(words[2]), "bare", nullptr, nullptr);
  if (window == nullptr) {
    std::fprintf(stderr, "no window with OpenGL 3.1\n");
    glfwTerminate();
    return 3;
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  const auto clear_color = reinterpret_cast<PFNGLCLEARCOLORPROC>(glfwGetProcAddress("glClearColor"));
  const auto clear = reinterpret_cast<PFNGLCLEARPROC>(glfwGetProcAddress("glClear"));
  clear_color(0.2F, 0.4F, 0.6F, 1);  // not the screen's own black: it shall be seen from outside
  clear(GL_COLOR_BUFFER_BIT);
  glfwSwapBuffers(window);
  while (glfwWindowShouldClose(window) == GLFW_FALSE) {
    glfwWaitEvents();
  }
  glfwDestroyWindow(window);
  glfwTerminate();
  return 0;
}
