/** The documents that a comparison can make. */

export type ReportName = 'taishohyo' | 'miekeshi' | 'summary'
export const REPORTS: readonly ReportName[] = ['taishohyo', 'miekeshi', 'summary']
