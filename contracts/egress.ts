import { z } from 'zod';

/** Where an address that a name leads to may lie: anywhere on the internet, in the firm's own network, or on this machine. */
export const EgressReach = z.enum(['public', 'private', 'loopback']);
export type EgressReach = z.infer<typeof EgressReach>;

export const EgressMethod = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

const Host = z
  .string()
  .refine(
    isPlainHost,
    'must be one name or address in its plain form: small letters, no scheme, no port, no dot at the end',
  );

/** `as-set`: the port of the address that the settings name, for what stands in for the world on this machine. */
const Port = z.union([z.int().min(1).max(65_535), z.literal('as-set')], "must be a port, or 'as-set'");

const Path = z
  .string()
  .regex(
    /^(\/([\w.~:@!$&'()+,;=-]+|\*))+(\?[\w.~-]+=([\w.~-]+|\*)(&[\w.~-]+=([\w.~-]+|\*))*)?$/,
    "must begin with '/', written out; '*' stands for one whole part between slashes, or one value of a query",
  );

const place = { host: Host, port: Port.optional(), reach: EgressReach.default('public') };

const WebRule = z.strictObject({
  scheme: z.enum(['https', 'http']),
  ...place,
  methods: z.array(EgressMethod).min(1),
  paths: z.array(Path).min(1),
});

const MailRule = z.strictObject({ scheme: z.enum(['smtps', 'smtp']), ...place });

/** One place that a provider or a connector may reach, as its registry entry names it. */
export const EgressRule = z
  .discriminatedUnion('scheme', [WebRule, MailRule], "scheme must be 'https', 'http', 'smtps' or 'smtp'")
  .superRefine(({ scheme, port, reach }, context) => {
    if (port === 'as-set' && reach !== 'loopback')
      context.addIssue({
        code: 'custom',
        path: ['port'],
        message: "'as-set' is for this machine alone; write the port",
      });
    if (scheme === 'http' && reach === 'public')
      context.addIssue({ code: 'custom', path: ['scheme'], message: "'http' can be read on its way; write 'https'" });
  });
export type EgressRule = z.infer<typeof EgressRule>;

/** One place, as this installation's settings leave it. */
export const EgressDestination = z.object({
  asset: z.string().meta({ description: 'The provider or connector in the registry that may reach it.' }),
  kind: z.enum(['provider', 'connector']),
  scheme: z.enum(['https', 'http', 'smtps', 'smtp']),
  host: z.string(),
  port: z.int().nullable().meta({ description: 'Null where only settings can say, and they do not.' }),
  reach: EgressReach.meta({ description: 'Where the address must lie that the name leads to.' }),
  methods: z.array(EgressMethod).meta({ description: 'None for mail.' }),
  paths: z
    .array(z.string())
    .meta({ description: 'None for mail. `*` stands for one part between slashes, or one value of a query.' }),
  open: z.boolean().meta({ description: 'Whether the settings use it: what is not open is not reached.' }),
});
export type EgressDestination = z.infer<typeof EgressDestination>;

/** As the standard for addresses writes it, so that there is one way to write each. */
function isPlainHost(host: string): boolean {
  if (!/^[a-z0-9._[\]:-]+$/.test(host)) return false;
  return URL.canParse(`https://${host}`) && new URL(`https://${host}`).hostname === host && !host.endsWith('.');
}
