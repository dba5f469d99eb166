export interface OpenTask {
  id: string;
  runId: string;
  /** What the decision must name; empty where nothing is checked. */
  digest: string;
}

export interface Sighting {
  tasks: readonly OpenTask[];
  over: readonly { runId: string; outcome: string }[];
}

/** One way to do the same work: its worker runs as a process of its own. */
export interface Contender {
  name: 'bare' | 'baton';
  /** The outcome that every run must come to. */
  expected: string;
  workerPid: number;
  /** Its own database, whose commits are counted. */
  database: string;
  /** Its commits before anything of it ran. */
  commitsBefore: number;
  /** Hands in the enquiry with this number; answers the workflow's id. */
  start(number: number): Promise<string>;
  /** Looks which of these runs wait for a person, and which have their outcome written down. */
  look(runIds: readonly string[]): Promise<Sighting>;
  decide(task: OpenTask): Promise<void>;
  /** True once nothing is left to do in the background. */
  isIdle(): Promise<boolean>;
  close(): Promise<void>;
}
