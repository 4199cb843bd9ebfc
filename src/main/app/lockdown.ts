import { app, type Session, session, type WebContents } from 'electron';
import { NETWORK_SWITCHES } from './network-switches';
import { ORIGIN } from './protocol';

const own = (url: string): boolean => url.startsWith(`${ORIGIN}/`);
const OWN_SCHEMES = /^(app:\/\/bundle\/|data:image\/|blob:app:\/\/bundle\/)/;
const DEVELOPER_SCHEMES = /^devtools:/;

/** Before `ready`: no feature of Chromium may reach for the network by itself. The crash reporter is never started. */
export function disableNetworkFeatures(): void {
  app.enableSandbox();
  for (const [name, value] of NETWORK_SWITCHES) app.commandLine.appendSwitch(name, value);
}

/** Refuses navigation, new windows, webviews, permissions, downloads and foreign requests everywhere. */
export function lockDown(): void {
  lockSession(session.defaultSession);
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  // Nothing here speaks TLS or HTTP; whoever asks for a certificate or a password is answered with no.
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('login', (event) => event.preventDefault());
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!own(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!own(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function lockSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  target.setCertificateVerifyProc((_request, answer) => answer(REFUSED));
  // Otherwise Chromium fetches dictionaries from the network the first time that a text field is used.
  target.setSpellCheckerEnabled(false);
  target.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionaries/`);
  void target.setProxy({ mode: 'direct' });
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowed(details.url) }));
}

/** The developer tools load themselves by their own scheme; what is handed out has none. */
const isAllowed = (url: string): boolean =>
  OWN_SCHEMES.test(url) || (!app.isPackaged && DEVELOPER_SCHEMES.test(url));

/** net::ERR_FAILED, as `setCertificateVerifyProc` wants it. */
const REFUSED = -2;
