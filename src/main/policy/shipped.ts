import general from '../../../resources/policies/general.json' with { type: 'json' };
import regulatoryReport from '../../../resources/policies/regulatory-report.json' with { type: 'json' };
import statisticalBulletin from '../../../resources/policies/statistical-bulletin.json' with { type: 'json' };
import type { Policy } from '../../shared/model/policy';

/** Policies that come with the app, by the name of their file; a test holds them against the schema. */
export const shippedPolicies = {
  'regulatory-report': regulatoryReport as Policy,
  'statistical-bulletin': statisticalBulletin as Policy,
  general: general as Policy,
} as const;

export const DEFAULT_POLICY_ID = 'regulatory-report';
export const DEFAULT_POLICY: Policy = shippedPolicies[DEFAULT_POLICY_ID];
