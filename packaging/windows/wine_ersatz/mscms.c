/* Only for tests under Wine 8, never shipped: Wine lacks WcsCreateIccProfile, which Qt's
 * window plugin imports. Without a profile Qt takes sRGB. */
#define EXPORT __declspec(dllexport)

EXPORT void *OpenColorProfileW(void *p, unsigned a, unsigned s, unsigned c) { (void)p, (void)a, (void)s, (void)c; return 0; }
EXPORT void *WcsCreateIccProfile(void *p, unsigned o) { (void)p, (void)o; return 0; }
EXPORT int GetColorProfileFromHandle(void *h, void *b, unsigned *n) { (void)h, (void)b; if (n) *n = 0; return 0; }
EXPORT int CloseColorProfile(void *h) { (void)h; return 1; }
