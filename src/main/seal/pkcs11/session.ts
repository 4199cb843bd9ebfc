import { attributeLength, attributes, memory, readUlong, type TokenLibrary, ULONG, ulong } from './library';

/** A token in a slot. */
export interface Token {
  readonly slot: number;
  readonly label: string;
  readonly manufacturer: string;
  readonly serial: string;
  readonly flags: number;
}

/** An object of an open session. */
export interface TokenObject {
  readonly handle: number;
  readonly id: Buffer;
}

const TOKEN_INFO_BYTES = 512;
const MAX_SLOTS = 64;
const MAX_OBJECTS = 64;
const MAX_VALUE_BYTES = 65_536;
const SERIAL_SESSION = 4;
export const USER = 1;
/** For keys that want their PIN at each signature (CKA_ALWAYS_AUTHENTICATE). */
export const CONTEXT_SPECIFIC = 2;
export const FLAG = {
  initialized: 0x400,
  userPinInitialized: 0x8,
  protectedPath: 0x100,
  pinCountLow: 0x10000,
  pinFinalTry: 0x20000,
  pinLocked: 0x40000,
} as const;
export const ATTRIBUTE = {
  class: 0x0,
  value: 0x11,
  id: 0x102,
  alwaysAuthenticate: 0x202,
} as const;
export const CERTIFICATE = 1;
export const PRIVATE_KEY = 3;

/** The tokens that are plugged in and set up. */
export function listTokens({ call }: TokenLibrary): readonly Token[] {
  const count = ulong(MAX_SLOTS);
  const slots = memory(MAX_SLOTS * ULONG);
  call('C_GetSlotList', 1, slots, count);
  const tokens: Token[] = [];
  for (let index = 0; index < Math.min(readUlong(count), MAX_SLOTS); index++) {
    const slot = readUlong(slots, index * ULONG);
    const token = tokenIn(call, slot);
    if (token && (token.flags & FLAG.initialized) !== 0) tokens.push(token);
  }
  return tokens;
}

/** CK_TOKEN_INFO: label 32, manufacturer 32, model 16, serial number 16, flags. Text is padded with blanks. */
function tokenIn(call: TokenLibrary['call'], slot: number): Token | null {
  const info = memory(TOKEN_INFO_BYTES);
  try {
    call('C_GetTokenInfo', slot, info);
  } catch {
    return null;
  }
  const text = (from: number, to: number): string => info.toString('utf8', from, to).replace(/[\0 ]+$/, '');
  return {
    slot,
    label: text(0, 32),
    manufacturer: text(32, 64),
    serial: text(80, 96),
    flags: readUlong(info, 96),
  };
}

export function openSession({ call }: TokenLibrary, slot: number): number {
  const session = ulong(0);
  call('C_OpenSession', slot, SERIAL_SESSION, null, null, session);
  return readUlong(session);
}

/** The PIN's copy is overwritten. A token with a key pad of its own gets none. */
export function login({ call }: TokenLibrary, session: number, user: number, pin: string | null): void {
  const bytes = pin === null ? null : Buffer.from(new TextEncoder().encode(pin));
  try {
    call('C_Login', session, user, bytes, bytes?.length ?? 0);
  } finally {
    bytes?.fill(0);
  }
}

/** All objects of a class. */
export function findObjects(library: TokenLibrary, session: number, kind: number): readonly TokenObject[] {
  const { call } = library;
  const wanted = ulong(kind);
  call('C_FindObjectsInit', session, attributes([[ATTRIBUTE.class, wanted]]), 1);
  const handles = memory(MAX_OBJECTS * ULONG);
  const count = ulong(0);
  try {
    call('C_FindObjects', session, handles, MAX_OBJECTS, count);
  } finally {
    call('C_FindObjectsFinal', session);
  }
  return Array.from({ length: Math.min(readUlong(count), MAX_OBJECTS) }, (_, index) => {
    const handle = readUlong(handles, index * ULONG);
    return { handle, id: attributeValue(library, session, handle, ATTRIBUTE.id) ?? Buffer.alloc(0) };
  });
}

/** An attribute's value; null when the object has none. */
export function attributeValue(
  { call }: TokenLibrary,
  session: number,
  handle: number,
  attribute: number,
): Buffer | null {
  try {
    const asked = attributes([[attribute, null]]);
    call('C_GetAttributeValue', session, handle, asked, 1);
    const length = attributeLength(asked);
    if (length > MAX_VALUE_BYTES) return null;
    const value = memory(length);
    if (length > 0) call('C_GetAttributeValue', session, handle, attributes([[attribute, value]]), 1);
    return value;
  } catch {
    return null;
  }
}
