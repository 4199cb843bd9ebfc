import type { Policy } from '../model/policy';
import type { SignOffPolicy } from '../model/sign-off';

/** What a policy demands that says nothing of it: compliance, then legal, then the release. */
export const DEFAULT_SIGN_OFF: SignOffPolicy = {
  stages: [
    { stage: 'compliance', roles: ['compliance'] },
    { stage: 'legal', roles: ['legal'] },
  ],
  release: ['releaser'],
  confirm: ['compliance', 'legal'],
  apart: false,
};

export const signOffOf = (policy: Policy): SignOffPolicy => policy.signOff ?? DEFAULT_SIGN_OFF;
