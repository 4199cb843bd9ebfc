import { z } from 'zod';
import { documentParts, type Policy, ruleLevels } from '../model/policy';
import { roles, type Stage, stages } from '../model/sign-off';
import { phrasePattern } from './phrases';

const phrase = z
  .string()
  .min(1)
  .max(200)
  .refine(isPhrase, { error: '括号不成对' })
  .optional()
  .describe('Alternatives by |, groups by ( ), # for a number, … for up to twelve characters of one clause.');

const term = z.strictObject({
  avoid: z.string().trim().min(1).max(40),
  use: z.string().trim().max(40).describe('Empty: leave it out.'),
  level: z.enum(['notice', 'doubt', 'error']),
  why: z.string().trim().max(200),
  followedBy: phrase,
  notFollowedBy: phrase,
  precededBy: phrase,
  notPrecededBy: phrase,
  beside: phrase.describe('Only in a paragraph that holds this too.'),
});

const documentType = z.strictObject({
  name: z.string().trim().min(1).max(60),
  titles: z
    .array(z.string().trim().min(1).max(40))
    .max(50)
    .describe('Endings of titles; none: every document.'),
  parts: z.array(z.enum(documentParts)),
  always: z
    .boolean()
    .describe('Required of every such document, not only of those that are plainly letters.'),
});

const rulePolicy = z.strictObject({
  level: z.enum(ruleLevels).optional(),
  limits: z.record(z.string().max(40), z.number().int()).optional(),
});

const someRoles = z.array(z.enum(roles)).min(1).max(roles.length);

const signOff = z.strictObject({
  stages: z
    .array(z.strictObject({ stage: z.enum(stages), roles: someRoles }))
    .max(stages.length)
    .refine(inOrder, { error: '环节重复或次序不对' })
    .describe('The stages that must be signed, compliance before legal; none: released without signatures.'),
  release: someRoles.describe('Who may release.'),
  confirm: someRoles.describe('Who may confirm another person’s waiver of an error.'),
  apart: z
    .boolean()
    .describe('True: a change takes away only the signatures of the sections that it touches.'),
});

function inOrder(wanted: readonly { readonly stage: Stage }[]): boolean {
  const places = wanted.map(({ stage }) => stages.indexOf(stage));
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
}

/** The form of a policy file. Which rules and thresholds there are the catalogue says: `parsePolicy`. */
export const policySchema: z.ZodType<Policy> = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  name: z.string().trim().min(1).max(60),
  description: z.string().trim().max(500),
  rules: z.record(z.string().regex(/^[A-Z]\d{3}$/), rulePolicy),
  terms: z.array(term).max(2000),
  documents: z.array(documentType).max(50),
  signOff: signOff.optional(),
  summaryPage: z
    .boolean()
    .optional()
    .describe('The PDF ends with a page that says how the report was checked.'),
});

function isPhrase(text: string): boolean {
  try {
    phrasePattern(text);
    return true;
  } catch {
    return false;
  }
}
