import { type Channel, type Input, inputs, type Outputs } from '../../shared/ipc';
import { failure, type Result, success } from '../../shared/result';
import { storeFailure, storeTrouble } from '../db/store-trouble';
import { JobCancelled } from '../jobs/runner';
import type { Gate } from './gate';

/** Channel → handler. Typed so that a channel without a handler does not compile. */
export type Handlers = {
  readonly [C in Channel]: (input: Input<C>) => Promise<Result<Outputs[C]>> | Result<Outputs[C]>;
};

/** The part of Electron's `ipcMain` that is used; the app folder hands it in. */
export interface IpcPort {
  handle(channel: string, listener: (event: SenderEvent, input: unknown) => Promise<unknown>): void;
}

interface SenderEvent {
  readonly senderFrame: { readonly url: string; readonly parent?: unknown } | null;
}

/** Only the app's own top frame may send. */
export const trustedSender = (event: SenderEvent): boolean =>
  event.senderFrame?.url.startsWith('app://bundle/') === true && !event.senderFrame.parent;

/**
 * Registers every handler behind the same gates: sender checked, someone at the desk, input parsed by its schema, expected
 * failures as data. What a bug throws reaches the log in full and the window as one sentence.
 */
export function registerHandlers(
  port: IpcPort,
  handlers: Handlers,
  gate: Gate,
  log: (text: string) => void,
): void {
  for (const channel of Object.keys(inputs) as Channel[]) {
    port.handle(channel, async (event, input) => {
      if (!trustedSender(event)) return failure('forbidden', '来源不明的请求已被拒绝');
      return gate(channel, () => answer(channel, handlers, input, log));
    });
  }
}

async function answer<C extends Channel>(
  channel: C,
  handlers: Handlers,
  input: unknown,
  log: (text: string) => void,
): Promise<Result<unknown>> {
  const parsed = inputs[channel].safeParse(input);
  if (!parsed.success) return failure('bad-input', '请求的格式不对，已被拒绝');
  try {
    return await handlers[channel](parsed.data as Input<C>);
  } catch (thrown) {
    // A job that the person cancelled is an answer, not an error.
    if (thrown instanceof JobCancelled) return success(null);
    if (isOutOfMemory(thrown))
      return failure('too-large', '内容过多，内存不够用，操作没有完成；资料库没有改动');
    const trouble = storeTrouble(thrown);
    if (trouble !== null) return { ok: false, error: storeFailure(trouble) };
    log(`${channel}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    return failure('internal', '操作没有完成，出现了内部错误；资料库没有改动');
  }
}

const isOutOfMemory = (thrown: unknown): boolean =>
  (thrown as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
