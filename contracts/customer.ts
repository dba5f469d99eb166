/** What the record of a customer says that rules may weigh. */
export interface CustomerStanding {
  tier: string;
  country?: string;
  /** The system whose record it is. */
  source: string;
}
