import { z } from 'zod';
import { Role } from '../person.ts';

export const Me = z
  .object({ id: z.string(), name: z.string(), roles: z.array(Role), teams: z.array(z.string()) })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
