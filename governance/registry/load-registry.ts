import type { AssetReference } from '#contracts/asset.ts';
import type { Calendar } from '#contracts/calendar.ts';
import type { PurposeFacts } from '#contracts/data-facts.ts';
import type { CalledModel } from '#contracts/policy.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { EgressAsset } from '#platform/egress/list-destinations.ts';
import type { BreakerLimits } from '#store/breakers.ts';
import { accountsOf, type ConnectorAccount } from './accounts-of.ts';
import { assetsOf } from './assets.ts';
import { breakerOf } from './breaker-of.ts';
import { type Budget, budgetsOf, limitsOfModel, type ModelLimits } from './budgets-of.ts';
import { checkReferences } from './check-references.ts';
import { egressAssetsOf } from './egress-assets.ts';
import type { KnowledgeFile, SynonymsFile } from './entries/knowledge-file.ts';
import type { ModelEntry } from './entries/model-entry.ts';
import type { ProviderEntry } from './entries/provider-entry.ts';
import type { StoresFile } from './entries/store-entry.ts';
import { createJudgeUse, type Use } from './judge-use.ts';
import { type LoadedRegistry, loadedOf } from './loaded-registry.ts';
import { createPeople, type People } from './people.ts';
import { createPeopleFileNow, type PeopleChange, stampOfPeople } from './people-file-now.ts';
import { type PeopleView, viewPeople } from './people-view.ts';
import { pinCalendar } from './pin-calendar.ts';
import { type PinnedSnapshot, pinnedModel, pinSnapshot } from './pin-snapshot.ts';
import { type Place, placeOfConnector, placeOfModel } from './place-of.ts';
import { createProblems } from './problems.ts';
import { purposesOf } from './purposes-of.ts';
import type { Article } from './read-articles.ts';
import { readRegistry } from './read-registry.ts';
import { type RegistryView, viewRegistry } from './registry-view.ts';
import { createReviews, type Reviews } from './reviews.ts';

/** What a manager signed, read once and checked; people as their file says at the moment of asking. */
export interface Registry extends People, Reviews {
  /** `available`: names of the models whose provider the settings reach. */
  snapshotFor(process: string, options: { available: ReadonlySet<string> }): PinnedSnapshot;
  hasProcess(name: string): boolean;
  /** Why an effect may not use what it uses, at this moment. */
  whyRefused(use: Use): string | undefined;
  /** What an effect uses data for, and what that was collected for. */
  purposesOf(uses: readonly AssetReference[]): PurposeFacts;
  /** Where data goes that a model or a connector is given, and who says so. */
  placeOfModel(called: CalledModel): Place;
  placeOfConnector(name: string): Place;
  /** When a model is left alone for a while. */
  breakerOf(model: string): BreakerLimits;
  /** What was loaded, as it is written down. */
  loaded(): LoadedRegistry;
  providers(): readonly ProviderEntry[];
  /** The connectors that are used by an account. */
  accounts(): readonly ConnectorAccount[];
  models(): readonly (ModelEntry & { reachedBy: ProviderEntry })[];
  /** A model as a run pins it. */
  pinnedModel(name: string): PinnedModel;
  egressAssets(): readonly EgressAsset[];
  /** Where Baton itself may keep what it works with. */
  stores(): StoresFile;
  /** What calls of models are held against. */
  budgets(): readonly Budget[];
  limitsOfModel(name: string): ModelLimits;
  /** A calendar as a run pins it. */
  calendar(name: string): Calendar;
  /** How documents are taken in and searched, and who may read them. */
  knowledge(): KnowledgeRules;
  /** What the firm wrote down, as its files say it. */
  articles(): readonly Article[];
  view(): RegistryView;
  peopleView(): PeopleView;
  /** The wording that runs are given now. */
  promptText(process: string, prompt: string): string | undefined;
}

/** What `knowledge.yaml` and `synonyms.yaml` say. */
export type KnowledgeRules = KnowledgeFile & { synonyms: SynonymsFile };

export interface LoadOptions {
  now?: () => Date;
  /** Told when the people file was changed since. */
  onPeopleChange?: (change: PeopleChange) => void;
}

/** Reads the folder; throws one error that names every mistake by file, line and field. */
export function loadRegistry(folder: string, options: LoadOptions = {}): Registry {
  const { now = () => new Date(), onPeopleChange: onChange = () => undefined } = options;
  const problems = createProblems();
  const stamp = stampOfPeople(folder);
  const content = readRegistry(folder, problems);
  checkReferences(content, problems);
  problems.throwIfAny();
  const peopleFileNow = createPeopleFileNow(folder, { content, stamp, onChange });
  const people = createPeople(peopleFileNow, now);
  const assets = assetsOf(content);
  const loaded = loadedOf(assets);
  const budgets = budgetsOf(content);
  const reviews = createReviews(assets, now);
  return {
    ...people,
    snapshotFor: (process, { available }) => pinSnapshot(content, { process, available }),
    hasProcess: (name) => content.processes.has(name),
    ...reviews,
    whyRefused: createJudgeUse(content, reviews),
    purposesOf: (uses) => purposesOf(content, uses),
    placeOfModel: (called) => placeOfModel(content, called),
    placeOfConnector: (name) => placeOfConnector(content, name),
    breakerOf: (model) => breakerOf(content, model),
    loaded: () => structuredClone(loaded),
    providers: () => [...content.providers.values()].map(({ value }) => value),
    accounts: () => accountsOf(content),
    models: () =>
      [...content.models.values()].flatMap(({ value }) => {
        const reachedBy = content.providers.get(value.provider)?.value;
        return reachedBy ? [{ ...value, reachedBy }] : [];
      }),
    pinnedModel: (name) => pinnedModel(content, name),
    egressAssets: () => egressAssetsOf(content),
    stores: () => content.stores.value,
    budgets: () => budgets,
    limitsOfModel: (name) => limitsOfModel(content, name),
    calendar: (name) => pinCalendar(content, name),
    knowledge: () => ({ ...content.knowledge.value, synonyms: content.synonyms.value }),
    articles: () => [...content.articles.values()],
    view: () => structuredClone(viewRegistry(content, { people, hash: loaded.hash })),
    peopleView: () => structuredClone(viewPeople(peopleFileNow(), now())),
    promptText: (process, prompt) => content.prompts.get(`${process}/${prompt}`)?.text,
  };
}
