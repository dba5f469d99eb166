export interface InteractionToLog {
  runId: string;
  stepKey: string;
  digest: string;
  customer: { email: string; name?: string };
  direction: 'inbound' | 'outbound';
  subject: string;
  summary: string;
  category?: string;
}

export interface LoggedInteraction {
  contactId: string;
  interactionId: string;
  contactCreated: boolean;
}

/** The system of record for contacts. `Scope` is the transaction where the record lives in our own database. */
export interface CrmPort<Scope> {
  name: string;
  logInteraction(scope: Scope, interaction: InteractionToLog): Promise<LoggedInteraction>;
}
