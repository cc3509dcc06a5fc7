; The installer of Antragsbüro. Called by bauen.py with
;   VERSION VIERTEILIG QUELLE SYMBOL AUSGABE KOMPRESSION MEGABYTE
;
; Exit codes of a silent run: 0 done, 3 Windows too old, 4 a newer version is installed,
; 5 no administrator, 6 the program is running, 7 no space, 8 files could not be written.
; Up to the swap of the folder nothing of an installed version is touched.

Unicode true
Target amd64-unicode
!if "${KOMPRESSION}" == "lzma"
  SetCompressor /SOLID lzma
!else
  SetCompressor zlib
!endif
CRCCheck force
AllowSkipFiles off
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define NAME "Antragsbüro"
!define KENNUNG "Antragsbuero"
!define DEINSTALLATION "Software\Microsoft\Windows\CurrentVersion\Uninstall\${KENNUNG}"
!define DATENHINWEIS "Ihre Vorgänge, Sicherungen und Einstellungen"

Name "${NAME}"
OutFile "${AUSGABE}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VIERTEILIG}"
VIFileVersion "${VIERTEILIG}"
VIAddVersionKey /LANG=1031 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1031 "FileDescription" "${NAME} – Installation"
VIAddVersionKey /LANG=1031 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1031 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1031 "CompanyName" "Antragsbüro-Projekt"
VIAddVersionKey /LANG=1031 "LegalCopyright" "MIT-Lizenz"

!define MUI_ICON "${SYMBOL}"
!define MUI_UNICON "${SYMBOL}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "Antragsbüro wird eingerichtet: Anträge Ihrer Fraktion entwerfen, vergleichen und ihre Umsetzung verfolgen.$\r$\n$\r$\nAdministratorrechte sind nicht nötig. Eine ältere Version wird ersetzt; ${DATENHINWEIS} bleiben erhalten.$\r$\n$\r$\nBitte beenden Sie Antragsbüro, falls es gerade läuft."
!define MUI_FINISHPAGE_RUN "$INSTDIR\Antragsbuero.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Antragsbüro jetzt starten"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Antragsbüro wird von diesem PC entfernt. ${DATENHINWEIS} bleiben erhalten."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"

Var Gesperrt   ; the first file that is in use, "" if none is
Var Neu        ; folder of the new files until the swap

; Tells the person, sets the exit code of a silent run and ends.
!macro BEENDE CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend
!define Beende "!insertmacro BEENDE"

!macro BEREICH UN
  SetRegView 64
  SetShellVarContext current
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      ${Beende} 5 "Für alle Benutzer geht das nur mit Administratorrechten. Es wurde nichts geändert. Bitte als Administrator starten oder ohne /ALLUSERS nur für sich selbst."
    ${EndIf}
    SetShellVarContext all
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    ${Beende} 3 "${NAME} braucht Windows 10 oder neuer mit 64 Bit. Es wurde nichts geändert."
  ${EndIf}
  !insertmacro BEREICH ""
  ${If} $INSTDIR == ""
    ReadRegStr $INSTDIR SHCTX "Software\${KENNUNG}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${KENNUNG}"
    ${GetOptions} $0 "/ALLUSERS" $1
    ${IfNot} ${Errors}
      StrCpy $INSTDIR "$PROGRAMFILES64\${KENNUNG}"
    ${EndIf}
  ${EndIf}
  ReadRegStr $0 SHCTX "${DEINSTALLATION}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 == 1
      ${Beende} 4 "Hier ist schon die neuere Version $0 eingerichtet. Es wurde nichts geändert. Wenn Sie wirklich zu ${VERSION} zurück möchten, entfernen Sie zuerst die neuere Version; Ihre Daten bleiben dabei erhalten."
    ${EndIf}
  ${EndIf}
FunctionEnd

; Callback of Locate: opening for writing fails for a file that a running program has loaded.
!macro SPERREN UN
Function ${UN}PruefeDatei
  ${GetFileExt} "$R7" $1
  ${If} $1 == "exe"
  ${OrIf} $1 == "dll"
  ${OrIf} $1 == "pyd"
    ClearErrors
    FileOpen $0 "$R9" a
    ${If} ${Errors}
      StrCpy $Gesperrt "$R7"
      StrCpy $0 "StopLocate"
      Push $0
      Return
    ${EndIf}
    FileClose $0
  ${EndIf}
  Push ""
FunctionEnd

; Sets $Gesperrt; changes nothing.
Function ${UN}PruefeSperren
  StrCpy $Gesperrt ""
  ${If} ${FileExists} "$INSTDIR\programm\*.*"
    ${Locate} "$INSTDIR\programm" "/L=F" "${UN}PruefeDatei"
  ${EndIf}
  ${If} $Gesperrt == ""
  ${AndIf} ${FileExists} "$INSTDIR\Antragsbuero*.exe"
    ${Locate} "$INSTDIR" "/L=F /M=Antragsbuero*.exe /G=0" "${UN}PruefeDatei"
  ${EndIf}
FunctionEnd

