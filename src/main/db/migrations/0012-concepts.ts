/**
 * A concept is looked for by scope, then report by report (no search is by concept and period alone); and storing an analysis
 * asks whose current revision it is of.
 */
export const concepts = `
DROP INDEX fact_concept;
CREATE INDEX fact_concept ON fact (concept, scope, revision_id);
CREATE INDEX report_current ON report (current_revision_id);
`;
