; Installer for Windows, for one user, without administrator rights.
; UNTESTED: written beside the Linux build; it has never been run with a real Windows build of the program.
; makensis -DVERSION=0.1.0 hin-desktop.nsi   (in a folder that holds dist\hin-desktop as built by PyInstaller on Windows)
Target amd64-unicode
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!ifndef VERSION
  !define VERSION "0.1.0"
!endif
!define APP "HIN Desktop"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\HIN Desktop"

Name "${APP}"
OutFile "hin-desktop-${VERSION}-setup.exe"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\HIN Desktop"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"

!insertmacro MUI_PAGE_LICENSE "LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

Section "Program"
  SetOutPath "$INSTDIR"
  File /r "dist\hin-desktop\*.*"
  CreateShortCut "$SMPROGRAMS\HIN Desktop.lnk" "$INSTDIR\hin-desktop.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

; The desks of the counsellor lie elsewhere and are never touched by removing the program.
Section "Uninstall"
  Delete "$SMPROGRAMS\HIN Desktop.lnk"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
