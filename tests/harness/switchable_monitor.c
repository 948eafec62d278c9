#include <xorg-server.h>

#include <xf86.h>

// A driver of Xorg that drives nothing: loaded beside the one of a screen in memory (dummy), it adds to that screen's
// monitor the switch that the other lacks, so that the server has DPMS. What was switched is asked of the server.
// Built with -z nodelete, since Xorg unloads a driver that has found no card.

static Bool (*init_screen)(ScreenPtr, int, char**);

static void switch_monitor(ScreenPtr screen, int level) {
  (void)screen;
  (void)level;
}

static Bool init_screen_with_switch(ScreenPtr screen, int argc, char** argv) {
  if (!init_screen(screen, argc, argv)) {
    return FALSE;
  }
  screen->DPMS = switch_monitor;
  return TRUE;
}

static void identify(int flags) { (void)flags; }

// Called after the other driver has found its screen.
static Bool probe(DriverPtr driver, int flags) {
  (void)driver;
  if ((flags & PROBE_DETECT) == 0 && xf86Screens != NULL && xf86Screens[0] != NULL) {
    init_screen = xf86Screens[0]->ScreenInit;
    xf86Screens[0]->ScreenInit = init_screen_with_switch;
  }
  return FALSE;
}

static Bool answer(ScrnInfoPtr screen, xorgDriverFuncOp question, void* out) {
  (void)screen;
  if (question != GET_REQUIRED_HW_INTERFACES) {
    return FALSE;
  }
  *(xorgHWFlags*)out = HW_SKIP_CONSOLE;
  return TRUE;
}

static DriverRec driver = {
    .driverVersion = 1, .driverName = "switchable", .Identify = identify, .Probe = probe, .driverFunc = answer};

static void* set_up(void* module, void* options, int* error_major, int* error_minor) {
  (void)options;
  (void)error_major;
  (void)error_minor;
  xf86AddDriver(&driver, module, 0);
  return module;
}

static XF86ModuleVersionInfo version = {.modname = "switchable",
                                        .vendor = MODULEVENDORSTRING,
                                        ._modinfo1_ = MODINFOSTRING1,
                                        ._modinfo2_ = MODINFOSTRING2,
                                        .xf86version = XORG_VERSION_CURRENT,
                                        .majorversion = 1,
                                        .abiclass = ABI_CLASS_VIDEODRV,
                                        .abiversion = ABI_VIDEODRV_VERSION,
                                        .moduleclass = MOD_CLASS_VIDEODRV};

_X_EXPORT XF86ModuleData switchableModuleData = {.vers = &version, .setup = set_up, .teardown = NULL};
