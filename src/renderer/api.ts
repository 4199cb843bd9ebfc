import type { Bridge } from '../shared/bridge';

declare global {
  interface Window {
    /** Put here by the preload script. */
    readonly gouji: Bridge;
  }
}

/** The only reader of `window.gouji`. */
export const bridge: Bridge = window.gouji;
