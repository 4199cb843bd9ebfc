import { EventEmitter } from 'node:events';

/** What the main process told Electron, for tests to look at. */
export interface Recorded {
  readonly switches: string[];
  readonly windows: Record<string, unknown>[];
  readonly schemes: unknown[];
  readonly menus: unknown[];
  readonly errors: string[];
  /** Messages of question boxes. */
  readonly questions: string[];
  /** Settings of the session and of the window's contents, by the name of the method that made them. */
  readonly settings: Record<string, unknown>;
}

type Listener = (event: HostEvent, input: unknown) => Promise<unknown>;
type ProtocolHandler = (request: Request) => Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (reply: { cancel?: boolean }) => void) => void;

export interface HostEvent {
  readonly senderFrame: { readonly url: string; readonly parent: unknown };
}

/** What the host (a real browser) does for the stand-in. */
export interface HostPort {
  load(url: string): Promise<void>;
  send(channel: string, payload: unknown): void;
  openDialog(options: unknown): Promise<{ canceled: boolean; filePaths: string[] }>;
  saveDialog(options: { defaultPath?: string }): Promise<{ canceled: boolean; filePath: string }>;
  quit(): void;
  /** Index of the button for a question box; undefined cancels. */
  answer?(message: string): number | undefined;
}

export interface StandIn {
  readonly module: Record<string, unknown>;
  readonly recorded: Recorded;
  readonly listeners: Map<string, Listener>;
  readonly protocols: Map<string, ProtocolHandler>;
  readonly contents: EventEmitter;
  readonly app: EventEmitter;
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null;
  beforeRequest: BeforeRequest | null;
  permissionRequest:
    | ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void)
    | null;
  permissionCheck: (() => boolean) | null;
  devicePermission: (() => boolean) | null;
  displayMedia: ((request: unknown, answer: (streams: object) => void) => void) | null;
  certificateVerify: ((request: unknown, answer: (code: number) => void) => void) | null;
  readonly session: EventEmitter;
}

/** An object whose members that nobody wrote throw by name: a test must not pass on a silent no-op. */
function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key === 'then' || Reflect.has(target, key))
        return Reflect.get(target, key, receiver);
      throw new Error(`the stand-in for Electron has no ${name}.${key}`);
    },
  });
}

/** Electron's main-process module as far as Gouji uses it, recording what it is told. */
export function createStandIn(host: HostPort, folders: { userData: string; documents: string }): StandIn {
  const recorded: Recorded = {
    switches: [],
    windows: [],
    schemes: [],
    menus: [],
    errors: [],
    questions: [],
    settings: {},
  };
  const contents = new EventEmitter();
  const app = new EventEmitter();
  const session = new EventEmitter();
  const standIn: StandIn = {
    module: {},
    recorded,
    listeners: new Map(),
    protocols: new Map(),
    contents,
    app,
    windowOpenHandler: null,
    beforeRequest: null,
    permissionRequest: null,
    permissionCheck: null,
    devicePermission: null,
    displayMedia: null,
    certificateVerify: null,
    session,
  };
  const webContents = Object.assign(contents, {
    send: (channel: string, payload: unknown) => host.send(channel, payload),
    setWindowOpenHandler: (handler: StandIn['windowOpenHandler']) => {
      standIn.windowOpenHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy: string) => {
      recorded.settings['webRTCIPHandlingPolicy'] = policy;
    },
  });
  const defaultSession = Object.assign(session, {
    setPermissionRequestHandler: (handler: StandIn['permissionRequest']) => {
      standIn.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: StandIn['permissionCheck']) => {
      standIn.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: StandIn['devicePermission']) => {
      standIn.devicePermission = handler;
    },
    setDisplayMediaRequestHandler: (handler: StandIn['displayMedia']) => {
      standIn.displayMedia = handler;
    },
    setCertificateVerifyProc: (handler: StandIn['certificateVerify']) => {
      standIn.certificateVerify = handler;
    },
    setSpellCheckerEnabled: (enabled: boolean) => {
      recorded.settings['spellCheckerEnabled'] = enabled;
    },
    setSpellCheckerDictionaryDownloadURL: (url: string) => {
      recorded.settings['spellCheckerDictionaryDownloadURL'] = url;
    },
    setProxy: async (configuration: unknown) => {
      recorded.settings['proxy'] = configuration;
    },
    webRequest: strict('webRequest', {
      onBeforeRequest: (handler: BeforeRequest) => {
        standIn.beforeRequest = handler;
      },
    }),
  });
  class BrowserWindow extends EventEmitter {
    readonly webContents = webContents;
    constructor(options: Record<string, unknown>) {
      super();
      recorded.windows.push(options);
      app.emit('web-contents-created', {}, webContents);
    }
    async loadURL(url: string): Promise<void> {
      await host.load(url);
      this.emit('ready-to-show');
    }
    show(): void {}
    focus(): void {}
    restore(): void {}
    isMinimized(): boolean {
      return false;
    }
    isDestroyed(): boolean {
      return false;
    }
  }
  const appMembers = Object.assign(app, {
    isPackaged: false,
    whenReady: () => Promise.resolve(),
    requestSingleInstanceLock: () => true,
    enableSandbox: () => recorded.switches.push('sandbox'),
    commandLine: strict('commandLine', {
      appendSwitch: (name: string, value?: string) =>
        recorded.switches.push(value ? `${name}=${value}` : name),
    }),
    getPath: (name: 'userData' | 'documents') => folders[name],
    quit: () => host.quit(),
    exit: () => host.quit(),
  });
  Object.assign(standIn.module, {
    app: strict('app', appMembers),
    BrowserWindow,
    ipcMain: strict('ipcMain', {
      handle: (channel: string, listener: Listener) => standIn.listeners.set(channel, listener),
    }),
    protocol: strict('protocol', {
      registerSchemesAsPrivileged: (schemes: unknown[]) => recorded.schemes.push(...schemes),
      handle: (scheme: string, handler: ProtocolHandler) => standIn.protocols.set(scheme, handler),
    }),
    session: strict('session', { defaultSession }),
    dialog: strict('dialog', {
      showOpenDialog: (_window: unknown, options: unknown) => host.openDialog(options),
      showSaveDialog: (_window: unknown, options: { defaultPath?: string }) => host.saveDialog(options),
      showMessageBox: async (options: { message: string; cancelId?: number }) => {
        recorded.questions.push(options.message);
        return { response: host.answer?.(options.message) ?? options.cancelId ?? 0 };
      },
      showErrorBox: (title: string, text: string) => {
        recorded.errors.push(`${title}: ${text}`);
        process.stderr.write(`${title}: ${text}\n`);
      },
    }),
    Menu: strict('Menu', {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => recorded.menus.push(menu),
    }),
  });
  return standIn;
}
