import { z } from 'zod';
import { refusals } from '#contracts/policy.ts';

const Facts = z.record(z.string(), z.unknown());

const Somebody = z.union([
  z.strictObject({ process: z.string() }),
  z.strictObject({
    person: z.string(),
    roles: z.array(z.string()).default([]),
    teams: z.array(z.string()).default([]),
    authority: z.array(z.strictObject({ currency: z.string(), upTo: z.int() })).default([]),
  }),
]);
export type Somebody = z.infer<typeof Somebody>;

const Time = z.strictObject({ hour: z.int().min(0).max(23), officeHours: z.boolean() });

/** A whole question: what each example of its action is like, as far as it does not say otherwise. */
const Usual = z.strictObject({ principal: Somebody, resource: Facts, context: Facts.optional() });
export type Usual = z.infer<typeof Usual>;

const Example = z.strictObject({
  case: z.string().min(1),
  /** Absent: the first of `usual`. */
  action: z.string().optional(),
  principal: Somebody.optional(),
  resource: Facts.default({}),
  context: Facts.optional(),
  time: Time.default({ hour: 11, officeHours: true }),
});
export type Example = z.infer<typeof Example>;

const Refused = Example.extend({ outcome: z.enum(refusals).default('denied') });

/** `registry/policies/NAME.test.yaml`: for each rule of NAME.cedar a question that it lets pass, and one that it does not. */
export const ExampleFile = z.strictObject({
  usual: z.record(z.string(), Usual),
  rules: z.record(z.string(), z.strictObject({ permits: z.array(Example).min(1), refuses: z.array(Refused).min(1) })),
});
export type ExampleFile = z.infer<typeof ExampleFile>;
