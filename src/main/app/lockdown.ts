import { app, type Session, session } from 'electron';
import { ORIGIN } from './protocol';

const own = (url: string): boolean => url.startsWith(`${ORIGIN}/`);
const OWN_SCHEMES = /^(app:\/\/bundle\/|devtools:|data:image\/|blob:app:\/\/bundle\/)/;

/** Before `ready`: no feature of Chromium may reach for the network by itself. */
export function disableNetworkFeatures(): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('disable-quic');
  app.commandLine.appendSwitch('no-proxy-server');
  // Names resolve to nothing, so that even a request which slipped past every check goes nowhere.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Refuses navigation, new windows, webviews, permissions, downloads and foreign requests everywhere. */
export function lockDown(): void {
  lockSession(session.defaultSession);
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!own(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

function lockSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !OWN_SCHEMES.test(details.url) }));
}
