/* Only for tests under Wine 8, never shipped: stands in for icuuc.dll of Windows 10.
 *
 * Qt6Core imports twenty converter functions. Each attempt to open a converter fails with
 * U_FILE_ACCESS_ERROR (4), so that Qt falls back on its own. */
typedef int UErrorCode;
#define EXPORT __declspec(dllexport)

EXPORT void *ucnv_open(const char *name, UErrorCode *fehler) { (void)name; if (fehler) *fehler = 4; return 0; }
EXPORT const char *ucnv_getName(void *c, UErrorCode *fehler) { (void)c; if (fehler) *fehler = 4; return 0; }
EXPORT const char *ucnv_getStandardName(void *a, void *b, UErrorCode *fehler) { (void)a, (void)b; if (fehler) *fehler = 4; return 0; }
EXPORT int ucnv_toUCountPending(void *c, UErrorCode *fehler) { (void)c, (void)fehler; return 0; }
EXPORT signed char ucnv_getMaxCharSize(void *c) { (void)c; return 1; }
EXPORT const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }

/* Reached only with an open converter, which there never is. */
EXPORT void ucnv_close(void *c) { (void)c; }
EXPORT void ucnv_reset(void *c) { (void)c; }
EXPORT void ucnv_toUnicode(void) {}
EXPORT void ucnv_fromUnicode(void) {}
EXPORT void ucnv_getToUCallBack(void) {}
EXPORT void ucnv_getFromUCallBack(void) {}
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
