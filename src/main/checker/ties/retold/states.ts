import type { Around } from './words';

/** What is said to be still open of what is counted: 尚在核实 of 尚在核实的12笔不符交易. */
export interface OpenState {
  /** What is still to be done, bare: 核实, empty for 尚未完成. */
  readonly verb: string;
  /** What is counted, as far as it is said beside the figure. */
  readonly noun: string;
  /** Of the noun what stands between the state and the figure: 对公客户 of 尚未回访的为对公客户62户. */
  readonly counted: string;
  /** 尚在核实的12笔, 12笔尚在核实的交易: refers to what was told, where 尚在核实12笔 tells. */
  readonly isDefinite: boolean;
  /** The words before the state: what they say narrows what is counted. */
  readonly narrowing: string;
  /** As it is said: 尚在核实. */
  readonly name: string;
}

const NOT =
  '(?:[尚仍还暂]未能?|未能|未(?!成年|发现|发生|使用|来|达账|必|知|经|及|出现|涉及)|[尚仍]待|有待|(?<![接等招对看期优亏])待(?!遇|命)|[尚仍]需|[尚仍还正]在|正(?!常|式|确|面|规|当|值|好|反|数|向|负|是))';
const HAN = '[\\p{Script=Han}]';
const BEFORE = new RegExp(
  `(?<name>${NOT}(?<verb>${HAN}{0,8}?))(?:(?<of>的)(?<noun>${HAN}{0,8}))?(?:有|为|共|计|仅)*$`,
  'u',
);
const BEHIND = new RegExp(
  `^(?<noun>${HAN}{0,8}?)(?:均|都|目前|现)*(?<name>${NOT}(?<verb>${HAN}{1,8}?))(?:(?<of>的)(?<late>${HAN}{0,10}))?$`,
  'u',
);
const UNDER_WAY = new RegExp(`^(?<noun>${HAN}{0,8}?)(?<name>(?<verb>${HAN}{2})中)$`, 'u');
const REST = /(?:剩余|余下|其余|[尚仍]余|[尚仍还]有)[^，。；]{0,6}$/;
/** What follows a figure whose noun is left out: 对未参加培训的41人安排补训. */
const NO_NOUN =
  /^(?:安排|进行|开展|予以|逐|由|应|将|已|均|要求|限|实施|采取|加强|按|在|于|全部|分[布别批]|另|中|的|继续|落实)/;

/** Reads it; null where nothing is said to be open. */
export function openState({ before, after }: Around): OpenState | null {
  const own = BEFORE.exec(before);
  if (own?.groups) {
    const { name = '', verb = '', of, noun = '' } = own.groups;
    return stateOf({ name, verb, noun, after, narrowing: before.slice(0, own.index) }, of !== undefined);
  }
  const behind = (BEHIND.exec(after) ?? UNDER_WAY.exec(after))?.groups;
  if (!behind) return null;
  const { name = '', noun = '', verb = '', of, late = '' } = behind;
  const narrowing = before.replace(REST, '');
  return { verb: bare(verb), noun: noun || late, counted: '', isDefinite: of !== undefined, narrowing, name };
}

interface Parts {
  readonly name: string;
  readonly verb: string;
  readonly noun: string;
  readonly after: string;
  readonly narrowing: string;
}

function stateOf({ name, verb, noun, after, narrowing }: Parts, isDefinite: boolean): OpenState {
  const own = NO_NOUN.test(after) ? '' : after;
  return {
    verb: bare(verb),
    noun: noun || own,
    counted: noun,
    isDefinite: isDefinite && noun === '',
    narrowing,
    name,
  };
}

function bare(verb: string): string {
  const rest = verb.replace(
    /完成|完毕|到位|进行|开展|予以|得到|全部|按期|按时|如期|逐一|继续|中$|[了的已]/g,
    '',
  );
  return rest || verb.replace(/完成/, '');
}

/** Whether both speak of one thing left to do. 尚未完成 is said of anything: there what is counted tells. */
export function isOneState(a: OpenState, b: OpenState): boolean {
  if (a.verb === '' || b.verb === '') return isOneNoun(a.noun, b.noun);
  return a.verb.includes(b.verb) || b.verb.includes(a.verb);
}

const isOneNoun = (a: string, b: string): boolean =>
  a.length > 1 && b.length > 1 && a.slice(0, 2) === b.slice(0, 2);