Function ${UN}VerlangeBeendet
  ${Do}
    Call ${UN}PruefeSperren
    ${If} $Gesperrt == ""
      Return
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} läuft noch ($Gesperrt ist in Gebrauch). Es wurde nichts geändert. Bitte beenden Sie das Programm und wählen Sie „Wiederholen“." /SD IDCANCEL IDRETRY nochmal
    SetErrorLevel 6
    Quit
    nochmal:
  ${Loop}
FunctionEnd
!macroend
!insertmacro SPERREN ""
!insertmacro SPERREN "un."

Function PruefePlatz
  ${GetRoot} "$INSTDIR" $0
  ClearErrors
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 < ${MEGABYTE}
    ${Beende} 7 "Auf $0 sind nur $1 MB frei, gebraucht werden ${MEGABYTE} MB. Es wurde nichts geändert. Bitte schaffen Sie Platz und starten Sie die Installation noch einmal."
  ${EndIf}
FunctionEnd

Function RaeumeNeuesWeg
  SetOutPath "$TEMP"
  ${If} $Neu != ""
    RMDir /r "$Neu"
    Delete "$INSTDIR\*.exe.neu"
    RMDir "$INSTDIR"
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call RaeumeNeuesWeg
FunctionEnd

; The new folder takes the place of the old one; if that fails, the old one comes back.
Function Tausche
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\programm.alt"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\programm\*.*"
    Rename "$INSTDIR\programm" "$INSTDIR\programm.alt"
  ${EndIf}
  ${IfNot} ${Errors}
    Rename "$Neu" "$INSTDIR\programm"
    Delete "$INSTDIR\Antragsbuero.exe"
    Delete "$INSTDIR\Antragsbuero-Konsole.exe"
    Rename "$INSTDIR\Antragsbuero.exe.neu" "$INSTDIR\Antragsbuero.exe"
    Rename "$INSTDIR\Antragsbuero-Konsole.exe.neu" "$INSTDIR\Antragsbuero-Konsole.exe"
  ${EndIf}
FunctionEnd

Section "Programm"
  Call VerlangeBeendet
  Call PruefePlatz

  StrCpy $Neu "$INSTDIR\programm.neu"
  RMDir /r "$Neu"
  ClearErrors
  SetOutPath "$Neu"
  File /r "${QUELLE}/programm/*.*"
  SetOutPath "$INSTDIR"
  File "/oname=Antragsbuero.exe.neu" "${QUELLE}/Antragsbuero.exe"
  File "/oname=Antragsbuero-Konsole.exe.neu" "${QUELLE}/Antragsbuero-Konsole.exe"
  ${If} ${Errors}
    Call RaeumeNeuesWeg
    ${Beende} 8 "Die Programmdateien ließen sich nicht nach $INSTDIR schreiben. Es wurde nichts geändert. Bitte prüfen Sie Ihre Rechte und den freien Platz."
  ${EndIf}

  Call Tausche
  ${If} ${Errors}
    ${If} ${FileExists} "$INSTDIR\programm.alt\*.*"
      RMDir /r "$INSTDIR\programm"
      Rename "$INSTDIR\programm.alt" "$INSTDIR\programm"
    ${EndIf}
    Call RaeumeNeuesWeg
    ${Beende} 8 "Die alte Version ließ sich nicht ersetzen. Bitte beenden Sie Antragsbüro und starten Sie die Installation noch einmal. Ihre Daten sind nicht betroffen."
  ${EndIf}
  RMDir /r "$INSTDIR\programm.alt"
  StrCpy $Neu ""

  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\Antragsbuero.exe"
  WriteRegStr SHCTX "Software\${KENNUNG}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "${DEINSTALLATION}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${DEINSTALLATION}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${DEINSTALLATION}" "Publisher" "Antragsbüro-Projekt"
  WriteRegStr SHCTX "${DEINSTALLATION}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${DEINSTALLATION}" "DisplayIcon" "$INSTDIR\Antragsbuero.exe"
  StrCpy $2 ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $2 " /ALLUSERS"
  ${EndIf}
  WriteRegStr SHCTX "${DEINSTALLATION}" "UninstallString" '"$INSTDIR\uninstall.exe"$2'
  WriteRegStr SHCTX "${DEINSTALLATION}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$2 /S'
  WriteRegDWORD SHCTX "${DEINSTALLATION}" "NoModify" 1
  WriteRegDWORD SHCTX "${DEINSTALLATION}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${DEINSTALLATION}" "EstimatedSize" "$0"
SectionEnd

Function un.onInit
  !insertmacro BEREICH "un."
FunctionEnd

Section "Uninstall"
  Call un.VerlangeBeendet
  RMDir /r "$INSTDIR\programm"
  Delete "$INSTDIR\Antragsbuero.exe"
  Delete "$INSTDIR\Antragsbuero-Konsole.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "Software\${KENNUNG}"
  DeleteRegKey SHCTX "${DEINSTALLATION}"
  MessageBox MB_OK|MB_ICONINFORMATION "${NAME} ist entfernt. ${DATENHINWEIS} sind geblieben, üblicherweise im Ordner $LOCALAPPDATA\${KENNUNG}. Wenn Sie sie nicht mehr brauchen, löschen Sie diesen Ordner selbst." /SD IDOK
SectionEnd
