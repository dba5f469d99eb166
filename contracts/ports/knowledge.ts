import type { DocumentLanguage, Passage, PassageAddress } from '../knowledge.ts';

/** A word to look for, and how much it counts beside the others. */
export interface AskedWord {
  word: string;
  /** Words with one meaning count once, as the best of them does. */
  meaning: string;
  weight: number;
}

export interface KnowledgeSearch {
  /** By language: the words that were asked, and those that mean the same. */
  words: Readonly<Record<DocumentLanguage, readonly AskedWord[]>>;
  /** The question as it was asked. */
  question: string;
  /** Audiences that whoever asks belongs to: nothing else is looked at. */
  audiences: readonly string[];
  /** Until when a document must be reviewed to be read. */
  today: string;
  similarity: number;
  rankConstant: number;
  limit: number;
}

/** A passage as it was cited, and how its document stands now. */
export interface CitedPassage {
  passage: Passage;
  audience: string;
  state: 'current' | 'revoked' | 'deleted';
  /** The version that is read now, and its text. */
  currentVersion: number;
  currentText: string;
  reviewBy: string;
}

/** Where the firm keeps what it wrote down. An index by meaning may stand behind it too. */
export interface KnowledgePort<Scope> {
  name: string;
  /** The best first. */
  search(scope: Scope, search: KnowledgeSearch): Promise<readonly Passage[]>;
  /** Those that are there, in no order. */
  findCited(scope: Scope, addresses: readonly PassageAddress[]): Promise<readonly CitedPassage[]>;
}
