// Linked into programs built with a sanitizer. Mesa's driver keeps some memory until the process ends, and is
// unloaded before it ends: the leak checker then has no name to hold against tests/lsan.supp. So no
// library is unloaded.
extern "C" int dlclose(void* /*handle*/) { return 0; }
