import { z } from 'zod';
import type { Identity } from '../model/identity';
import { type Person, roles } from '../model/sign-off';

const person = z.uuid();
const name = z.string().trim().min(1).max(60);
const held = z.array(z.enum(roles)).min(1).max(roles.length);
/** A new one; what is asked for to unlock may be anything. */
const newPassphrase = z.string().min(8).max(256);
const passphrase = z.string().min(1).max(256);

export const identityInputs = {
  'identity:state': z.void(),
  /** The first person of a library, and later ones beside an unlocked one. `adopt`: the reviewer whom the settings named. */
  'identity:create': z.object({
    name,
    roles: held,
    passphrase: newPassphrase,
    adopt: person.nullable(),
  }),
  /** Opens the session of a person, in place of whoever's was open. */
  'identity:unlock': z.object({ id: person, passphrase }),
  'identity:lock': z.void(),
  /** The person is at the desk: keys and pointer moved. */
  'identity:touch': z.void(),
  'identity:change-passphrase': z.object({ passphrase, next: newPassphrase }),
  'identity:set-roles': z.object({ id: person, roles: held }),
  /** Never again: whoever forgot the passphrase gets a new identity. */
  'identity:disable': z.object({ id: person }),
  'identity:set-idle': z.object({ minutes: z.number().int().min(1).max(120) }),
} as const;

export interface IdentityOutputs {
  'identity:state': IdentityState;
  'identity:create': IdentityState;
  'identity:unlock': IdentityState;
  'identity:lock': IdentityState;
  'identity:touch': true;
  'identity:change-passphrase': IdentityState;
  'identity:set-roles': IdentityState;
  'identity:disable': IdentityState;
  'identity:set-idle': IdentityState;
}

/** Who there is on this laptop, and who sits at the desk. */
export interface IdentityState {
  readonly identities: readonly Identity[];
  /** Null while the desk is locked. */
  readonly current: Person | null;
  /** Minutes without a key or a click after which the desk locks itself. */
  readonly idleMinutes: number;
}
