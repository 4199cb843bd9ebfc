import type { Channel } from '../../shared/ipc';
import { failure, type Result } from '../../shared/result';
import type { Session } from '../identity/session';

/** Stands before every handler: lets it run, as someone, or refuses. */
export type Gate = (channel: Channel, run: () => Promise<Result<unknown>>) => Promise<Result<unknown>>;

/** What works while the desk is locked: nothing that shows or changes a report. */
const OPEN: ReadonlySet<Channel> = new Set<Channel>([
  'setting:get',
  'setting:set',
  'app:info',
  'job:cancel',
  'identity:state',
  'identity:create',
  'identity:unlock',
  'identity:lock',
  'identity:touch',
]);

/** A locked desk shows nothing and does nothing; an act is that of the person who asked for it. */
export const sessionGate =
  (session: Session): Gate =>
  async (channel, run) => {
    session.lockWhenIdle();
    if (!session.seated && !OPEN.has(channel)) return failure('locked', '请先选择身份并输入口令');
    return session.act(run);
  };
