import koffi, { type LibraryHandle } from 'koffi';
import { TokenError } from './errors';

/**
 * A token's library through its C interface (OASIS PKCS #11 2.40, cryptoki). Numbers are CK_ULONG: as wide as the
 * platform's `unsigned long`. On Windows structures are packed to one byte (§ 2 of the base specification).
 */
export interface TokenLibrary {
  /** Calls one of `FUNCTIONS`; throws `TokenError` for anything but CKR_OK. Buffers go as pointers. */
  call(name: FunctionName, ...values: readonly Value[]): void;
  close(): void;
}

export type Value = number | bigint | Buffer | null;

/** Position in CK_FUNCTION_LIST, and the parameters: u for CK_ULONG, p for a pointer. */
const FUNCTIONS = {
  C_Initialize: [0, 'p'],
  C_Finalize: [1, 'p'],
  C_GetSlotList: [4, 'bpp'],
  C_GetTokenInfo: [6, 'up'],
  C_OpenSession: [12, 'uuppp'],
  C_CloseSession: [13, 'u'],
  C_Login: [18, 'uupu'],
  C_Logout: [19, 'u'],
  C_GetAttributeValue: [24, 'uupu'],
  C_FindObjectsInit: [26, 'upu'],
  C_FindObjects: [27, 'upup'],
  C_FindObjectsFinal: [28, 'u'],
  C_SignInit: [42, 'upu'],
  C_Sign: [43, 'upupp'],
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

const TYPES: Readonly<Record<string, string>> = { u: 'unsigned long', p: 'void *', b: 'uint8_t' };
const PACKED = process.platform === 'win32';
const ALREADY_INITIALIZED = 0x191;
export const ULONG = koffi.sizeof('unsigned long');
const POINTER = koffi.sizeof('void *');
const VERSION_BYTES = 2;

/**
 * A library stays loaded until the process ends: its functions are called by address, and koffi unloads a library that
 * nothing refers to any more.
 */
const loaded = new Map<string, LibraryHandle>();
/** What an array of attributes points to lives as long as the array. */
const pointed = new WeakMap<Buffer, readonly unknown[]>();

/** Loads and initialises a library. Throws an `Error` when the file is no PKCS #11 library, and `TokenError`. */
export function openLibrary(path: string): TokenLibrary {
  const library = loaded.get(path) ?? koffi.load(path);
  const getFunctionList = library.func('C_GetFunctionList', 'unsigned long', ['void *']);
  const list = memory(POINTER);
  if (Number(getFunctionList(list)) !== 0) throw new Error('no function list');
  loaded.set(path, library);
  const start = POINTER === 8 ? list.readBigUInt64LE() : BigInt(list.readUInt32LE());
  const first = PACKED ? VERSION_BYTES : POINTER;
  const call = (name: FunctionName, ...values: readonly Value[]): void => {
    const [index, parameters] = FUNCTIONS[name];
    const pointer: unknown = koffi.decode(start, first + index * POINTER, 'void *');
    const types = [...parameters].map((letter) => TYPES[letter] ?? 'void *');
    const status = Number(koffi.call(pointer, koffi.proto('unsigned long', types), ...values));
    if (status !== 0) throw new TokenError(status);
  };
  try {
    call('C_Initialize', null);
  } catch (thrown) {
    if (!(thrown instanceof TokenError && thrown.code === ALREADY_INITIALIZED)) throw thrown;
  }
  return { call, close: () => call('C_Finalize', null) };
}

/** Memory that does not move while native code has its address. */
export const memory = (bytes: number): Buffer => Buffer.from(new ArrayBuffer(bytes));

export const stored = (bytes: Uint8Array): Buffer => {
  const made = memory(bytes.length);
  made.set(bytes);
  return made;
};

export function ulong(value: number): Buffer {
  const made = memory(ULONG);
  made.writeUIntLE(value, 0, Math.min(ULONG, 6));
  return made;
}

/** CK_ULONG_MAX, which marks what is not to be had, reads as a very large number. */
export const readUlong = (bytes: Buffer, at = 0): number =>
  ULONG === 8 ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at);

/** An array of CK_ATTRIBUTE: type, pointer to the value, its length. */
export function attributes(list: readonly (readonly [type: number, value: Buffer | null])[]): Buffer {
  const pointerAt = ULONG;
  const lengthAt = pointerAt + POINTER;
  const size = lengthAt + ULONG;
  const made = memory(size * list.length);
  for (const [index, [type, value]] of list.entries()) {
    const at = index * size;
    made.writeUIntLE(type, at, Math.min(ULONG, 6));
    const address = value === null ? 0n : koffi.address(value);
    if (POINTER === 8) made.writeBigUInt64LE(address, at + pointerAt);
    else made.writeUInt32LE(Number(address), at + pointerAt);
    made.writeUIntLE(value?.length ?? 0, at + lengthAt, Math.min(ULONG, 6));
  }
  pointed.set(
    made,
    list.map(([, value]) => value),
  );
  return made;
}

/** The length that a call wrote into the first attribute. */
export const attributeLength = (list: Buffer): number => readUlong(list, ULONG + POINTER);

/** CK_MECHANISM without a parameter: type, pointer, length. */
export function mechanism(type: number): Buffer {
  const made = memory(ULONG + POINTER + ULONG);
  made.writeUIntLE(type, 0, Math.min(ULONG, 6));
  return made;
}
