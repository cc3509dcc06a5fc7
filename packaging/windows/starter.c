/* Starts Antragsbüro: loads programm\python312.dll and runs programm\start.py.
 *
 * One source for two programs: Antragsbuero.exe (window) and, compiled with KONSOLE,
 * Antragsbuero-Konsole.exe (commands; it waits and prints where it was called). */
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#ifndef PYTHON_DLL
#error PYTHON_DLL names the library of the shipped runtime
#endif

enum { PFAD = 32768, VORWEG = 5 };
typedef int (*PyMain)(int, wchar_t **);

static int unvollstaendig(void) {
    static const wchar_t text[] =
        L"Die Programmdateien sind unvollst\u00e4ndig. Ihre Daten sind nicht betroffen. "
        L"Bitte installieren Sie Antragsb\u00fcro neu.";
#ifdef KONSOLE
    DWORD geschrieben;
    HANDLE kanal = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(kanal, text, (DWORD)wcslen(text), &geschrieben, NULL)) {
        char bytes[512];
        int n = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (n > 1) WriteFile(kanal, bytes, (DWORD)n - 1, &geschrieben, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Antragsb\u00fcro", MB_OK | MB_ICONERROR);
#endif
    return 1;
}

static int starte(int anzahl, wchar_t **argumente) {
    static wchar_t ordner[PFAD], pfad[PFAD];
    DWORD laenge = GetModuleFileNameW(NULL, ordner, PFAD);
    wchar_t *ende = laenge && laenge < PFAD ? wcsrchr(ordner, L'\\') : NULL;
    if (!ende) return unvollstaendig();
    *ende = 0;

    /* Libraries come from the program's folder and System32, never from the current folder. */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    if (swprintf(pfad, PFAD, L"%ls\\programm\\" PYTHON_DLL, ordner) < 0) return unvollstaendig();
    HMODULE python = LoadLibraryExW(
        pfad, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    PyMain lauf = python ? (PyMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (swprintf(pfad, PFAD, L"%ls\\programm\\start.py", ordner) < 0) return unvollstaendig();
    if (!lauf || GetFileAttributesW(pfad) == INVALID_FILE_ATTRIBUTES) return unvollstaendig();

    wchar_t **neu = calloc((size_t)anzahl + VORWEG + 1, sizeof *neu);
    if (!neu) return 1;
    int n = 0;
    neu[n++] = anzahl ? argumente[0] : L"Antragsbuero";
    neu[n++] = L"-I";      /* no PYTHON… variables, no packages of the user */
    neu[n++] = L"-X";
    neu[n++] = L"utf8";    /* output into files and pipes is UTF-8 everywhere */
    neu[n++] = pfad;
    for (int i = 1; i < anzahl; i++) neu[n++] = argumente[i];
    return lauf(n, neu);
}

#ifdef KONSOLE
int wmain(int anzahl, wchar_t **argumente) { return starte(anzahl, argumente); }
#else
int WINAPI wWinMain(HINSTANCE h, HINSTANCE p, PWSTR zeile, int art) {
    (void)h, (void)p, (void)zeile, (void)art;
    return starte(__argc, __wargv);
}
#endif
