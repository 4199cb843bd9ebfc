import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Handlers, registerHandlers, trustedSender } from '../../../src/main/ipc/handle';
import { JobCancelled } from '../../../src/main/jobs/runner';
import { type Channel, inputs } from '../../../src/shared/ipc';

const channels = Object.keys(inputs) as Channel[];
const own = { senderFrame: { url: 'app://bundle/index.html', parent: null } };

function port(handler: (channel: Channel, input: unknown) => unknown) {
  const listeners = new Map<string, (event: typeof own, input: unknown) => Promise<unknown>>();
  const logged: string[] = [];
  const handlers = Object.fromEntries(
    channels.map((channel) => [channel, (input: unknown) => handler(channel, input)]),
  ) as unknown as Handlers;
  registerHandlers(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    handlers,
    (_, run) => run(),
    (text) => logged.push(text),
  );
  const call = (channel: Channel, input: unknown, event = own) => listeners.get(channel)?.(event, input);
  return { call, logged, listeners };
}

describe('the gate of the messages', () => {
  it('registers every channel', () =>
    expect([...port(() => null).listeners.keys()].sort()).toEqual([...channels].sort()));

  it.each([
    ['another site', 'https://example.com/', null, false],
    ['a look-alike host', 'app://bundle.evil/index.html', null, false],
    ['a frame inside the app', 'app://bundle/index.html', {}, false],
    ['the app', 'app://bundle/index.html', null, true],
  ])('asks who sends: %s', (_, url, parent, trusted) => {
    expect(trustedSender({ senderFrame: { url, parent } })).toBe(trusted);
  });

  it('refuses a sender that is gone or foreign, without calling the handler', async () => {
    const { call } = port(() => expect.unreachable());
    const foreign = { senderFrame: { url: 'https://example.com/', parent: null } };
    expect(await call('report:list', undefined, foreign)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(trustedSender({ senderFrame: null })).toBe(false);
  });

  it('lets nothing through that the schema does not know', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), fc.anything(), async (channel, input) => {
        let seen = false;
        const { call } = port((_, parsed) => {
          seen = true;
          expect(inputs[channel].safeParse(parsed).success).toBe(true);
          return { ok: true, value: null };
        });
        const answer = await call(channel, input);
        expect(seen).toBe(inputs[channel].safeParse(input).success);
        if (!seen) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      }),
    );
  });

  it('turns a bug into one sentence, logged in full, and a cancelled job into null', async () => {
    const broken = port(() => {
      throw new Error('secret detail');
    });
    expect(JSON.stringify(await broken.call('report:list', undefined))).not.toContain('secret');
    expect(broken.logged.join()).toContain('secret detail');
    const cancelled = port(() => Promise.reject(new JobCancelled()));
    expect(await cancelled.call('report:list', undefined)).toEqual({ ok: true, value: null });
  });
});
