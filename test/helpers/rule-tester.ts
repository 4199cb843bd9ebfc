import { describe, expect, it } from 'vitest';
import { applyRule } from '../../src/main/checker/apply-rule';
import { applyEdits } from '../../src/main/checker/edits';
import { prepareReport } from '../../src/main/checker/prepare';
import { formatMessage, type Problem, type Rule } from '../../src/main/checker/rule';
import { lineColumn } from '../../src/main/document/lines';
import type { Severity } from '../../src/shared/model/finding';
import type { Reference } from '../../src/shared/model/reference';
import type { MarkKind, SourceMark } from '../../src/shared/model/source';

interface ExpectedFinding {
  readonly message: string;
  readonly excerpt?: string;
  readonly line?: number;
  readonly severity?: Severity;
  /** The whole text after the first fix; null: no fix may be offered. */
  readonly fixed?: string | null;
}

/** A mark on the first place where `on` stands; an empty mark just behind it when `empty`. */
interface MarkCase {
  readonly kind: MarkKind;
  readonly on: string;
  readonly detail?: string;
  readonly empty?: boolean;
}

interface Case {
  readonly name?: string;
  readonly text: string;
  readonly marks?: readonly MarkCase[];
  readonly references?: readonly Reference[];
}

interface RuleCases {
  readonly reject: readonly (Case & { readonly findings: readonly ExpectedFinding[] })[];
  readonly accept: readonly Case[];
}

function marksOf({ text, marks = [] }: Case): readonly SourceMark[] {
  return marks.map(({ kind, on, detail = '', empty }) => {
    const at = text.indexOf(on);
    if (at < 0) throw new Error(`the case does not hold “${on}”`);
    const end = at + on.length;
    return { kind, detail, range: { start: empty ? end : at, end } };
  });
}

/**
 * Runs a rule's accept/reject table. Refuses tables that are too small or repeat a case, messages that are
 * never triggered, data places left unfilled, fixes that cannot be applied, and a rule that changes its input.
 */
export function testRule(rule: Rule, cases: RuleCases): void {
  const triggered = new Set<string>();
  describe(`${rule.code} ${rule.name}`, () => {
    for (const [index, one] of cases.reject.entries()) {
      it(`rejects ${index + 1}: ${one.name ?? firstLine(one.text)}`, () => {
        const problems = run(rule, one);
        for (const problem of problems) triggered.add(problem.message);
        expect(problems.map((problem) => problem.message)).toEqual(one.findings.map((f) => f.message));
        for (const [at, expected] of one.findings.entries()) {
          compareProblem(rule, one.text, problems[at], expected);
        }
      });
    }
    for (const [index, one] of cases.accept.entries()) {
      it(`accepts ${index + 1}: ${one.name ?? firstLine(one.text)}`, () => {
        const shown = run(rule, one).map((p) => [p.message, one.text.slice(p.range.start, p.range.end)]);
        expect(shown).toEqual([]);
      });
    }
    it('has a table worth its name', () => {
      const texts = [...cases.reject, ...cases.accept].map(
        (one) => one.text + JSON.stringify([one.marks, one.references]),
      );
      expect(new Set(texts).size, 'duplicate cases').toBe(texts.length);
      expect(cases.reject.length, 'reject cases').toBeGreaterThanOrEqual(8);
      expect(cases.accept.length, 'accept cases').toBeGreaterThanOrEqual(8);
      expect(
        Object.keys(rule.messages).filter((id) => !triggered.has(id)),
        'messages never triggered',
      ).toEqual([]);
    });
  });
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 40) ?? '';

function run(rule: Rule, one: Case): readonly Problem[] {
  const report = deepFreeze(
    prepareReport(one.text, { marks: marksOf(one), references: one.references ?? [] }),
  );
  return [...(applyRule(rule, report) ?? [])].sort((a, b) => a.range.start - b.range.start);
}

function compareProblem(
  rule: Rule,
  text: string,
  problem: Problem | undefined,
  expected: ExpectedFinding,
): void {
  if (!problem) throw new Error('no finding');
  const { range } = problem;
  expect(range.start).toBeGreaterThanOrEqual(0);
  expect(range.end).toBeLessThanOrEqual(text.length);
  expect(formatMessage(rule.messages[problem.message] ?? '', problem.data)).not.toMatch(/\{\w+\}/);
  for (const fix of problem.fixes ?? []) applyEdits(text, fix.edits);
  if (expected.excerpt !== undefined) expect(text.slice(range.start, range.end)).toBe(expected.excerpt);
  if (expected.severity) expect(problem.severity ?? rule.severity).toBe(expected.severity);
  if (expected.line)
    expect(lineColumn(prepareReport(text).document.lineStarts, range.start).line).toBe(expected.line);
  if (expected.fixed === null) expect(problem.fixes ?? []).toEqual([]);
  else if (expected.fixed !== undefined)
    expect(applyEdits(text, problem.fixes?.[0]?.edits ?? [])).toBe(expected.fixed);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
