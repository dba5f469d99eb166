import type { AssetReference } from '#contracts/asset.ts';
import type { EffectKind } from '#contracts/guard.ts';
import type { ToolEntry } from './entries/tool-entry.ts';
import type { RegistryContent } from './read-registry.ts';
import type { Reviews } from './reviews.ts';

/** What an effect is done by and with. */
export interface Use {
  effect: EffectKind;
  /** The registry's name of the model or connector. */
  asset: string;
  /** What else it takes: the process that does it, and its prompt or its tool. */
  uses: readonly AssetReference[];
}

const effectOf: Record<EffectKind, ToolEntry['effect'] | undefined> = {
  callModel: undefined,
  readRecord: 'read',
  writeRecord: 'write',
  sendOut: 'send',
  useTool: 'act',
};

/** Says why a use is refused: something in it is not registered, is to be reviewed, or is registered for something else. */
export function createJudgeUse(content: RegistryContent, { whyUnusable }: Reviews) {
  return (use: Use): string | undefined => {
    const { effect, asset, uses } = use;
    const kind = effect === 'callModel' ? 'model' : 'connector';
    for (const each of [{ kind, name: asset } as const, ...uses]) {
      const why = whyUnusable(each);
      if (why) return why;
    }
    return effect === 'callModel' ? whyNoPrompt(use) : whyNoTool(content, use);
  };
}

function whyNoPrompt({ asset, uses }: Use): string | undefined {
  const prompt = named('prompt', uses);
  if (prompt === undefined) return `the model ${asset} is asked with no prompt of the registry`;
  const process = named('process', uses);
  return prompt.startsWith(`${process}/`) ? undefined : `the process ${process} has no prompt ${prompt}`;
}

function whyNoTool({ tools, processes }: RegistryContent, { effect, asset, uses }: Use): string | undefined {
  const name = named('tool', uses);
  const tool = tools.get(name ?? '')?.value;
  if (!tool) return `the connector ${asset} is used with no tool of the registry`;
  if (tool.connector !== asset || tool.effect !== effectOf[effect])
    return `the tool ${tool.name} is registered to ${tool.effect} by ${tool.connector}, not for ${effect} by ${asset}`;
  const process = named('process', uses);
  if (process === undefined || processes.get(process)?.value.tools.includes(tool.name)) return undefined;
  return `the process ${process} may not use the tool ${tool.name}: add it to tools in processes/${process}.yaml`;
}

function named(kind: AssetReference['kind'], uses: readonly AssetReference[]): string | undefined {
  return uses.find((each) => each.kind === kind)?.name;
}
