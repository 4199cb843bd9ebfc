import { basename } from 'node:path';
import { failure, success } from '../../shared/result';
import { dropPolicy, keepPolicy, policyShelf, setPolicy, setStandard, takePolicy } from '../desk/policies';
import { about, readFileBounded, writeFileWhole } from '../files';
import { MAX_POLICY_BYTES } from '../policy/parse';
import type { Context } from './context';
import { UNSAFE_IN_NAMES } from './dialogs';
import type { Handlers } from './handle';

const POLICY_FILES = [{ name: '政策（JSON）', extensions: ['json'] }];

type Channels =
  | 'policy:list'
  | 'policy:keep'
  | 'policy:remove'
  | 'policy:set-standard'
  | 'policy:import'
  | 'policy:export'
  | 'report:set-policy';

export const policyHandlers = ({ desk, dialogs }: Context): Pick<Handlers, Channels> => ({
  'policy:list': () => success(policyShelf(desk)),
  'policy:keep': ({ id, policy }) => keepPolicy(desk, id, policy),
  'policy:remove': ({ id }) => dropPolicy(desk, id),
  'policy:set-standard': ({ id }) => setStandard(desk, id),
  'policy:import': async () => {
    const file = await dialogs.openFile('导入政策', POLICY_FILES);
    if (file === null) return success(null);
    const bytes = await readFileBounded(file, MAX_POLICY_BYTES);
    if (!bytes.ok) return bytes;
    return about(basename(file), takePolicy(desk, new TextDecoder().decode(bytes.value)));
  },
  'policy:export': async ({ id }) => {
    const entry = policyShelf(desk).policies.find((one) => one.id === id);
    if (!entry) return failure('no-policy', '资料库里没有这份政策');
    const name = `${entry.policy.name.replace(UNSAFE_IN_NAMES, ' ')}.json`;
    const path = await dialogs.saveFile('导出政策', name, POLICY_FILES);
    if (path === null) return success(null);
    const text = `${JSON.stringify(entry.policy, null, 2)}\n`;
    const written = await writeFileWhole(path, new TextEncoder().encode(text));
    return written.ok ? success({ fileName: basename(path) }) : written;
  },
  'report:set-policy': (order) => setPolicy(desk, order),
});
