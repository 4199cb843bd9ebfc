/** An operator of a content stream with what stands before it. */
export interface Operation {
  readonly operator: string;
  /** As written. */
  readonly operands: readonly string[];
}

const TOKEN = /<<|>>|\[|\]|<[^<>]*>|\((?:\\[\s\S]|[^\\()])*\)|\/[^\s<>[\]()/%]*|[^\s<>[\]()/%]+|%[^\n\r]*/g;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)$/;

/** Splits a content stream; dictionaries and arrays become single operands. No inline images, no nested parentheses. */
export function operationsOf(content: string): readonly Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let [depth, open] = [0, ''];
  for (const [token] of content.matchAll(TOKEN)) {
    if (token.startsWith('%')) continue;
    if (token === '<<' || token === '[') depth += 1;
    if (depth > 0) open += `${token} `;
    if (token === '>>' || token === ']') depth -= 1;
    if (depth > 0) continue;
    if (open !== '') {
      operands.push(open.trim());
      open = '';
    } else if (NUMBER.test(token) || /^[</(]/.test(token) || /^(?:true|false|null)$/.test(token))
      operands.push(token);
    else {
      operations.push({ operator: token, operands });
      operands = [];
    }
  }
  return operations;
}

/** All operators of ISO 32000-1 Annex A. */
export const OPERATORS = new Set(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q ' +
    're RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'
  ).split(' '),
);

/** Operators that leave marks on the page: each belongs to a node of the structure or is an artifact. */
export const PAINTING = new Set('b B b* B* f F f* s S sh Do Tj TJ \' "'.split(' '));
