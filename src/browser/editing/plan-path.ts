/** Where something stands in a plan file: keys of maps, and indexes (from 0) of lists. */
export type PlanPath = readonly (string | number)[]
