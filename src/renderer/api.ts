import type { Bridge } from '../shared/bridge';
import type { Result } from '../shared/result';
import { Unpacker } from './parcels';

declare global {
  interface Window {
    /** Put here by the preload script. Analyses in its answers are parcels. */
    readonly gouji: Bridge;
  }
}

type Method = (input: unknown) => Promise<Result<unknown>>;

/** The bridge with whole analyses in its answers. */
function unpacked(bridge: Bridge): Bridge {
  const unpacker = new Unpacker(bridge.reportPiece);
  const { on, ...methods } = bridge;
  const wrapped = Object.entries(methods as unknown as Readonly<Record<string, Method>>).map(
    ([name, method]) => [name, async (input: unknown) => unpacker.answer(await method(input))] as const,
  );
  return { ...(Object.fromEntries(wrapped) as unknown as Bridge), on };
}

/** The only reader of `window.gouji`. */
export const bridge: Bridge = unpacked(window.gouji);
