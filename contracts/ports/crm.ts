import type { CustomerStanding } from '../customer.ts';
import type { Interaction } from '../interaction.ts';
import type { Money } from '../money.ts';
import type { OutsideAnswer } from './outside.ts';

/** An interaction that is to be logged once under its key. The same key with another digest is refused. */
export interface InteractionToLog extends Interaction {
  /** Ours. */
  key: string;
  runId: string;
  digest: string;
  /** Whether what is known of the customer is read with it. */
  withStanding: boolean;
}

export interface LoggedInteraction {
  /** Absent where the contact was deleted since. */
  contactId?: string;
  interactionId: string;
  contactCreated: boolean;
}

/** Why a CRM keeps nothing. */
export type CrmRefusal =
  /** The key was used before, for something else. */
  | 'key-reused'
  /** It takes no such record, such as one of an address that is none; its own words stand with it. */
  | 'not-acceptable';

export type LogOutcome =
  | ({ kind: 'logged'; standing?: CustomerStanding } & LoggedInteraction)
  | { kind: 'refused'; why: CrmRefusal };

/** A company, which its domain tells from every other. One that is known is left as it is. */
export interface CompanyToKeep {
  domain: string;
  name: string;
}

/** Business that may come of a contact, kept once under its key. */
export interface OpportunityToKeep {
  /** Ours. The same key with something else is refused. */
  key: string;
  /** Of the contact, who is found or created by it. */
  email: string;
  title: string;
  money: Money;
}

export type KeptOutcome = { kind: 'kept'; id: string; created: boolean } | { kind: 'refused'; why: CrmRefusal };

export interface CrmSearch {
  /** Of the contact. */
  email: string;
  limit: number;
  /** The `next` of the page before. */
  after?: string | undefined;
}

/** A page of what belongs to a contact. What stands all the while is in one page, whatever comes and goes between two. */
export interface CrmPage {
  /** What they are called in the CRM. */
  ids: readonly string[];
  /** Absent on the last page. */
  next?: string;
}

/** The system of record for contacts, companies, opportunities and what was said: each there once under its business key. */
export type CrmPort<Reads, Write> = OwnCrm<Reads, Write> | OutsideCrm;

/** What is to be written, and what that comes to. */
export interface CrmPlan<Outcome, Write> {
  outcome: Outcome;
  writes: readonly Write[];
}

/** One in our own database: what it wants to write is written in one statement with the record of the step. */
export interface OwnCrm<Reads, Write> {
  kind: 'own';
  name: string;
  planInteraction(reads: Reads, interaction: InteractionToLog): Promise<CrmPlan<LogOutcome, Write>>;
  planCompany(reads: Reads, company: CompanyToKeep): Promise<CrmPlan<KeptOutcome, Write>>;
  planOpportunity(reads: Reads, opportunity: OpportunityToKeep): Promise<CrmPlan<KeptOutcome, Write>>;
  /** Nothing where nobody has this address. */
  findStanding(reads: Reads, email: string): Promise<CustomerStanding | undefined>;
  listInteractions(reads: Reads, search: CrmSearch): Promise<CrmPage>;
  listOpportunities(reads: Reads, search: CrmSearch): Promise<CrmPage>;
}

export interface CrmWaiting {
  timeoutMs: number;
}

/** One that is reached over the network. What is asked for again under its key is found, or refused, and never made twice. */
export interface OutsideCrm {
  kind: 'outside';
  name: string;
  logInteraction(interaction: InteractionToLog, waiting: CrmWaiting): Promise<OutsideAnswer<LogOutcome>>;
  /** What became of an interaction that may have been logged before; nothing where none bears its key. */
  findInteraction(interaction: InteractionToLog, waiting: CrmWaiting): Promise<OutsideAnswer<LogOutcome | undefined>>;
  keepCompany(company: CompanyToKeep, waiting: CrmWaiting): Promise<OutsideAnswer<KeptOutcome>>;
  keepOpportunity(opportunity: OpportunityToKeep, waiting: CrmWaiting): Promise<OutsideAnswer<KeptOutcome>>;
  findStanding(email: string, waiting: CrmWaiting): Promise<OutsideAnswer<CustomerStanding | undefined>>;
  listInteractions(search: CrmSearch, waiting: CrmWaiting): Promise<OutsideAnswer<CrmPage>>;
  listOpportunities(search: CrmSearch, waiting: CrmWaiting): Promise<OutsideAnswer<CrmPage>>;
}
