import { beforeEach, describe, expect, it } from 'vitest';
import { RootStore } from '../../src/renderer/stores/root-store';
import { FakeBridge } from './fake-bridge';
import { fakeCheck } from './fake-check';

const memory = { getItem: () => null, setItem: () => {} };
const PASS = '一句够长的口令';

describe('the people of the window', () => {
  let bridge: FakeBridge;
  let root: RootStore;
  beforeEach(async () => {
    bridge = new FakeBridge(fakeCheck, '# 报告\n');
    root = new RootStore(bridge, memory, 1400);
    await root.identities.load();
  });

  const first = { name: '甲', roles: ['preparer' as const], passphrase: PASS, adopt: null };

  it('are nobody at first; the first one sits down at once, and the library is fetched', async () => {
    expect(root.identities.current).toBeNull();
    expect(await root.identities.create(first)).toBe(true);
    expect(root.identities.current?.name).toBe('甲');
    await new Promise((done) => setTimeout(done));
    expect(bridge.calls).toContain('listReports');
    expect(root.identities.holds(['preparer', 'legal'])).toBe(true);
    expect(root.identities.holds(['legal'])).toBe(false);
  });

  it('change over with a passphrase only, and the sentence says why not', async () => {
    await root.identities.create(first);
    await root.identities.create({ ...first, name: '乙', roles: ['legal'] });
    expect(root.identities.current?.name).toBe('甲');
    const [, second] = root.identities.people;
    expect(await root.identities.unlock(second?.id ?? '', '错的口令')).toBe(false);
    expect(root.identities.error).toBe('口令不对');
    expect(root.identities.current?.name).toBe('甲');
    expect(await root.identities.unlock(second?.id ?? '', PASS)).toBe(true);
    expect(root.identities.current?.name).toBe('乙');
    expect(root.identities.error).toBeNull();
    await root.identities.lock();
    expect(root.identities.current).toBeNull();
  });
});
