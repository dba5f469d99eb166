import type { CustomerStanding } from '../customer.ts';
import type { Interaction } from '../interaction.ts';

export interface InteractionToLog extends Interaction {
  runId: string;
  stepKey: string;
  digest: string;
}

export interface LoggedInteraction {
  contactId: string;
  interactionId: string;
  contactCreated: boolean;
}

/** What is to be written to log an interaction, and what it will have logged. */
export interface PlannedInteraction<Write> {
  logged: LoggedInteraction;
  /** Of the customer it is with. */
  standing: CustomerStanding;
  writes: readonly Write[];
}

/**
 * The system of record for contacts, where it lives in our own database: it reads there, and what it wants to write
 * is written in one statement with the record of the step.
 */
export interface CrmPort<Reads, Write> {
  name: string;
  planInteraction(reads: Reads, interaction: InteractionToLog): Promise<PlannedInteraction<Write>>;
  /** Nothing where nobody has this address. */
  findStanding(reads: Reads, email: string): Promise<CustomerStanding | undefined>;
}
